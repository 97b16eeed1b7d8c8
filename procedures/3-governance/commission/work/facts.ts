import { choice, day, files, matterRef, reference, rows, text, told, whole, yesNo } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'
import { askedFacts, givenFacts } from '../facts.ts'

/** The only grounds on which assistance that is owed may be objected to. */
export const objections = {
  list: { zh: '不在清单内，或与清单不符', en: 'Not on the list, or not as it says' },
  season: { zh: '不在清单载明的时段', en: 'Out of season' },
  capacity: { zh: '力量不足，确实难以完成', en: 'Beyond what the community can do' },
  conditions: { zh: '工作条件没有到位', en: 'Conditions not there' },
} as const

const noName = words('不要写居民姓名、电话等个人信息', 'Name no resident and no phone')

/** What a task knows, whether a community’s or a township’s own. What those below write is internal; what is given, and how it is ruled on, is public. */
export const workFacts = {
  ...askedFacts, ...givenFacts,
  commission: matterRef({ zh: '所属委托协助', en: 'Commission', class: 'public' }),
  duty: reference('duty-item', { zh: '发文单位职责事项', en: 'The issuer’s own duty', class: 'public', of: 'issuer' }),
  emergency: yesNo({ zh: '应急任务', en: 'Emergency', class: 'public' }),
  filled: rows({ name: text({ zh: '字段', en: 'Field', class: 'public', max: 40 }), value: text({ zh: '平台记录', en: 'What records say', class: 'public', max: 200 }) },
    { zh: '平台已预填，无须再填', en: 'Filled in by the platform', max: 200, basis: ['23.2'] }),
  declineReason: text({ zh: '不承担的理由', en: 'Why it is not taken on', max: 500, lines: 2, hint: words('可不填：委托事项是否承担由村（社区）自主决定', 'May be left out: taking it on is for the community to decide') }),
  arrived: text({ zh: '发文单位登记已到位', en: 'Recorded by the issuer as delivered', class: 'public', max: 1000 }),
  mergedWith: text({ zh: '与之合并办理', en: 'Done together with', class: 'public', max: 40, hint: words('另一任务的编号', 'The number of the other task') }),
  missing: text({ zh: '还缺什么', en: 'What is missing', class: 'public', min: 2, max: 500, lines: 2, hint: noName }),
  began: day({ zh: '开始办理', en: 'Begun on', class: 'public' }),
  progress: text({ zh: '进展', en: 'Progress', min: 2, max: 1000, lines: 3, hint: noName }),
  report: text({ zh: '完成情况', en: 'What was done', min: 4, max: 4000, lines: 5, hint: noName }),
  data: rows({ name: text({ zh: '字段', en: 'Field', max: 40 }), value: text({ zh: '填报内容', en: 'Answer', max: 200 }) },
    { zh: '填报数据', en: 'Data asked for', min: 0, max: 200, hint: words('只填本村（社区）整体情况，不填个人信息；验收后归还本村（社区）留存', 'Of the place as a whole, never of a person; it is returned to the community') }),
  proof: files({ zh: '材料', en: 'Files', accept: 'any', max: 9 }),
  again: text({ zh: '需要补充什么', en: 'What is still needed', min: 4, max: 1000, lines: 2 }),
  askedTimes: whole({ zh: '要求补充次数', en: 'Times asked again', class: 'public' }),
  objection: choice(objections, { zh: '异议理由', en: 'Ground of objection', class: 'public', search: 'exact', basis: ['23.1', '23.2'] }),
  objectionText: text({ zh: '具体情况', en: 'What stands in the way', min: 4, max: 1000, lines: 3, hint: noName }),
  ruling: text({ zh: '裁定理由', en: 'Reasons of the ruling', class: 'public', min: 4, max: 1000, lines: 3, hint: words('向社会公开，不写个人信息', 'Published: name no person') }),
  endReason: text({ zh: '结束理由', en: 'Why it ends', class: 'public', min: 2, max: 500, lines: 2 }),
  endedBecause: told({ zh: '结束原因', en: 'Ended because', class: 'public' }),
}

export type WorkFacts = typeof workFacts
