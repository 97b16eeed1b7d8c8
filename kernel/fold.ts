import { isRunning, nextDue, type Clock } from './clock.ts'
import { erasedTitle } from './erasure.ts'
import { sameLink, sameParty, type Holder, type Link, type Matter, type Party } from './matter.ts'
import type { Procedure } from './procedure.ts'
import type { Json } from './words.ts'

/**
 * What came of a step, as it is kept: the fold replays outcomes and never decides again, so that a mended
 * rule does not rewrite history. Absent fields mean unchanged; a `null` fact or clock is cleared.
 */
export type Outcome = {
  readonly stage?: string
  readonly region?: string
  readonly holder?: Holder
  readonly set?: { readonly [fact: string]: Json }
  readonly parties?: readonly Party[]
  /** Who took part until then and does no more. */
  readonly left?: readonly Party[]
  readonly links?: readonly Link[]
  readonly unlink?: readonly Link[]
  readonly clocks?: { readonly [name: string]: Clock | null }
  readonly counts?: { readonly [measure: string]: number }
  /** Facts whose values were erased by law with this entry, in whichever entry they had been given. `set` clears them. */
  readonly erased?: readonly string[]
  /** Hidden parties were made nobody with this entry. */
  readonly unlinked?: true
}

const without = <T>(record: { readonly [key: string]: T | null | undefined }): { readonly [key: string]: T } =>
  Object.fromEntries(Object.entries(record).filter((pair): pair is [string, T] => pair[1] !== null && pair[1] !== undefined))

const titleLength = 40

/** The beginning of the heading fact, at most 40 code points. */
export const titleOf = (procedure: Procedure, facts: { readonly [fact: string]: Json | undefined }): string => {
  const heading = facts[procedure.heading]
  const points = typeof heading === 'string' ? Array.from(heading.replaceAll(/\s+/g, ' ')) : []
  return points.length > titleLength ? `${points.slice(0, titleLength - 1).join('')}…` : points.join('')
}

/** The facts as they stand in the open: what is above internal only in its masked form. */
export const inTheOpen = (procedure: Procedure, set: { readonly [fact: string]: Json }): { readonly [fact: string]: Json } =>
  Object.fromEntries(Object.entries(set).map(([name, value]) => {
    const fact = procedure.facts[name]
    const hidden = fact !== undefined && (fact.class === 'sensitive' || fact.class === 'confidential')
    return [name, hidden && value !== null ? fact.mask(value) : value]
  }))

type Told = { readonly title: string; readonly facts: { readonly [fact: string]: Json } }

/** A matter's title and facts in two parts: as all who see it may know them, internal ones masked; and those internal, for who reads them. */
export const apart = (procedure: Procedure, { title, facts }: Pick<Matter, 'title' | 'facts'>): { readonly shown: Told; readonly internal: Told } => {
  const given = Object.entries(facts).filter((pair): pair is [string, Json] => pair[1] !== undefined)
  const isInternal = (name: string): boolean => procedure.facts[name]?.class === 'internal'
  const masked = isInternal(procedure.heading) ? procedure.facts[procedure.heading]?.mask(title) : title
  return {
    shown: {
      title: typeof masked === 'string' ? masked : '***',
      facts: Object.fromEntries(given.map(([name, value]) => [name, isInternal(name) ? procedure.facts[name]?.mask(value) ?? '***' : value])),
    },
    internal: { title, facts: Object.fromEntries(given.filter(([name]) => isInternal(name))) },
  }
}

/** The matter after one more entry. The same function serves the writer, the replay and the browser. */
export const apply = (procedure: Procedure, matter: Matter, at: string, outcome: Outcome): Matter => {
  const facts = outcome.set ? without<Json>({ ...matter.facts, ...inTheOpen(procedure, outcome.set) }) : matter.facts
  const joined = [...matter.parties, ...(outcome.parties ?? [])]
  const linked = [...matter.links, ...(outcome.links ?? [])]
  return {
    ...matter,
    stage: outcome.stage ?? matter.stage,
    region: outcome.region ?? matter.region,
    holder: outcome.holder ?? matter.holder,
    facts,
    title: outcome.erased?.includes(procedure.heading) ? erasedTitle : outcome.set && procedure.heading in outcome.set ? titleOf(procedure, facts) : matter.title,
    parties: joined.filter((party, i) => joined.findIndex(other => sameParty(other, party)) === i && !outcome.left?.some(gone => sameParty(gone, party))),
    links: linked.filter((link, i) => linked.findIndex(other => sameLink(other, link)) === i && !outcome.unlink?.some(gone => sameLink(gone, link))),
    clocks: outcome.clocks ? without<Clock>({ ...matter.clocks, ...outcome.clocks }) : matter.clocks,
    updated: at,
    seq: matter.seq + 1,
  }
}

/** A matter before its first entry. */
export const embryo = (procedure: Procedure, id: string, county: string, region: string, at: string): Matter => ({
  id, county, region, procedure: procedure.name, version: procedure.since, stage: '', title: '', holder: null,
  opened: at, updated: at, seq: 0, facts: {}, parties: [], links: [], clocks: {}, ...(procedure.confined && { confined: true as const }),
})

/** Replays a matter from its entries, oldest first. */
export const fold = (procedure: Procedure, start: Matter, entries: readonly { readonly at: string; readonly outcome: Outcome }[]): Matter =>
  entries.reduce((matter, entry) => apply(procedure, matter, entry.at, entry.outcome), start)

/** A matter is late once the clock of its stage has run out. */
export const isLate = (matter: Matter): boolean => matter.clocks['stage']?.fired === true

/** The date by which a matter is sorted and shown: its stage's own while that counts, else the next of the others. */
export const dueOf = (matter: Matter): string | undefined => {
  const stage = matter.clocks['stage']
  return stage && (stage.fired || isRunning(stage)) ? stage.due : nextDue(matter.clocks)
}
