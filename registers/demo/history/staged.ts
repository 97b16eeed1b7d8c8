import type { Course } from './course.ts'

/** A life cut off at a step, so that somebody has just that to do now: after its first `until`, or before its first `before`. */
export type Staged = { readonly category: string; readonly course?: Partial<Course>; readonly until?: string; readonly before?: string }

export const plainCourse: Course = {
  by: 'resident', anonymous: false, given: true, turn: 'plain', pace: 'swift', outcome: 'fixed', check: 'yes', answer: 'confirms', rates: true, aside: 'none', urges: false, adds: false,
}

/** In the focus village, reported by the one-click resident: something to do for each of the one-click persons. */
export const staged: readonly Staged[] = [
  { category: 'street-light', until: 'report' },
  { category: 'rubbish', until: 'report', course: { given: false } },
  { category: 'road-damage', until: 'dispatch' },
  { category: 'village-road', until: 'dispatch' },
  { category: 'neighbour-dispute', until: 'dispatch' },
  { category: 'road-damage', until: 'accept' },
  { category: 'drainage', until: 'accept' },
  { category: 'rubbish', until: 'resolve' },
  { category: 'village-road', until: 'resolve', course: { by: 'gridWorker' } },
  { category: 'water-supply', until: 'verify' },
  { category: 'street-light', until: 'confirm' },
  { category: 'irrigation', before: 'rule', course: { turn: 'ruled' } },
  { category: 'road-damage', until: 'supervise', course: { aside: 'supervised', pace: 'steady' } },
  { category: 'village-road', until: 'askExtension', course: { aside: 'extended', pace: 'steady' } },
]

