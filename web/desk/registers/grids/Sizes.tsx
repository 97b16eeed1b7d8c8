import type { GridSize } from '../../../../server/wire/grids.ts'
import { useLang } from '../../../parts/lang.ts'
import { count } from '../../../parts/time.ts'

type Props = { readonly band: { readonly least: number; readonly most: number }; readonly sizes: readonly GridSize[] }

/** 规模适度: grids with fewer or more households than the band allows, each named (Art. 21.2). */
export const Sizes = ({ band, sizes }: Props) => {
  const { t } = useLang()
  if (sizes.length === 0) return null
  const of = (side: GridSize['side']) => sizes.filter(one => one.side === side)
  const told = (list: readonly GridSize[]): string => list.map(one => t(`${one.region.path.slice(-2).join(' › ')}（${count(one.households)} 户）`, `${one.region.path.slice(-2).join(' › ')} (${count(one.households)})`)).join(t('、', ', '))
  return (
    <>
      <h3>{t(`户数不在 ${count(band.least)}—${count(band.most)} 户之间的网格 ${sizes.length}`, `Grids not of ${count(band.least)} to ${count(band.most)} households: ${sizes.length}`)}</h3>
      {of('below').length > 0 && <p>{t('偏少：', 'Too few: ')}{told(of('below'))}</p>}
      {of('above').length > 0 && <p>{t('偏多：', 'Too many: ')}{told(of('above'))}</p>}
    </>
  )
}
