import { officeCode, type Actor } from '../../../kernel/post.ts'
import { ancestor } from '../../../kernel/region.ts'
import { dispatch } from './dispatching.ts'
import { accept, handle } from './handling.ts'
import { phrases } from './phrases.ts'
import type { Tale } from './tale.ts'

/** On the spot, by whoever did not handle it: seen to be true, seen to be half done and handled again, or seen by nobody until the clock passes it on. */
const verify = (t: Tale, worker: Actor, office: string): boolean => {
  const { scribe, pace, random, course } = t
  const village = t.cast.gridWorker(t.village) ?? t.cast.committee(t.village)
  const onSpot = village?.office === office ? t.cast.dispatcher(random, ancestor(t.village, 'township') ?? '') : village
  const look = (verified: boolean): boolean =>
    scribe.take(pace.office(scribe.at, 0.5, 9), 'verify', onSpot, { verified, ...(random.chance(0.6) && { verifyNote: random.pick(verified ? phrases.verified : phrases.unverified) }) })
  if (course.check === 'no') return look(false) && handle(t, worker, office, true) && look(true)
  return course.check === 'nobody' || look(true)
}

/** From when the resident is asked: a clock that passed it on unverified did so when its time ran out. */
const askedAt = (t: Tale): Date => (t.course.check === 'nobody' && t.scribe.acts.at(-1)?.step === 'resolve' ? new Date(t.pace.after(t.scribe.at, t.verifying).getTime() + 60_000) : t.scribe.at)

const confirm = (t: Tale): boolean => t.scribe.take(t.pace.home(askedAt(t), 1, 72), 'confirm', t.reporter)

const rate = (t: Tale): void => {
  const { scribe, pace, random, course } = t
  if (!course.rates || t.reporter.kind !== 'resident') return
  const rating = course.outcome === 'fixed' ? random.weighted([[5, 56], [4, 29], [3, 8], [2, 5], [1, 2]]) : random.weighted([[5, 15], [4, 25], [3, 30], [2, 20], [1, 10]])
  const note = random.chance(0.5) ? random.pick(phrases.rated[rating] ?? ['']) : ''
  if (!scribe.take(pace.home(scribe.at, 1, 200), 'rate', t.reporter, { rating, ...(note !== '' && { ratingNote: note }) }) || rating > 2) return
  const centre = t.cast.worker(random, officeCode(ancestor(t.village, 'township') ?? '', 'centre'))
  const again = random.chance(0.2)
  const visited = scribe.take(pace.office(scribe.at, 3, 25), again ? 'reopenAfterRevisit' : 'revisit', centre, { revisitNote: random.pick(phrases.revisit) })
  if (!visited || !again) return
  const office = dispatch(t, 'plain')
  const worker = office === undefined ? undefined : accept(t, office)
  if (office !== undefined && worker !== undefined && handle(t, worker, office, true)) verify({ ...t, course: { ...course, check: 'yes' } }, worker, office)
}

/** From resolved to the resident's last word. `office` is absent for what was settled on the spot. */
export const answer = (t: Tale, handled?: { readonly worker: Actor; readonly office: string }): void => {
  const { scribe, pace, random, course } = t
  if (handled && !verify(t, handled.worker, handled.office)) return
  if (course.answer === 'silent') return
  if (course.answer === 'reopens' && handled) {
    const back = scribe.take(pace.home(askedAt(t), 2, 72), 'reopen', t.reporter, { reopenReason: random.pick(phrases.reopen) })
    const calm: Tale = { ...t, course: { ...course, check: 'yes' } }
    if (!back || !handle(calm, handled.worker, handled.office, true) || !verify(calm, handled.worker, handled.office)) return
  }
  if (confirm(t)) rate(t)
}
