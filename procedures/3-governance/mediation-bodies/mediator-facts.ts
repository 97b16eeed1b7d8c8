import { choice, day, office, personName, reference, region, rows, text, whole } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'
import { languages, mediationFields } from './fields.ts'

export const kinds = { full: { zh: '专职', en: 'Full-time' }, invited: { zh: '受邀', en: 'Invited' } } as const

export const ways = { elected: { zh: '推选的委员', en: 'Elected as a member' }, appointed: { zh: '聘任', en: 'Appointed' } } as const

const ratings = {
  fit: { zh: '称职', en: 'Does it well' },
  improve: { zh: '需要改进', en: 'Is to improve' },
  unfit: { zh: '不称职', en: 'Is not fit' },
} as const

/** For what a mediator may be removed (People's Mediation Law, Art. 15), and what else ends a service. */
const grounds = {
  biased: { zh: '偏袒一方当事人', en: 'Favoured a side' },
  insulted: { zh: '侮辱当事人', en: 'Insulted a side' },
  took: { zh: '索取、收受财物或者牟取不正当利益', en: 'Took money or another gain' },
  disclosed: { zh: '泄露当事人个人隐私、商业秘密', en: 'Disclosed what was private or a trade secret' },
  unfit: { zh: '评价不称职', en: 'Was found not fit' },
  unable: { zh: '不能继续履职', en: 'Can no longer serve' },
} as const

const verdicts = { removed: { zh: '解聘、罢免', en: 'Removed' }, stays: { zh: '不解聘，批评教育、责令改正或者不予处理', en: 'Stays: corrected, or nothing to answer for' } } as const

export const facts = {
  place: region({ zh: '服务地区', en: 'Area served', class: 'public', search: 'exact', levels: ['county', 'township', 'village'] }),
  office: office({ zh: '调解委员会', en: 'Committee', class: 'public', search: 'exact' }),
  candidate: reference('account', { zh: '人选', en: 'Who', search: 'exact' }),
  name: personName({ zh: '姓名', en: 'Name', class: 'internal' }),
  about: text({ zh: '事项', en: 'About', max: 60 }),
  kind: choice(kinds, { zh: '专职或受邀', en: 'Full-time or invited', class: 'public', search: 'exact', basis: ['30.1', '30.2'] }),
  how: choice(ways, { zh: '如何产生', en: 'Elected or appointed', class: 'public', search: 'exact', hint: words('村（居）委会设立的，委员由会议推选', 'Members of a village’s committee are elected') }),
  metOn: day({ zh: '推选会议日期', en: 'Elected on', class: 'public' }),
  fields: rows({ field: choice(mediationFields, { zh: '纠纷类型', en: 'Kind of dispute', class: 'public' }) }, { zh: '调解领域', en: 'Fields', class: 'public', max: 12 }),
  languages: rows({ language: choice(languages, { zh: '语言', en: 'Language', class: 'public' }) }, { zh: '会说的语言', en: 'Languages', class: 'public', max: 4 }),
  why: text({ zh: '推荐理由', en: 'Why', min: 6, max: 500, lines: 3, hint: words('写调解经验和能力；不写民族、信仰、政治面貌、病情', 'Experience and ability; no ethnicity, faith, political profile or illness') }),
  declined: text({ zh: '不愿担任的原因', en: 'Why not', max: 300 }),
  qualified: choice({ yes: { zh: '符合', en: 'Qualifies' }, no: { zh: '不符合', en: 'Does not qualify' } }, { zh: '审核结论', en: 'Outcome of the review', class: 'public' }),
  note: text({ zh: '意见', en: 'Opinion', min: 2, max: 500, lines: 2 }),
  from: day({ zh: '任期起', en: 'Term from', class: 'public' }),
  until: day({ zh: '任期止', en: 'Term until', class: 'public' }),
  post: reference('post', { zh: '岗位', en: 'Post' }),
  other: reference('post', { zh: '已结束的岗位', en: 'Post that ended' }),
  trainedOn: day({ zh: '培训日期', en: 'Trained on' }),
  hours: whole({ zh: '培训课时', en: 'Hours', min: 1, max: 24, unit: words('小时', 'hours') }),
  topic: text({ zh: '培训内容', en: 'What about', min: 2, max: 120 }),
  rating: choice(ratings, { zh: '年度评价', en: 'Yearly evaluation' }),
  yearHours: whole({ zh: '本年培训课时', en: 'Hours trained this year', unit: words('小时', 'hours') }),
  yearTook: whole({ zh: '本年承办纠纷', en: 'Disputes taken this year' }),
  yearAgreed: whole({ zh: '本年达成协议', en: 'Agreed this year' }),
  yearFailed: whole({ zh: '本年未达成协议', en: 'Not agreed this year' }),
  evaluation: text({ zh: '评价意见', en: 'What was found', min: 4, max: 1000, lines: 3, hint: words('看守法、公道、用心，不比调解成功率', 'Lawful, fair, careful; success is not compared') }),
  answer: text({ zh: '本人意见', en: 'What the person says', min: 2, max: 1000, lines: 3 }),
  resigned: text({ zh: '辞职原因', en: 'Why they resign', max: 500, lines: 2 }),
  reply: text({ zh: '对辞职的答复', en: 'Answer to the resignation', min: 2, max: 500, lines: 2 }),
  ground: choice(grounds, { zh: '拟解聘、罢免的理由', en: 'Ground of removal' }),
  statement: text({ zh: '事实和证据', en: 'Facts and evidence', class: 'sensitive', min: 6, max: 2000, lines: 4 }),
  verdict: choice(verdicts, { zh: '决定', en: 'Decision' }),
  reasons: text({ zh: '决定理由', en: 'Reasons', min: 6, max: 1000, lines: 3 }),
}

export type MediatorFacts = typeof facts
