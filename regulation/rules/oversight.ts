import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** What holds any matter to its time, whatever its procedure. All are defaults of the product. */
export const oversightRules = [
  { name: 'oversight.answer', value: 2, unit: 'workingDays', ...byDefault('回复上级督办', 'answer a supervision order') },
  { name: 'oversight.escalate-again', value: 2, unit: 'workingDays', ...byDefault('逾期后再升一级', 'rise one more level when still late', '21.1') },
  { name: 'oversight.longest-stop', value: 20, unit: 'workingDays', ...byDefault('暂停计时的最长期限', 'the longest a clock may be stopped', '21.4') },
  { name: 'oversight.stops', value: 2, unit: 'count', ...byDefault('一个事项最多暂停计时的次数', 'how often the clock of one matter may be stopped') },
  { name: 'reference.review', value: 5, unit: 'workingDays', ...byDefault('审核参考数据变更', 'review a change of reference data', '21.1') },
] as const satisfies readonly Row[]
