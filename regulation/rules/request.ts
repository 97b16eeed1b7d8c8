import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How long each stage of a request takes (Art. 21.4). All are defaults of the product; handling differs by category and is reference data elsewhere. */
export const requestRules = [
  { name: 'request.triage', value: 8, unit: 'workingHours', ...byDefault('诉求登记后分派', 'route a reported request', '21.4') },
  { name: 'request.accept', value: 1, unit: 'workingDays', ...byDefault('承办单位受理或退回', 'the assigned office accepts or returns', '21.4') },
  { name: 'request.return-ruling', value: 2, unit: 'workingDays', ...byDefault('对退回作出裁定', 'rule on a return', '21.4') },
  { name: 'request.handle', value: 5, unit: 'workingDays', ...byDefault('事项类别未另定的办理时限', 'handle, where the category sets no other time', '21.4') },
  { name: 'request.handle-again', value: 3, unit: 'workingDays', ...byDefault('居民认为未解决的再次办理时限', 'handle again what the resident finds unsettled', '21.4') },
  { name: 'request.verify', value: 2, unit: 'workingDays', ...byDefault('核实办理结果', 'verify the result', '21.4') },
  { name: 'request.confirm', value: 5, unit: 'days', ...byDefault('居民确认，逾期按未答复办结', 'the resident confirms, else it closes as unanswered', '21.4') },
  { name: 'request.rate', value: 15, unit: 'days', ...byDefault('居民评价', 'the resident rates', '48') },
  { name: 'request.revisit', value: 5, unit: 'workingDays', ...byDefault('低分回访', 'call back after a low rating', '48') },
  { name: 'request.merge-window', value: 7, unit: 'days', ...byDefault('同类诉求可合并的间隔', 'how far apart like requests may be merged', '21.4') },
  { name: 'request.urge-interval', value: 1, unit: 'days', ...byDefault('两次催办的最短间隔', 'least time between two urgings', '21.4') },
  { name: 'request.satisfied-rating', value: 4, unit: 'count', ...byDefault('视为满意的最低评分', 'the lowest rating that counts as satisfied', '48') },
  { name: 'request.low-rating', value: 2, unit: 'count', ...byDefault('视为低分的最高评分', 'the highest rating that counts as low', '48') },
] as const satisfies readonly Row[]
