import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/**
 * How soon departments answer a township's summons (Art. 24.2), by its grade, and what follows. Urgent and serious ones are counted by the clock on the
 * wall, at night too. All are defaults of the product; a county's own rule replaces them.
 */
export const summonsRules = [
  { name: 'summons.answer.urgent', value: 1, unit: 'hours', ...byDefault('紧急吹哨的响应时限', 'answer an urgent summons', '24.2') },
  { name: 'summons.answer.serious', value: 4, unit: 'hours', ...byDefault('重要吹哨的响应时限', 'answer a serious summons', '24.2') },
  { name: 'summons.answer.ordinary', value: 1, unit: 'workingDays', ...byDefault('一般吹哨的响应时限', 'answer an ordinary summons', '24.2') },
  { name: 'summons.attend.urgent', value: 2, unit: 'hours', ...byDefault('紧急吹哨响应后的到场时限', 'attend an urgent summons once answered', '24.2') },
  { name: 'summons.attend.serious', value: 24, unit: 'hours', ...byDefault('重要吹哨响应后的到场时限', 'attend a serious summons once answered', '24.2') },
  { name: 'summons.attend.ordinary', value: 3, unit: 'workingDays', ...byDefault('一般吹哨响应后的到场时限', 'attend an ordinary summons once answered', '24.2') },
  { name: 'summons.report.urgent', value: 24, unit: 'hours', ...byDefault('紧急吹哨到场后的报告时限', 'report on an urgent summons once there', '24.2') },
  { name: 'summons.report.serious', value: 3, unit: 'workingDays', ...byDefault('重要吹哨到场后的报告时限', 'report on a serious summons once there', '24.2') },
  { name: 'summons.report.ordinary', value: 7, unit: 'workingDays', ...byDefault('一般吹哨到场后的报告时限', 'report on an ordinary summons once there', '24.2') },
  { name: 'summons.again.urgent', value: 1, unit: 'hours', ...byDefault('紧急吹哨逾期后再次上报的间隔', 'how often lateness on an urgent summons is told upward', '24.2') },
  { name: 'summons.again.serious', value: 4, unit: 'hours', ...byDefault('重要吹哨逾期后再次上报的间隔', 'how often lateness on a serious summons is told upward', '24.2') },
  { name: 'summons.again.ordinary', value: 1, unit: 'workingDays', ...byDefault('一般吹哨逾期后再次上报的间隔', 'how often lateness on an ordinary summons is told upward', '24.2') },
  { name: 'summons.lead.urgent', value: 6, unit: 'hours', ...byDefault('紧急吹哨后明确牵头单位', 'name who leads after an urgent summons', '24.2') },
  { name: 'summons.lead.serious', value: 2, unit: 'workingDays', ...byDefault('重要吹哨后明确牵头单位', 'name who leads after a serious summons', '24.2') },
  { name: 'summons.lead.ordinary', value: 5, unit: 'workingDays', ...byDefault('一般吹哨后明确牵头单位', 'name who leads after an ordinary summons', '24.2') },
  { name: 'summons.conclude.urgent', value: 3, unit: 'workingDays', ...byDefault('紧急吹哨形成联合处置结论', 'conclude jointly on an urgent summons', '24.2') },
  { name: 'summons.conclude.serious', value: 7, unit: 'workingDays', ...byDefault('重要吹哨形成联合处置结论', 'conclude jointly on a serious summons', '24.2') },
  { name: 'summons.conclude.ordinary', value: 15, unit: 'workingDays', ...byDefault('一般吹哨形成联合处置结论', 'conclude jointly on an ordinary summons', '24.2') },
  { name: 'summons.confirm', value: 2, unit: 'workingDays', ...byDefault('乡镇（街道）核定联合处置结论', 'the township settles the joint conclusion', '24.2') },
  { name: 'summons.carry-longest', value: 180, unit: 'days', ...byDefault('遗留事项办结的最长期限', 'the longest for what remains to be carried on', '24.2') },
  { name: 'summons.rate', value: 10, unit: 'days', ...byDefault('乡镇（街道）对部门响应作出评价', 'the township rates a department’s answer', '24.2') },
  { name: 'summons.low-rating', value: 2, unit: 'count', ...byDefault('须说明理由的最高评分', 'the highest rating that needs a reason', '24.2') },
  { name: 'duty-roster.longest', value: 31, unit: 'days', ...byDefault('一次登记值班表的最长期间', 'the longest one duty roster runs', '24.2') },
] as const satisfies readonly Row[]
