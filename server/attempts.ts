import { createHash } from 'node:crypto'
import { legalDay } from '../kernel/calendar.ts'
import { regionOfOffice, system } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { notForUs } from '../procedures/6-liability/competence.ts'
import { act } from '../store/act.ts'
import type { Tx } from '../store/database.ts'
import type { House } from '../store/house.ts'

type Attempt = { readonly act: string; readonly at: Date; readonly office: string; readonly code: string; readonly item: string | null; readonly communities: number }

const dayInMs = 86_400_000

/** The same for the same attempts: asked again, it is the check already raised. */
const idOf = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** All that these offices tried and were refused, the oldest first, where one has tried often enough of late. */
const attemptsOf = (tx: Tx, counties: readonly string[], since: Date, now: Date, many: number): Promise<readonly Attempt[]> =>
  tx.query<Attempt>(
    `select a.act, a.at, a.office, a.code, a.item, cardinality(a.communities) as communities from refused_attempt a
     where a.county = any($1::text[]) and a.at <= $3::timestamptz
       and a.office in (select office from refused_attempt where county = any($1::text[]) and at > $2::timestamptz and at <= $3::timestamptz group by office having count(*) >= $4::integer)
     order by a.office, a.at, a.act`, [`{${counties.join(',')}}`, since.toISOString(), now.toISOString(), many])

/** Attempts of one office in groups, each of as many as raise a check, none further apart than the window; no attempt counts twice. */
export const groupsOf = <A extends { readonly at: Date }>(attempts: readonly A[], many: number, days: number): readonly (readonly A[])[] => {
  const groups: A[][] = []
  let open: A[] = []
  for (const one of attempts) {
    open = [...open.filter(earlier => one.at.getTime() - earlier.at.getTime() < days * dayInMs), one]
    if (open.length === many) {
      groups.push(open)
      open = []
    }
  }
  return groups
}

/**
 * Raises a check of each office that the gate refused as often as the rule says within its window (Art. 50.2). A refused attempt is no breach, however
 * often: whoever decides on that office verifies. Returns how many were raised now.
 */
export const raiseAttempts = async (house: House, counties: readonly string[], now: Date): Promise<number> => {
  const day = legalDay(now)
  const [many, days] = [Number(house.law.figure('breach.attempts', day).value), Number(house.law.figure('breach.attempts-window', day).value)]
  const since = new Date(now.getTime() - days * dayInMs)
  const attempts = await house.database.scoped(system, tx => attemptsOf(tx, counties, since, now, many))
  let raised = 0
  for (const [office, own] of Map.groupBy(attempts, one => one.office)) {
    // Nobody here decides on the city’s own heads.
    if (notForUs(office)) continue
    for (const group of groupsOf(own, many, days)) {
      const last = group.at(-1)
      if (!last || last.at <= since) continue
      const answer = await act(house, system, {
        id: idOf('attempts', office, last.act), procedure: 'breach-clue', step: 'raise',
        input: {
          kind: 'passedDown', accused: office, place: regionOfOffice(office), summary: `${days} 天内 ${many} 次向村（社区）交办工作被拦截`,
          attempts: group.map(one => ({ on: legalDay(one.at), code: one.code, ...(one.item !== null && { item: one.item }), communities: one.communities })),
        },
      }, now)
      if (!isRefusal(answer) && !answer.repeated) raised += 1
      else if (isRefusal(answer) && answer.code !== 'repeated-other-input') throw new Error(`a check of repeated attempts was refused: ${answer.code}`)
    }
  }
  return raised
}
