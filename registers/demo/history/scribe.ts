import type { Actor } from '../../../kernel/post.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import type { PastAct } from '../../../store/bulk.ts'

/** Writes down a life act by act until it reaches the present: what would lie beyond `now` has not happened. */
export type Scribe = {
  readonly acts: readonly PastAct[]
  /** When the last act was. */
  readonly at: Date
  /** Writes an act and says whether it happened: not when it lies in the future or nobody is there to take it. After that nothing more does. */
  take(at: Date, step: string, actor: Actor | undefined, input?: JsonObject): boolean
}

export const scribeOf = (opened: Date, now: Date): Scribe => {
  const acts: PastAct[] = []
  let last = opened
  let over = false
  return {
    acts,
    get at() { return last },
    take: (at, step, actor, input = {}) => {
      over ||= actor === undefined || at.getTime() > now.getTime()
      if (over || actor === undefined) return false
      acts.push({ at, step, actor, input })
      last = at
      return true
    },
  }
}
