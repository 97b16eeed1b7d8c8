import { clock } from '../kernel/post.ts'
import { isRefusal, Refused } from '../kernel/refusal.ts'
import { actIn } from './act.ts'
import type { House } from './house.ts'

type Due = { readonly county: string; readonly matter: string; readonly clock: string; readonly id: string; readonly step: string }

/** What became of one deadline: taken, put off after a fault, or none was due. */
export type Tick = { readonly did: 'took' | 'nothing' } | { readonly did: 'put-off'; readonly due: Due; readonly error: unknown }

/** The wait before a step that failed is tried again: a minute, doubled each time, at most six hours. */
const wait = `least(interval '6 hours', interval '1 minute' * power(2, least(attempts, 9)))`

/**
 * Takes the step of the one clock longest overdue, of any matter, assigned or not. Any number of servers may call it at once: a
 * deadline under another's lock is passed over, and so is a matter somebody is acting on: to wait for it would be to wait for
 * each other. One that fails is put off and holds up no other.
 */
export const tick = async (house: House, now = new Date()): Promise<Tick> => {
  let due: Due | undefined
  try {
    return await house.database.scoped(clock, async tx => {
      [due] = await tx.query<Due>(
        `select d.county, d.matter, d.clock, d.id, d.step from deadline d join matter m on m.county = d.county and m.id = d.matter
         where coalesce(d.not_before, d.due) <= $1::timestamptz and d.due <= $1::timestamptz
         order by coalesce(d.not_before, d.due), d.county, d.matter limit 1 for update of d, m skip locked`, [now.toISOString()])
      if (!due) return { did: 'nothing' }
      await actIn(tx, house, clock, { id: due.id, step: due.step, input: {}, matter: due.matter, county: due.county, fires: due.clock }, now)
      return { did: 'took' }
    })
  } catch (error) {
    if (!due) throw error
    const { county, matter, clock: name, id } = due
    await house.database.scoped(clock, tx => tx.query(
      `update deadline set not_before = $5::timestamptz + ${wait}, attempts = attempts + 1 where county = $1 and matter = $2::uuid and clock = $3 and id = $4::uuid`,
      [county, matter, name, id, now.toISOString()]))
    return { did: 'put-off', due, error: error instanceof Refused && isRefusal(error.refusal) ? error.refusal : error }
  }
}

/** Ticks until nothing is due or `most` were taken; returns how many steps the clock took and what failed. */
export const catchUp = async (house: House, now = new Date(), most = 1000): Promise<{ readonly took: number; readonly failed: readonly Tick[] }> => {
  const failed: Tick[] = []
  for (let took = 0; ;) {
    if (took + failed.length >= most) return { took, failed }
    const one = await tick(house, now)
    if (one.did === 'nothing') return { took, failed }
    if (one.did === 'took') took += 1
    else failed.push(one)
  }
}

/** Moves the counters' deltas into the sums of every level that a board shows, county by county; readers meanwhile see the same figures. */
export const foldTallies = async (house: House, counties: readonly string[]): Promise<void> => {
  for (const county of counties) {
    await house.database.scoped(clock, async tx => {
      // In the order of the keys, so that two servers folding at once wait for each other and don't lock crosswise.
      await tx.query(
        `with gone as (delete from tally where ctid in (select ctid from tally where county = $1 limit 100000 for update skip locked) returning *)
         insert into tally_sum (county, procedure, level, region, measure, month, n)
         select county, procedure, level, substr(region, 1, level), measure, month, sum(n) from gone cross join (values (6), (9), (15)) levels(level)
         group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6
         on conflict (county, procedure, level, region, measure, month) do update set n = tally_sum.n + excluded.n`, [county])
    })
  }
}
