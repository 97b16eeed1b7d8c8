import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How often households are visited by their need, how rounds are walked and recorded, and what follows from them (Art. 17, 21.4, 40.2). All are defaults of the product. */
export const fieldWorkRules = [
  { name: 'visit.every.alone', value: 7, unit: 'days', ...byDefault('独居、空巢老人的走访间隔', 'how often an older person living alone is visited', '21.4') },
  { name: 'visit.every.mobility', value: 14, unit: 'days', ...byDefault('行动不便人员的走访间隔', 'how often somebody who can hardly go out is visited', '21.4') },
  { name: 'visit.every.child', value: 14, unit: 'days', ...byDefault('留守儿童家庭的走访间隔', 'how often a child left behind is visited', '21.4') },
  { name: 'visit.every.hardship', value: 30, unit: 'days', ...byDefault('生活困难家庭的走访间隔', 'how often a household in hardship is visited', '21.4') },
  { name: 'visit.every.safety', value: 30, unit: 'days', ...byDefault('用火、用电、用气安全走访间隔', 'how often fire, power and gas at home are looked at', '21.4') },
  { name: 'visit.every.other', value: 60, unit: 'days', ...byDefault('其他需要的走访间隔', 'how often another need is visited', '21.4') },
  { name: 'visit.again', value: 3, unit: 'days', ...byDefault('上门未遇后再次走访', 'visit again where nobody was in', '21.4') },
  { name: 'visit.households-most', value: 60, unit: 'count', ...byDefault('一份走访计划的户数上限', 'the most households of one plan of visits', '21.4') },
  { name: 'patrol.approve', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）核定巡查安排', 'the township approves a round', '21.4') },
  { name: 'visit.approve', value: 5, unit: 'workingDays', ...byDefault('乡镇（街道）核定走访计划', 'the township approves a plan of visits', '21.4') },
  { name: 'round.record', value: 3, unit: 'days', ...byDefault('走访、巡查后最迟登记的天数', 'within how many days a visit or a round is recorded', '21.4') },
  { name: 'round.record.offline', value: 14, unit: 'days', ...byDefault('没有信号时填写的走访、巡查最迟送达的天数', 'within how many days one that was written without a signal comes in', '21.4') },
  { name: 'round.remind-again', value: 3, unit: 'workingDays', ...byDefault('漏访、漏巡再次提醒的间隔', 'how often a missed visit or round is told again', '21.4') },
  { name: 'round.longest', value: 366, unit: 'days', ...byDefault('一份走访、巡查计划的最长期限', 'the longest a plan of visits or rounds runs', '21.4') },
  { name: 'care.arrange', value: 5, unit: 'workingDays', ...byDefault('关爱需求提出后落实由谁提供', 'settle who meets a need of care', '40.2') },
  { name: 'care.longest', value: 60, unit: 'days', ...byDefault('关爱需求约定提供的最长期限', 'the longest until a need of care is met', '40.2') },
] as const satisfies readonly Row[]
