import { startOfLegalDay } from '../kernel/calendar.ts'
import { isUuid } from '../kernel/facts.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { asPlatform } from '../store/house.ts'

/** Enters an order that came past the platform among the given work, or says what has become of it. It names no person. */
export const recordOutsideOrder = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['title'] === undefined) {
    await tx.query('update given_work set state = $3, open = $4::boolean, issuer = coalesce($5, issuer) where county = $1 and matter = $2::uuid',
      [row['county'], row['matter'], row['state'], row['open'], row['issuer'] ?? null])
    return
  }
  await tx.query(
    `insert into given_work (county, matter, number, community, township, issuer, kind, form, title, since, until, minutes, state, open)
     select $1, $2::uuid, number, $3, left($3, 9), $4, 'outside', $5, $6, $7::date, $8::date, $9::integer, $10, $11::boolean from matter where county = $1 and id = $2::uuid`,
    [row['county'], row['matter'], row['community'], row['issuer'], row['form'], row['title'], row['since'], row['until'], row['minutes'], row['state'], row['open']])
}

/**
 * A commission of this issuer that came to this community through the gate, by the id of either its own matter or the community's task: its number.
 * One that was there before the order came (`came`) is not the order brought in, and one brings in one order.
 */
export const brought = asPlatform(async (own, { commission, community, issuer, county, came }) =>
  (isUuid(commission) ? (await own.query<{ number: string }>(
    `select g.number from given_work g left join matter m on m.county = g.county and m.id = g.matter
     where g.county = $1 and g.community = $2 and g.issuer = $3 and g.kind <> 'outside' and (g.source = $4::uuid or g.matter = $4::uuid)
       and coalesce(m.opened, g.since::timestamptz) >= $5::timestamptz
       and not exists (select from link l join given_work o on o.county = l.county and o.matter = l.matter
         where l.county = g.county and l.kind = 'adopted' and l.other in (g.matter, g.source) and o.community = g.community)
     order by g.number limit 1`,
    [county, community, issuer, commission, startOfLegalDay(typeof came === 'string' ? came : '1970-01-01').toISOString()]))[0] : undefined))
