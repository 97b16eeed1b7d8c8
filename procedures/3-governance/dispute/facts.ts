import type { Matter } from '../../../kernel/matter.ts'
import { faultAt, type FaultOf } from '../../../kernel/refusal.ts'
import { escalationFacts } from '../../usual/field-work.ts'
import { endingFacts } from './facts/ending.ts'
import { intakeFacts } from './facts/intake.ts'
import { limitationFacts } from './facts/limitation.ts'
import { mediationFacts } from './facts/mediation.ts'

export const facts = { ...intakeFacts, ...limitationFacts, ...mediationFacts, ...endingFacts, ...escalationFacts }

export type DisputeFacts = typeof facts
export type Dispute = Matter<DisputeFacts>

export const fault: FaultOf<DisputeFacts> = faultAt
