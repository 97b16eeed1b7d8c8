import assert from 'node:assert/strict'
import { isRunning, type Law } from '../../kernel/clock.ts'
import { decide } from '../../kernel/decide.ts'
import type { Effect } from '../../kernel/effect.ts'
import { apply, embryo, fold, type Outcome } from '../../kernel/fold.ts'
import type { Link, Matter } from '../../kernel/matter.ts'
import { clock, system, type Actor } from '../../kernel/post.ts'
import { isOpen, type Procedure } from '../../kernel/procedure.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { countyOf } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { reached } from './audience.ts'
import type { Giving, Known } from '../../kernel/gate.ts'
import { categories, idOf, knownOf, law, mediatorsOf, people, staffed, type Name } from './world.ts'

const meets = (refusal: Refusal): void => {
  met.refusals.add(refusal.code)
  for (const fault of refusal.faults ?? []) met.refusals.add(`${refusal.code} ${fault.fact}`)
}

/** A notice as it reaches one person. */
export type Told = { readonly who: Name; readonly matter: string; readonly words: string; readonly urgent?: true }

/** Steps taken and refusals met in all plays of this process. What the platform erases and corrects in any matter is played once, in `procedures/2-foundations/access`, and how a matter moves with its grid in `procedures/3-governance/grids`. */
export const met = { steps: new Set<string>(['erase', 'correct', 'rezone']), refusals: new Set<string>() }

const textIn = (row: JsonObject, name: string): string => { const value = row[name]; return typeof value === 'string' ? value : '' }

/** Somebody of the world by name, or anybody else as they act. */
export type Someone = Name | Actor

const actorOf = (who: Someone): Actor => (typeof who === 'string' ? people[who] : who)
const nameOf = (who: Someone): string => (typeof who === 'string' ? who : who.account)

type Past = { readonly at: string; readonly step: string; readonly outcome: Outcome }
type Life = { readonly procedure: Procedure; readonly start: Matter; matter: Matter; readonly past: Past[] }

/** `2026-06-08 10:00` in Haidong. */
export const instant = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)

/** An instant as the clock on the wall shows it. */
export const onTheWall = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/**
 * A play: matters of a small world lived by `decide` and `fold` alone. Clocks run out as time passes, effects are carried out, and
 * after every step the entries fold to the matter again and no open matter is left without an office and a clock.
 */
export const play = (procedure: Procedure, from = '2026-06-08 10:00', options: { law?: Law; route?: (category: string) => string | undefined; /** What the registers say of work that is given. */ gate?: (giving: Giving, now: Date) => Known; /** Other procedures whose matters steps open, move and tell; without, what would happen to them is only kept. */ others?: readonly Procedure[]; /** Hears every row handed to a register. */ records?: (register: string, row: JsonObject) => void; /** What loaders answer, by name, instead of those of a request. */ loads?: { readonly [name: string]: (ask: JsonObject) => unknown } } = {}) => {
  let now = instant(from)
  let rules = options.law ?? law
  const lives = new Map<string, Life>()
  const told: Told[] = []
  const precedents: JsonObject[] = []
  const toldOther: Extract<Effect, { do: 'tell' }>[] = []
  const opened: Extract<Effect, { do: 'open' }>[] = []
  const counts: Record<string, number> = {}

  const life = (id: string): Life => lives.get(id) ?? assert.fail(`no matter ${id}`)
  const load = (name: string, ask: JsonObject): unknown => {
    const own = options.loads?.[name]
    if (own) return own(ask)
    if (name === 'category') return categories[textIn(ask, 'code')]
    if (name === 'staffed') return staffed
    if (name === 'mediators') return mediatorsOf(textIn(ask, 'office'))
    if (name === 'located') return undefined
    if (name === 'ever-told') return [...lives.values()].filter(one => one.matter.id === ask['matter']).flatMap(one => one.past.flatMap(({ outcome }) => { const value = outcome.set?.[textIn(ask, 'fact')]; return value === undefined || value === null ? [] : [value] }))
    if (name === 'matter') return [...lives.values()].map(({ matter }) => ({ ...matter, number: matter.id })).find(matter => matter.id === ask['id'])
    const office = options.route?.(textIn(ask, 'category'))
    const ruled = precedents.find(row => row['category'] === ask['category'] && row['region'] === ask['region'])
    return office && { office, rule: ruled ? `the routing table；${textIn(ruled, 'ruling')}` : 'the routing table' }
  }

  const attempt = (one: Life, actor: Actor, step: string, input: JsonObject, { fires, links = [] }: { readonly fires?: string; readonly links?: readonly Link[] } = {}): Refusal | undefined => {
    const { matter, procedure } = one
    const needs = Object.fromEntries((procedure.steps[step]?.needs ?? []).map(name => {
      const need = procedure.needs[name] ?? assert.fail(`no need ${name}`)
      return [name, load(need.load, need.of({ matter, facts: { ...matter.facts, ...input }, actor, now }))]
    }))
    const giving = procedure.steps[step]?.gives?.({ matter, facts: { ...matter.facts, ...input }, actor, now })
    const gate = giving && (options.gate ?? knownOf)(giving, now)
    const event = decide({ procedure, matter, step, input, actor, now, law: rules, needs, follows: links.length > 0, ...(gate && { gate }), ...(fires && { fires }) })
    if (isRefusal(event)) return event
    met.steps.add(step).add(`${procedure.name}.${step}`)
    const outcome = links.length === 0 ? event.outcome : { ...event.outcome, links: [...event.outcome.links ?? [], ...links] }
    one.matter = apply(procedure, matter, now.toISOString(), outcome)
    one.past.push({ at: now.toISOString(), step, outcome })
    for (const [name, n] of Object.entries(event.outcome.counts ?? {})) counts[name] = (counts[name] ?? 0) + n
    holds(one)
    for (const effect of event.effects) carryOut(one, actor, effect)
    return undefined
  }

  const holds = ({ procedure, matter, start, past }: Life): void => {
    assert.deepEqual(fold(procedure, start, past), matter, 'the entries fold to the matter')
    if (!isOpen(procedure, matter.stage)) return
    assert.ok(matter.holder, `${matter.stage}: an office answers for it`)
    assert.ok(Object.values(matter.clocks).some(c => isRunning(c) || c.stopped?.grounds), `${matter.stage}: a clock runs, or stands still on stated grounds`)
  }

  const carryOut = (one: Life, by: Actor, effect: Effect): void => {
    if (effect.do === 'record') {
      precedents.push(effect.row)
      options.records?.(effect.register, effect.row)
    }
    if (effect.do === 'open') {
      opened.push(effect)
      openAnother(one, by, effect)
    }
    if (effect.do === 'notify') {
      for (const who of reached(effect.to, one.matter)) if (people[who].account !== by.account) told.push({ who, matter: one.matter.id, words: effect.words.en, ...(effect.urgent && { urgent: true }) })
    }
    if (effect.do === 'tell') {
      toldOther.push(effect)
      const others = [...lives.values()].filter(({ matter }) => one.matter.links.some(link => link.kind === effect.link && link.matter === matter.id))
      const { missed } = effect
      if (others.filter(other => !moved(other, effect)).length > 0 && missed) for (const to of missed.to) carryOut(one, by, { do: 'notify', to, words: missed.words })
    }
    if (effect.do === 'follow') {
      const pointing = (other: Life): boolean => other.matter.links.some(link => link.kind === effect.link && link.matter === one.matter.id)
      for (const other of [...lives.values()].filter(pointing)) moved(other, effect)
    }
  }

  /** What goes its own way is not moved. */
  const moved = (other: Life, { step, input }: { readonly step: string; readonly input: JsonObject }): boolean => {
    const refused = attempt(other, system, step, input)
    assert.ok(refused === undefined || refused.code === 'wrong-stage' || refused.code === 'closed', JSON.stringify(refused))
    return refused === undefined
  }

  const openAnother = (one: Life, by: Actor, { procedure: name, step, input, link, by: platform }: Extract<Effect, { do: 'open' }>): void => {
    const other = options.others?.find(declared => declared.name === name)
    if (other) taken(begin(other, platform === 'platform' ? system : by, step, input, [{ kind: link, matter: one.matter.id }]).refused)
  }

  const begin = (declared: Procedure, actor: Actor, step: string, input: JsonObject, links: readonly Link[] = []): { readonly id: string; readonly refused: Refusal | undefined } => {
    const id = idOf(`matter ${lives.size}`)
    const place = textIn(input, declared.place)
    const start = embryo(declared, id, countyOf(place), place, now.toISOString())
    const life = { procedure: declared, start, matter: start, past: [] }
    lives.set(id, life)
    const refused = attempt(life, actor, step, input, { links })
    if (refused) lives.delete(id)
    return { id, refused }
  }

  const taken = (refusal: Refusal | undefined): void => assert.equal(refusal, undefined, refusal && JSON.stringify(refusal))

  return {
    told, counts,
    /** Rows handed to registers, other matters that steps would open, and steps told to those this one points to, in their order. */
    precedents, opened, toldOther,
    matter: (id: string): Matter => life(id).matter,
    past: (id: string): readonly Past[] => life(id).past,
    /** Opens a matter and returns its id. */
    opens(who: Someone | 'platform', input: JsonObject, step = 'report'): string {
      const { id, refused } = begin(procedure, who === 'platform' ? system : actorOf(who), step, input)
      taken(refused)
      return id
    },
    /** Opens a matter of another procedure beside it. */
    opensAnother(other: Procedure, who: Name, input: JsonObject, step: string): string {
      const { id, refused } = begin(other, people[who], step, input)
      taken(refused)
      return id
    },
    /** Tries to open a matter of another procedure beside it. */
    opensTrying: (other: Procedure, who: Name, input: JsonObject, step: string): { readonly id: string; readonly refused: Refusal | undefined } => begin(other, people[who], step, input),
    /** What opening a matter is refused with. */
    refusedToOpen(who: Someone, input: JsonObject, step = 'report'): Refusal {
      const refusal = begin(procedure, actorOf(who), step, input).refused ?? assert.fail(`${nameOf(who)} was not refused: ${step}`)
      meets(refusal)
      return refusal
    },
    /** Tries to open a matter, or to take a step: what it is refused with, if it is. */
    triesToOpen: (who: Name, input: JsonObject, step: string): Refusal | undefined => begin(procedure, people[who], step, input).refused,
    tries: (who: Name | 'platform', step: string, id: string, input: JsonObject = {}): Refusal | undefined => attempt(life(id), who === 'platform' ? system : people[who], step, input),
    /** All matters of a procedure, in the order in which they were opened. */
    all: (name: string): readonly Matter[] => [...lives.values()].flatMap(one => (one.procedure.name === name ? [one.matter] : [])),
    now: (): Date => now,
    does(who: Someone, step: string, id: string, input: JsonObject = {}): void {
      taken(attempt(life(id), actorOf(who), step, input))
    },
    platform(step: string, id: string, input: JsonObject = {}): void {
      taken(attempt(life(id), system, step, input))
    },
    refused(who: Someone, step: string, id: string, input: JsonObject = {}): Refusal {
      const refusal = attempt(life(id), actorOf(who), step, input) ?? assert.fail(`${nameOf(who)} was not refused: ${step}`)
      meets(refusal)
      return refusal
    },
    /** Lets time pass; clocks that run out on the way take their steps, the earliest first. */
    until(text: string): void {
      const end = instant(text)
      for (;;) {
        const [next] = [...lives.values()]
          .flatMap(one => Object.entries(one.matter.clocks).filter(([, c]) => isRunning(c)).map(([name, c]) => ({ one, name, due: Date.parse(c.due), step: c.then })))
          .filter(({ due }) => due <= end.getTime()).toSorted((a, b) => a.due - b.due)
        if (!next) break
        now = new Date(Math.max(next.due, now.getTime()))
        taken(attempt(next.one, clock, next.step, {}, { fires: next.name }))
      }
      now = end
    },
    /** The calendar as published from now on. */
    published(later: Law): void {
      rules = later
    },
    /** When a clock runs out, as the clock on the wall shows it. */
    due: (id: string, name = 'stage'): string | undefined => {
      const found = life(id).matter.clocks[name]
      return found && onTheWall(found.due)
    },
    /** Who was told since the last time this was asked, by name and word. */
    heard: (): readonly Told[] => told.splice(0),
  }
}

export type Play = ReturnType<typeof play>
