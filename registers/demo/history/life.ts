import { answer } from './answering.ts'
import { dispatch } from './dispatching.ts'
import { accept, handle } from './handling.ts'
import { reportInput } from './opening.ts'
import { phrases } from './phrases.ts'
import type { Tale } from './tale.ts'

const withdraw = (t: Tale): boolean =>
  t.scribe.take(t.pace.home(t.scribe.at, 1, 30), 'withdraw', t.reporter, { withdrawReason: t.random.pick(phrases.withdraw) })

/** Tells one life, from the report on, as far as the present. What the clock does in between is left to whoever loads it. */
export const live = (t: Tale, opened: Date): void => {
  const { scribe, pace, course, random, cast, village, reporter } = t
  if (!scribe.take(opened, 'report', reporter, reportInput(random, cast, reporter, course, t.telling, village))) return
  if (course.adds && !scribe.take(pace.home(scribe.at, 0.5, 3), 'supplement', reporter, { supplement: random.pick(phrases.supplement) })) return
  if (course.turn === 'settled') {
    const there = random.chance(0.6) ? cast.gridWorker(village) : cast.committee(village) ?? cast.gridWorker(village)
    if (scribe.take(pace.home(scribe.at, 0.5, 5), 'settle', there, { result: random.pick(phrases.settled) })) answer(t)
    return
  }
  if (course.turn === 'forgotten' && random.chance(0.5)) return
  const office = dispatch(t)
  if (office === undefined || course.turn === 'forgotten') return
  if (course.turn === 'withdrawn' && random.chance(0.5)) { withdraw(t); return }
  const worker = accept(t, office)
  if (worker === undefined) return
  if (course.turn === 'withdrawn') { withdraw(t); return }
  if (handle(t, worker, office)) answer(t, { worker, office })
}
