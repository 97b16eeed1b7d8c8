import { apart, dueOf, isLate, type Outcome } from '../../kernel/fold.ts'
import { isRunning, type Clock } from '../../kernel/clock.ts'
import type { Matter } from '../../kernel/matter.ts'
import { isOpen, type Procedure } from '../../kernel/procedure.ts'
import type { Tx } from '../database.ts'
import type { Delta } from './tally.ts'

/** A non-public value on its way to its own row. */
export type SealedRow = { readonly fact: string; readonly class: string; readonly shared: boolean; /** Whose alone it is (`ofOffice` of the fact). */ readonly office: string | null; readonly value: string; readonly salt: string; readonly masked: unknown }

/** All that one entry writes, decided and folded. Bytes stand as hexadecimal text. */
export type Writing = {
  readonly procedure: Procedure
  readonly before: Matter
  readonly after: Matter
  readonly outcome: Outcome
  readonly at: string
  readonly step: string
  readonly act: string
  readonly given: string
  readonly actor: object
  readonly prev: string
  readonly hash: string
  readonly kept: object
  readonly sealed: readonly SealedRow[]
  readonly terms: { readonly add: readonly string[]; readonly drop: readonly string[] }
  readonly deltas: readonly Delta[]
  /** Identifier for each clock that now runs, by name: the act id of the step it will take. */
  readonly clockIds: { readonly [clock: string]: string }
}

/** Gathers numbered values while a statement is put together. */
const numbered = () => {
  const values: unknown[] = []
  return { values, $: (value: unknown): string => `$${values.push(value)}` }
}

/** The next in the sequence of matters' numbers, as text of seven digits or more. */
export const nextNumber = `to_char(nextval('matter_number'), 'FM999999999990000000')`

const matterPart = ({ procedure, before, after, hash }: Writing, $: (value: unknown) => string): string => {
  const { shown, internal } = apart(procedure, after)
  const row: readonly (readonly [column: string, value: string])[] = [
    ['region', $(after.region)], ['stage', $(after.stage)], ['title', $(shown.title)],
    ['holder_office', $(after.holder?.office ?? null)], ['holder_account', `${$(after.holder?.account ?? null)}::uuid`],
    ['updated', `${$(after.updated)}::timestamptz`], ['due', `${$(dueOf(after) ?? 'infinity')}::timestamptz`],
    ['late', `${$(isLate(after))}::boolean`], ['open', `${$(isOpen(procedure, after.stage))}::boolean`], ['published', `${$(procedure.stages[after.stage]?.published === true)}::boolean`], ['seq', `${$(after.seq)}::integer`],
    ['facts', `${$(JSON.stringify(shown.facts))}::jsonb`], ['clocks', `${$(JSON.stringify(after.clocks))}::jsonb`],
    ['parties', `${$(JSON.stringify(after.parties.filter(party => !party.hidden)))}::jsonb`], ['links', `${$(JSON.stringify(after.links))}::jsonb`],
    ['head', `decode(${$(hash)}, 'hex')`],
  ]
  const within: readonly (readonly [column: string, value: string])[] = [
    ['region', $(after.region)], ['holder_office', $(after.holder?.office ?? null)], ['title', $(internal.title)], ['facts', `${$(JSON.stringify(internal.facts))}::jsonb`],
  ]
  if (before.seq > 0) {
    return `m as (update matter set ${row.map(([c, v]) => `${c} = ${v}`).join(', ')} where county = $1 and id = $2::uuid),
    i as (update matter_internal set ${within.map(([c, v]) => `${c} = ${v}`).join(', ')} where county = $1 and id = $2::uuid)`
  }
  const opened = `${$(after.opened)}::timestamptz`
  return `n as (select $1 || '-' || to_char(${opened} at time zone 'Asia/Shanghai', 'YY') || '-' || ${nextNumber} as number),
    m as (insert into matter (county, id, number, procedure, version, opened, confined, ${row.map(([c]) => c).join(', ')})
      select $1, $2::uuid, n.number, ${$(procedure.name)}, ${$(procedure.since)}::date, ${opened}, ${after.confined === true}, ${row.map(([, v]) => v).join(', ')} from n),
    i as (insert into matter_internal (county, id, confined, ${within.map(([c]) => c).join(', ')}) values ($1, $2::uuid, ${after.confined === true}, ${within.map(([, v]) => v).join(', ')}))`
}

const entryPart = (w: Writing, $: (value: unknown) => string): string =>
  `e as (insert into entry (county, matter, seq, at, step, act, given, actor, stage, version, outcome, prev, hash)
    select $1, $2::uuid, ${$(w.after.seq)}::integer, ${$(w.at)}::timestamptz, ${$(w.step)}, decode(${$(w.act)}, 'hex'), decode(${$(w.given)}, 'hex'),
      ${$(JSON.stringify(w.actor))}::jsonb, ${$(w.after.stage)}, ${$(w.procedure.since)}::date, ${$(JSON.stringify(w.kept))}::jsonb, decode(${$(w.prev)}, 'hex'), decode(${$(w.hash)}, 'hex'))`

/** One more part of the statement, from rows of this shape; nothing where there are none. */
const part = ($: (value: unknown) => string, list: readonly unknown[] | undefined, shape: string, text: (from: string) => string): readonly string[] =>
  list === undefined || list.length === 0 ? [] : [text(`jsonb_to_recordset(${$(JSON.stringify(list))}::jsonb) as r(${shape})`)]

const runs = (clock: Clock | null | undefined): clock is Clock => clock !== null && clock !== undefined && isRunning(clock)

// A clock that ran has its row, so it is known which rows to insert, change and delete: an upsert asks the policies four times over.
const clockParts = ({ before, outcome, clockIds }: Writing, $: (value: unknown) => string): readonly string[] => {
  const all = Object.entries(outcome.clocks ?? {}).map(([clock, now]) => ({ clock, now, ran: runs(before.clocks[clock]) }))
  const running = all.flatMap(({ clock, now, ran }) => (runs(now) ? [{ ran, row: { clock, id: clockIds[clock], due: now.due, provisional: now.provisional, step: now.then } }] : []))
  const [fresh, changed] = [false, true].map(ran => running.filter(one => one.ran === ran).map(one => one.row))
  const ended = all.filter(({ now, ran }) => ran && !runs(now)).map(({ clock }) => ({ clock }))
  const shape = 'clock text, id uuid, due timestamptz, provisional boolean, step text'
  return [
    ...part($, fresh, shape, from => `d as (insert into deadline (county, matter, clock, id, due, provisional, step)
      select $1, $2::uuid, r.clock, r.id, r.due, r.provisional, r.step from ${from})`),
    ...part($, changed, shape, from => `c as (update deadline set id = r.id, due = r.due, provisional = r.provisional, step = r.step, attempts = 0, not_before = null
      from ${from} where deadline.county = $1 and deadline.matter = $2::uuid and deadline.clock = r.clock)`),
    ...part($, ended, 'clock text', from => `x as (delete from deadline using ${from} where deadline.county = $1 and deadline.matter = $2::uuid and deadline.clock = r.clock)`),
  ]
}

const childParts = (w: Writing, $: (value: unknown) => string): readonly string[] => [
  ...part($, w.sealed, 'fact text, class text, shared boolean, office text, value text, salt text, masked jsonb', from =>
    `s as (insert into sealed (county, matter, seq, fact, class, shared, office, value, salt, masked)
      select $1, $2::uuid, ${$(w.after.seq)}::integer, r.fact, r.class, r.shared, r.office, decode(r.value, 'hex'), decode(r.salt, 'hex'), r.masked from ${from})`),
  ...clockParts(w, $),
  ...part($, w.outcome.parties, 'role text, account uuid, office text, hidden boolean', from =>
    `p as (insert into party (county, matter, role, account, office, hidden, since)
      select $1, $2::uuid, r.role, r.account, r.office, coalesce(r.hidden, false), ${$(w.at)}::timestamptz from ${from} on conflict do nothing)`),
  ...part($, w.outcome.links, 'kind text, matter uuid', from =>
    `l as (insert into link (county, matter, kind, other) select $1, $2::uuid, r.kind, r.matter from ${from} on conflict do nothing)`),
  ...part($, w.outcome.unlink, 'kind text, matter uuid', from =>
    `u as (delete from link using ${from} where link.county = $1 and link.matter = $2::uuid and link.kind = r.kind and link.other = r.matter)`),
  ...part($, w.terms.add.map(term => ({ term })), 'term text', from =>
    `t as (insert into matter_term (county, term, opened, matter) select $1, r.term, ${$(w.after.opened)}::timestamptz, $2::uuid from ${from} on conflict do nothing)`),
  ...part($, w.terms.drop.map(term => ({ term })), 'term text', from =>
    `v as (delete from matter_term using ${from} where matter_term.county = $1 and matter_term.term = r.term and matter_term.opened = ${$(w.after.opened)}::timestamptz and matter_term.matter = $2::uuid)`),
  ...part($, w.deltas, 'region text, procedure text, measure text, month date, n integer', from =>
    `y as (insert into tally (county, region, procedure, measure, month, n) select $1, r.region, r.procedure, r.measure, r.month, r.n from ${from})`),
]

/** One entry and everything that follows from it, in one statement; who leaves is let go by what it says. Returns the number of a matter newly opened. */
export const write = async (tx: Tx, w: Writing): Promise<string | undefined> => {
  const { values, $ } = numbered()
  $(w.after.county)
  $(w.after.id)
  const parts = [matterPart(w, $), entryPart(w, $), ...childParts(w, $)]
  const [row] = await tx.query<{ number: string }>(`with ${parts.join(',\n')}\nselect ${w.before.seq > 0 ? `'' as number` : 'number from n'}`, values)
  if (w.outcome.gone) await tx.query('select app_let_go($1, $2::uuid)', [w.after.county, w.after.id])
  return w.before.seq > 0 ? undefined : row?.number
}
