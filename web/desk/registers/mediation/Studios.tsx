import type { StudioView } from '../../../../server/wire/mediation.ts'
import { useLang } from '../../../parts/lang.ts'
import { links } from '../../links.ts'
import { Empty } from '../../states.tsx'

/** Studios under a mediator's name and model rooms, as recognised. */
export const Studios = ({ rows }: { readonly rows: readonly StudioView[] }) => {
  const { t, say } = useLang()
  if (rows.length === 0) return <Empty title={t('还没有认定的调解室、工作室', 'No studio is recognised yet')} />
  return (
    <div className="table-scroll">
      <table className="figures stacked">
        <thead><tr>
          <th scope="col">{t('名称', 'Name')}</th><th scope="col">{t('类型', 'Kind')}</th><th scope="col">{t('所在地', 'Place')}</th><th scope="col">{t('命名的调解员', 'Named after')}</th>
          <th scope="col">{t('开放时间', 'Open')}</th><th scope="col">{t('办公电话', 'Phone')}</th><th scope="col">{t('认定', 'Recognised')}</th><th scope="col">{t('最近复核', 'Last reviewed')}</th><th scope="col">{t('状态', 'State')}</th>
        </tr></thead>
        <tbody>{rows.map(row => (
          <tr key={row.id}>
            <th scope="row"><a href={links.matter(row.id)}>{row.name}</a></th>
            <td data-label={t('类型', 'Kind')}>{say(row.kind)}</td>
            <td data-label={t('所在地', 'Place')}>{row.place.path.slice(-2).join(' › ')}</td>
            <td data-label={t('命名的调解员', 'Named after')}>{row.mediator ?? '—'}</td>
            <td data-label={t('开放时间', 'Open')}>{row.hours ?? '—'}</td>
            <td className="date" data-label={t('办公电话', 'Phone')}>{row.contact ?? '—'}</td>
            <td className="date" data-label={t('认定', 'Recognised')}>{row.since}</td>
            <td className="date" data-label={t('最近复核', 'Last reviewed')}>{row.reviewed ?? '—'}</td>
            <td data-label={t('状态', 'State')}>{row.ended === undefined ? t('在册', 'Stands') : t(`${row.ended} 结束`, `Ended ${row.ended}`)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}
