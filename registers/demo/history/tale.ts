import type { Actor } from '../../../kernel/post.ts'
import type { Period } from '../../../kernel/period.ts'
import type { Directory } from '../../directory.ts'
import type { Random } from '../random.ts'
import type { Cast } from './cast.ts'
import type { Course } from './course.ts'
import type { Pace } from './pace.ts'
import type { Scribe } from './scribe.ts'
import type { Telling } from './telling.ts'

/** One life while it is told: who there is, what it is about, the turns it takes, and how far it has come. */
export type Tale = {
  readonly random: Random
  readonly pace: Pace
  readonly cast: Cast
  readonly directory: Directory
  readonly village: string
  readonly telling: Telling
  readonly course: Course
  readonly reporter: Actor
  readonly scribe: Scribe
  /** The category's limit for handling. */
  readonly limit: Period
  /** How long verifying may take before the clock passes it on unverified. */
  readonly verifying: Period
}
