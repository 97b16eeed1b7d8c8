import type { Row } from './rule.ts'
import { byDefault } from './source.ts'

/** Making and changing a county's lists and offices' duty lists (Art. 23.1): how long each part may take. The regulation sets none of it; all are defaults of the product. */
export const listRules = [
  { name: 'list.draft', value: 60, unit: 'days', ...byDefault('清单起草到征求意见或送审', 'from the draft of a list to its consultation or review', '23.1') },
  { name: 'list.consult', value: 15, unit: 'days', ...byDefault('清单向村（社区）征求意见的期限', 'how long communities are consulted on the lists', '23.1') },
  { name: 'list.answer', value: 15, unit: 'workingDays', ...byDefault('征求意见结束后逐条答复、修改并送审', 'answer every comment, mend the draft and hand it to review once the consultation is over', '23.1') },
  { name: 'list.review', value: 10, unit: 'workingDays', ...byDefault('清单合法性审核', 'legality review of a list', '23.1') },
  { name: 'list.publish', value: 10, unit: 'workingDays', ...byDefault('清单审核通过后公布', 'publish a list that passed its review', '23.1') },
  { name: 'list.in-force-after', value: 1, unit: 'days', ...byDefault('清单公布后最早施行的间隔', 'a list is in force at the earliest so long after its publication', '23.1') },
  { name: 'list.comment-answer', value: 20, unit: 'workingDays', ...byDefault('答复对清单草案的意见', 'answer a comment on a draft list', '23.1') },
  { name: 'list.proposal-answer', value: 20, unit: 'workingDays', ...byDefault('答复清单调整建议', 'answer a proposal to change a list', '23.1') },
  { name: 'list.look-over', value: 365, unit: 'days', ...byDefault('清单施行后多久提醒评估是否调整', 'how long after its beginning those in charge are asked whether a list needs adjusting', '23.1') },
] as const satisfies readonly Row[]
