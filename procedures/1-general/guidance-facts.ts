import { untilDay } from '../usual/end-date.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { choice, day, office, region, rows, text, whole } from '../../kernel/facts.ts'
import type { Limit } from '../../kernel/clock.ts'
import type { ValuesOf } from '../../kernel/fact.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode } from '../../kernel/post.ts'
import { ancestor } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'

const themes = {
  deliberation: { zh: '议事协商和村（居）民自治', en: 'Deliberation and self-government' },
  covenant: { zh: '村规民约、居民公约和积分', en: 'Covenants and points' },
  disputes: { zh: '矛盾纠纷预防化解', en: 'Disputes' },
  safety: { zh: '平安建设和应急准备', en: 'Safety and readiness' },
  service: { zh: '便民服务和关爱帮扶', en: 'Services and care' },
  team: { zh: '班子和队伍建设', en: 'The team' },
  funds: { zh: '经费使用和公开', en: 'Funds and their publication' },
  burden: { zh: '减轻负担', en: 'Lightening the burden' },
  other: { zh: '其他', en: 'Other' },
} as const

const helps = {
  much: { zh: '帮助很大', en: 'It helped a lot' },
  some: { zh: '有帮助', en: 'It helped' },
  little: { zh: '帮助不大', en: 'It helped little' },
} as const

const noNames = words('写职务，不写姓名', 'Posts, not names')

/** What the village raised: answered by a government office by a day. */
const columns = {
  what: text({ zh: '问题', en: 'What was raised', max: 300 }),
  who: office({ zh: '答复单位', en: 'Who answers' }),
  by: day({ zh: '答复期限', en: 'By' }),
}

const answerColumns = {
  no: whole({ zh: '第几个问题', en: 'Number', min: 1, max: 50 }),
  answer: text({ zh: '答复', en: 'Answer', max: 1000 }),
  on: day({ zh: '答复日期', en: 'Answered on' }),
}

export const guidanceFacts = {
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', search: 'exact', levels: ['village'] }),
  about: text({ zh: '走访事由', en: 'What it is about', min: 4, max: 200, search: 'words' }),
  themes: rows({ theme: choice(themes, { zh: '主题', en: 'Theme' }), note: text({ zh: '说明', en: 'Note', max: 200 }) }, { zh: '指导主题', en: 'Themes', basis: ['6.1'], max: 9, optional: ['note'] }),
  day: day({ zh: '计划日期', en: 'Planned for', search: 'exact' }),
  visitors: text({ zh: '到访人员', en: 'Who comes', max: 200, hint: noNames }),
  moved: text({ zh: '调整理由', en: 'Why it is moved', min: 4, max: 300 }),
  dropped: text({ zh: '取消理由', en: 'Why it is dropped', min: 4, max: 300 }),
  heldOn: day({ zh: '实际走访日期', en: 'Held on', search: 'exact' }),
  seen: text({ zh: '走访情况', en: 'What was seen and advised', min: 4, max: 2000, lines: 5 }),
  settled: text({ zh: '当场解决的事项', en: 'What was settled at once', max: 2000, lines: 3 }),
  raised: rows(columns, { zh: '村（社区）提出的问题', en: 'What the village raised', max: 50, hint: words('逐项写明由谁、在什么时候以前答复', 'For each, who answers and by when') }),
  no: whole({ zh: '答复第几个问题', en: 'Which one is answered', min: 1, max: 50, ofStage: true }),
  answer: text({ zh: '答复内容', en: 'Answer', min: 4, max: 1000, lines: 3, ofStage: true }),
  answers: rows(answerColumns, { zh: '已答复', en: 'Answered', min: 0, max: 50 }),
  unsettled: whole({ zh: '没有解决的是第几个问题', en: 'Which one is not settled', min: 1, max: 50 }),
  why: text({ zh: '为什么没有解决', en: 'Why it is not settled', min: 4, max: 500, lines: 2 }),
  returns: whole({ zh: '已退回重答次数', en: 'Times answered again' }),
  help: choice(helps, { zh: '这次指导的帮助', en: 'How it helped', search: 'exact' }),
  comment: text({ zh: '意见建议', en: 'Comment', max: 500, lines: 2 }),
  escalated: whole({ zh: '已升级层级', en: 'Levels escalated', max: 9, ofStage: true }),
}

export type GuidanceFacts = typeof guidanceFacts
type Values = ValuesOf<GuidanceFacts>

export const townshipOf = (village: string): string => officeCode(ancestor(village, 'township') ?? village, 'gov')

const isAnswered = (facts: Values, at: number): boolean => (facts.answers ?? []).some(one => one.no === at + 1)

/** What was raised and is not answered yet, with its number. */
export const owed = (facts: Values): readonly { readonly no: number; readonly who: string; readonly by: string }[] =>
  (facts.raised ?? []).flatMap(({ who = '', by = '' }, at) => (isAnswered(facts, at) ? [] : [{ no: at + 1, who, by }]))

/** The first day by which an answer is owed. */
export const firstOwed = (facts: Values): string | undefined => owed(facts).map(one => one.by).toSorted()[0]

export const untilAnswered = (by: string, now: Date): Limit => untilDay(by, now, words('走访时约定的答复日期', 'the day agreed at the visit'))

export const toTownship = (matter: Matter<GuidanceFacts>, zh: string, en: string): Effect => notify({ office: townshipOf(matter.region) }, words(zh, en))

export const toVillage = (matter: Matter<GuidanceFacts>, zh: string, en: string): Effect => notify({ posts: 'committee', region: matter.region }, words(zh, en))
