import type { Row } from './rule.ts'
import { byDefault, law } from './source.ts'

const cybersecurity = law('网络安全法', 'Cybersecurity Law', '2017-06-01')

/** Leave to read beyond one's reach, and the log of what was read (Art. 20.2). */
export const grantRules = [
  { name: 'access.grant-decide', value: 2, unit: 'workingDays', ...byDefault('审批调阅授权，逾期视为不同意', 'decide on a grant, else it is not given', '20.2') },
  { name: 'access.grant-longest', value: 30, unit: 'days', ...byDefault('一次调阅授权的最长期限', 'the longest a grant is given for at once', '20.2') },
  { name: 'access.emergency-reading', value: 24, unit: 'hours', ...byDefault('应急调阅的时长', 'how long reading in an emergency lasts', '20.2') },
  { name: 'access.emergency-review', value: 3, unit: 'workingDays', ...byDefault('应急调阅事后审查', 'review a reading in an emergency', '20.2') },
  { name: 'access.unusual-people', value: 60, unit: 'count', ...byDefault('一日内查看人数超过即发起核查', 'people read about in a day beyond which a check is raised', '20.2') },
  { name: 'access.unusual-closed', value: 15, unit: 'count', ...byDefault('一日内查看已办结且不经本人办理的事项，超过即发起核查', 'ended matters, none of them the reader’s own work, read in a day beyond which a check is raised', '20.2') },
  { name: 'access.log-kept', value: 6, unit: 'months', ...cybersecurity('二十一') },
] as const satisfies readonly Row[]
