import { isUuid } from '../kernel/facts.ts'
import type { Loader } from '../store/house.ts'
import type { LiveDirectory } from './live-directory.ts'

/** A matter named by another, as far as that one needs to know it, and only where the asker may see it: `{ matter }`. */
export const deliberationAt = (live: LiveDirectory): Loader => async (tx, { matter }) => {
  if (!isUuid(matter)) return undefined
  const [row] = await tx.query<{ procedure: string; stage: string; region: string; number: string }>('select procedure, stage, region, number from matter where id = $1::uuid', [matter])
  const name = row && (live.now.region(row.region)?.name ?? row.region)
  return row && { ...row, place: { zh: name, en: name } }
}

/** How many matters that point to one by a link of a kind still wait to be answered or done: `{ county, matter, kind }`. They are public. */
export const unanswered: Loader = async (tx, { county, matter, kind }) => {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from link l join matter m on m.county = l.county and m.id = l.matter
     where l.county = $1 and l.other = $2::uuid and l.kind = $3 and m.stage in ('waiting', 'doing')`, [county, matter, kind])
  return row?.n ?? 0
}
