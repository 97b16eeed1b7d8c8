import { randomUUID } from 'node:crypto'
import { refuse, Refused, type Refusal } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { postingMark, type Marked } from '../store/posting-mark.ts'
import type { Keys } from '../store/seal.ts'
import { stableId } from '../store/stable-id.ts'
import { sideOf, type Account, type Ledger } from './declared.ts'

/**
 * The one way anything is moved in a ledger. All of it runs as the platform, in the transaction of the step that caused it; the database sees to the balances
 * and to their floors (`store/sql/0045-ledger-in-one.sql`).
 *
 *   await transfer(tx, keys, [{ county, from: { ledger: 'points', region, kind: 'issued' }, to: { …, kind: 'household', owner }, amount: 5, pending: true, matter, at }])
 *   await resolve(tx, keys, { county, ids, as: 'post', matter, at })
 */

/** An amount (whole units, above 0) from one account to another of the same ledger. `reverses` moves back, wholly or in part, what was posted; it says why. */
export type Move = {
  readonly id?: string
  readonly county: string
  readonly from: Account
  readonly to: Account
  readonly amount: number
  readonly pending?: true
  readonly reverses?: string
  readonly reason?: string
  readonly matter: string
  readonly at: Date
}

export const accountId = (county: string, { ledger, region, kind, owner = '' }: Account): string => stableId('ledger account', county, ledger, region, kind, owner)

/** What the database says where it holds against a move, told as a refusal. */
const says: readonly (readonly [constraint: string, refusal: Refusal])[] = [
  ['ledger_account_floor', refuse('below-zero', words('余额不足，不能扣成负数', 'There is not enough: nothing may fall below zero'), { remedy: words('请刷新后按现有余额办理', 'Look again, and go by what is there now') })],
  ['ledger_transfer_once', refuse('resolved-already', words('该笔已经办结，不能再办一次', 'It was settled already, and is settled once'), { remedy: words('请刷新后查看结果', 'Look again to see how') })],
  ['ledger_transfer_reverses', refuse('reversed-already', words('该笔已经冲正，或者从未入账', 'It was moved back already, or never posted'))],
  ['ledger_transfer_resolves', refuse('not-pending', words('该笔不是待入账状态', 'It does not stand pending'))],
]

/** A transaction that failed is at its end; what stood in its way goes on as a refusal. */
const orRefuse = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    const told = error instanceof Error ? says.find(([constraint]) => error.message.includes(constraint)) : undefined
    throw told ? new Refused(told[1]) : error
  }
}

/** Posts, all or none; accounts that are not there yet are opened. */
const post = async (tx: Tx, keys: Keys, county: string, rows: readonly Marked[], accounts: readonly Account[]): Promise<void> => {
  if (rows.length === 0) return
  const named = new Map(accounts.map(({ owner = '', ...one }) => [accountId(county, { ...one, owner }), { ...one, owner, side: sideOf(one) }]))
  // One order for all, so that two acts that move the same accounts wait for one another.
  const opened = [...named].map(([id, one]) => ({ id, ...one })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const ordered = rows.toSorted((a, b) => (`${a.debit}${a.credit}` < `${b.debit}${b.credit}` ? -1 : 1)).map(row => ({ ...row, mark: postingMark(keys, row) }))
  await orRefuse(tx.query('select app_post_ledger($1, $2::text::jsonb, $3::text::jsonb)', [county, JSON.stringify(opened), JSON.stringify(ordered)]))
}

/** Moves amounts, all or none, and returns the ids of the transfers in the order given. Throws `Refused` where an account would cross its floor. */
export const transfer = async (tx: Tx, keys: Keys, moves: readonly Move[]): Promise<readonly string[]> => {
  const [first] = moves
  if (!first) return []
  const rows: readonly Marked[] = moves.map(({ id = randomUUID(), county, from, to, amount, pending, reverses = null, reason = null, matter, at }) => ({
    county, id, ledger: from.ledger, region: from.region, debit: accountId(county, from), credit: accountId(county, to), amount, state: pending ? 'pending' : 'posted', resolves: null, reverses, reason, matter, at: at.toISOString(),
  }))
  await post(tx, keys, first.county, rows, moves.flatMap(({ from, to }) => [from, to]))
  return rows.map(row => row.id)
}

type Resolving = { readonly county: string; readonly ids: readonly string[]; readonly as: 'post' | 'void'; readonly reason?: string; readonly matter: string; readonly at: Date }

/** Posts or voids what stands pending, each once. Throws `Refused` where one was settled before. A void says why. */
export const resolve = async (tx: Tx, keys: Keys, { county, ids, as, reason = null, matter, at }: Omit<Resolving, 'reason'> & { readonly reason?: string | null }): Promise<void> => {
  const found = await tx.query<{ id: string; ledger: string; region: string; debit: string; credit: string; amount: string }>(
    'select id, ledger, region, debit, credit, amount::text as amount from ledger_transfer where county = $1 and id = any($2::uuid[])', [county, `{${ids.join(',')}}`])
  await post(tx, keys, county, found.map(({ id, amount, ...row }) => ({ county, id: randomUUID(), ...row, amount: Number(amount), state: as, resolves: id, reverses: null, reason, matter, at: at.toISOString() })), [])
}

/** What an account has: posted, spoken for, still to come, and what of it may be used now. Whole units. */
export type Balance = { readonly posted: number; readonly going: number; readonly coming: number; readonly free: number }

const none: Balance = { posted: 0, going: 0, coming: 0, free: 0 }

/** The balances of the accounts of a ledger and kind in a region, by whose they are; those of `owners` alone where given. */
export const balances = async (tx: Tx, of: { readonly county: string; readonly ledger: Ledger; readonly region: string; readonly kind: string; readonly owners?: readonly string[] }): Promise<ReadonlyMap<string, Balance>> => {
  const rows = await tx.query<{ owner: string; posted: string; going: string; coming: string }>(
    `select owner, posted::text as posted, going::text as going, coming::text as coming from ledger_account
     where county = $1 and ledger = $2 and region = $3 and kind = $4 and ($5::text is null or owner in (select jsonb_array_elements_text($5::text::jsonb)))`,
    [of.county, of.ledger, of.region, of.kind, of.owners ? JSON.stringify(of.owners) : null])
  return new Map(rows.map(({ owner, posted, going, coming }) => [owner, { posted: Number(posted), going: Number(going), coming: Number(coming), free: Number(posted) - Number(going) }]))
}

/** The balance of one account; nothing where it was never used. */
export const balanceOf = async (tx: Tx, county: string, { ledger, region, kind, owner = '' }: Account): Promise<Balance> =>
  (await balances(tx, { county, ledger, region, kind, owners: [owner] })).get(owner) ?? none

