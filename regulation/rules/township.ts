import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How townships support and inspect villages, how a county arranges a campaign and how targets of a year are kept (Art. 5, 6). All are defaults of the product. */
export const townshipRules = [
  { name: 'guidance.cover', value: 90, unit: 'days', ...byDefault('乡镇（街道）对每个村（社区）至少走访一次的间隔', 'how often a township visits each village at least', '6.1') },
  { name: 'guidance.schedule', value: 5, unit: 'workingDays', ...byDefault('村（社区）申请指导后安排走访', 'plan the visit a village asked for', '6.1') },
  { name: 'guidance.ahead', value: 60, unit: 'days', ...byDefault('走访、检查最早可提前安排的天数', 'how far ahead a visit or an inspection is planned at most', '6.1') },
  { name: 'guidance.record', value: 3, unit: 'workingDays', ...byDefault('走访、检查后登记情况', 'record a visit or an inspection after it was held', '6.1') },
  { name: 'guidance.answer-longest', value: 30, unit: 'days', ...byDefault('走访中所提问题的最长答复期限', 'the longest time to answer what was raised at a visit', '6.1') },
  { name: 'guidance.answer-again', value: 5, unit: 'workingDays', ...byDefault('村（社区）认为没有解决时再次答复', 'answer again what the village finds unsettled', '6.1') },
  { name: 'guidance.confirm', value: 5, unit: 'workingDays', ...byDefault('村（社区）确认走访情况，不确认的自动办结', 'the village confirms a visit, else it is closed without', '6.1') },
  { name: 'inspection.yearly', value: 4, unit: 'count', ...byDefault('一个乡镇（街道）一年内对同一村（社区）的检查次数，超过须说明理由', 'inspections of one village a year by one township; more needs a reason', '6.6') },
  { name: 'inspection.answer', value: 5, unit: 'workingDays', ...byDefault('村（社区）对检查发现答复，不答复视为没有异议', 'the village answers findings, else it is taken to have no objection', '6.6') },
  { name: 'inspection.rule', value: 5, unit: 'workingDays', ...byDefault('对检查发现的异议作出决定，逾期异议成立', 'decide on an objection to findings, else it stands', '6.6') },
  { name: 'inspection.rectify-longest', value: 60, unit: 'days', ...byDefault('整改期限最长天数', 'the longest time to put findings right', '6.6') },
  { name: 'inspection.recheck', value: 10, unit: 'workingDays', ...byDefault('整改后复查', 'check again after rectification', '6.6') },
  { name: 'inspection.rounds', value: 2, unit: 'count', ...byDefault('检查发现的问题复查未通过的次数上限，达到后报上一级决定', 'how often findings are found not put right until the level above decides', '6.6') },
  { name: 'inspection.raised', value: 10, unit: 'workingDays', ...byDefault('上一级对多次复查未通过的问题作出决定', 'the level above decides on findings not put right', '6.6') },
  { name: 'plan.review', value: 10, unit: 'workingDays', ...byDefault('审核年度目标', 'review the targets of a year', '5.1') },
  { name: 'plan.state-every', value: 100, unit: 'days', ...byDefault('手工填报的目标进度更新间隔', 'how often progress stated by hand is renewed', '5.1') },
  { name: 'plan.conclude', value: 30, unit: 'days', ...byDefault('年度结束后总结目标完成情况', 'conclude on the targets after the end of the year', '5.1') },
  { name: 'campaign.longest', value: 180, unit: 'days', ...byDefault('一次专项行动的最长期限', 'the longest one campaign runs', '6.5') },
  { name: 'campaign.plan', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）制定专项行动实施方案', 'a township makes its plan for a campaign', '6.5') },
  { name: 'campaign.report', value: 10, unit: 'workingDays', ...byDefault('专项行动结束后乡镇（街道）报告', 'a township reports after a campaign', '6.5') },
  { name: 'campaign.check', value: 10, unit: 'workingDays', ...byDefault('县（区）核查专项行动报告，逾期视为通过', 'the county checks a report, else it is taken as it stands', '6.5') },
  { name: 'campaign.sum-up', value: 30, unit: 'days', ...byDefault('专项行动结束后县（区）总结', 'the county sums up a campaign', '6.5') },
] as const satisfies readonly Row[]
