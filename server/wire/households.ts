import type { RegionRef } from './common.ts'

/** A household of a village and who belongs to it. */
export type HouseholdView = {
  readonly id: string; readonly code: string; readonly address: string; readonly team?: string; readonly size?: number
  readonly people: readonly { readonly id: string; readonly name: string; readonly head?: true; readonly bornDecade?: number }[]
}

/** GET /api/households?village: the register of households as it stands today, for who may name one; nobody who lives there is told. */
export type DoorsView = { readonly village: RegionRef; readonly rows: readonly { readonly code: string; readonly address: string; readonly team?: string; readonly size?: number; readonly grid?: RegionRef; readonly since: string }[] }
