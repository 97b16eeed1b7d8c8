import type { Procedure } from '../kernel/procedure.ts'
import { accessCheck } from './2-foundations/access/access-check.ts'
import { accessDeferral } from './2-foundations/access/access-deferral.ts'
import { accessQuestion } from './2-foundations/access/access-question.ts'
import { referenceChange } from './2-foundations/reference-change.ts'
import { request } from './2-foundations/request.ts'
import { emergencyOrder } from './3-governance/emergency-order.ts'

/** Every procedure in force or once in force, by name; versions of one name stand oldest first. */
export const procedures: readonly Procedure[] = [request, referenceChange, emergencyOrder, accessCheck, accessQuestion, accessDeferral]
