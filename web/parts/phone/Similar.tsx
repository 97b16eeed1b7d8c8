import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { longDay } from '../time.ts'
import { useAsk } from '../useAsk.ts'
import { Fold } from './Fold.tsx'
import { plainStage } from './plain-stages.ts'
import { useLater } from './useLater.ts'

/** Like reports of the same village: one's own counts beside them, and offices handle them together. Silent where there are none. */
export const Similar = ({ text, place }: { readonly text: string; readonly place: RegionRef | null }) => {
  const { lang, t, say } = useLang()
  const settled = useLater(text.trim(), 800)
  const found = useAsk(place === null || settled.length < 4 ? undefined : paths.likeReports(settled.slice(0, 200), place.code), { fresh: 60_000, keep: true })
  const rows = (found.data ?? []).map(one => ('row' in one ? one.row : one))
  return (
    <div role="status">
      {rows.length > 0 && (
        <Fold icon="info" title={t(`同样的事，可能已有人反映（${rows.length}）`, `Somebody may have said the same (${rows.length})`)}>
          <div className="stack tight">
            <p>{t('您照样可以提交：会一并办理，您有自己的编号、期限和评价。', 'You can still send yours: they are handled together, and you have your own number, dates and rating.')}</p>
            <ul className="list">
              {rows.map((row, at) => (
                <li key={at} className="line">
                  <span className="line-title">{row.title}</span>
                  <span className="small soft">{longDay(row.opened, lang)} · {say(plainStage(row.procedure, row.stage).now)}</span>
                </li>
              ))}
            </ul>
          </div>
        </Fold>
      )}
    </div>
  )
}
