import { legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import { system } from '../../kernel/post.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { countyOf } from '../../kernel/region.ts'
import { act } from '../../store/act.ts'
import type { House } from '../../store/house.ts'
import { stableId } from '../../store/stable-id.ts'
import { loadByMonth } from './communities.ts'
import { daysOf, monthOf, type Month } from './months.ts'

/** The ceilings of one community in a month, and the per cent of them from which it comes near; defaults of the product, or the county's own. */
export type Ceiling = { readonly minutes: number; readonly forms: number; readonly near: number }

export const ceilingOn = (law: Law, day: string): Ceiling => ({
  minutes: Number(law.figure('burden.month-hours', day).value) * 60, forms: Number(law.figure('burden.month-forms', day).value), near: Number(law.figure('burden.near', day).value),
})

export type Standing = 'over' | 'near' | 'within'

/** Where a month's load stands to the ceilings: over one of them, near one, or within both. */
export const standingOf = (load: { readonly minutes: number; readonly forms: number }, ceiling: Ceiling): Standing => {
  const pairs = [[load.minutes, ceiling.minutes], [load.forms, ceiling.forms]] as const
  if (pairs.some(([value, most]) => value > most)) return 'over'
  return pairs.some(([value, most]) => value * 100 >= most * ceiling.near) ? 'near' : 'within'
}

/**
 * Warns of each community that has been given more than a ceiling in the month of `now`: once a month for each, however often it is asked. Townships
 * that were given work are not communities and have no ceiling. Returns how many warnings were raised now.
 */
export const warnOfBurden = async (house: House, counties: readonly string[], now: Date): Promise<number> => {
  const today = legalDay(now)
  const ceiling = ceilingOn(house.law, today)
  let raised = 0
  for (const county of counties.filter(code => code === countyOf(code) && code.length === 6)) {
    for (const one of await unwarned(house, county, monthOf(today), ceiling)) {
      const answer = await act(house, system, {
        id: one.id, procedure: 'burden-warning', step: 'raise',
        input: { village: one.community, month: daysOf(monthOf(today))[0], minutes: one.minutes, ceilingMinutes: ceiling.minutes, forms: one.forms, ceilingForms: ceiling.forms },
      }, now)
      // Another server may have come first, or the community is one that has ended.
      if (!isRefusal(answer) && !answer.repeated) raised += 1
      else if (isRefusal(answer) && !['repeated-other-input', 'bad-input'].includes(answer.code)) throw new Error(`a warning of burden was refused: ${answer.code}`)
    }
  }
  return raised
}

const unwarned = (house: House, county: string, month: Month, ceiling: Ceiling) => house.database.scoped(system, async tx => {
  const over = (await loadByMonth(tx, { region: county, counties: [county] }, [month]))
    .filter(one => one.community.length === 12 && standingOf(one, ceiling) === 'over').map(one => ({ ...one, id: stableId('burden', one.community, month) }))
  const known = await tx.query<{ id: string }>('select id from matter where county = $1 and id = any($2::text[]::uuid[])', [county, `{${over.map(one => one.id).join(',')}}`])
  return over.filter(one => !known.some(({ id }) => id === one.id))
})
