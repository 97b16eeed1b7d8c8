import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How grid workers are chosen, paid and heard, and how they file services for residents (Art. 21.3, 21.4). All are defaults of the product; the amount of a subsidy is never one: it stands in a local rule. */
export const gridWorkerRules = [
  { name: 'grid-appointment.answer', value: 7, unit: 'days', ...byDefault('被推荐人答复是否愿意', 'whoever is recommended says whether they are willing', '21.3') },
  { name: 'grid-appointment.review', value: 10, unit: 'workingDays', ...byDefault('网格员资格审查', 'review whether somebody qualifies as a grid worker', '21.3') },
  { name: 'grid-appointment.meet', value: 15, unit: 'workingDays', ...byDefault('会议研究网格员人选', 'a meeting decides on a grid worker', '21.3') },
  { name: 'grid-appointment.appoint', value: 5, unit: 'workingDays', ...byDefault('会议通过后提出任命', 'propose the post once the meeting agreed', '21.3') },
  { name: 'grid-appointment.posted', value: 10, unit: 'workingDays', ...byDefault('任命审核后上岗', 'take up the post once it is confirmed', '21.3') },
  { name: 'grid-appointment.present-least', value: 3, unit: 'count', ...byDefault('研究网格员人选的会议最少到会人数', 'the fewest at a meeting that decides on a grid worker', '21.3') },
  { name: 'grid-appointment.resigned', value: 5, unit: 'workingDays', ...byDefault('网格员提出辞职后办理', 'a grid worker’s resignation is dealt with', '21.3') },
  { name: 'grid-appointment.renew-before', value: 30, unit: 'days', ...byDefault('任期届满前提醒续聘', 'how long before a term ends its renewal is brought up', '21.3') },
  { name: 'subsidy.review', value: 5, unit: 'workingDays', ...byDefault('审核网格员补贴', 'review a grid worker’s subsidy', '21.3') },
  { name: 'subsidy.pay', value: 10, unit: 'workingDays', ...byDefault('审核后发放网格员补贴', 'pay a grid worker’s subsidy once reviewed', '21.3') },
  { name: 'subsidy.dispute', value: 15, unit: 'days', ...byDefault('网格员对补贴提出异议', 'a grid worker disputes a subsidy', '21.3') },
  { name: 'subsidy.answer', value: 5, unit: 'workingDays', ...byDefault('答复网格员对补贴的异议', 'answer a dispute of a subsidy', '21.3') },
  { name: 'errand.file', value: 2, unit: 'workingDays', ...byDefault('代办事项提交办理', 'file a service asked for', '21.4') },
  { name: 'errand.expect-longest', value: 90, unit: 'days', ...byDefault('代办事项承诺办结的最长期限', 'the longest until a service filed is expected to be decided', '21.4') },
  { name: 'errand.confirm', value: 7, unit: 'days', ...byDefault('居民确认收到代办结果', 'the resident confirms that the result was received', '21.4') },
  { name: 'workload-note.answer', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）答复工作量反映', 'the township answers a note on the workload', '21.2') },
] as const satisfies readonly Row[]
