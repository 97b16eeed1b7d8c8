import type { Procedure } from '../kernel/procedure.ts'
import { consent } from './2-foundations/access/consent.ts'
import { dataRequest } from './2-foundations/access/data-request.ts'
import { retentionHold } from './2-foundations/access/retention-hold.ts'
import { referenceChange } from './2-foundations/reference-change.ts'
import { request } from './2-foundations/request.ts'

/** Every procedure in force or once in force, by name; versions of one name stand oldest first. */
export const procedures: readonly Procedure[] = [request, referenceChange, dataRequest, consent, retentionHold]
