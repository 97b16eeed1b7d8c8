import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Readings of personal data questioned, their showing deferred, and checked (Art. 20.2). All are defaults of the product. */
export const accessLogRules = [
  { name: 'access.answer', value: 5, unit: 'workingDays', ...byDefault('答复本人对查看记录的询问', 'answer a person’s question about who looked', '20.2') },
  { name: 'access.question-accept', value: 15, unit: 'days', ...byDefault('本人对答复表示接受或异议，逾期按未答复办结', 'the person accepts the answer or objects, else it closes as unanswered', '20.2') },
  { name: 'access.question-rule', value: 5, unit: 'workingDays', ...byDefault('安全管理员裁定查看是否合规', 'the security administrator rules whether a reading was in order', '20.2') },
  { name: 'access.deferral', value: 90, unit: 'days', ...byDefault('暂缓显示查看记录的最长期限，续期另计', 'the longest that the showing of readings is deferred; a renewal counts anew', '20.2') },
  { name: 'access.deferral-renewals', value: 1, unit: 'count', ...byDefault('暂缓显示最多续期的次数', 'how often a deferral may be renewed', '20.2') },
  { name: 'access.deferral-decide', value: 3, unit: 'workingDays', ...byDefault('审批暂缓显示，逾期视为不同意', 'decide on a deferral, else it is not granted', '20.2') },
  { name: 'access.check-explain', value: 5, unit: 'workingDays', ...byDefault('单位负责人说明异常查看', 'the officer’s lead explains unusual reading', '20.2') },
  { name: 'access.check-judge', value: 5, unit: 'workingDays', ...byDefault('安全管理员作出核查结论', 'the security administrator judges a check', '20.2') },
  { name: 'access.check-change', value: 10, unit: 'workingDays', ...byDefault('按核查结论变更岗位权限', 'the post is changed as a check found', '20.2') },
] as const satisfies readonly Row[]
