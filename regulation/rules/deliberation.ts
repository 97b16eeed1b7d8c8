import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/**
 * How long each part of a deliberation and of a hearing round may take (Art. 25). All are defaults of the product: what the law itself asks of notice, quorum and
 * majority stands with each body (`voting.ts`, `assembly.ts`, `property.ts`).
 */
export const deliberationRules = [
  { name: 'deliberation.screen', value: 5, unit: 'workingDays', ...byDefault('审查议题', 'screen a topic', '25.2') },
  { name: 'deliberation.demand-check', value: 3, unit: 'workingDays', ...byDefault('核实联名要求', 'check a demand to convene', '25.1') },
  { name: 'deliberation.opinion', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）对议题是否合法提出意见', 'the township says whether a topic is lawful', '25.2') },
  { name: 'deliberation.review-window', value: 10, unit: 'days', ...byDefault('对不予受理申请复核的期限', 'ask for a review of a topic declined', '25.2') },
  { name: 'deliberation.review', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）复核不予受理', 'the township reviews a topic declined', '25.2') },
  { name: 'deliberation.prepare', value: 30, unit: 'days', ...byDefault('受理后发出会议通知', 'give notice of the meeting of a topic accepted', '25.1') },
  { name: 'deliberation.convene', value: 15, unit: 'days', ...byDefault('联名要求成立后应当发出会议通知', 'give notice of a meeting that is owed', '25.1') },
  { name: 'deliberation.owed-meeting', value: 45, unit: 'days', ...byDefault('联名要求成立后最迟召开会议', 'hold the meeting that is owed', '25.1') },
  { name: 'deliberation.party-steps', value: 15, unit: 'workingDays', ...byDefault('“四议两公开”每个环节', 'each stage of the four discussions', '25.1') },
  { name: 'deliberation.ahead', value: 90, unit: 'days', ...byDefault('会议最远可安排的天数', 'how far ahead a meeting may be set') },
  { name: 'deliberation.hold', value: 2, unit: 'workingDays', ...byDefault('会议日后登记开会情况', 'record a meeting after its day', '25.1') },
  { name: 'deliberation.count', value: 2, unit: 'workingDays', ...byDefault('表决结束后完成计票', 'finish counting after the vote', '25.1') },
  { name: 'deliberation.publish', value: 3, unit: 'workingDays', ...byDefault('计票后公布决议、结果', 'publish the resolution and the result', '25.1') },
  { name: 'deliberation.reconvene', value: 30, unit: 'days', ...byDefault('未达法定人数后决定是否再次召开', 'decide whether to convene again where the quorum was missed', '25.1') },
  { name: 'deliberation.objection', value: 7, unit: 'days', ...byDefault('决议公示异议期', 'object to a resolution', '25.3') },
  { name: 'deliberation.rule-objection', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）处理异议', 'the township decides on an objection', '25.3') },
  { name: 'deliberation.assign', value: 5, unit: 'workingDays', ...byDefault('决议生效后分解任务', 'set out the tasks of a resolution', '25.1') },
  { name: 'deliberation.follow', value: 30, unit: 'days', ...byDefault('检查决议落实', 'look at how a resolution is carried out', '25.1') },
  { name: 'deliberation.report-window', value: 7, unit: 'days', ...byDefault('对落实报告提出不同意见', 'contest the report on a resolution', '25.3') },
  { name: 'deliberation.longest-task', value: 730, unit: 'days', ...byDefault('决议任务的最长期限', 'the longest a task of a resolution runs') },
  { name: 'deliberation.task-remind', value: 5, unit: 'workingDays', ...byDefault('逾期任务再次提醒', 'remind of a late task again') },
  { name: 'deliberation.comment-answer', value: 5, unit: 'workingDays', ...byDefault('答复对议题的意见和提问', 'answer a comment or a question on a topic', '25.3') },
  { name: 'hearing.ahead', value: 180, unit: 'days', ...byDefault('听取意见最远可安排的天数', 'how far ahead a hearing round may be set', '25.3') },
  { name: 'hearing.record', value: 3, unit: 'days', ...byDefault('听取意见后最迟登记的天数', 'within how many days a hearing round is recorded', '25.3') },
  { name: 'hearing.remind-again', value: 3, unit: 'workingDays', ...byDefault('未按期开展的再次提醒', 'remind of a missed hearing round again', '25.3') },
  { name: 'hearing.answer', value: 10, unit: 'workingDays', ...byDefault('答复听取的意见', 'answer what was said in a hearing round', '25.3') },
] as const satisfies readonly Row[]
