import type { ValuesOf } from '../../../kernel/fact.ts'
import { faultAt, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import type { HazardFacts } from './facts.ts'

const fault: FaultOf<HazardFacts> = faultAt

/** A community is ordered on a ground named to this very order: what an order before it cited does not count (Art. 23.3). */
export const groundless = ({ responsible, item, provision }: ValuesOf<HazardFacts>): Refusal | undefined =>
  (responsible === 'community' && item === undefined && provision === undefined ? fault('item', '请注明清单事项或条款', 'Name the item or the provision') : undefined)
