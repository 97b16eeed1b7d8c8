import type { VillagePoints } from '../../../../server/wire/points.ts'
import { useLang } from '../../../parts/lang.ts'
import { count } from '../../../parts/time.ts'
import { links } from '../../links.ts'

/** What was shown to the village, the newest first. */
export const Postings = ({ points: { postings } }: { readonly points: VillagePoints }) => {
  const { t, say } = useLang()
  return (
    <section aria-labelledby="postings-title">
      <h2 id="postings-title">{t('公示', 'Postings')}</h2>
      {postings.length === 0 ? <p className="quiet">{t('还没有公示过。', 'Nothing was shown yet.')}</p> : (
        <div className="table-scroll"><table className="plain-table">
          <thead><tr><th scope="col">{t('期次', 'Period')}</th><th scope="col" className="num">{t('条数', 'Lines')}</th><th scope="col" className="num">{t('积分', 'Points')}</th><th scope="col">{t('异议截止', 'Objections until')}</th></tr></thead>
          <tbody>{postings.map(one => (
            <tr key={one.matter}>
              <th scope="row"><a href={links.matter(one.matter)}>{one.title}</a>{one.shares && <div className="figure-late">! {say(one.shares)}</div>}</th>
              <td className="num">{count(one.lines)}</td><td className="num">{count(one.points)}</td>
              <td className="date">{one.until ?? t(`已期满（${one.shownOn} 公示）`, `over (shown ${one.shownOn})`)}</td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
    </section>
  )
}
