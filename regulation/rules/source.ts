import type { Citation } from '../citation.ts'
import { fromNumeral } from '../numerals.ts'
import type { Provenance } from './rule.ts'

/** The day the figures were last read against the texts they come from. */
export const checked = '2026-11-22'

/** A rule of national law: `law('人民调解法', 'People’s Mediation Law', '2011-01-01')('33')`. */
export const law = (zh: string, en: string, from: string, confirmed = true) => (article: string) => ({
  from, kind: 'national', checked, confirmed,
  source: { zh: `《${zh}》第${article}条`, en: `${en}, Art. ${fromNumeral(article) ?? article}` },
}) as const satisfies Provenance

/** A default of this product, which an adopted local rule replaces. In force with the regulation. */
export const byDefault = (zh: string, en: string, article?: Citation) => ({
  from: '2023-02-01', kind: 'default', ...(article && { article }), checked, confirmed: true,
  source: { zh: `平台默认：${zh}`, en: `Product default: ${en}` },
}) as const satisfies Provenance
