import { choice, day, files, office, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { groundFacts, kinds } from '../grounds.ts'

const yes = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const

/** Authorities that deal with persons, or that another law charges with it. */
export const authorities = {
  discipline: { zh: '纪检监察机关', en: 'Discipline inspection and supervision' },
  appointing: { zh: '任免机关', en: 'The appointing authority' },
  audit: { zh: '审计机关', en: 'The audit authority' },
  finance: { zh: '财政部门', en: 'The finance authority' },
  judicial: { zh: '公安、检察机关', en: 'Police or procuratorate' },
  other: { zh: '法律法规规定的其他机关', en: 'Another that the law names' },
} as const

export const appealResults = {
  upheld: { zh: '维持', en: 'Upheld' },
  changed: { zh: '变更', en: 'Changed' },
  annulled: { zh: '撤销', en: 'Annulled' },
} as const

const nobody = words('只写单位，不写个人姓名', 'Name units, no person')

/** All of a case is internal: what is public of it is the notice of criticism alone, once it is final. */
export const facts = {
  place: region({ zh: '当事单位所在地', en: 'Place of the unit', levels: ['city', 'county', 'township'] }),
  accused: office({ zh: '当事单位', en: 'The unit concerned', search: 'exact' }),
  decider: office({ zh: '决定单位', en: 'Who decides' }),
  kind: choice(kinds, { zh: '问题类型', en: 'Kind', search: 'exact', basis: ['50.1', '50.2', '51'] }),
  allegation: text({ zh: '告知的事实', en: 'What it is told', min: 10, max: 2000, lines: 4 }),
  ...groundFacts,
  answer: text({ zh: '陈述申辩', en: 'Its answer', min: 4, max: 4000, lines: 6, hint: nobody }),
  answerFiles: files({ zh: '佐证材料', en: 'What supports it', accept: 'any' }),
  silent: yesNo({ zh: '逾期未陈述申辩', en: 'Silent' }),
  finding: text({ zh: '认定的事实和理由', en: 'Facts found, and why', min: 10, max: 4000, lines: 6, hint: nobody }),
  orders: choice(yes, { zh: '责令改正', en: 'Order to correct', basis: ['50.2'] }),
  order: text({ zh: '改正要求', en: 'What is to be corrected', min: 6, max: 2000, lines: 4, hint: nobody }),
  correctBy: day({ zh: '改正期限（含当日）', en: 'Correct by' }),
  criticises: choice(yes, { zh: '通报批评', en: 'Notice of criticism', basis: ['50.2'], hint: words('申诉期满后向社会公开', 'Published once the time for appeal is over') }),
  criticism: text({ zh: '通报内容', en: 'Text of the notice', min: 10, max: 2000, lines: 5, hint: words('向社会公开：只写单位和事实，不写个人，不写线索来源', 'Published: units and facts, no person, nothing of where it came from') }),
  unfoundedReason: text({ zh: '责任不成立的理由', en: 'Why it is not founded', min: 6, max: 2000, lines: 4 }),
  authority: choice(authorities, { zh: '移送机关', en: 'Referred to' }),
  authorityName: text({ zh: '机关名称', en: 'Its name', min: 2, max: 100 }),
  referReason: text({ zh: '移送理由', en: 'Why it is referred', min: 6, max: 2000, lines: 4, hint: nobody }),
  handOff: text({ zh: '移送文号', en: 'Number of the hand-off', min: 2, max: 100 }),
  referralOutcome: text({ zh: '移送结果', en: 'What became of it', min: 2, max: 1000, lines: 3, hint: words('只记处理结论和文号，不写个人姓名', 'The outcome and its number; name no person') }),
  asked: whole({ zh: '已询问移送结果次数', en: 'Times asked' }),
  correction: text({ zh: '改正情况', en: 'What was corrected', min: 6, max: 4000, lines: 5, hint: nobody }),
  correctionFiles: files({ zh: '改正佐证', en: 'Proof of it', accept: 'any' }),
  inTime: yesNo({ zh: '按期改正', en: 'Corrected in time' }),
  passed: choice({ yes: { zh: '已改正到位', en: 'Corrected' }, no: { zh: '未改正到位', en: 'Not corrected' } }, { zh: '复核结论', en: 'Check' }),
  recheck: text({ zh: '复核情况', en: 'What the check found', min: 4, max: 2000, lines: 3 }),
  appealGrounds: text({ zh: '申诉理由', en: 'Grounds of the appeal', min: 6, max: 4000, lines: 5, hint: nobody }),
  appealedIn: text({ zh: '申诉时所处环节', en: 'Stage it was appealed in', max: 20 }),
  appealBy: office({ zh: '申诉办理单位', en: 'Who decides the appeal' }),
  appealResult: choice(appealResults, { zh: '申诉结果', en: 'Outcome of the appeal' }),
  appealReason: text({ zh: '申诉决定的理由', en: 'Grounds of that decision', min: 6, max: 4000, lines: 5, hint: nobody }),
  settled: yesNo({ zh: '决定已生效', en: 'Final' }),
}

export type Facts = typeof facts
