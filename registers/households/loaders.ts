import { isUuid } from '../../kernel/facts.ts'
import { isRegionCode, levelOf } from '../../kernel/region.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import type { Loader } from '../../store/house.ts'
import { householdNamed, householdOf, householdsIn, householdsNamed } from './read.ts'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The legal day asked for, `day` or that of the instant `at`. */
const dayOf = (ask: { readonly [name: string]: unknown }): string | undefined => {
  const [day, at] = [textIn(ask['day']), Date.parse(textIn(ask['at']))]
  return day !== '' ? day : Number.isNaN(at) ? undefined : legalDay(new Date(at))
}

/**
 * What the register says of households, asked as the platform: what a step decides must not depend on who takes it. Who lives there is never told.
 *
 * - `household`: `{ county, code, day }` or `{ account, day }` (the asker’s own) → one, or `undefined`
 * - `households`: `{ village, day }` → all of a village, or `{ county, codes, day }` → those named
 */
export const householdLoaders: { readonly [name: string]: Loader } = {
  household: async (tx, ask) => {
    const day = dayOf(ask)
    if (day === undefined) return undefined
    const { account } = ask
    return tx.as(system, own => (isUuid(account) ? householdOf(own, account, day) : householdNamed(own, textIn(ask['county']), textIn(ask['code']), day)))
  },
  households: async (tx, ask) => {
    const [day, village, { codes }] = [dayOf(ask), textIn(ask['village']), ask]
    if (day === undefined) return []
    if (Array.isArray(codes)) return tx.as(system, own => householdsNamed(own, textIn(ask['county']), codes.filter((one): one is string => typeof one === 'string'), day))
    return isRegionCode(village) && levelOf(village) === 'village' ? tx.as(system, own => householdsIn(own, village, day)) : []
  },
}
