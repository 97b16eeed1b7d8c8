import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Matters of enforcement that a township refers to the department with the power (Art. 24.1), and its say in major matters (Art. 24.2). All are defaults of the product. */
export const referralRules = [
  { name: 'referral.accept', value: 5, unit: 'workingDays', ...byDefault('部门接收或退回执法移送', 'accept or return a referral', '24.1') },
  { name: 'referral.resubmit', value: 10, unit: 'workingDays', ...byDefault('退回后补充材料再次移送', 'refer again after a return', '24.1') },
  { name: 'referral.result', value: 90, unit: 'days', ...byDefault('部门反馈执法移送的处理结果', 'say what came of a referral', '24.1') },
  { name: 'referral.receipt', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）签收处理结果', 'the township signs for the result', '24.1') },
  { name: 'major-opinion.least', value: 5, unit: 'days', ...byDefault('征求乡镇（街道）意见至少留出的时间', 'the least time a township is given for its opinion', '24.2') },
  { name: 'major-opinion.longest', value: 60, unit: 'days', ...byDefault('征求乡镇（街道）意见最长的期限', 'the longest a township’s opinion may be waited for', '24.2') },
  { name: 'major-opinion.answer', value: 15, unit: 'workingDays', ...byDefault('逐条答复乡镇（街道）意见建议', 'answer a township’s opinion point by point', '24.2') },
  { name: 'major-opinion.read', value: 10, unit: 'workingDays', ...byDefault('乡镇（街道）核对逐条答复', 'the township checks the answer', '24.2') },
] as const satisfies readonly Row[]
