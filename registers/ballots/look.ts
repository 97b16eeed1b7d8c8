import { isUuid } from '../../kernel/facts.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform } from '../../store/house.ts'
import { pollOf, type Poll } from './poll.ts'

/** A vote as pages show it: how many may vote and how many took part, by now. */
export type Seen = Poll & { readonly units: number; readonly present: number; readonly published: boolean }

/** Ask as the platform. */
export const seenPoll = async (tx: Tx, matter: string): Promise<Seen | undefined> => {
  const poll = await pollOf(tx, matter)
  if (!poll) return undefined
  const [sums] = await tx.query<{ units: number; present: number; published: boolean }>(
    `select (select count(*)::int from roll_unit where county = $1 and matter = $2::uuid and struck is null) as units, (select count(*)::int from attendance where county = $1 and matter = $2::uuid) as present,
       (select published is not null from poll where county = $1 and matter = $2::uuid) as published`, [poll.county, matter])
  return { ...poll, units: sums?.units ?? 0, present: sums?.present ?? 0, published: sums?.published ?? false }
}

/** The units whose vote an account may cast in a vote, by number. Ask as the platform. */
export const ownUnits = (tx: Tx, matter: string, account: string): Promise<readonly { readonly number: number; readonly name: string; readonly took: boolean }[]> =>
  tx.query(
    `select u.number, u.name, a.number is not null as took from roll_voter v join roll_unit u using (county, matter, number) left join attendance a using (county, matter, number)
     where v.matter = $1::uuid and v.account = $2::uuid and u.struck is null order by u.number`, [matter, account])

/** Whether a line of the attendance book is one whose vote an account may cast, entered at the table and not by its phone: `{ matter, account, number }`. */
export const ownLine = asPlatform(async (tx, { matter, account, number }) =>
  isUuid(matter) && isUuid(account) && typeof number === 'number' && (await tx.query(
    `select from roll_voter v join attendance a using (county, matter, number) where v.matter = $1::uuid and v.account = $2::uuid and v.number = $3::int and a.way <> 'phone'`, [matter, account, number])).length > 0)

/** Where a roll lies and how it stands. Ask as the platform. */
export const rollHead = async (tx: Tx, matter: string): Promise<{ readonly county: string; readonly place: string; readonly kind: string; readonly frozen: Date | null; readonly digest: string | null } | undefined> =>
  (await tx.query<{ county: string; place: string; kind: string; frozen: Date | null; digest: string | null }>(`select county, place, kind, frozen, encode(digest, 'hex') as digest from roll where matter = $1::uuid`, [matter]))[0]
