import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { pathText } from '../../parts/Place.tsx'
import { useAreaLink } from './useAreaLink.ts'

/** The head of a row: the region, opening its own figures; villages and grids have none below them. */
export const RegionCell = ({ region, total }: { readonly region: RegionRef; readonly total: boolean }) => {
  const { t } = useLang()
  const areaLink = useAreaLink()
  const deeper = !total && region.level !== 'village' && region.level !== 'grid'
  return <th scope="row" title={pathText(region)}>{total ? t('合计', 'Total') : deeper ? <a href={areaLink(region.code)}>{region.name}</a> : region.name}</th>
}
