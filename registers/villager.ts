import { isUuid } from '../kernel/facts.ts'
import { asPlatform } from '../store/house.ts'

/** Somebody of a village: who lives there, or holds a post there in the committee’s office or in the supervisory committee’s. */
export type Villager = { readonly name: string; readonly committee: boolean; readonly supervisory: boolean }

/** Accounts of a village that bear a name, of who lives there or works for its committee or supervisory committee. Asked for with `{ village, name, at }` (ISO 8601). */
export const namesakes = asPlatform(async (tx, { village, name, at }) => {
  if (typeof village !== 'string' || typeof name !== 'string' || typeof at !== 'string') return []
  const rows = await tx.query<{ account: string }>(
    `select a.id as account from account a where a.closed is null and a.name = $2 and (a.home = $1 or exists (
       select from post p where p.account = a.id and p.office in ($1 || '/committee', $1 || '/supervisory') and p.ended is null and p.since <= $3::timestamptz and (p.until is null or p.until > $3::timestamptz))) order by a.id`, [village, name, at])
  return rows.map(row => row.account)
})

/** Asked for with `{ village, account, at }` (ISO 8601); `undefined` for who neither lives nor works in that very village. */
export const villager = asPlatform(async (tx, { village, account, at }) => {
  if (!isUuid(account) || typeof village !== 'string' || typeof at !== 'string') return undefined
  const [row] = await tx.query<Villager & { readonly lives: boolean }>(
    `select a.name, coalesce(a.home = $2, false) as lives, coalesce(bool_or(p.office = $2 || '/committee'), false) as committee, coalesce(bool_or(p.office = $2 || '/supervisory'), false) as supervisory
     from account a left join post p on p.account = a.id and p.region >= $2 and p.region < $2 || ':' and p.ended is null and p.since <= $3::timestamptz and (p.until is null or p.until > $3::timestamptz)
     where a.id = $1::uuid and a.closed is null group by a.id, a.name, a.home`, [account, village, at])
  if (!row) return undefined
  const { lives, ...found } = row
  return lives || found.committee || found.supervisory ? found : undefined
})
