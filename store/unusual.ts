import { legalDay, startOfLegalDay } from '../kernel/calendar.ts'
import { system } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { act } from './act.ts'
import type { House } from './house.ts'
import { stableId } from './stable-id.ts'

type Unusual = { readonly county: string; readonly account: string; readonly office: string; readonly people: number; readonly readings: number; readonly idle: number }

/**
 * What each officer read in a legal day of a county: about how many people, the roll of their own place, which they read by duty, left out, in how many readings, and how many matters that had ended before and
 * in which they never took a step. Nobody is listed who stays within both figures.
 */
const unusualOf = (house: House, county: string, day: string, most: { readonly people: number; readonly idle: number }): Promise<readonly Unusual[]> =>
  house.database.scoped(system, tx => tx.query<Unusual>(
    `select * from (
       select l.county, l.account, max(l.office) as office, (count(distinct l.matter) + coalesce(sum(l.people) filter (where l.register is not null and l.purpose <> 'duty'), 0))::int as people, count(*)::int as readings,
         (count(distinct l.matter) filter (where not m.open and m.updated < l.at
           and not exists (select from entry e where e.county = l.county and e.matter = l.matter and e.actor ->> 'account' = l.account::text)))::int as idle
       from access_log l left join matter m on m.county = l.county and m.id = l.matter
       where l.county = $1 and l.at >= $2::timestamptz and l.at < $2::timestamptz + interval '1 day' and l.office is not null group by l.county, l.account) counted
     where people > $3 or idle > $4`, [county, startOfLegalDay(day).toISOString(), most.people, most.idle]))

/**
 * Raises a check of unusual reading for each officer who read, in the legal day of `now`, about more people than the rule says, or more ended
 * matters that were no work of theirs (Art. 20.2). Once a day for each; a check judges, this only asks. Returns how many were raised now.
 */
export const raiseUnusual = async (house: House, counties: readonly string[], now: Date): Promise<number> => {
  const day = legalDay(now)
  const most = { people: Number(house.law.figure('access.unusual-people', day).value), idle: Number(house.law.figure('access.unusual-closed', day).value) }
  let raised = 0
  for (const county of counties) {
    for (const { account, office, people, readings, idle } of await unusualOf(house, county, day, most)) {
      const why = people > most.people ? 'manyPeople' : 'outsideDuty'
      const summary = why === 'manyPeople' ? `${day} 一日内查看多人信息 · Many people read about in one day` : `${day} 查看已办结且非本人经办的事项 · Ended matters read that were no work of theirs`
      const answer = await act(house, system, {
        // The same for the same officer, county, day and reason: asked again, it is the check already raised.
        id: stableId('unusual', county, account, day, why), procedure: 'access-check', step: 'raise',
        input: { place: county, summary, whose: account, office, why, from: day, to: day, people: Math.max(1, why === 'manyPeople' ? people : idle), readings },
      }, now)
      // Asked again with a higher count it is the same check, and refused as that.
      if (!isRefusal(answer) && !answer.repeated) raised += 1
      else if (isRefusal(answer) && answer.code !== 'repeated-other-input') throw new Error(`a check of unusual reading was refused: ${answer.code}`)
    }
  }
  return raised
}
