import type { Random } from '../random.ts'

/** The turns a request takes, drawn before it is told; what does not fit its office or its time is left out on the way. */
export type Course = {
  readonly by: 'resident' | 'gridWorker' | 'committee' | 'hotline'
  readonly anonymous: boolean
  readonly given: boolean
  readonly turn: 'plain' | 'settled' | 'returned' | 'ruled' | 'recalled' | 'handedUp' | 'withdrawn' | 'forgotten'
  readonly pace: 'swift' | 'steady' | 'late'
  readonly outcome: 'fixed' | 'cannot' | 'notOurs'
  readonly check: 'yes' | 'no' | 'nobody'
  readonly answer: 'confirms' | 'reopens' | 'silent'
  readonly rates: boolean
  readonly aside: 'none' | 'extended' | 'stopped' | 'coHandled' | 'supervised' | 'assigned'
  readonly urges: boolean
  readonly adds: boolean
}

/** Most requests go straight; each hard turn is there often enough to be met in a queue of a few hundred. */
export const drawCourse = (random: Random): Course => ({
  by: random.weighted([['resident', 68], ['gridWorker', 18], ['committee', 5], ['hotline', 9]]),
  anonymous: random.chance(0.06),
  given: random.chance(0.7),
  turn: random.weighted([['plain', 74], ['settled', 7], ['returned', 7], ['ruled', 2], ['recalled', 2], ['handedUp', 3], ['withdrawn', 3], ['forgotten', 2]]),
  pace: random.weighted([['swift', 40], ['steady', 48], ['late', 12]]),
  outcome: random.weighted([['fixed', 88], ['cannot', 8], ['notOurs', 4]]),
  check: random.weighted([['yes', 87], ['no', 6], ['nobody', 7]]),
  answer: random.weighted([['confirms', 76], ['reopens', 7], ['silent', 17]]),
  rates: random.chance(0.72),
  aside: random.weighted([['none', 72], ['extended', 5], ['stopped', 4], ['coHandled', 7], ['supervised', 5], ['assigned', 7]]),
  urges: random.chance(0.1),
  adds: random.chance(0.08),
})
