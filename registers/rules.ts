import { isCitation } from '../regulation/citation.ts'
import { figure, isRuleName, type Rule } from '../regulation/rules.ts'
import type { Tx } from '../store/database.ts'

type RuleRead = {
  readonly name: string
  readonly unit: string
  readonly value: unknown
  readonly since: string
  readonly until: string | null
  readonly kind: 'national' | 'local'
  readonly article: string | null
  readonly source_zh: string
  readonly source_en: string
  readonly checked: string
  readonly confirmed: boolean
  readonly adjustable: boolean
}

/** A row this program can use: a known name, counted in that figure's own unit. */
const isUsable = (rule: Rule): boolean => {
  try {
    return isRuleName(rule.name) && figure(rule.name, rule.from, [rule]).unit === rule.unit
  } catch {
    return false
  }
}

const ruleOf = (row: RuleRead): Rule => ({
  name: row.name as Rule['name'], unit: row.unit, value: row.value,
  from: row.since, ...(row.until !== null && { until: row.until }), kind: row.kind, source: { zh: row.source_zh, en: row.source_en },
  ...(row.article !== null && isCitation(row.article) && { article: row.article }),
  checked: row.checked, confirmed: row.confirmed, ...(row.adjustable && { adjustable: true as const }),
} as Rule)

/** The figures adopted on this site, for `figure(name, on, local)`. A row of another version's name or unit is passed over. */
export const adoptedRules = async (tx: Tx): Promise<readonly Rule[]> =>
  (await tx.query<RuleRead>(
    `select name, unit, value, since::text as since, until::text as until, kind, article, source_zh, source_en, checked::text as checked, confirmed, adjustable
     from rule_row order by name, since`,
  )).map(ruleOf).filter(isUsable)
