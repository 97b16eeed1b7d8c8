import type { JsonObject, Words } from '../../kernel/words.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'

/** Topics, resolutions and hearing rounds of a village, open to everyone (Art. 25): public facts alone, nobody’s name. Days are legal days, `YYYY-MM-DD`. */

/** One topic in a list. `facts`: those public ones that a line shows. `late`: tasks past their day. */
export type TopicLine = {
  readonly id: string
  readonly number: string
  readonly topic: string
  readonly stage: string
  readonly opened: string
  readonly due?: string
  readonly facts: JsonObject
}

export type RoundLine = { readonly id: string; readonly number: string; readonly title: string; readonly stage: string; readonly facts: JsonObject }

/** A year of a village by its records. */
export type TalkYear = {
  readonly year: number
  readonly raised: number; readonly accepted: number; readonly declined: number; readonly called: number; readonly passed: number; readonly failed: number; readonly noQuorum: number; readonly talked: number
  readonly tasks: number; readonly done: number; readonly late: number; readonly comments: number; readonly answered: number; readonly rounds: number; readonly held: number; readonly missed: number; readonly opinions: number
}

/** GET /api/deliberations?region&year. */
export type TalkView = { readonly region: RegionRef; readonly topics: readonly TopicLine[]; readonly rounds: readonly RoundLine[]; readonly year: TalkYear }

/** What somebody said on a topic or in a hearing round, and the answer. */
export type SaidView = { readonly id: string; readonly number: string; readonly stage: string; readonly at: string; readonly facts: JsonObject }

export type TaskView = { readonly id: string; readonly number: string; readonly what: string; readonly stage: string; readonly facts: JsonObject }

/** The roll as posted, in figures alone; areas in hundredths of a square metre. */
export type RollFigures = { readonly kind: string; readonly units: number; readonly area?: number; readonly households: number; readonly away: number; readonly frozen?: string; readonly corrections: number }

/** GET /api/deliberations/:id. `path`: the stages reached, the first time each. `answers`: who answers for it. */
export type TopicView = TopicLine & {
  readonly region: RegionRef
  readonly answers: OfficeRef
  readonly path: readonly { readonly stage: string; readonly at: string }[]
  readonly roll?: RollFigures
  readonly attendance?: { readonly units: number; readonly byWay: { readonly [way: string]: number }; readonly open: boolean }
  readonly count?: { readonly state: string; readonly sheets: readonly { readonly place: string; readonly entered: number; readonly agreed: boolean }[]; readonly ready: boolean; readonly why?: Words }
  readonly comments: readonly SaidView[]
  readonly tasks: readonly TaskView[]
}

/** GET /api/hearing-rounds/:id. */
export type RoundView = RoundLine & { readonly region: RegionRef; readonly opinions: readonly SaidView[] }
