import { point } from '../../kernel/facts.ts'
import { words } from '../../kernel/words.ts'
import type { Located } from '../../server/wire/grids.ts'
import * as paths from './paths.ts'
import { useLater } from './phone/useLater.ts'
import { useAsk } from './useAsk.ts'

const pointFact = point(words('地图位置', 'Point on the map'))

/** The grids that a point lies in or near the border of, the nearest first; none while it is half typed. */
export const useGridsAt = (given: unknown): Located['grids'] => {
  const at = pointFact.check(useLater(given, 400))
  return useAsk(at.ok ? paths.locate(at.value.lon, at.value.lat, at.value.datum) : undefined, { fresh: 600_000 }).data?.grids ?? []
}
