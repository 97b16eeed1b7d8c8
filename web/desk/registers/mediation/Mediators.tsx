import type { MediatorView } from '../../../../server/wire/mediation.ts'
import { useLang } from '../../../parts/lang.ts'
import { links } from '../../links.ts'
import { Empty } from '../../states.tsx'

/** Mediators who serve: office, area, fields, languages, term. */
export const Mediators = ({ rows }: { readonly rows: readonly MediatorView[] }) => {
  const { t, say } = useLang()
  if (rows.length === 0) return <Empty title={t('这里还没有调解员', 'There is no mediator here yet')}><p>{t('由村（居）委会、乡镇（街道）或司法行政部门推荐，经审核、任命后上岗。', 'Nominated by the village committee, township or justice department, reviewed, then given the post.')}</p></Empty>
  const list = (all: readonly { readonly zh: string; readonly en: string }[]): string => all.length === 0 ? '—' : all.map(say).join(t('、', ', '))
  return (
    <div className="table-scroll">
      <table className="figures stacked">
        <thead><tr>
          <th scope="col">{t('姓名', 'Name')}</th><th scope="col">{t('调解委员会', 'Committee')}</th><th scope="col">{t('服务地区', 'Area')}</th><th scope="col">{t('专职或受邀', 'Kind')}</th>
          <th scope="col">{t('领域', 'Fields')}</th><th scope="col">{t('语言', 'Languages')}</th><th scope="col">{t('任期', 'Term')}</th>
        </tr></thead>
        <tbody>{rows.map(row => (
          <tr key={`${row.office.code} ${row.name} ${row.id ?? ''}`}>
            <th scope="row">{row.id === undefined ? row.name : <a href={links.matter(row.id)}>{row.name}</a>}</th>
            <td data-label={t('调解委员会', 'Committee')}>{row.office.name}</td>
            <td data-label={t('服务地区', 'Area')}>{row.place.path.slice(-2).join(' › ')}</td>
            <td data-label={t('专职或受邀', 'Kind')}>{row.kind ? say(row.kind) : <span className="quiet">{t('有岗位，未入册', 'A post, not in the register')}</span>}</td>
            <td data-label={t('领域', 'Fields')}>{list(row.fields)}</td>
            <td data-label={t('语言', 'Languages')}>{list(row.languages)}</td>
            <td className="date" data-label={t('任期', 'Term')}>{row.since === undefined ? '—' : t(`${row.since} 至 ${row.until ?? ''}`, `${row.since} to ${row.until ?? ''}`)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
