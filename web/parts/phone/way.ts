import { isFinal, type Procedure } from '../../../kernel/procedure.ts'

export type Stop = { readonly stage: string; readonly at?: string; readonly when: 'past' | 'now' | 'ahead' }

/** One stage reached, as entries and the public history tell it. */
export type Reached = { readonly stage?: string; readonly at: string }

/** Where a matter most likely goes next: by the stage's primary step, else by the first that leads somewhere new. */
const nextStage = (procedure: Procedure, from: string, been: ReadonlySet<string>): string | undefined => {
  const leading = Object.values(procedure.steps).filter(step => Array.isArray(step.from) && step.from.includes(from) && step.to !== undefined)
  const first = (to: string | readonly string[] | undefined): string | undefined => (typeof to === 'string' ? to : to?.[0])
  const primary = leading.find(step => step.primary)
  return primary ? first(primary.to) : leading.map(step => first(step.to)).find(stage => stage !== undefined && !been.has(stage))
}

/** The usual way from here to the end; short where the declaration shows none. */
const stagesAhead = (procedure: Procedure, from: string, been: ReadonlySet<string>): readonly Stop[] => {
  const ahead: Stop[] = []
  let stage = isFinal(procedure, from) ? undefined : nextStage(procedure, from, been)
  while (stage !== undefined && stage !== from && ahead.every(stop => stop.stage !== stage)) {
    ahead.push({ stage, when: 'ahead' })
    stage = isFinal(procedure, stage) ? undefined : nextStage(procedure, stage, been)
  }
  return ahead
}

/**
 * The line of stages: each reached once, by its latest day, then the usual way to the end. A matter that went back shows
 * the day it came there again; the full story is in the history.
 */
export const wayOf = (procedure: Procedure, reached: readonly Reached[], now: string): readonly Stop[] => {
  const latest = new Map<string, string>()
  for (const { stage, at } of reached) {
    if (stage === undefined) continue
    latest.delete(stage)
    latest.set(stage, at)
  }
  const here = latest.get(now)
  latest.delete(now)
  const past = [...latest].map(([stage, at]): Stop => ({ stage, at, when: 'past' }))
  const been = new Set([...latest.keys(), now])
  const ahead = stagesAhead(procedure, now, been)
  // A stage the matter was sent back from stands once: ahead.
  return [...past.filter(stop => ahead.every(later => later.stage !== stop.stage)), { stage: now, ...(here !== undefined && { at: here }), when: 'now' }, ...ahead]
}
