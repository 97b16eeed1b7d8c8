import { choice, day, files, reference, region, regions, rows, text, told, whole, yesNo } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'
import { askedFacts, attachments } from '../facts.ts'

/** What its tasks say of themselves as they move; the commission counts it. */
export const happenings = {
  passed: { zh: '乡镇（街道）同意下达', en: 'Passed by a township' },
  notPassed: { zh: '没有下达', en: 'Not passed' },
  accepted: { zh: '承担', en: 'Taken on' },
  declined: { zh: '不承担', en: 'Not taken on' },
  objected: { zh: '提出异议', en: 'Objected to' },
  delivered: { zh: '交付', en: 'Delivered' },
  done: { zh: '完成', en: 'Done' },
  ended: { zh: '未完成而结束', en: 'Ended undone' },
} as const

export const deliveryColumns = {
  name: text({ zh: '工作条件', en: 'Condition', class: 'public', max: 40 }),
  how: text({ zh: '如何落实', en: 'How it was provided', class: 'public', max: 200 }),
  on: day({ zh: '到位日期', en: 'On', class: 'public' }),
}

const count = (zh: string, en: string) => whole({ zh, en, class: 'public' })

/** A commission is public: who asks communities for what, with what right and at what cost, is for everyone to see. */
export const commissionFacts = {
  ...askedFacts,
  area: region({ zh: '范围', en: 'Area', class: 'public', search: 'exact', levels: ['county', 'township'], hint: words('本单位所在的县（区）或乡镇（街道）', 'The county or township of your own office') }),
  places: regions({ zh: '下达给', en: 'Given to', class: 'public', levels: ['village', 'township'], hint: words('选择村（社区）；要求乡镇（街道）本级办理的，只选乡镇（街道）', 'Villages; or townships alone, where the work is for the township itself') }),
  duty: reference('duty-item', { zh: '本单位职责事项', en: 'Own duty it serves', class: 'public', hint: words('本单位职责不得转交村（社区），只有清单列明的协助事项可以请求协助', 'Your own duty may not be passed down; only what the list names is assisted in') }),
  emergency: yesNo({ zh: '应急任务', en: 'Emergency', class: 'public', basis: ['24.2', '33.2'], hint: words('当地有生效的应急决定时才能选“是”', 'Only where an emergency order is in force') }),
  attachments,
  minutesEach: whole({ zh: '每处预计用时', en: 'Time expected of each', class: 'public', unit: words('分钟', 'minutes') }),
  hours: told({ zh: '预计用时', en: 'Hours it takes', class: 'public', basis: ['23.2'] }),
  opinion: text({ zh: '审批意见', en: 'Opinion', class: 'public', min: 2, max: 500, lines: 2 }),
  reason: text({ zh: '理由', en: 'Reason', class: 'public', min: 2, max: 500, lines: 2 }),
  delivery: rows(deliveryColumns, { zh: '已落实的工作条件', en: 'Conditions delivered', class: 'public', max: 40, basis: ['23.2'] }),
  deliveryProof: files({ zh: '落实凭据', en: 'Proof of delivery', class: 'public', accept: 'any', max: 9 }),
  happened: choice(happenings, { zh: '最近的任务进展', en: 'Last news of its tasks', class: 'public' }),
  happenedIn: whole({ zh: '该进展涉及处数', en: 'Places of that news', class: 'public' }),
  summary: text({ zh: '小结', en: 'Summary', class: 'public', min: 4, max: 2000, lines: 4, hint: words('向社会公开：用来做了什么、效果如何；不写个人信息', 'Published: what it served and what came of it; name no person') }),
  endedBecause: told({ zh: '结束原因', en: 'Ended because', class: 'public' }),
  nPassed: count('已下达处数', 'Given in places'), nAccepted: count('承担处数', 'Taken on in places'), nDeclined: count('不承担处数', 'Not taken on in places'), nObjected: count('有异议处数', 'Objected to in places'),
  nDelivered: count('交付处数', 'Delivered in places'), nDone: count('完成处数', 'Done in places'), nEnded: count('已结束处数', 'Ended in places'),
}

export type CommissionFacts = typeof commissionFacts
