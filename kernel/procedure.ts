import type { Citation } from '../regulation/citation.ts'
import type { RuleName } from '../regulation/rules.ts'
import type { Law, Limit } from './clock.ts'
import type { Documents } from './document.ts'
import type { Effect } from './effect.ts'
import type { Facts, ValuesOf } from './fact.ts'
import type { Giving, Known } from './gate.ts'
import type { Holder, Link, Matter, Party } from './matter.ts'
import type { Period } from './period.ts'
import type { Actor } from './post.ts'
import type { Refusal } from './refusal.ts'
import { correctable, correcting, erasing, platformFacts, rezoning } from './platform.ts'
import { thePlatform, type Who } from './who.ts'
import type { JsonObject, Words } from './words.ts'

/**
 * A declared way of handling one kind of matter, read top to bottom like the article it carries out.
 * Wrong stage, step, fact and citation names do not compile.
 *
 * @example
 * export const greeting = procedure('greeting', {
 *   title: { zh: '问候', en: 'Greeting' }, since: '2023-02-01', basis: ['25.3'],
 *   facts: { text: text({ zh: '内容', en: 'Text' }), village: region({ zh: '村', en: 'Village' }) },
 *   heading: 'text', place: 'village',
 *   stages: { sent: { zh: '已发出', en: 'Sent', due: within('request.accept', 'lapse') }, read: { zh: '已读', en: 'Read', final: true } },
 *   steps: {
 *     send: { zh: '发出', en: 'Send', opens: 'sent', by: [anyResident], asks: ['text', 'village'], basis: ['25.3'] },
 *     read: { zh: '阅读', en: 'Read', from: ['sent'], to: 'read', by: [post('committee')], basis: ['25.3'] },
 *     lapse: { zh: '逾期', en: 'Lapse', from: ['sent'], to: 'read', by: [theClock], basis: [] },
 *   },
 *   list: { columns: ['text'] },
 * })
 */
export const procedure = <const N extends string, const F extends Facts, S extends string, T extends string, const L extends Needs = NoNeeds>(
  name: N,
  declared: Declared<F, S, T, L>,
): Procedure<F, S, T, L> & { readonly name: N } => 
  ({
    name, needs: {} as L, records: [], measures: {}, rates: {}, documents: {}, notCovered: [], ...declared,
    facts: { ...platformFacts, ...declared.facts }, steps: { ...declared.steps, ...platformSteps(declared) },
  })

/** What the platform itself may do to any matter, whatever its procedure, also one that ended. None of it moves it to another stage. */
const platformSteps = ({ facts, stages, place }: { readonly facts: Facts; readonly stages: Readonly<Record<string, { readonly final?: true }>>; readonly place: string }) => ({
  // Provisional dates are counted again once a year's holidays are published.
  recount: {
    zh: '时限重算', en: 'Dates counted again', basis: [], by: [thePlatform], from: Object.keys(stages),
    then: c => ({ clocks: Object.entries(c.matter.clocks).flatMap(([clock, { provisional }]) => (provisional ? [{ clock, recount: true } as const] : [])) }),
  },
  // A grid that was split, merged or ended takes its matters along, each with an entry of its own.
  rezone: {
    zh: '随网格调整转入', en: 'Moved with its grid', basis: ['21.2'], by: [thePlatform], from: Object.entries(stages).flatMap(([name, stage]) => (stage.final ? [] : [name])), asks: ['newPlace'],
    then: c => rezoning(place, { region: c.matter.region, named: c.matter.facts[place] }, c.input['newPlace'] as string | undefined),
  },
  erase: {
    zh: '依法删除', en: 'Erased by law', basis: ['20.2'], by: [thePlatform], from: Object.keys(stages), asks: ['erasedWhat?', 'erasureGround', 'unlinked?'],
    then: c => erasing(facts, c.input),
  },
  correct: {
    zh: '依申请更正', en: 'Corrected at the person’s request', basis: ['20.2'], by: [thePlatform], from: Object.keys(stages), asks: correctable(facts).map(name => `${name}?` as const),
    then: c => correcting(facts, c.input),
  },
} as const satisfies Readonly<Record<string, Step>>)

export type NoNeeds = Readonly<Record<never, never>>

type Declared<F extends Facts, S extends string, T extends string, L extends Needs> = {
  readonly title: Words
  /** The day this version comes into force, `YYYY-MM-DD`. A changed law is a second declaration beside the first. */
  readonly since: string
  readonly basis: readonly Citation[]
  readonly facts: F
  /** The fact whose beginning serves as the matter's title. Public or internal, never above. */
  readonly heading: keyof NoInfer<F> & string
  /** The fact that says where: its value becomes the matter's region when it is opened. */
  readonly place: keyof NoInfer<F> & string
  /** What a step may need to know beyond the matter, fetched before it is decided. */
  readonly needs?: L
  /** The registers to which its steps hand rows. */
  readonly records?: readonly string[]
  readonly stages: { readonly [K in S]: Stage<NoInfer<F>, NoInfer<T>, NoInfer<L>, NoInfer<S>> }
  readonly steps: { readonly [K in T]: Step<NoInfer<F>, NoInfer<S>, NoInfer<L>> }
  /** What is counted, by month, under which name; a step's move says how much. */
  readonly measures?: Readonly<Record<string, Words>>
  /** Shares with their denominators declared. */
  readonly rates?: Readonly<Record<string, Rate>>
  /** What it issues on paper: orders, notices, agreements. */
  readonly documents?: Documents<NoInfer<F>, NoInfer<T>>
  readonly list: { readonly columns: readonly (keyof NoInfer<F> & string)[] }
  /**
   * What it holds never leaves the village it lies in: open to the village's own committee and to the people who take part, to nobody above, no
   * program and no grant; nothing of it is counted, found by words, published or sent out. The database holds to it (`store/policies.ts`).
   */
  readonly confined?: true
  /** A page of its own, by the key under which the web knows it. */
  readonly view?: string
  /** What is awaited of the person who looks and takes part in it, most pressing first. What they may not read is not among the facts. */
  awaits?(c: Glance<NoInfer<F>>): readonly Awaited[]
  readonly notCovered?: readonly NotCovered[]
  /** Carries a matter opened under the version before into this one; recorded as an entry. */
  upgrade?(matter: Matter): Move<Facts, S>
}

/** What a declaration may do without. */
type Extra = 'view' | 'upgrade' | 'confined' | 'awaits'

export type Procedure<F extends Facts = Facts, S extends string = string, T extends string = string, L extends Needs = Needs> =
  Required<Omit<Declared<F, S, T, L>, Extra>> & Pick<Declared<F, S, T, L>, Extra> & { readonly name: string }

/** One thing awaited of a person: a step of theirs to take, or something to be done in person or on paper. */
export type Awaited = Words & { readonly step?: string }

export type Rate = Words & {
  readonly of: string
  readonly among: string
  /** What is taken out of both sides for the figure after exclusions, and why. */
  readonly without?: { readonly of?: string; readonly among: string; readonly why: Words }
}

export type NotCovered = { readonly basis: Citation; readonly why: Words }

export type Stage<F extends Facts = Facts, T extends string = string, L extends Needs = Needs, S extends string = string> = Words & {
  /** The end: no step leads out of it. What is still to be noted then, such as an erasure or what a court says later, moves the matter nowhere. */
  readonly final?: true
  /** The work is done and only an answer is awaited: out of the queues, though its clock runs on. */
  readonly settled?: true
  /** Anyone may read what is public of it, and take the steps that anyone may take. */
  readonly published?: true
  /** The time limit of the stage and the step the clock takes when it runs out. Starts afresh on each entry into the stage, but see `standsStillIn`. */
  readonly due?: Due<F, T, L, S>
  /** Why the stage has no time limit, where it has none and is not final. */
  readonly waits?: Words
}

export type Due<F extends Facts, T extends string, L extends Needs, S extends string = string> = {
  readonly then: T
  limit(c: Context<F, L>): Limit | RuleName
  /** Stages in which the clock is set aside under the name of its own; come back from them, it goes on with what was left. */
  readonly standsStillIn?: readonly S[]
}

/** Whether the clock of a stage is set aside while the matter stands in another. */
export const standsStill = (p: Procedure, stage: string, other: string): boolean => p.stages[stage]?.due?.standsStillIn?.includes(other) === true

/** A stage's time limit from the rule data: `within('request.accept', 'escalate')`. */
export const within = <T extends string>(rule: RuleName, then: T) => ({ then, limit: () => rule })

/** Something fetched for a step: `load` names the loader, `of` says what to ask it for. */
export type Need<V> = { readonly load: string; of(c: Ask): JsonObject; readonly gives?: V }
export type Needs = { readonly [name: string]: Need<unknown> }

/** What a need may be computed from: the matter as it stands and the input as it will be. */
export type Ask<F extends Facts = Facts> = { readonly matter: Matter<F>; readonly facts: ValuesOf<F>; readonly actor: Actor; readonly now: Date }

/** A need for `load`'s answer: `need<Category>('category', c => ({ code: c.facts['category'] ?? null }))`. */
export const need = <V>(load: string, of: (c: Ask) => JsonObject): Need<V> => ({ load, of })

export type NeedsOf<L extends Needs> = { readonly [K in keyof L]?: L[K] extends Need<infer V> ? V : never }

/** What a guard sees: enough to say no before anything is typed. */
export type Glance<F extends Facts> = { readonly matter: Matter<F>; readonly actor: Actor; readonly now: Date; readonly law: Law }

/** What a step sees: the matter, what was given now, both together (`facts`), and what it needed to know. */
export type Context<F extends Facts, L extends Needs> = Glance<F> & {
  readonly input: ValuesOf<F>
  readonly facts: ValuesOf<F>
  readonly needs: NeedsOf<L>
  /** When it was written, as far as can be told of a device that was away: by its clock put right, and never after `now`. For counting back from, within a bound of one's own. */
  readonly written: Date
  /** What the registers said where the step gives work to others. */
  readonly gate?: Known
}

/** A fact asked for; `?` behind it where it may be left out; one that is needed where another was given as said, and asked for only there; or one that the matter from which this one follows brings along, and nobody is asked. */
export type Asked<F extends Facts> = (keyof F & string) | `${keyof F & string}?` | { readonly fact: keyof F & string; readonly where: keyof F & string; readonly is: string } | { readonly fact: keyof F & string; readonly brought: true }

export type Step<F extends Facts = Facts, S extends string = string, L extends Needs = Needs> = Words & {
  readonly basis: readonly Citation[]
  readonly by: readonly Who[]
  /** The stage in which the matter begins; only on steps that open one. */
  readonly opens?: S
  /** Where the step may be taken: stages, or any in which work is still to be done. */
  readonly from?: readonly S[] | 'open'
  /** Where it leads: a stage, or several among which `then` chooses; absent where the matter stays. On one that opens: where else it may begin. */
  readonly to?: S | readonly S[]
  readonly asks?: readonly Asked<F>[]
  readonly needs?: readonly (keyof L & string)[]
  /** What the step will cause, told before it is taken. */
  readonly causes?: Words
  /** Offered first among the steps of its stage. */
  readonly primary?: true
  /** That it was taken is kept from those the matter's facts are shared between. It moves the matter nowhere, and what it asks for is kept from them too. */
  readonly notForSides?: true
  /** The work it gives communities or townships: judged by the gate (Art. 23) before anything comes of it. One that gives a community work without saying so here fails. */
  gives?(c: Ask<F>): Giving | undefined
  /** Says no, by rule, before the step is offered. */
  only?(c: Glance<F>): Refusal | undefined
  /** What comes of it. */
  then?(c: Context<F, L>): Move<F, S> | Refusal
}

/** What a step does to its matter. */
export type Move<F extends Facts = Facts, S extends string = string> = {
  readonly to?: S
  readonly region?: string
  readonly holder?: Holder
  /** Facts the step itself states, beside those it asked for; `null` clears one. */
  readonly set?: { readonly [K in keyof F]?: ValuesOf<F>[K] | null }
  readonly parties?: readonly Party[]
  /** Parties that have no part in it any more, and read nothing of it from then on. */
  readonly gone?: readonly Party[]
  readonly links?: readonly Link[]
  readonly unlink?: readonly Link[]
  readonly clocks?: readonly ClockChange[]
  readonly counts?: Readonly<Record<string, number>>
  readonly effects?: readonly Effect[]
  /** Facts whose values are destroyed by law, in whichever entry they were given; the platform's own step alone says so. */
  readonly erased?: readonly string[]
  /** The hidden parties are made nobody. */
  readonly unlinked?: true
}

/** The clock of the stage is named `stage`; a step may start others beside it. */
export type ClockChange =
  | { readonly clock: string; readonly start: Limit | RuleName; readonly then: string }
  | { readonly clock: string; readonly stop: string }
  | { readonly clock: string; readonly resume: true }
  | { readonly clock: string; readonly extend: Period }
  | { readonly clock: string; readonly recount: true }
  | { readonly clock: string; readonly end: true }

export const openingSteps = (p: Procedure): readonly string[] => Object.keys(p.steps).filter(name => p.steps[name]?.opens !== undefined)

/** A matter on which somebody still has work to do. */
export const isOpen = (p: Procedure, stage: string): boolean => p.stages[stage]?.final !== true && p.stages[stage]?.settled !== true

export const isFinal = (p: Procedure, stage: string): boolean => p.stages[stage]?.final === true

/** One thing a step asks for: which fact, whether it may be left out, and where alone it is asked for. */
export type AskedFact = { readonly fact: string; readonly optional: boolean; readonly only?: { readonly where: string; readonly is: string }; /** Comes with the matter from which this one follows, or not at all. */ readonly brought?: true }

/** The facts a step asks for, in their order. */
export const asked = (step: Pick<Step, 'asks'>): readonly AskedFact[] =>
  (step.asks ?? []).map(ask => {
    if (typeof ask !== 'string' && 'brought' in ask) return { fact: ask.fact, optional: true, brought: true }
    if (typeof ask !== 'string') return { fact: ask.fact, optional: false, only: { where: ask.where, is: ask.is } }
    return ask.endsWith('?') ? { fact: ask.slice(0, -1), optional: true } : { fact: ask, optional: false }
  })

/** Whether a fact is asked for beside what else was given. `follows`: by another matter, that opens this one. */
export const isAsked = ({ only, brought }: AskedFact, given: { readonly [fact: string]: unknown }, follows = false): boolean =>
  (brought ? follows : only === undefined || given[only.where] === only.is)
