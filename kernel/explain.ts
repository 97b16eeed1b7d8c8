import type { Citation } from '../regulation/citation.ts'
import type { Clock, Law } from './clock.ts'
import { offers } from './decide.ts'
import type { Matter } from './matter.ts'
import { isFinal, type Procedure } from './procedure.ts'
import type { Actor } from './post.ts'
import type { Refusal } from './refusal.ts'
import { words, type Words } from './words.ts'

/** One entry as far as an explanation needs it. */
export type PastStep = { readonly seq: number; readonly at: string; readonly step: string; readonly stage?: string }

/** Why a matter stands where it stands, why its dates are what they are, and who may do what now, each by its article. */
export type Explanation = {
  readonly here: { readonly stage: Words; readonly since?: string; readonly by?: Words; readonly basis: readonly Citation[] }
  readonly clocks: readonly (Clock & { readonly name: string; readonly thenStep: Words })[]
  /** Said where no clock runs: the stage's own reason, or that the matter is closed. */
  readonly noClock?: Words
  readonly steps: readonly { readonly step: string; readonly title: Words; readonly by: readonly Words[]; readonly basis: readonly Citation[]; readonly open: boolean; readonly why?: Refusal }[]
  readonly notCovered: Procedure['notCovered']
}

export const explain = (procedure: Procedure, matter: Matter, past: readonly PastStep[], actor: Actor, now: Date, law: Law): Explanation => {
  const stage = procedure.stages[matter.stage]
  const cause = past.findLast(entry => entry.stage === matter.stage)
  const step = cause && procedure.steps[cause.step]
  const clocks = Object.entries(matter.clocks).map(([name, clock]) => {
    const then = procedure.steps[clock.then]
    return { name, ...clock, thenStep: then ? words(then.zh, then.en) : words(clock.then, clock.then) }
  })
  const silent = isFinal(procedure, matter.stage) ? words('事项已办结', 'The matter is closed') : stage?.waits
  return {
    here: {
      stage: stage ? words(stage.zh, stage.en) : words(matter.stage, matter.stage),
      ...(cause && { since: cause.at }),
      ...(step && { by: words(step.zh, step.en) }),
      basis: step?.basis ?? procedure.basis,
    },
    clocks,
    ...(clocks.length === 0 && silent && { noClock: silent }),
    steps: Object.entries(procedure.steps).flatMap(([name, declared]) => {
      const why = offers(procedure, matter, name, actor, now, law)
      if (why?.code === 'wrong-stage' || why?.code === 'closed') return []
      return [{ step: name, title: words(declared.zh, declared.en), by: declared.by.map(who => words(who.zh, who.en)), basis: declared.basis, open: !why, ...(why && { why }) }]
    }),
    notCovered: procedure.notCovered,
  }
}
