import { choice, day, rows, told, yesNo, type RowOf } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'

const interruptions = {
  claimed: { zh: '权利人提出履行请求', en: 'Performance was claimed' },
  acknowledged: { zh: '义务人同意履行', en: 'The claim was acknowledged' },
  asked: { zh: '向调解组织等请求保护权利', en: 'A mediation body or the like was asked' },
  filed: { zh: '起诉或者申请仲裁', en: 'Suit or arbitration was filed' },
} as const

const interruptionColumns = {
  on: day({ zh: '日期', en: 'On' }),
  how: choice(interruptions, { zh: '事由', en: 'What' }),
  until: day({ zh: '程序终结日期', en: 'Proceedings over on' }),
}

export type Interruption = RowOf<typeof interruptionColumns>

/** Since when a limitation counts, and what interrupted it. */
export const limitationFacts = {
  since: day({ zh: '知道权利受侵害之日', en: 'Known since', shared: true, hint: words('时效从这天起算；不清楚的不填', 'Limitations count from this day; leave it out if it is not known') }),
  employed: yesNo({ zh: '劳动者仍在职', en: 'Still employed', shared: true, hint: words('只用于拖欠工资：在职期间不受一年时效限制', 'Of unpaid wages alone: while the employment lasts, the one year does not run') }),
  employmentEnded: day({ zh: '劳动关系终止之日', en: 'Employment ended on', shared: true, hint: words('只用于拖欠工资：一年时效从这天起算', 'Of unpaid wages alone: the one year counts from this day') }),
  interruption: choice(interruptions, { zh: '时效中断事由', en: 'What interrupted the limitation', shared: true }),
  interruptedOn: day({ zh: '中断日期', en: 'Interrupted on', shared: true }),
  proceedingsEnded: day({ zh: '有关程序终结日期', en: 'Those proceedings ended on', shared: true, hint: words('起诉、仲裁已终结的填写；没有终结的不填', 'Where suit or arbitration is over; leave it out while it lasts') }),
  interruptions: rows(interruptionColumns, { zh: '时效中断记录', en: 'Interruptions noted', shared: true, max: 200, optional: ['until'] }),
  passed: told({ zh: '已经届满的时效', en: 'Limitation that has run out', shared: true }),
}
