import type { Row } from './rule.ts'
import { law } from './source.ts'

const massEvents = law('大型群众性活动安全管理条例', 'Regulation on the Safety of Large Mass Events', '2007-10-01', false)

/** Large events (Art. 34.3): from how many people on the police license them, and how long before they are asked. The platform records the permit only. */
export const safetyRules = [
  { name: 'mass-event.persons', value: 1000, unit: 'count', ...massEvents('二') },
  { name: 'mass-event.city-permit-persons', value: 5000, unit: 'count', ...massEvents('十二') },
  { name: 'mass-event.application', value: 20, unit: 'days', ...massEvents('十三') },
] as const satisfies readonly Row[]
