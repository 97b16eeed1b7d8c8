import { canonical } from '../kernel/canonical.ts'
import type { Json } from '../kernel/words.ts'
import { mac, type Keys } from './seal.ts'

/** A transfer as its mark covers it: every column but the mark. `at` is ISO 8601 in UTC. */
export type Marked = {
  readonly county: string; readonly id: string; readonly ledger: string; readonly region: string; readonly debit: string; readonly credit: string; readonly amount: number
  readonly state: string; readonly resolves: string | null; readonly reverses: string | null; readonly reason: string | null; readonly matter: string; readonly at: string
}

/** What proves a transfer of a ledger: who only writes to the database can’t make one. Hexadecimal. */
export const postingMark = (keys: Keys, { county, id, ledger, region, debit, credit, amount, state, resolves, reverses, reason, matter, at }: Marked): string => {
  const row: readonly Json[] = [county, id, ledger, region, debit, credit, amount, state, resolves, reverses, reason, matter, at]
  return mac(keys, 'posting', canonical(row)).toString('hex')
}
