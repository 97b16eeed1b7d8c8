import { atLeast } from '../fraction.ts'
import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** How a points scheme is made, and how points are given, shown, contested and exchanged (Art. 27). All are defaults of the product. */
export const pointsRules = [
  { name: 'points.catalogue-review', value: 10, unit: 'workingDays', ...byDefault('审定积分事项目录', 'adopt a catalogue of affairs and points', '27.1') },
  { name: 'points.consult', value: 7, unit: 'days', ...byDefault('积分办法草案征求意见至少天数', 'how long a draft scheme stands open to proposals at least', '27.2') },
  { name: 'points.proposal-answer', value: 5, unit: 'workingDays', ...byDefault('答复居民对积分办法的建议', 'answer a proposal on a scheme', '27.2') },
  { name: 'points.draft', value: 60, unit: 'days', ...byDefault('积分办法草案提交表决', 'put a draft scheme to the vote', '27.2') },
  { name: 'points.award-late', value: 31, unit: 'days', ...byDefault('事后最迟记分的天数', 'within how many days something is given points for', '27.3') },
  { name: 'points.publish-by', value: 31, unit: 'days', ...byDefault('记分后最迟公示的天数', 'within how many days points given are shown to the village', '27.3') },
  { name: 'points.objection-window', value: 5, unit: 'workingDays', ...byDefault('积分公示期', 'how long points given are shown before they are posted', '27.3') },
  { name: 'points.objection-answer', value: 5, unit: 'workingDays', ...byDefault('处理积分异议', 'decide an objection to points', '27.3') },
  { name: 'points.answer', value: 3, unit: 'workingDays', ...byDefault('该户对他人异议的答复期', 'how long a household may answer an objection of others to its line', '27.3') },
  { name: 'points.correct-late', value: 180, unit: 'days', ...byDefault('入账后最迟更正减分的天数', 'within how many days of being posted points are taken back by a correction', '27.3') },
  { name: 'points.statement', value: 5, unit: 'workingDays', ...byDefault('扣分前陈述申辩期', 'how long a household may speak before points are deducted', '27.3') },
  { name: 'points.deduction-decide', value: 10, unit: 'workingDays', ...byDefault('陈述申辩后作出扣分决定', 'decide on a deduction once the household could speak', '27.3') },
  { name: 'points.check', value: 5, unit: 'workingDays', ...byDefault('第二人核对积分台账事项', 'a second person checks what goes into the ledger', '27.3') },
  { name: 'points.reservation', value: 15, unit: 'days', ...byDefault('兑换预留期', 'how long a reward is kept for who asked for it', '27.3') },
  { name: 'points.close-after', value: 90, unit: 'days', ...byDefault('迁出、注销的户兑换剩余积分的期限', 'how long a household that moved away or ended may exchange what it has left', '27.3') },
  { name: 'points.scorer-share', value: atLeast(1, 2), unit: 'fraction', ...byDefault('一人记分占比提醒', 'the share of points given by one person from which the village is told', '27.3') },
  { name: 'points.household-share', value: atLeast(1, 5), unit: 'fraction', ...byDefault('一户得分占比提醒', 'the share of points given to one household from which the village is told', '27.3') },
  { name: 'points.household-times', value: 2, unit: 'count', ...byDefault('一户得分占比提醒时至少为户均的倍数', 'how many times the average a household got at least, for the village to be told', '27.3') },
] as const satisfies readonly Row[]
