import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** A declared emergency (Art. 24.2, 33.2): how long an order may run, and what follows it. All are defaults of the product; a county's plan replaces them. */
export const emergencyRules = [
  { name: 'emergency.longest', value: 30, unit: 'days', ...byDefault('一次应急决定的最长期限，延期另计', 'the longest one emergency order runs; an extension counts anew', '24.2') },
  { name: 'emergency.extensions', value: 1, unit: 'count', ...byDefault('一次应急决定最多延期的次数', 'how often an emergency order may be extended', '24.2') },
  { name: 'emergency.confirm', value: 24, unit: 'hours', ...byDefault('县（区）确认乡镇（街道）应急决定的时限，逾期失效', 'the county confirms a township’s emergency order, else it lapses', '24.2') },
  { name: 'emergency.review', value: 15, unit: 'days', ...byDefault('应急决定结束后提交处置总结', 'report what was done under an emergency order after its end', '24.2') },
] as const satisfies readonly Row[]
