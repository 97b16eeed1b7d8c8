import { need } from '../../kernel/procedure.ts'

/** An emergency order in force for a place: declared for it, or for a place it lies in. Instants are ISO 8601 in UTC. */
export type InForce = { readonly id: string; readonly region: string; readonly kind: string; readonly since: string; readonly until: string; readonly matter: string }

/** The order in force where the matter is, at the moment of the step (Art. 24.2, 33.2); nothing where there is none. */
export const emergencyHere = need<InForce>('emergency', c => ({ region: c.matter.region, at: c.now.toISOString() }))
