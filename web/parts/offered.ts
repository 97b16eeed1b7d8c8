import { ancestor, countyOf, isRegionCode, levelOf } from '../../kernel/region.ts'
import type { Json } from '../../kernel/words.ts'
import * as paths from './paths.ts'
import { useAsk } from './useAsk.ts'

/** What a register offers for a text: its value, and what is said beside it. */
export type Offered = { readonly value: string; readonly beside?: string }

/** What is offered for a text that suggests of a register, for a place: units outside the county’s command, households of the village by their doors or codes, what its points scheme names. */
export const useOffered = (suggests: Json | undefined, place: string | undefined): readonly Offered[] => {
  const known = place !== undefined && isRegionCode(place) ? place : undefined
  const county = known === undefined ? undefined : countyOf(known)
  const village = known === undefined ? undefined : ancestor(known, 'village')
  const units = useAsk(suggests === 'outside-unit' && county !== undefined && levelOf(county) === 'county' ? paths.summons(county, 1) : undefined, { fresh: 300_000 })
  const doors = useAsk((suggests === 'household' || suggests === 'household-code') && village !== undefined ? paths.households(village) : undefined, { fresh: 300_000 })
  const points = useAsk((suggests === 'points-item' || suggests === 'points-reward') && village !== undefined ? paths.points(village) : undefined, { fresh: 300_000 })
  return [
    ...(units.data?.units ?? []).map(({ name, phone }) => ({ value: name, ...(phone !== undefined && { beside: phone }) })),
    ...(doors.data?.rows ?? []).map(({ address, code }) => (suggests === 'household-code' ? { value: code, beside: address } : { value: address, beside: code.slice(13) })),
    ...((suggests === 'points-reward' ? points.data?.scheme?.rewards : points.data?.scheme?.items) ?? []).map(({ code, what }) => ({ value: code, beside: what })),
  ]
}
