import type { Procedure } from '../kernel/procedure.ts'
import { accessCheck } from './2-foundations/access/access-check.ts'
import { accessDeferral } from './2-foundations/access/access-deferral.ts'
import { accessGrant } from './2-foundations/access/access-grant.ts'
import { accessQuestion } from './2-foundations/access/access-question.ts'
import { accountOpening } from './2-foundations/access/account-opening.ts'
import { appointment } from './2-foundations/access/appointment.ts'
import { consent } from './2-foundations/access/consent.ts'
import { dataRequest } from './2-foundations/access/data-request.ts'
import { retentionHold } from './2-foundations/access/retention-hold.ts'
import { referenceChange } from './2-foundations/reference-change.ts'
import { request } from './2-foundations/request.ts'
import { emergencyOrder } from './3-governance/emergency-order.ts'
import { breach } from './6-liability/breach.ts'
import { breachClue } from './6-liability/breach-clue.ts'
import { breachNotice } from './6-liability/breach-notice.ts'

/** Every procedure in force or once in force, by name; versions of one name stand oldest first. */
export const procedures: readonly Procedure[] = [
  request, referenceChange, accountOpening, appointment, accessGrant, accessQuestion, accessDeferral, accessCheck,
  dataRequest, consent, retentionHold, emergencyOrder,
  breachClue, breach, breachNotice,
]
