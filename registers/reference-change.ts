import { levels, type Level } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

/**
 * Carries an adopted change of reference data into the registers, in force from its day (`since`, legal day). The row before stays
 * for matters it was applied to; a category's newer row takes its place, a route of the same scope ends.
 */
export const recordReferenceChange = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['change'] === 'limit') await changeLimit(tx, row)
  else await changeRoute(tx, row)
}

const changeLimit = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    `insert into category (code, since, "group", zh, en, place, limit_amount, limit_unit, source_kind, source_zh, source_en, community)
     select code, $2::date, "group", zh, en, place, $3::integer, $4, 'local', $5, $5, community
     from category where code = $1 and since <= $2::date and (until is null or until > $2::date) order by since desc limit 1
     on conflict (code, since) do update set limit_amount = excluded.limit_amount, limit_unit = excluded.limit_unit,
       source_kind = excluded.source_kind, source_zh = excluded.source_zh, source_en = excluded.source_en`,
    [row['category'], row['since'], row['amount'], row['unit'], row['instrument']])
}

const changeRoute = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['category'], row['area'], row['from'], row['since']]
  await tx.query(
    `update route set until = $4::date where category = $1 and scope = $2 and "from" = $3 and since < $4::date and (until is null or until > $4::date)`, key)
  await tx.query(
    `insert into route (id, category, scope, "from", level, kind, priority, zh, en, since)
     select 'adopted-' || $5, c.code, $2, $3, $6, $7, 100,
       c.zh || '由' || o.zh || '承办（' || $4 || '起）', c.en || ' goes to ' || o.en || ' (from ' || $4 || ')', $4::date
     from category c, office o where c.code = $1 and o.kind = $7 and starts_with($2, left(o.region, 4)) and length(o.region) = $8::integer
     order by starts_with(o.region, $2) desc, c.since desc, o.code limit 1
     on conflict (id) do nothing`,
    [...key, row['matter'], row['level'], row['kind'], levels[row['level'] as Level].length])
}
