import { officeCode, regionOfOffice, type Actor } from '../../../kernel/post.ts'
import { ancestor, parentOf } from '../../../kernel/region.ts'
import { phrases } from './phrases.ts'
import type { Tale } from './tale.ts'

const mistaken = ['urban-management', 'transport', 'housing', 'water', 'natural-resources', 'agriculture', 'market-regulation'] as const

const others = (t: Tale, right: string): readonly string[] => {
  const county = ancestor(t.village, 'county') ?? ''
  const town = officeCode(ancestor(t.village, 'township') ?? '', 'gov')
  return [...mistaken.map(kind => officeCode(county, kind)), town].filter(office => office !== right && t.cast.worker(t.random, office) !== undefined)
}

/** Where the routing table sends it when the centre of `region` dispatches. */
const routed = (t: Tale, region: string): string => {
  const found = t.directory.route({ category: t.telling.category, region: t.village, from: region })
  if (found === undefined) throw new Error(`no route for ${t.telling.category} in ${t.village}`)
  return found.office
}

const send = (t: Tale, dispatcher: Actor, office: string, reason?: string): boolean =>
  t.scribe.take(t.pace.office(t.scribe.at, 0.3, t.course.pace === 'late' ? 12 : 5), 'dispatch', dispatcher, { category: t.telling.category, office, ...(reason !== undefined && { dispatchReason: reason }) })

/** Sent to the wrong office and noticed before anybody there took it. */
const recall = (t: Tale, dispatcher: Actor): boolean =>
  t.scribe.take(t.pace.office(t.scribe.at, 0.2, 2), 'recall', dispatcher, { recallReason: t.random.pick(phrases.recall) })

const giveBack = (t: Tale, office: string, proposed: string): boolean =>
  t.scribe.take(t.pace.office(t.scribe.at, 0.5, 6), 'return', t.cast.worker(t.random, office), {
    returnReason: t.random.pick(phrases.returnReason), returnClause: t.random.pick(phrases.returnClause), proposedOffice: proposed,
  })

/** Dispatched, perhaps by a centre one level up, perhaps after being returned, ruled on or recalled. Gives the office that must accept, or nothing where the life ends. */
export const dispatch = (t: Tale, turn: Tale['course']['turn'] = t.course.turn): string | undefined => {
  const town = ancestor(t.village, 'township') ?? t.village
  const below = t.cast.dispatcher(t.random, town)
  if (turn === 'handedUp' && !t.scribe.take(t.pace.office(t.scribe.at, 0.5, 5), 'handUp', below, { handUpReason: t.random.pick(phrases.handUp) })) return undefined
  const dispatcher = turn === 'handedUp' ? t.cast.dispatcher(t.random, parentOf(town) ?? town) : below
  const right = routed(t, dispatcher.region)
  const wrong = turn === 'returned' || turn === 'ruled' || turn === 'recalled' ? t.random.some(others(t, right), 2) : []
  const [first, second] = wrong
  if (first !== undefined && !(send(t, dispatcher, first, t.random.pick(phrases.wrongOffice)) && (turn === 'recalled' ? recall(t, dispatcher) : giveBack(t, first, right)))) return undefined
  if (turn === 'ruled' && second !== undefined) {
    const ruling = send(t, dispatcher, second, t.random.pick(phrases.wrongOffice)) && giveBack(t, second, right)
    const above = parentOf(regionOfOffice(dispatcher.office ?? town)) ?? town
    return ruling && t.scribe.take(t.pace.office(t.scribe.at, 2, 9), 'rule', t.cast.dispatcher(t.random, above), { office: right, ruling: t.random.pick(phrases.ruling) }) ? right : undefined
  }
  return send(t, dispatcher, right) ? right : undefined
}
