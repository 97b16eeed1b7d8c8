import { randomUUID } from 'node:crypto'
import type { Event } from '../../kernel/decide.ts'
import { apply, inTheOpen } from '../../kernel/fold.ts'
import type { Matter } from '../../kernel/matter.ts'
import type { Actor } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Json } from '../../kernel/words.ts'
import type { House } from '../house.ts'
import { chain, digest, salt, seal, veiled } from '../seal.ts'
import { deltas } from './tally.ts'
import { moved, termsOf } from './terms.ts'
import type { SealedRow, Writing } from './write.ts'

/** A step decided, with what is needed to enter it in the matter's chain. */
export type Taken = {
  readonly procedure: Procedure
  readonly matter: Matter
  /** The matter's number; empty at its opening, which draws it. */
  readonly number: string
  /** Hash of the entry before. */
  readonly head: Uint8Array
  readonly event: Event
  readonly step: string
  readonly actor: Actor
  readonly now: Date
  /** Keyed digests of the act's id and of what was given. */
  readonly token: Buffer
  readonly given: Buffer
}

/** The next entry: the event folded into the matter, its values sealed, the chain's next hash. Writes nothing. */
export const makeEntry = (house: Pick<House, 'keys'>, { procedure, matter, number, head, event, step, actor, now, token, given }: Taken): Writing => {
  const { outcome } = event
  const at = now.toISOString()
  const after = apply(procedure, matter, at, outcome)
  const { kept, sealed } = sealSet(house, procedure, after, outcome.set ?? {}, actor.office)
  const parties = outcome.parties?.map(party => (party.hidden ? { role: party.role, hidden: true, sealed: veiled(house.keys, matter.id, party.role, party.account ?? party.office ?? '') } : party))
  const found = termsOf(house.keys, procedure, matter.facts, outcome.set ?? {})
  const place = moved(procedure, matter, after)
  // The number is drawn as the first entry is written, so the second is the first that can keep it.
  const keptOutcome = { ...outcome, ...(outcome.set && { set: kept }), ...(parties && { parties }), ...(matter.seq === 1 && { number }) }
  const body = {
    county: matter.county, matter: matter.id, procedure: procedure.name, seq: after.seq, at, step, act: token.toString('hex'), given: given.toString('hex'),
    actor: shownActor(after, actor), stage: after.stage, version: procedure.since, outcome: keptOutcome,
  }
  return {
    procedure, before: matter, after, outcome, at, step, act: body.act, given: body.given, actor: body.actor, kept: keptOutcome, sealed,
    prev: Buffer.from(head).toString('hex'),
    hash: chain(house.keys, head, body).toString('hex'),
    terms: { add: [...found.add, ...place.add], drop: [...found.drop, ...place.drop] },
    deltas: deltas(procedure, matter, after, outcome.counts, now),
    clockIds: Object.fromEntries(Object.keys(outcome.clocks ?? {}).map(name => [name, randomUUID()])),
  }
}

/** Who acted, as the entry keeps it: a reporter who asked to be anonymous stands there by kind alone. */
const shownActor = (after: Matter, actor: Actor): object => {
  const hidden = after.parties.some(party => party.hidden && party.account === actor.account)
  if (hidden) return { kind: actor.kind }
  const person = actor.kind !== 'clock' && actor.kind !== 'system'
  return { kind: actor.kind, ...(actor.post && { post: actor.post }), ...(actor.office && { office: actor.office }), ...(person && { account: actor.account }) }
}

/** Public values stay in the entry; of every other only a salted digest does, and the value goes to its own row. */
const sealSet = (house: Pick<House, 'keys'>, procedure: Procedure, after: Matter, set: { readonly [fact: string]: Json }, office: string | undefined): { readonly kept: { readonly [fact: string]: Json }; readonly sealed: readonly SealedRow[] } => {
  const masks = inTheOpen(procedure, set)
  const kept: { [fact: string]: Json } = {}
  const sealed: SealedRow[] = []
  for (const [name, value] of Object.entries(set)) {
    const fact = procedure.facts[name]
    if (fact === undefined || fact.class === 'public' || value === null) {
      kept[name] = value
      continue
    }
    const salted = salt()
    kept[name] = { sealed: digest(salted, value) }
    sealed.push({
      fact: name, class: fact.class, shared: fact.shared === true, office: fact.ofOffice === true ? office ?? 'none' : null, salt: salted.toString('hex'), masked: masks[name] === value ? fact.mask(value) : masks[name],
      value: seal(house.keys, { matter: after.id, seq: after.seq, fact: name }, value).toString('hex'),
    })
  }
  return { kept, sealed }
}
