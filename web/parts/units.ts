import { countyOf, levelOf, isRegionCode } from '../../kernel/region.ts'
import type { SummonsBoard } from '../../server/wire.ts'
import * as paths from './paths.ts'
import { useAsk } from './useAsk.ts'

/** Units outside the county's command that stand in its register, for a place inside it. */
export const useUnits = (place: string | undefined): SummonsBoard['units'] => {
  const county = place !== undefined && isRegionCode(place) ? countyOf(place) : undefined
  return useAsk(county !== undefined && levelOf(county) === 'county' ? paths.summons(county, 1) : undefined, { fresh: 300_000 }).data?.units ?? []
}
