import { Button } from 'antd'
import type { Json } from '../../../kernel/words.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { useGridsAt } from '../../parts/useGridsAt.ts'

type Props = { readonly point: Json | undefined; /** The code of the place chosen. */ readonly place: Json | undefined; readonly choose: (place: RegionRef) => void }

/** The grid of the point given, offered as the place; near a border all of them, for a person to choose. */
export const GridChoice = ({ point, place, choose }: Props) => {
  const { t } = useLang()
  const grids = useGridsAt(point)
  if (grids.length === 0) return null
  return (
    <div className="propose" role="group" aria-label={t('位置所在的网格', 'The grid of the point')}>
      <span className="quiet">{grids.length > 1 ? t('位置在网格边界附近，属于哪个网格？', 'It lies near a border: in which grid?') : t('位置在：', 'That is in:')}</span>
      {grids.map(({ region, metres }) => (
        <Button key={region.code} size="small" type={region.code === place ? 'primary' : 'default'} aria-pressed={region.code === place} onClick={() => choose(region)}>
          {region.path.slice(-3).join(' › ')}{metres > 0 && t(`（距边界 ${Math.round(metres)} 米）`, ` (${Math.round(metres)} m off)`)}
        </Button>
      ))}
    </div>
  )
}
