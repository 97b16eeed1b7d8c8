import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How soon a hazard is graded, ordered put right, put right and checked again (Art. 34.2), by its grade. All are defaults of the product; a county's own rule replaces them. */
export const hazardRules = [
  { name: 'hazard.grade', value: 1, unit: 'workingDays', ...byDefault('安全隐患上报后核定等级', 'grade a hazard once it is reported', '34.2') },
  { name: 'hazard.grade.danger', value: 2, unit: 'hours', ...byDefault('有人正处于危险中的隐患核定等级', 'grade a hazard that endangers somebody now', '34.2') },
  { name: 'hazard.order.ordinary', value: 3, unit: 'workingDays', ...byDefault('一般隐患核定后责令整改', 'order an ordinary hazard put right', '34.2') },
  { name: 'hazard.order.serious', value: 1, unit: 'workingDays', ...byDefault('较大隐患核定后责令整改', 'order a serious hazard put right', '34.2') },
  { name: 'hazard.order.major', value: 4, unit: 'hours', ...byDefault('重大隐患核定后主管部门责令整改', 'the competent department orders a major hazard put right', '34.2') },
  { name: 'hazard.rectify.ordinary', value: 15, unit: 'days', ...byDefault('一般隐患整改期限', 'put an ordinary hazard right', '34.2') },
  { name: 'hazard.rectify.serious', value: 7, unit: 'days', ...byDefault('较大隐患整改期限', 'put a serious hazard right', '34.2') },
  { name: 'hazard.rectify.major', value: 3, unit: 'days', ...byDefault('重大隐患整改期限（整改完成前采取管控措施）', 'put a major hazard right, with it guarded until then', '34.2') },
  { name: 'hazard.rectify-again', value: 3, unit: 'workingDays', ...byDefault('复查未通过后的整改期限', 'put right what was found not to be', '34.2') },
  { name: 'hazard.rounds', value: 2, unit: 'count', ...byDefault('隐患复查未通过达到几次后报县（区）督办', 'how often a hazard is found not put right before the county is told', '34.2') },
  { name: 'hazard.recheck', value: 3, unit: 'workingDays', ...byDefault('隐患整改后复查', 'check a hazard again once put right', '34.2') },
] as const satisfies readonly Row[]
