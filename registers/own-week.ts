import { daysAfter, legalDay } from '../kernel/calendar.ts'
import { rangeOf } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'

type Asked = { readonly account: string; readonly county: string; readonly region: string; readonly at: Date }

/** What one account did, acting as a grid worker or for a village committee, in the last seven legal days in its own area, by procedure, and how many matters fall due there within seven more. */
export type Week = { readonly from: string; readonly to: string; readonly done: readonly { readonly procedure: string; readonly count: number }[]; readonly waiting: number }

/** One account’s own week; asked for by that account alone, and never for several. */
export const ownWeek = async (tx: Tx, { account, county, region, at }: Asked): Promise<Week> => {
  const to = legalDay(at)
  const from = daysAfter(to, -6)
  const range = rangeOf(region)
  // By the account’s own steps: by the matters of the area it read all that ever was there.
  const done = await tx.query<{ procedure: string; count: number }>(
    `select m.procedure, count(*)::integer as count from app_steps_of($1, $5::uuid, $4::timestamptz, 'infinity') s join matter m on m.county = $1 and m.id = s.matter
     where m.region >= $2 and m.region < $3 group by m.procedure order by 2 desc, 1`, [county, ...range, `${from}T00:00:00+08:00`, account])
  const [open] = await tx.query<{ n: number }>(
    'select count(*)::integer as n from matter where county = $1 and region >= $2 and region < $3 and open and due <= $4::timestamptz', [county, ...range, `${daysAfter(to, 7)}T23:59:59+08:00`])
  return { from, to, done, waiting: open?.n ?? 0 }
}
