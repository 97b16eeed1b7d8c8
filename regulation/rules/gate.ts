import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Work given to communities and townships (Art. 7, 23, 24.2): the regulation says what may be given, not how fast; all are defaults of the product. */
export const gateRules = [
  { name: 'gate.minutes-per-field', value: 2, unit: 'count', ...byDefault('村（社区）填写表格一个字段的时间，按分钟计', 'minutes a community spends on one field of a form', '23.2') },
  { name: 'gate.longest', value: 366, unit: 'days', ...byDefault('一次委托协助任务的最长期限', 'the longest one commission runs', '23.2') },
  { name: 'gate.approval', value: 3, unit: 'workingDays', ...byDefault('发文单位另一人审批下达，逾期作罢', 'a second person of the issuing office approves, else it is dropped', '23.2') },
  { name: 'gate.township-review', value: 2, unit: 'workingDays', ...byDefault('乡镇（街道）审看县级任务，逾期视为同意', 'the township reviews work of the county; silence lets it pass', '24.2') },
  { name: 'gate.issuer-answer', value: 3, unit: 'workingDays', ...byDefault('发文单位答复乡镇（街道）异议，逾期视为撤回', 'the issuer answers a township’s objection; silence takes the work back', '24.2') },
  { name: 'gate.ruling', value: 5, unit: 'workingDays', ...byDefault('县（区）裁定异议，逾期按基层意见', 'the county rules on an objection; silence decides for those below', '23.1') },
  { name: 'gate.acceptance', value: 3, unit: 'workingDays', ...byDefault('村（社区）答复是否承担委托事项，逾期视为不承担', 'the community says whether it takes on what is entrusted; silence is no', '7.2') },
  { name: 'gate.condition-check', value: 2, unit: 'workingDays', ...byDefault('村（社区）核对工作条件，逾期视为已到位', 'the community checks conditions recorded as delivered; silence confirms them', '23.2') },
  { name: 'gate.conditions-after-order', value: 3, unit: 'days', ...byDefault('应急任务的工作条件最迟补齐', 'conditions of work in an emergency follow at the latest', '23.2') },
  { name: 'gate.delivery-check', value: 5, unit: 'workingDays', ...byDefault('发文单位验收，逾期视为通过', 'the issuer accepts what was delivered; silence accepts it', '23.2') },
  { name: 'gate.summary', value: 10, unit: 'workingDays', ...byDefault('任务结束后作出小结', 'sum a commission up after its end', '23.2') },
  { name: 'gate.data-valid', value: 12, unit: 'months', ...byDefault('村（社区）报过的数据在此期间内不再索要', 'what a community gave is not asked for again meanwhile', '23.2') },
] as const satisfies readonly Row[]
