import { choice, day, personName, reference, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import { words } from '../../../kernel/words.ts'

/** Whom Art. 21.3 names, full-time and part-time. Where somebody comes from, and nothing more of them. */
export const origins = {
  committee: { zh: '村（居）两委会成员和工作人员', en: 'Member or staff of the village committees' },
  police: { zh: '村警', en: 'Village police' },
  mediator: { zh: '人民调解员', en: 'People’s mediator' },
  warden: { zh: '生态管护员', en: 'Forest or grassland warden' },
  deputy: { zh: '人大代表、政协委员', en: 'Deputy or political adviser' },
  staff: { zh: '干部职工', en: 'Official or employee' },
  representative: { zh: '村（居）民代表', en: 'Residents’ representative' },
  volunteer: { zh: '志愿者', en: 'Volunteer' },
  resident: { zh: '其他居民', en: 'Another resident' },
} as const

/** Whom the article names for part-time work alone: they have another office or work. */
export const partTimeOnly: readonly (keyof typeof origins)[] = ['deputy', 'staff', 'representative', 'volunteer']

export const duties = { full: { zh: '专职', en: 'Full-time' }, part: { zh: '兼职', en: 'Part-time' } } as const

export const facts = {
  place: region({ zh: '网格或村（社区）', en: 'Grid or village', class: 'public', search: 'exact' }),
  candidate: reference('account', { zh: '人选', en: 'Who', search: 'exact' }),
  name: personName({ zh: '姓名', en: 'Name', class: 'internal' }),
  about: text({ zh: '事项', en: 'About', max: 60 }),
  origin: choice(origins, { zh: '来源', en: 'Comes from', class: 'public', search: 'exact', basis: ['21.3'] }),
  duty: choice(duties, { zh: '专职或兼职', en: 'Full- or part-time', class: 'public', search: 'exact', basis: ['21.3'] }),
  self: yesNo({ zh: '自荐', en: 'Self-nominated', class: 'public' }),
  why: text({ zh: '推荐或自荐理由', en: 'Why', min: 6, max: 500, lines: 3, hint: words('写熟悉程度和能力，不写民族、信仰、病情', 'How well they know the grid and what they can do; no ethnicity, faith or illness') }),
  qualified: choice({ yes: { zh: '符合', en: 'Qualifies' }, no: { zh: '不符合', en: 'Does not qualify' } }, { zh: '资格审查结论', en: 'Outcome of the review', class: 'public' }),
  reviewNote: text({ zh: '审查意见', en: 'Opinion', min: 4, max: 500, lines: 2 }),
  metOn: day({ zh: '会议日期', en: 'Met on', class: 'public' }),
  meeting: text({ zh: '什么会议', en: 'Which meeting', class: 'public', min: 2, max: 80 }),
  present: whole({ zh: '到会人数', en: 'Present', class: 'public', min: 1, max: 500 }),
  inFavour: whole({ zh: '同意人数', en: 'In favour', class: 'public', max: 500 }),
  minutes: text({ zh: '会议意见', en: 'What was said', max: 1000, lines: 3 }),
  from: day({ zh: '任期起', en: 'Term from', class: 'public' }),
  until: day({ zh: '任期止', en: 'Term until', class: 'public' }),
  post: reference('post', { zh: '岗位', en: 'Post' }),
  other: reference('post', { zh: '已结束的岗位', en: 'Post that ended' }),
  renewal: yesNo({ zh: '续聘', en: 'Renewal', class: 'public' }),
  ending: day({ zh: '现任期止', en: 'Present term until', class: 'public' }),
  vacant: yesNo({ zh: '岗位已空缺', en: 'The post is vacant', class: 'public' }),
  declined: text({ zh: '不愿担任的原因', en: 'Why not', max: 300 }),
  resigned: text({ zh: '辞职原因', en: 'Why they resign', max: 500, lines: 2 }),
}

export type GridAppointmentFacts = typeof facts
