import { countyOf, levelOf, rangeOf } from '../../kernel/region.ts'
import type { Actor } from '../../kernel/post.ts'
import { standTerm } from '../act/terms.ts'
import type { Tx } from '../database.ts'
import { columns, joinMatters, matters, type MatterRow } from '../matter-row.ts'

/** What a list is over, stated by the query itself; row-level security only stands behind it. */
export type ListScope = 'party' | 'mine' | 'office' | 'region'

export type ListAsk = {
  readonly scope: ListScope
  /** Counties to look in; those of the reader's reach. */
  readonly counties: readonly string[]
  readonly region?: string
  readonly procedure?: string
  readonly stages?: readonly string[]
  /** `late`: the stage's clock has run out. An instant: due before it. */
  readonly due?: 'late' | Date
  /** Exact terms, `fact=value`, all of which must hold. */
  readonly terms?: readonly string[]
  /** One matter by its number, ended or not: of one's own where the scope is that, else wherever the reader may see it, as an office sees what it handed on. */
  readonly number?: string
  /** Words to be found in the text, as their keyed terms; newest first, ended ones too. */
  readonly words?: readonly string[]
  /** Ended matters too: newest first, as none of them is due. */
  readonly all?: boolean
  /** Only those with a point, which of their facts that is, by procedure; as far as the reader is given it. */
  readonly pointed?: { readonly [procedure: string]: string }
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** A page of matters and the key of its last row, where more follow. */
export type ListPage = { readonly rows: readonly MatterRow[]; readonly last?: { readonly at: string; readonly id: string } }

const numbered = () => {
  const values: unknown[] = []
  return { values, $: (value: unknown): string => `$${values.push(value)}` }
}
type Put = (value: unknown) => string

/** The matters of a scope: what is due first in front; with words, or all of them: the newest. */
export const list = async (tx: Tx, actor: Actor, ask: ListAsk): Promise<ListPage> => {
  const terms = [...(ask.terms ?? []), ...(ask.words ?? [])]
  if (ask.words !== undefined && terms.length === 0) return { rows: [] }
  if (ask.scope !== 'party' && ask.counties.length === 0) return { rows: [] }
  const { values, $ } = numbered()
  const text = ask.number !== undefined ? ofNumber(actor, ask, ask.number, terms, $) : ask.scope === 'party' ? ofParty(actor, ask, terms, $) : await ofScope(tx, actor, { ...ask, counties: countiesOf(ask) }, terms, $)
  const rows = await tx.query<MatterRow & { key: string }>(text, values)
  const page = rows.slice(0, ask.limit)
  const end = page.at(-1)
  return { rows: page, ...(rows.length > ask.limit && end && { last: { at: end.key, id: end.id } }) }
}

const ofScope = async (tx: Tx, actor: Actor, ask: ListAsk, terms: readonly string[], $: Put): Promise<string> => {
  if (ask.words !== undefined || ask.all) return newest(await rarestFirst(tx, ask.counties, [...terms, ...standing(actor, ask, terms)]), actor, ask, $)
  if (terms.length === 0) return byDue(actor, ask, [], $)
  const [rarest, ...others] = await rarestFirst(tx, ask.counties, terms)
  return rarest && rarest.n < probe ? fewByDue([rarest, ...others], actor, ask, $) : byDue(actor, ask, terms, $)
}

const countiesOf = ({ region, counties }: ListAsk): readonly string[] => (region !== undefined && levelOf(region) !== 'city' ? [countyOf(region)] : counties)

/** The terms under which all that stands in the scope is found; across counties there are none. What is one's own may stand in another office too. */
const standing = (actor: Actor, ask: ListAsk, terms: readonly string[]): readonly string[] => {
  const region = ask.region ?? (ask.scope === 'region' ? actor.region : undefined)
  const office = ask.scope === 'office' || (ask.scope === 'mine' && terms.length === 0) ? actor.office : undefined
  return [...(region !== undefined && region !== '' && levelOf(region) !== 'city' ? [region] : []), ...(office === undefined ? [] : [office])].map(standTerm)
}

const filters = (ask: ListAsk, $: Put): readonly string[] => [
  ...(ask.procedure === undefined ? [] : [`m.procedure = ${$(ask.procedure)}`]),
  ...(ask.stages === undefined || ask.stages.length === 0 ? [] : [`m.stage in (${ask.stages.map($).join(', ')})`]),
  ...(ask.due === undefined ? [] : ask.due === 'late' ? ['m.late'] : [`m.due < ${$(ask.due.toISOString())}::timestamptz`]),
  ...(ask.pointed === undefined ? [] : [`(${['false', ...Object.entries(ask.pointed).map(([procedure, fact]) => `(m.procedure = ${$(procedure)} and i.facts -> ${$(fact)} is not null)`)].join(' or ')})`]),
]

/**
 * Further terms of a row of `m` or `d`, each looked up by its whole key. `offset 0` keeps the planner from turning the look-ups into joins: it
 * knows nothing of how words go together, and joined whole lists of frequent words before it read the newest twenty (171 ms of 100,000).
 */
const having = (terms: readonly string[], [opened, matter]: readonly [opened: string, matter: string], county: string, $: Put): readonly string[] =>
  terms.map(term => `exists (select from matter_term t where t.county = ${county} and t.term = ${$(term)} and t.opened = ${opened} and t.matter = ${matter} offset 0)`)

const ofMatter = ['m.opened', 'm.id'] as const

/** The scope's own indexed predicate. */
const scoped = (actor: Actor, ask: ListAsk, $: Put): readonly string[] => {
  if (ask.scope === 'mine') return [`m.holder_account = ${$(actor.account)}::uuid`, ...within(ask.region, $)]
  if (ask.scope === 'office') return [`m.holder_office = ${$(actor.office ?? '')}`, ...within(ask.region, $)]
  return within(ask.region ?? actor.region, $)
}

const within = (region: string | undefined, $: Put): readonly string[] => {
  if (region === undefined || region === '') return []
  const level = levelOf(region)
  if (level === 'city') return []
  if (level === 'county') return [`m.county = ${$(region)}`]
  if (level === 'township') return [`m.township = ${$(region)}`]
  const [from, before] = rangeOf(region)
  return level === 'grid' ? [`m.region = ${$(region)}`] : [`m.region >= ${$(from)} and m.region < ${$(before)}`]
}

// One sub-list for each county, each read off its own index, then merged: keys begin with the county.
const byDue = (actor: Actor, ask: ListAsk, terms: readonly string[], $: Put): string => {
  const after = ask.after === undefined ? [] : [`(m.due, m.id) > (${$(ask.after.at)}::timestamptz, ${$(ask.after.id)}::uuid)`]
  const where = [...scoped(actor, ask, $), 'm.open', ...filters(ask, $), ...having(terms, ofMatter, 'm.county', $), ...after]
  const most = ask.limit + 1
  return `select page.* from (values ${ask.counties.map(county => `(${$(county)})`).join(', ')}) c(county)
    cross join lateral (select ${columns}, m.due::text as key, m.due as sort from ${matters} where m.county = c.county collate "C" and ${where.join(' and ')} order by m.due, m.id limit ${most}) page
    order by page.sort, page.id limit ${most}`
}

const ofParty = (actor: Actor, ask: ListAsk, terms: readonly string[], $: Put): string => {
  const after = ask.after === undefined ? [] : [`(d.since, d.matter) < (${$(ask.after.at)}::timestamptz, ${$(ask.after.id)}::uuid)`]
  // Who has several parts in a matter stands in it once: by the last of them.
  const once = 'not exists (select from party q where q.county = d.county and q.matter = d.matter and q.account = d.account and (q.since, q.role) > (d.since, d.role))'
  const where = [`d.account = ${$(actor.account)}::uuid`, once, ...after, ...filters(ask, $), ...having(terms, ofMatter, 'm.county', $)]
  return `select ${columns}, d.since::text as key from party d ${joinMatters}
    where ${where.join(' and ')} order by d.since desc, d.matter desc limit ${ask.limit + 1}`
}

const ofNumber = (actor: Actor, ask: ListAsk, number: string, terms: readonly string[], $: Put): string => {
  const own = ask.scope === 'party' ? [`exists (select from party p where p.county = m.county and p.matter = m.id and p.account = ${$(actor.account)}::uuid)`] : []
  const where = [`m.county = ${$(number.split('-')[0] ?? '')}`, `m.number = ${$(number)}`, ...own, ...filters(ask, $), ...having(terms, ofMatter, 'm.county', $)]
  return `select ${columns}, m.id::text as key from ${matters} where ${where.join(' and ')}`
}

/** How many matters have a term, as far as that was looked. */
type Counted = { readonly term: string; readonly n: number }

const termOf = (terms: readonly Counted[]): readonly string[] => terms.map(one => one.term)

/** Read backwards off the list of the rarest term, until a page is full. */
const newest = (terms: readonly Counted[], actor: Actor, ask: ListAsk, $: Put): string => {
  const [driver, ...others] = termOf(terms)
  const after = ask.after === undefined ? [] : [`(d.opened, d.matter) < (${$(ask.after.at)}::timestamptz, ${$(ask.after.id)}::uuid)`]
  // The term comes as a value beside its county: put together in SQL it would not reach the index, as `||` is not leakproof.
  const lists = ask.counties.map(county => `(${$(county)}, ${$(driver ?? standTerm(county))})`).join(', ')
  const where = ['d.county = c.county collate "C"', 'd.term = c.term collate "C"', ...having(others, ['d.opened', 'd.matter'], 'd.county', $), ...after, ...scoped(actor, ask, $), ...filters(ask, $)]
  const most = ask.limit + 1
  return `select page.* from (values ${lists}) c(county, term)
    cross join lateral (select ${columns}, d.opened::text as key, d.opened as sort from matter_term d ${joinMatters}
      where ${where.join(' and ')} order by d.opened desc, d.matter desc limit ${most}) page
    order by page.sort desc, page.id desc limit ${most}`
}

/** All of a term that few have, then in order of what is due. */
const fewByDue = (terms: readonly Counted[], actor: Actor, ask: ListAsk, $: Put): string => {
  const [driver = '', ...others] = termOf(terms)
  const after = ask.after === undefined ? [] : [`(m.due, m.id) > (${$(ask.after.at)}::timestamptz, ${$(ask.after.id)}::uuid)`]
  const where = [`d.term = ${$(driver)}`, ...having(others, ['d.opened', 'd.matter'], 'd.county', $), 'm.open', ...scoped(actor, ask, $), ...filters(ask, $), ...after]
  return `select ${columns}, m.due::text as key from matter_term d ${joinMatters}
    where d.county in (${ask.counties.map($).join(', ')}) and ${where.join(' and ')} order by m.due, m.id limit ${ask.limit + 1}`
}

/** How many matters are looked at to tell which of the terms is the rarest. */
const probe = 2000

const rarestFirst = async (tx: Tx, counties: readonly string[], terms: readonly string[]): Promise<readonly Counted[]> => {
  if (terms.length === 0) return []
  const { values, $ } = numbered()
  const inCounties = counties.map($).join(', ')
  const counts = terms.map(term => `(select count(*)::int from (select from matter_term where county in (${inCounties}) and term = ${$(term)} limit ${probe}) x)`)
  const [row] = await tx.query<{ counts: readonly number[] }>(`select array[${counts.join(', ')}] as counts`, values)
  return terms.map((term, i) => ({ term, n: row?.counts[i] ?? 0 })).toSorted((a, b) => a.n - b.n)
}
