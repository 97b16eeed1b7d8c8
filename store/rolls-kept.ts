import { legalDay } from '../kernel/calendar.ts'
import { system } from '../kernel/post.ts'
import type { House } from './house.ts'

/**
 * Lets the names on rolls of votes go whose matter ended as many months ago as the rule says (Art. 20.2), a few at a time; a hold keeps them, and an archive rule
 * that asks for longer. Any number of servers may call it at once. Returns how many rolls went.
 */
export const forgetRolls = (house: Pick<House, 'database' | 'law'>, now: Date, most = 50): Promise<number> =>
  house.database.scoped(system, async tx => {
    const months = Math.max(...(['retention.roll', 'archive.text'] as const).map(rule => Number(house.law.figure(rule, legalDay(now)).value)))
    const due = await tx.query<{ county: string; matter: string }>(
      `select r.county, r.matter from roll r join matter m on m.county = r.county and m.id = r.matter
       where r.forgotten is null and r.made <= $1::timestamptz and not m.open and app_held(r.county, r.matter, $1::timestamptz) is null
         and (select min(e.at) from entry e where e.county = m.county and e.matter = m.id and e.stage = m.stage) + make_interval(months => $2::int) <= $1::timestamptz
       order by r.made limit $3 for update of r skip locked`, [now.toISOString(), months, most])
    for (const { county, matter } of due) await tx.query('select app_forget_roll($1, $2::uuid, $3::timestamptz)', [county, matter, now.toISOString()])
    return due.length
  })
