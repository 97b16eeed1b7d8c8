import { account, choice, files, office, people, region, rows, text, whole } from '../../../../kernel/facts.ts'
import { words } from '../../../../kernel/words.ts'
import { disputeKinds } from '../kinds.ts'
import { partyColumns, seatColumns } from '../sides.ts'

/** Where a dispute came from: one door, whichever (Art. 28.4, 29.1). */
export const sources = {
  self: { zh: '当事人申请', en: 'A side asked' },
  found: { zh: '排查发现', en: 'Found by screening' },
  police: { zh: '公安机关移交', en: 'Handed over by the police' },
  petitions: { zh: '信访部门移交', en: 'Handed over by the petitions office' },
  court: { zh: '法院诉前委派', en: 'Diverted by the court before suit' },
  procuratorate: { zh: '检察机关移交', en: 'Handed over by the procuratorate' },
  hotline: { zh: '12345 热线转交', en: 'Passed on by 12345' },
} as const

export type Source = keyof typeof sources

export const dangers = {
  none: { zh: '没有发现', en: 'None seen' },
  publicOrder: { zh: '可能违反治安管理', en: 'Perhaps an offence against public order' },
  crime: { zh: '可能涉嫌犯罪', en: 'Perhaps a crime' },
  violence: { zh: '家庭暴力', en: 'Domestic violence' },
} as const

/** Whether the police are to be told first; what it is about stands apart, as it is sensitive. */
export const policeStates = {
  owed: { zh: '须先报告公安机关', en: 'To be told first' },
  sent: { zh: '已报告，待签收', en: 'Told, not signed for yet' },
  told: { zh: '公安机关已签收', en: 'Signed for' },
} as const

export const declineGrounds = {
  noDispute: { zh: '不属于纠纷', en: 'It is no dispute' },
  decided: { zh: '已有生效裁判或裁决', en: 'It was decided, and that stands' },
  elsewhere: { zh: '正由其他机构办理', en: 'Another body has it' },
  outside: { zh: '不在本地管辖', en: 'It is for another place' },
} as const

export const leaveGrounds = {
  stranger: { zh: '不是该方当事人', en: 'They are not that side' },
  speaksNoMore: { zh: '不再代表该方', en: 'They speak for it no more' },
  ownWish: { zh: '本人要求退出', en: 'They asked to leave' },
} as const

/** What the one door asks, once. What both sides are to know of each other is shared; how to reach them is not. */
export const intakeFacts = {
  headline: text({ zh: '纠纷概要', en: 'What it is about', shared: true, min: 4, max: 100, search: 'words', hint: words('一句话，不写姓名：如“院墙占地争议”', 'One line, no names: such as “a wall on a neighbour’s land”') }),
  place: region({ zh: '发生地点', en: 'Where', class: 'public', search: 'exact' }),
  about: choice(disputeKinds, { zh: '纠纷类型', en: 'Kind', class: 'public', basis: ['31.1'], search: 'exact' }),
  sides: rows(partyColumns, { zh: '各方当事人', en: 'The sides', class: 'sensitive', shared: true, min: 2, max: 60, optional: ['by', 'stands', 'many'] }),
  authority: files({ zh: '授权委托书', en: 'Authority of the agent', class: 'sensitive', shared: true, max: 12, accept: 'any', hint: words('有委托代理人的须附', 'Needed where an agent speaks for a side') }),
  seats: rows(seatColumns, { zh: '各方意愿和签署', en: 'Where each side stands', shared: true, optional: ['signedOn', 'renewed', 'tried', 'prefers'] }),
  contacts: people({ zh: '联系方式', en: 'How to reach them', atMost: 60 }),
  story: text({ zh: '基本情况', en: 'What happened', class: 'sensitive', shared: true, min: 4, max: 3000, lines: 5 }),
  wanted: text({ zh: '申请事项', en: 'What is asked for', class: 'sensitive', shared: true, max: 1000, lines: 3 }),
  yuan: whole({ zh: '争议金额', en: 'Sum in dispute', class: 'sensitive', shared: true, unit: words('元', 'yuan') }),
  papers: files({ zh: '材料', en: 'Papers', class: 'sensitive', shared: true, max: 12, accept: 'any' }),
  source: choice(sources, { zh: '来源', en: 'Came from', class: 'public', search: 'exact' }),
  sourceOffice: office({ zh: '移交单位', en: 'Handed over by' }),
  sourceNumber: text({ zh: '移交文号', en: 'Their number', max: 60 }),
  missing: text({ zh: '一次告知需补正的内容', en: 'What is missing, told once', shared: true, min: 4, max: 1000, lines: 3 }),
  completed: text({ zh: '补正说明', en: 'What was completed', shared: true, min: 2, max: 500 }),
  declineGround: choice(declineGrounds, { zh: '不予受理理由', en: 'Ground', class: 'public' }),
  danger: choice(dangers, { zh: '治安、刑事风险', en: 'Public order or crime', class: 'sensitive', notForSides: true }),
  police: choice(policeStates, { zh: '公安机关', en: 'The police', notForSides: true }),
  handTo: office({ zh: '移送至', en: 'Handed to', notForSides: true }),
  warning: text({ zh: '报告、移送的内容', en: 'What that authority is told', class: 'sensitive', notForSides: true, min: 4, max: 1000, lines: 3 }),
  why: text({ zh: '理由', en: 'Why', class: 'sensitive', shared: true, min: 4, max: 1000, lines: 2 }),
  otherWays: text({ zh: '告知的其他途径', en: 'Other ways they were told of', shared: true, min: 4, max: 500, lines: 2 }),
  remark: text({ zh: '陈述、补充', en: 'What a side says', class: 'sensitive', shared: true, min: 2, max: 2000, lines: 4, hint: words('其他各方也会看到', 'The other sides read this too') }),
  confided: text({ zh: '单独反映的情况', en: 'Told to the body alone', class: 'sensitive', notForSides: true, min: 2, max: 2000, lines: 4 }),
  joiner: account({ zh: '加入的账号', en: 'Account that joins', of: 'body' }),
  leaveGround: choice(leaveGrounds, { zh: '移出原因', en: 'Why they are taken out' }),
  /** By its number: names are sensitive, and what is recorded of a side goes without them. */
  seatNumber: whole({ zh: '哪一方当事人', en: 'Which side', min: 1, max: 60, rowOf: 'sides' }),
}
