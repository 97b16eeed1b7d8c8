import { isUuid } from '../../kernel/facts.ts'
import { isRegionCode, levelOf } from '../../kernel/region.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { asPlatform, type Loader } from '../../store/house.ts'
import { standingIn } from '../grids/ground.ts'
import { holdVillages } from './record.ts'
import { householdNamed, householdOf, householdsIn, householdsNamed } from './read.ts'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const isVillage = (code: string): boolean => isRegionCode(code) && levelOf(code) === 'village'

/** The legal day asked for, `day` or that of the instant `at`. */
const dayOf = (ask: { readonly [name: string]: unknown }): string | undefined => {
  const [day, at] = [textIn(ask['day']), Date.parse(textIn(ask['at']))]
  return day !== '' ? day : Number.isNaN(at) ? undefined : legalDay(new Date(at))
}

/**
 * What the register says of households, asked as the platform: what a step decides must not depend on who takes it. Who lives there is never told.
 *
 * - `household`: `{ county, code, day }` or `{ account, day }` (the asker’s own) → one, or `undefined`
 * - `household-ground`: `{ village, to, day }` → all of the villages concerned, and the codes of grids that stand there; held until the step is done, so that two changes at once are judged one after the other
 * - `households`: `{ village, day }` → all of a village, or `{ county, codes, day }` → those named
 */
export const householdLoaders: { readonly [name: string]: Loader } = {
  household: asPlatform(async (tx, ask) => {
    const [day, { account }] = [dayOf(ask), ask]
    if (day === undefined) return undefined
    return isUuid(account) ? householdOf(tx, account, day) : householdNamed(tx, textIn(ask['county']), textIn(ask['code']), day)
  }),
  households: asPlatform(async (tx, ask) => {
    const [day, village, { codes }] = [dayOf(ask), textIn(ask['village']), ask]
    if (day === undefined) return []
    if (Array.isArray(codes)) return householdsNamed(tx, textIn(ask['county']), codes.filter((one): one is string => typeof one === 'string'), day)
    return isVillage(village) ? householdsIn(tx, village, day) : []
  }),
  'household-ground': asPlatform(async (tx, ask) => {
    const [day, villages] = [dayOf(ask), [...new Set([textIn(ask['village']), textIn(ask['to'])])].filter(isVillage)]
    if (day === undefined) return { standing: [], grids: [] }
    const standing = []
    await holdVillages(tx, villages)
    for (const village of villages) standing.push(...await householdsIn(tx, village, day))
    return { standing, grids: (await standingIn(tx, villages)).filter(one => !one.ended).map(one => one.code) }
  }),
}
