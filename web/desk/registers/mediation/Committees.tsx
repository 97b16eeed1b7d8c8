import type { CommitteeView } from '../../../../server/wire/mediation.ts'
import { useLang } from '../../../parts/lang.ts'
import { count } from '../../../parts/time.ts'
import { links } from '../../links.ts'
import { Empty } from '../../states.tsx'

/** Committees as filed: whose, since when, until when, guided when, dissolved. */
export const Committees = ({ rows }: { readonly rows: readonly CommitteeView[] }) => {
  const { t, say } = useLang()
  if (rows.length === 0) return <Empty title={t('还没有备案的调解委员会', 'No committee is filed yet')}><p>{t('由村（居）委会、乡镇（街道）、人民团体或司法行政部门登记设立。', 'Entered by the village committee, township, people’s organisation or justice department.')}</p></Empty>
  const standing = rows.filter(row => row.dissolved === undefined)
  const figures = [[t('已备案', 'Filed'), standing.length], [t('未按年度指导', 'Not guided in the year'), standing.filter(row => row.late).length], [t('任期已满', 'Term is over'), standing.filter(row => row.over).length], [t('已撤销', 'Dissolved'), rows.length - standing.length]] as const
  return (
    <>
      <dl className="sums">{figures.map(([what, n]) => <div key={what}><dt>{what}</dt><dd>{count(n)}</dd></div>)}</dl>
      <div className="table-scroll">
        <table className="figures stacked">
          <thead><tr>
            <th scope="col">{t('调解委员会', 'Committee')}</th><th scope="col">{t('所在地', 'Place')}</th><th scope="col">{t('设立单位', 'Founded by')}</th><th scope="col">{t('委员', 'Members')}</th>
            <th scope="col">{t('备案', 'Filed')}</th><th scope="col">{t('任期', 'Term')}</th><th scope="col">{t('最近指导', 'Last guided')}</th><th scope="col">{t('办公电话', 'Phone')}</th><th scope="col">{t('状态', 'State')}</th>
          </tr></thead>
          <tbody>{rows.map(row => (
            <tr key={row.id}>
              <th scope="row"><a href={links.matter(row.id)}>{row.name}</a></th>
              <td data-label={t('所在地', 'Place')}>{row.place.path.slice(-2).join(' › ')}</td>
              <td data-label={t('设立单位', 'Founded by')}>{row.foundedBy} <span className="quiet">{say(row.founder)}</span></td>
              <td data-label={t('委员', 'Members')}>{t(`${row.members} 人，${say(row.chosen)}`, `${row.members}, ${say(row.chosen).toLowerCase()}`)}</td>
              <td className="date" data-label={t('备案', 'Filed')}>{row.filed}</td>
              <td className="date" data-label={t('任期', 'Term')}>{t(`${row.since} 至 ${row.until}`, `${row.since} to ${row.until}`)}</td>
              <td className="date" data-label={t('最近指导', 'Last guided')}>{row.guided ?? '—'}</td>
              <td className="date" data-label={t('办公电话', 'Phone')}>{row.contact ?? '—'}</td>
              <td data-label={t('状态', 'State')}>
                {row.dissolved !== undefined ? t(`${row.dissolved} 撤销，由${row.successor?.name ?? ''}接续`, `Dissolved ${row.dissolved}; followed by ${row.successor?.name ?? ''}`)
                  : row.over ? <span className="figure-late">! {t('任期已满，请换届', 'Term is over')}</span> : row.late ? <span className="figure-late">! {t('未按年度指导', 'Not guided in the year')}</span> : t('在册', 'Stands')}
              </td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </>
  )
}
