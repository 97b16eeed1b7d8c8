import { isUuid } from '../kernel/facts.ts'
import type { Loader } from '../store/house.ts'

/** The name of an account still open, as far as the asker may see it. */
export const accountNamed: Loader = async (tx, ask) => {
  if (!isUuid(ask['account'])) return undefined
  const [row] = await tx.query<{ name: string }>('select name from account where id = $1::uuid and closed is null', [ask['account']])
  return row
}

type Held = { readonly account: string; readonly name: string; readonly kind: string; readonly region: string; readonly office: string | null; readonly clearance: string; readonly appointed: boolean }

/** A post that stands at an instant; `appointed`: given by the procedure, whose matter bears its id. */
export const postHeld: Loader = async (tx, ask) => {
  if (!isUuid(ask['post']) || typeof ask['at'] !== 'string') return undefined
  const [row] = await tx.query<Held>(
    `select p.account, a.name, p.kind, p.region, p.office, p.clearance, exists (select from matter m where m.id = p.id) as appointed
     from post p join account a on a.id = p.account where p.id = $1::uuid and p.ended is null and (p.until is null or p.until > $2::timestamptz)`, [ask['post'], ask['at']])
  if (!row) return undefined
  const { office, ...rest } = row
  return { ...rest, ...(office !== null && { office }) }
}
