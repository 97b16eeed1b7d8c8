import { system } from '../../kernel/post.ts'
import type { Database, Tx } from '../../store/database.ts'

export type Kind = 'webhook' | 'push' | 'email' | 'sms'

/** Two lanes, each sent by itself: a program that never answers takes up its own, and nobody’s code or notice waits behind it. */
export const lanes = ['people', 'programs'] as const
export type Lane = (typeof lanes)[number]

/** One thing to send: what of, and to which webhook or channel. */
export type Delivery = {
  readonly id: string
  readonly kind: Kind
  readonly target: string
  readonly what: 'entry' | 'notice' | 'code' | 'trial'
  readonly of_county: string | null
  readonly matter: string | null
  readonly seq: number | null
  readonly notice: string | null
  readonly made: Date
  readonly attempts: number
}

/** What became of one try. `dropped`: nobody is to have it any more. */
export type Outcome =
  | { readonly did: 'sent'; readonly status?: number }
  | { readonly did: 'dropped'; readonly why: string }
  | { readonly did: 'put-off'; readonly until: Date }
  | { readonly did: 'failed'; readonly why: string; readonly status?: number; readonly again?: Date }

/** Seconds for which who took a delivery has it to themselves; of a process that died, another takes it up after that. */
const lease = 120

const columns = 'id, kind, target, what, of_county, matter, seq, notice, made, attempts'

/** Takes what is due in a lane, the longest waiting first; what another server has in hand is passed over. No transaction stays open while it is sent. */
export const take = (database: Database, lane: Lane, now: Date, most: number): Promise<readonly Delivery[]> =>
  database.scoped(system, tx => tx.query<Delivery>(
    `update delivery set attempts = attempts + 1, not_before = $1::timestamptz + make_interval(secs => ${lease})
     where id in (select id from delivery where state = 'waiting' and (kind = 'webhook') = $3::boolean and not_before <= $1::timestamptz order by not_before, id limit $2 for update skip locked) returning ${columns}`,
    [now.toISOString(), most, lane === 'programs']))

/** Settles a try. What was sent to programs is kept for some days, to be looked at and sent again; what was sent to people goes at once. */
export const settle = (database: Database, { id, kind }: Delivery, outcome: Outcome, now: Date): Promise<void> =>
  database.scoped(system, async tx => {
    const at = now.toISOString()
    if (outcome.did === 'dropped' || (outcome.did === 'sent' && kind !== 'webhook')) await tx.query('delete from delivery where id = $1::uuid', [id])
    else if (outcome.did === 'sent') await tx.query(`update delivery set state = 'sent', settled = $2::timestamptz, status = $3::int, why = null where id = $1::uuid`, [id, at, outcome.status ?? null])
    else if (outcome.did === 'put-off') await tx.query('update delivery set attempts = attempts - 1, not_before = $2::timestamptz where id = $1::uuid', [id, outcome.until.toISOString()])
    else if (outcome.again) await tx.query('update delivery set not_before = $2::timestamptz, status = $3::int, why = $4 where id = $1::uuid', [id, outcome.again.toISOString(), outcome.status ?? null, outcome.why])
    else await tx.query(`update delivery set state = 'dead', settled = $2::timestamptz, status = $3::int, why = $4 where id = $1::uuid`, [id, at, outcome.status ?? null, outcome.why])
  })

export const enqueue = async (tx: Tx, one: { readonly kind: Kind; readonly target: string; readonly what: 'code' | 'trial'; readonly id: string }, now: Date): Promise<void> => {
  await tx.query(`insert into delivery (id, kind, target, what, made, not_before) values ($1::uuid, $2, $3::uuid, $4, $5::timestamptz, $5::timestamptz)`, [one.id, one.kind, one.target, one.what, now.toISOString()])
}

/** Days for which what was sent, and what could not be, is kept. */
const kept = { sent: 7, dead: 30 }

export const forget = (database: Database, now: Date): Promise<void> =>
  database.scoped(system, async tx => {
    await tx.query(`delete from delivery where (state = 'sent' and settled < $1::timestamptz - make_interval(days => ${kept.sent})) or (state in ('dead', 'discarded') and settled < $1::timestamptz - make_interval(days => ${kept.dead}))`, [now.toISOString()])
  })

/** Where a delivery stands. `discarded`: it could not be sent, and an administrator laid it aside. */
export type State = 'waiting' | 'sent' | 'dead' | 'discarded'

/** A delivery as its owner sees it. */
export type Line = { readonly id: string; readonly what: string; readonly number: string | null; readonly seq: number | null; readonly made: Date; readonly state: State; readonly attempts: number; readonly not_before: Date; readonly status: number | null; readonly why: string | null }

/** The newest deliveries to one target, the dead ones first. A matter's number stands there once a try has found that it is theirs to know. */
export const linesOf = (tx: Tx, target: string, most: number): Promise<readonly Line[]> => tx.query<Line>(
  `select d.id, d.what, case when d.state = 'sent' or d.why is not null then m.number end as number, d.seq, d.made, d.state, d.attempts, d.not_before, d.status, d.why from delivery d left join matter m on m.county = d.of_county and m.id = d.matter
   where d.target = $1::uuid order by d.state = 'dead' desc, d.made desc, d.id limit ${most}`, [target])

export type Sums = { readonly target: string; readonly waiting: number; readonly sent: number; readonly dead: number }

export const sumsOf = (tx: Tx, targets: readonly string[]): Promise<readonly Sums[]> => tx.query<Sums>(
  `select target, count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent, count(*) filter (where state = 'dead')::int as dead
   from delivery where target = any($1::text::uuid[]) group by target`, [`{${targets.join(',')}}`])

/** Has deliveries sent again from the first try: those named, or all that are dead. How many. */
export const replay = async (tx: Tx, target: string, ids: readonly string[] | undefined, now: Date): Promise<number> => (await tx.query(
  `update delivery set state = 'waiting', attempts = 0, not_before = $2::timestamptz, settled = null, status = null, why = null, discarded_by = null, reason = null
   where target = $1::uuid and (case when $3::text is null then state = 'dead' else state <> 'waiting' and id = any($3::text::uuid[]) end) returning id`,
  [target, now.toISOString(), ids === undefined ? null : `{${ids.join(',')}}`])).length
