import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Matter } from '../../kernel/matter.ts'
import { clock, system } from '../../kernel/post.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { act, type Receipt } from '../../store/act.ts'
import { tick } from '../../store/clock.ts'
import type { House } from '../../store/house.ts'
import { around, columns, matters, toMatter, type Around, type MatterRow } from '../../store/matter-row.ts'
import { instant } from './play.ts'
import { people, type Name } from './world.ts'

/** What `act` answered, where it must not have been a refusal. */
export const took = (answer: Receipt | Refusal): Receipt => (isRefusal(answer) ? assert.fail(JSON.stringify(answer)) : answer)

/** What `act` answered, where it must have been one. */
export const refused = (answer: Receipt | Refusal): Refusal => (isRefusal(answer) ? answer : assert.fail('was not refused'))

/** A matter's row as the platform reads it; hidden parties are not among its parties. */
export const rowOf = async (house: House, id: string): Promise<Matter> => {
  const [row] = await house.database.scoped(system, tx => tx.query<MatterRow & Around>(`select ${columns}, ${around} from ${matters} where m.id = $1::uuid`, [id]))
  return row ? toMatter(row, row.parties, row.links) : assert.fail(`no matter ${id}`)
}

/** A play on the real database: the same words as in `play`, through `act` and `tick`. */
export const live = (house: House, from = '2026-06-08 10:00') => {
  let now = instant(from)
  const seen = new Set<string>()
  const nameOf = new Map(Object.entries(people).map(([name, { account }]) => [account, name as Name]))

  const step = async (who: Name, name: string, id: string, input: object): Promise<Receipt | Refusal> => {
    const { seq } = await rowOf(house, id)
    return act(house, people[who], { id: randomUUID(), matter: id, seq, step: name, input }, now)
  }

  return {
    now: (): Date => now,
    matter: (id: string): Promise<Matter> => rowOf(house, id),
    async opens(who: Name, input: object, name = 'report', procedure = 'request'): Promise<string> {
      return took(await act(house, people[who], { id: randomUUID(), procedure, step: name, input }, now)).id
    },
    async does(who: Name, name: string, id: string, input: object = {}): Promise<Receipt> {
      return took(await step(who, name, id, input))
    },
    async refused(who: Name, name: string, id: string, input: object = {}): Promise<Refusal> {
      return refused(await step(who, name, id, input))
    },
    /** Lets time pass; the clock takes what comes due on the way, at the moment it does. */
    async until(text: string): Promise<void> {
      const end = instant(text)
      for (;;) {
        const [next] = await house.database.scoped(clock, tx => tx.query<{ at: Date }>(
          'select coalesce(not_before, due) as at from deadline where coalesce(not_before, due) <= $1::timestamptz order by 1 limit 1', [end.toISOString()]))
        if (!next) break
        if (next.at > now) now = next.at
        assert.equal((await tick(house, now)).did, 'took')
      }
      now = end
    },
    /** Who was told of these matters since the last time this was asked, by name. */
    async heard(...matters: readonly string[]): Promise<readonly Name[]> {
      const rows = await house.database.owner(tx => tx.query<{ id: string; account: string; matter: string }>('select id, account, matter from notice'))
      const fresh = rows.filter(row => !seen.has(row.id) && matters.includes(row.matter))
      for (const row of fresh) seen.add(row.id)
      return fresh.map(row => nameOf.get(row.account) ?? assert.fail(`told a stranger: ${row.account}`)).toSorted()
    },
  }
}

export type Live = ReturnType<typeof live>
