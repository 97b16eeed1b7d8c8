import type { Chapter } from '../duty.ts'
import { disputes } from './chapter-3/disputes.ts'
import { listsAndPowers } from './chapter-3/lists-and-powers.ts'
import { mediation } from './chapter-3/mediation.ts'
import { propertyAndUnity } from './chapter-3/property-and-unity.ts'
import { safety } from './chapter-3/safety.ts'
import { selfGovernment } from './chapter-3/self-government.ts'

export const chapter3: Chapter = {
  number: 3,
  title: { zh: '治理措施', en: 'Measures of governance' },
  articles: [...listsAndPowers, ...selfGovernment, ...disputes, ...mediation, ...safety, ...propertyAndUnity],
}
