import { createHmac, randomUUID } from 'node:crypto'
import type { Tx } from '../../../store/database.ts'
import type { DeliveryParts } from '../parts.ts'

export type ChannelKind = 'push' | 'email' | 'sms'
export type Language = 'zh' | 'en'

/** Where notices of one person go. */
export type Channel = {
  readonly id: string; readonly account: string; readonly kind: ChannelKind; readonly address: Uint8Array; readonly hint: string; readonly language: Language
  readonly wanted: boolean; readonly made: Date; readonly verified: Date | null; readonly code: number; readonly code_made: Date | null; readonly tries: number
}

const columns = 'id, account, kind, address, hint, language, wanted, made, verified, code, code_made, tries'

type Keys = Pick<DeliveryParts, 'sealed' | 'channelKey'>

const digestOf = ({ channelKey }: Keys, account: string, kind: ChannelKind, address: string): string =>
  createHmac('sha256', channelKey).update(`channel ${account} ${kind} ${address}`).digest('hex')

/** The address in the clear. Throws where it was sealed under another secret of the site. */
export const addressOf = ({ sealed }: Keys, { id, address }: Channel): string => {
  const opened = sealed.open(address, id)
  if (opened === undefined) throw new Error('a channel was sealed under another secret of the site')
  return opened
}

export const channelsOf = (tx: Tx, account: string): Promise<readonly Channel[]> =>
  tx.query<Channel>(`select ${columns} from channel where account = $1::uuid and (wanted or verified is not null) order by made, id`, [account])

export const channel = async (tx: Tx, id: string, account?: string): Promise<Channel | undefined> =>
  (await tx.query<Channel>(`select ${columns} from channel where id = $1::uuid and ($2::uuid is null or account = $2::uuid) for update`, [id, account ?? null]))[0]

/** How many an account has, and how many addresses to be verified it gave within a day, removed again or not. */
export const countsOf = async (tx: Tx, account: string, now: Date): Promise<{ readonly all: number; readonly fresh: number }> =>
  (await tx.query<{ all: number; fresh: number }>(
    `select count(*) filter (where wanted or verified is not null)::int as all, count(*) filter (where kind <> 'push' and verified is null and made > $2::timestamptz - interval '1 day')::int as fresh
     from channel where account = $1::uuid`, [account, now.toISOString()]))[0] ?? { all: 0, fresh: 0 }

export type Given = { readonly kind: ChannelKind; readonly address: string; readonly hint: string; readonly language: Language }

/** Keeps an address, or finds it kept already. What a browser says of itself needs no code. */
export const keepChannel = async (tx: Tx, keys: Keys, account: string, { kind, address, hint, language }: Given, now: Date): Promise<Channel | undefined> => {
  const digest = digestOf(keys, account, kind, address)
  const [known] = await tx.query<Channel>(`update channel set wanted = true, language = $3 where account = $1::uuid and digest = decode($2, 'hex') returning ${columns}`, [account, digest, language])
  if (known) return known
  const id = randomUUID()
  const at = now.toISOString()
  const [made] = await tx.query<Channel>(
    `insert into channel (id, account, kind, address, digest, hint, language, made, verified, code_made)
     values ($1::uuid, $2::uuid, $3, decode($4, 'hex'), decode($5, 'hex'), $6, $7, $8::timestamptz, $9::timestamptz, $10::timestamptz) returning ${columns}`,
    [id, account, kind, keys.sealed.seal(address, id).toString('hex'), digest, hint, language, at, kind === 'push' ? at : null, kind === 'push' ? null : at])
  return made
}

export const want = async (tx: Tx, id: string, wanted: boolean): Promise<void> => {
  await tx.query('update channel set wanted = $2::boolean where id = $1::uuid', [id, wanted])
  if (!wanted) await tx.query(`delete from delivery where target = $1::uuid and state = 'waiting'`, [id])
}

/** Removes an address. One not verified stays a day without being shown or sent to, so that nobody is sent code after code. */
export const removeChannel = async (tx: Tx, { id, verified, kind }: Pick<Channel, 'id' | 'verified' | 'kind'>): Promise<void> => {
  await tx.query('delete from delivery where target = $1::uuid', [id])
  await tx.query(verified === null && kind !== 'push' ? 'update channel set wanted = false where id = $1::uuid' : 'delete from channel where id = $1::uuid', [id])
}

/** Addresses never verified go after a day. */
export const forgetUnverified = async (tx: Tx, now: Date): Promise<void> => {
  await tx.query(`delete from channel where verified is null and made < $1::timestamptz - interval '1 day'`, [now.toISOString()])
}

/** Counts one more message of a day; whether it may still be sent. */
export const spend = async (tx: Tx, id: string, day: string, most: number): Promise<boolean> => (await tx.query(
  `update channel set sent = case when day = $2::date then sent + 1 else 1 end, day = $2::date where id = $1::uuid and not (day is not distinct from $2::date and sent >= $3::int) returning id`, [id, day, most])).length === 1
