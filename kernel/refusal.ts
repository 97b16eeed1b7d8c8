import type { Citation } from '../regulation/citation.ts'
import type { Json, JsonObject, Words } from './words.ts'

/**
 * Why a step was not taken, as a value a person can act on: what was refused, by which rule, what to do instead.
 * `code` is stable and machine-readable (`stale`, `not-yours`, `wrong-stage`, `bad-input`, … or a procedure's own).
 */
export type Refusal = {
  readonly refused: true
  readonly code: string
  readonly why: Words
  readonly basis: readonly Citation[]
  readonly remedy?: Words
  /** Faults of single facts, so that a form can show each at its field. */
  readonly faults?: readonly Fault[]
  /** What the refusal is about, for the reader's program: the entries since a stale `seq`, the earliest allowed time, … */
  readonly detail?: Json
  /** What is kept of the attempt though the step is not taken, handed to this register; never sent to who asked (decision 23). */
  readonly keeps?: { readonly register: string; readonly row: JsonObject }
}

/** What is wrong with one fact given; in a table, with which cell (the row counted from 0). */
export type Fault = { readonly fact: string; readonly why: Words; readonly row?: number; readonly column?: string }

export const refuse = (
  code: string,
  why: Words,
  more: { basis?: readonly Citation[]; remedy?: Words; faults?: readonly Fault[]; detail?: Json; keeps?: NonNullable<Refusal['keeps']> } = {},
): Refusal => ({ refused: true, code, why, ...more, basis: more.basis ?? [] })

const toMend: Words = { zh: '有内容需要修改', en: 'Some of what was given needs mending' }

/** What was given needs mending, at these fields. */
export const faulty = (faults: readonly Fault[], basis: readonly Citation[] = []): Refusal => refuse('bad-input', toMend, { basis, faults })

/** What is wrong with one fact, told at its field. */
export const faultAt = (fact: string, zh: string, en: string): Refusal => faulty([{ fact, why: { zh, en } }])

/** The same for the facts of one procedure, where a wrong name does not compile: `const fault: FaultOf<typeof facts> = faultAt`. */
export type FaultOf<F> = (fact: keyof F & string, zh: string, en: string) => Refusal

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true

/** Carries a refusal through code that throws, so that a transaction rolls back. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.why.en}`)
    this.refusal = refusal
  }
}
