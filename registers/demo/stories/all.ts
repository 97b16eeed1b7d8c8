import { educationHealth } from './education-health.ts'
import { environment } from './environment.ts'
import { housing } from './housing.ts'
import { land } from './land.ts'
import { neighbours } from './neighbours.ts'
import { roads } from './roads.ts'
import { safety } from './safety.ts'
import { services } from './services.ts'
import type { Story } from './story.ts'
import { utilities } from './utilities.ts'
import { workAndCare } from './work-and-care.ts'

/** Every story: one for each category of the shipped list. */
export const stories: readonly Story[] = [
  ...roads, ...utilities, ...environment, ...housing, ...land, ...workAndCare, ...educationHealth, ...safety, ...neighbours, ...services,
]
