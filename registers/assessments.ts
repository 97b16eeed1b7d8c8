import { isUuid } from '../kernel/facts.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

type Assessed = { readonly procedure: string; readonly stage: string; readonly region: string; readonly facts: JsonObject }

/** The assessment that a decision names, as far as who decides may see it. */
export const assessment = async (tx: Tx, ask: { readonly [name: string]: unknown }): Promise<Assessed | undefined> => {
  if (!isUuid(ask['id'])) return undefined
  const [row] = await tx.query<Assessed>(`select m.procedure, m.stage, m.region, m.facts || coalesce(i.facts, '{}'::jsonb) as facts
     from matter m left join matter_internal i on i.county = m.county and i.id = m.id where m.id = $1::uuid`, [ask['id']])
  return row
}
