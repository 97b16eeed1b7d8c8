import { apply, embryo, type Outcome } from '../../kernel/fold.ts'
import type { Matter, Party } from '../../kernel/matter.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { nobody } from '../../kernel/erasure.ts'
import { isObject, type Json } from '../../kernel/words.ts'
import { veiled, type Keys } from '../seal.ts'
import { partyKey } from './beside.ts'
import type { Erased, Note } from './fault.ts'
import type { Named } from './files.ts'
import type { Entry, Whole } from './read.ts'
import { openSealed } from './sealed.ts'

/** What the entries of a matter give. */
export type Replayed = {
  readonly matter: Matter
  /** When each party came to it. */
  readonly since: ReadonlyMap<string, string>
  /** Its number, where an entry keeps it: a matter of one entry has none yet. */
  readonly number: string | undefined
  readonly erased: readonly Erased[]
  readonly files: Named
}

/** Folds the entries of a matter with their values opened. An erased value is folded as none: the row must hold nothing of it either. */
export const replay = (keys: Keys, procedure: Procedure, whole: Whole, note: Note): Replayed => {
  const { row, entries: [first, ...later] } = whole
  const values = opener(keys, procedure, whole, note)
  const since = new Map<string, string>()
  const outcomeOf = (entry: Entry): Outcome => {
    const { seq, at, outcome: { number: _, parties: kept, ...rest } } = entry
    const parties = kept?.map(party => unveil(keys, whole, party, seq, note))
    for (const party of parties ?? []) if (!since.has(partyKey(party))) since.set(partyKey(party), at.toISOString())
    for (const party of rest.left ?? []) since.delete(partyKey(party))
    return { ...rest, ...(rest.set && { set: values.open(entry) }), ...(parties && { parties }) }
  }
  const opening = first && outcomeOf(first)
  // The region of a matter is where its opening placed it.
  const place = opening?.set?.[procedure.place]
  const start = embryo(procedure, row.id, row.county, typeof place === 'string' ? place : row.region, (first?.at ?? row.opened).toISOString())
  const opened = opening ? apply(procedure, start, start.opened, opening) : start
  const matter = later.reduce((before, entry) => apply(procedure, before, entry.at.toISOString(), outcomeOf(entry)), opened)
  for (const { seq, fact } of values.left()) note('surplus', `a sealed value of ${fact} stands there that no entry holds`, seq)
  return { matter, since, number: whole.entries.find(entry => entry.outcome.number !== undefined)?.outcome.number, erased: values.erased, files: values.files() }
}

/** Opens what entries keep sealed, and remembers which rows of it were asked for, what was erased and which files were named. */
const opener = (keys: Keys, procedure: Procedure, { row, sealed }: Whole, note: Note) => {
  const rows = new Map(sealed.map(one => [`${one.seq} ${one.fact}`, one]))
  const erased: Erased[] = []
  const files = new Set<string>()
  let namesAll = true

  /** The value of a fact: `undefined` where it can't be known. */
  const valueOf = (seq: number, name: string, kept: Json): Json | undefined => {
    if (!isObject(kept) || typeof kept['sealed'] !== 'string') return kept
    const opened = openSealed(keys, row.id, procedure.facts[name], name, kept['sealed'], rows.get(`${seq} ${name}`))
    rows.delete(`${seq} ${name}`)
    for (const wrong of opened.wrong) note('digest', wrong, seq)
    if (opened.erased) erased.push({ county: row.county, matter: row.id, number: row.number, seq, fact: name, at: opened.erased })
    if (opened.value === undefined && procedure.facts[name]?.kind === 'files') namesAll = false
    return opened.erased ? null : opened.value
  }
  return {
    erased,
    open: ({ seq, outcome }: Entry): { readonly [fact: string]: Json } => {
      const set: { [fact: string]: Json } = {}
      for (const [name, kept] of Object.entries(outcome.set ?? {})) {
        const value = valueOf(seq, name, kept)
        if (value !== undefined) set[name] = value
        if (procedure.facts[name]?.kind === 'files' && Array.isArray(value)) for (const id of value) files.add(String(id))
      }
      return set
    },
    left: () => [...rows.values()],
    files: (): Named => ({ ids: files, whole: namesAll }),
  }
}

/** Who a hidden party is: the one among the rows whose veil is the entry's; nobody, where an entry says that it was unlinked. */
const unveil = (keys: Keys, { row, entries, beside }: Whole, { sealed, ...party }: Party & { readonly sealed?: string }, seq: number, note: Note): Party => {
  if (!party.hidden) return party
  const rows = beside.hidden.filter(one => one.role === party.role)
  if (entries.some(entry => entry.outcome.unlinked) && rows.some(one => one.who === nobody)) return { ...party, account: nobody }
  const found = rows.find(one => veiled(keys, row.id, one.role, one.who) === sealed)
  if (!found && rows.length > 0) note('projection', `the hidden ${party.role} in party is not the one entered`, seq)
  const who = (found ?? rows[0])?.who
  return who === undefined ? party : { ...party, ...(who.includes('/') ? { office: who } : { account: who }) }
}
