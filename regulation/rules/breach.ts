import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Liability (Art. 49 to 51): how soon it is looked into, heard, decided, corrected and followed. The regulation sets none of these; all are defaults of the product. */
export const breachRules = [
  { name: 'breach.accept', value: 5, unit: 'workingDays', ...byDefault('受理违规线索', 'accept a report of a breach', '50.2') },
  { name: 'breach.verify', value: 20, unit: 'workingDays', ...byDefault('核实违规线索', 'verify a report of a breach', '50.2') },
  { name: 'breach.look-again', value: 15, unit: 'days', ...byDefault('反映人请上一级重新核实', 'the reporter asks the level above to look again', '50.2') },
  { name: 'breach.answer', value: 7, unit: 'workingDays', ...byDefault('有关单位陈述申辩', 'the unit concerned is heard', '50.2') },
  { name: 'breach.decide', value: 10, unit: 'workingDays', ...byDefault('作出责任决定', 'decide on a breach', '50.2') },
  { name: 'breach.correct-longest', value: 60, unit: 'days', ...byDefault('责令改正的最长期限', 'the longest time given to correct', '50.2') },
  { name: 'breach.recheck', value: 10, unit: 'workingDays', ...byDefault('复核改正情况', 'check what was corrected', '50.2') },
  { name: 'breach.appeal', value: 15, unit: 'days', ...byDefault('有关单位提出申诉', 'the unit concerned appeals', '50.2') },
  { name: 'breach.appeal-decide', value: 30, unit: 'days', ...byDefault('办理申诉', 'decide an appeal', '50.2') },
  { name: 'breach.referral', value: 60, unit: 'days', ...byDefault('询问移送结果', 'ask what became of a referral', '50.2') },
  { name: 'breach.published', value: 365, unit: 'days', ...byDefault('通报批评公开的期限', 'how long a notice of criticism stays published', '50.2') },
  { name: 'breach.attempts', value: 5, unit: 'count', ...byDefault('一段时间内被拦截多少次即发起核实', 'refused attempts within a time that raise a check', '50.2') },
  { name: 'breach.attempts-window', value: 90, unit: 'days', ...byDefault('统计被拦截次数的时段', 'the time in which refused attempts are counted', '50.2') },
] as const satisfies readonly Row[]
