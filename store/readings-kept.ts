import type { JsonObject } from '../kernel/words.ts'
import { legalDay, startOfLegalDay } from '../kernel/calendar.ts'
import { system } from '../kernel/post.ts'
import type { Tx } from './database.ts'
import type { Days } from './checkpoint/digest.ts'
import type { House } from './house.ts'

/** The first legal day whose readings are still kept: so many months before `now`, by the rule of the day. */
const keptFrom = (house: Pick<House, 'law'>, now: Date): string => {
  const months = Number(house.law.figure('access.log-kept', legalDay(now)).value)
  const [year = 0, month = 1] = legalDay(now).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10)
}

/** Lets readings go that are older than the rule asks to keep, whole months of them; the database itself keeps six months against whoever asks. Returns how many went. */
export const forgetReadings = async (house: House, counties: readonly string[], now: Date): Promise<number> => {
  const before = startOfLegalDay(keptFrom(house, now)).toISOString()
  let gone = 0
  for (const county of counties) {
    const [row] = await house.database.scoped(system, tx => tx.query<{ n: number }>('select app_forget_log($1, $2::timestamptz) as n', [county, before]))
    gone += row?.n ?? 0
  }
  return gone
}

/** How many readings a county's log holds of some days, and one digest over their marks: a row taken out later is missed. `undefined` where none are kept. */
export const readingsDigest = async (tx: Tx, county: string, { from, before }: Days): Promise<JsonObject | undefined> => {
  // The first checkpoint of a site vouches for no time before it.
  if (from === undefined) return undefined
  const [row] = await tx.query<{ rows: number; digest: string | null }>(
    `select count(*)::int as rows, encode(sha256(string_agg(mac, ''::bytea order by at, id)), 'hex') as digest from access_log
     where county = $1 and at >= $2::timestamptz and at < $3::timestamptz`,
    [county, startOfLegalDay(from).toISOString(), startOfLegalDay(before).toISOString()])
  return row === undefined || row.rows === 0 ? undefined : { rows: row.rows, digest: row.digest ?? '' }
}
