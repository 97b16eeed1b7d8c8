import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Sizes } from './Sizes.tsx'

/** Beside the form of an appointment: whether its township wants grid workers, and which grids are too large or too small for one (Art. 21.2, 21.3). Nobody is named. */
export const Manning = ({ township }: { readonly township: string }) => {
  const { t } = useLang()
  const { data } = useAsk(paths.gridWorkers(township), { fresh: 30_000 })
  if (data === undefined) return null
  const { villages, vacant, rows, band } = data
  const sizes = rows.flatMap(row => row.outside.map(({ grid, households }) => ({ region: grid, households, side: households < band.least ? 'below' as const : 'above' as const })))
  return (
    <aside className="panel" aria-labelledby="manning-title">
      <h2 id="manning-title">{t('网格员配置', 'Grid workers')}</h2>
      <p>{vacant === 0 ? t('每村（社区）都有专职网格员', 'Each village has one full-time') : t(`${count(vacant)} / ${count(villages)} 个村（社区）没有专职网格员`, `${count(vacant)} of ${count(villages)} villages have none full-time`)}</p>
      <Sizes band={band} sizes={sizes} />
    </aside>
  )
}
