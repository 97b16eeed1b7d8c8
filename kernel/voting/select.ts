import type { Fraction } from '../../regulation/fraction.ts'
import type { RuleName } from '../../regulation/rules.ts'
import type { Law } from '../clock.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'
import type { ProxyRule } from './proxy.ts'
import { shareWords } from './share.ts'
import { isUnitOf, rollUnits, trackOf, tracks, unitsOf, type Ask, type Manner, type RollUnit, type Track, type TrackName } from './track.ts'

/** What a topic is about, as far as it matters for who decides it. */
export const subjects = {
  covenant: { zh: '制定或者修改村规民约（居民公约）', en: 'Making or changing the covenant' },
  pointsScheme: { zh: '制定或者修改积分办法', en: 'Making or changing the points scheme' },
  creditMethod: { zh: '制定或者修改信用评价办法', en: 'Making or changing the method of credit evaluation' },
  villagePlan: { zh: '本村规划、年度计划和工作报告', en: 'The village’s plan, its year and reports on it' },
  publicWorks: { zh: '公益事业的兴办和筹资筹劳', en: 'Works for the common good, and raising money or labour for them' },
  subsidies: { zh: '享受误工补贴的人员及标准', en: 'Who is paid for lost work, and how much' },
  groupAffairs: { zh: '村民小组的公益事项', en: 'Affairs of a villagers’ group' },
  collectiveAssets: { zh: '集体资产、收益分配、土地承包方案和征地补偿费', en: 'Collective assets and income, land contract schemes, compensation for land' },
  propertyOrdinary: { zh: '物业一般事项（选聘物业、使用维修资金、管理规约、业主委员会等）', en: 'Property: hiring the firm, using the repair fund, rules, the owners’ committee' },
  propertyWeighty: { zh: '物业重大事项（筹集维修资金、改建重建、改变用途或者利用共有部分经营）', en: 'Property: raising the repair fund, rebuilding, change of use, business use of common parts' },
  residentsAffairs: { zh: '涉及全体居民利益的重要问题', en: 'Important questions of all residents' },
  publicAffairs: { zh: '其他公共事务', en: 'Other public affairs' },
  talk: { zh: '征求意见、矛盾纠纷等只议不决的事项', en: 'Opinions, disputes: to be talked over and not decided' },
} as const satisfies Record<string, Words>

export type Subject = keyof typeof subjects

/** What screening found that a topic touches beside the common affairs of the place. */
export const touches = {
  nothing: { zh: '属于自治事项', en: 'Nothing: it is an affair of self-government' },
  personalRights: { zh: '涉及个人的人身、民主权利或者合法财产权利', en: 'Somebody’s personal or democratic rights or lawful property' },
  governmentPower: { zh: '属于政府及其部门的法定职责', en: 'What is for the government or a department to decide' },
  law: { zh: '内容与法律、法规或者国家政策相抵触', en: 'It runs against a law, regulation or policy of the state' },
  election: { zh: '选举、罢免和补选', en: 'Election or recall' },
} as const satisfies Record<string, Words>

export type Touch = keyof typeof touches

/** A village (村) or a residents' community (社区). */
export type Place = 'village' | 'residents'

/** What kind of place a region of twelve digits or more is, by its statistical code; `undefined` for what governs itself in neither way (an industrial park). */
export const placeOf = (region: string): Place | undefined => {
  const last = Number(region.slice(9, 12))
  if (region.length < 12 || last < 1 || last >= 400) return undefined
  return last < 200 ? 'residents' : 'village'
}

const assemblyOnly = { village: ['assembly'], residents: ['residents'] } as const
const assemblyFirst = { village: ['assembly', 'representatives'], residents: ['residents'] } as const
const owners = (body: TrackName) => ({ village: [body], residents: [body] })

/** Which bodies may decide what, the usual one first. Organic Laws; Rural Collective Economic Organisations Law 26; Civil Code 278. */
const competence: { readonly [S in Subject]: { readonly [P in Place]: readonly TrackName[] } } = {
  covenant: assemblyOnly,
  pointsScheme: assemblyFirst, creditMethod: assemblyFirst, villagePlan: assemblyFirst, publicWorks: assemblyFirst, subsidies: assemblyFirst,
  groupAffairs: { village: ['group'], residents: [] },
  collectiveAssets: owners('collective'),
  propertyOrdinary: owners('owners'),
  propertyWeighty: owners('owners-weighty'),
  residentsAffairs: { village: [], residents: ['residents'] },
  publicAffairs: { village: ['representatives', 'assembly'], residents: ['residents'] },
  talk: { village: [], residents: [] },
}

/** The bodies that may decide a subject in a place. */
export const canDecide = (subject: Subject, place: Place): readonly TrackName[] => competence[subject][place]

/** 四议两公开 or not. */
export const courses = {
  plain: { zh: '直接提交会议', en: 'Straight to the meeting' },
  four: { zh: '四议两公开', en: 'Four discussions, two publications' },
} as const satisfies Record<string, Words>

export type Course = keyof typeof courses

/** A share as data: which rule, of what, how much, where it stands. */
export type Bar = Ask & { readonly share: Fraction; readonly source: Words; readonly confirmed: boolean }

export type Asked = {
  readonly subject: Subject
  readonly place: Place
  readonly touches?: Touch
  /** The body, unit and manner wished for; left out, the usual ones. */
  readonly body?: TrackName
  readonly unit?: RollUnit
  readonly manner?: Manner
  readonly course?: Course
  /** What the vote is to adopt: consultation can't. */
  readonly adopts?: boolean
  /** Legal day on which the figures are asked for, `YYYY-MM-DD`. */
  readonly day: string
  readonly law: Pick<Law, 'figure'>
}

/** Which body, who votes in it, when it may meet and what it takes to decide, each with its source. */
export type Selected = {
  readonly subject: Subject
  readonly track: TrackName
  /** Absent where nothing is voted on. */
  readonly unit?: RollUnit
  readonly votes: boolean
  readonly manners: readonly Manner[]
  readonly course: Course
  readonly notice?: { readonly days: number; readonly source: Words; readonly confirmed: boolean }
  readonly quorum: readonly Bar[]
  readonly pass: readonly Bar[]
  readonly online: { readonly allowed: boolean; readonly why: Words }
  readonly proxies: ProxyRule
  /** Where the quorum and the majority stand. */
  readonly articles: readonly Words[]
  /** Sources not yet compared with the text in force: to be shown as such. */
  readonly unconfirmed: readonly Words[]
  readonly note?: Words
}

const found = (law: Pick<Law, 'figure'>, name: RuleName, day: string) => {
  try {
    return law.figure(name, day)
  } catch {
    return undefined
  }
}

const names = (list: readonly TrackName[]): Words => words(list.map(name => `“${trackOf(name).zh}”`).join('或者'), list.map(name => `the ${trackOf(name).en}`).join(' or '))

/** The body for a topic. Refuses what is not for self-government to decide, a body that may not decide it (naming the right one), and a body whose law is not confirmed. */
export const select = (asked: Asked): Selected | Refusal => {
  const barred = outside(asked.touches ?? 'nothing')
  if (barred) return barred
  const track = bodyFor(asked)
  return typeof track === 'string' ? composed(asked, track) : track
}

const outside = (touch: Touch): Refusal | undefined => {
  const answers: { readonly [T in Touch]: readonly [code: string, zh: string, en: string] | undefined } = {
    nothing: undefined,
    personalRights: ['not-in-power', '不得侵犯村（居）民的人身权利、民主权利和合法财产权利，此类内容不能由表决决定。可以改为协商，或者告知当事人依法处理', 'No vote may infringe anybody’s personal or democratic rights or lawful property. It may be talked over instead, or those concerned told what the law offers them'],
    governmentPower: ['not-in-power', '属于政府及其部门的法定职责，不在自治范围内。请作为诉求提交有权单位办理', 'It is for the government or a department, not for self-government. Hand it in as a request'],
    law: ['against-law', '内容与法律、法规或者国家政策相抵触，不能提交表决。请修改后再提', 'It runs against a law, regulation or policy of the state and can’t be voted on. Mend it and bring it again'],
    election: ['not-in-power', '选举、罢免和补选依照选举程序进行，不用议事协商', 'Elections and recalls follow the law on elections, not this procedure'],
  }
  const found = answers[touch]
  if (!found) return undefined
  return refuse(found[0], words('此议题不能提交表决', 'This topic can’t be put to a vote'), {
    remedy: words(`${found[1]}（《村民委员会组织法》第二十七条，2018年文本）`, `${found[2]} (Organic Law of Village Committees, Art. 27, text of 2018)`),
  })
}

const bodyFor = ({ subject, place, body, unit, adopts }: Asked): TrackName | Refusal => {
  const able = canDecide(subject, place)
  if (body === 'consultation' || (able.length === 0 && body === undefined)) {
    if (adopts !== true) return 'consultation'
    return wrongBody(able, words('协商只形成意见，不能通过需要表决的文件', 'Consultation forms an opinion; it adopts nothing'))
  }
  // Said first, for it is the commonest: a household vote on what belongs to the members (Law on Rural Collective Economic Organisations 27).
  if (subject === 'collectiveAssets' && (unit === 'household' || (body !== undefined && body !== 'collective'))) {
    return wrongBody(able, words(
      '集体资产事项由农村集体经济组织成员一人一票表决，经全体成员三分之二以上同意；按户表决或者由其他会议表决无效（《农村集体经济组织法》第二十七条）',
      'Collective assets are decided by the collective’s members, one member one vote, two thirds of all members; a household vote, or one of another body, is invalid (Rural Collective Economic Organisations Law, Art. 27)'))
  }
  if (body !== undefined && !able.includes(body)) {
    const what = trackOf(body)
    return wrongBody(able, words(`“${subjects[subject].zh}”不能由${what.zh}决定`, `The ${what.en} can’t decide this: ${subjects[subject].en.toLowerCase()}`))
  }
  return body ?? able[0] ?? 'consultation'
}

const wrongBody = (able: readonly TrackName[], why: Words): Refusal => refuse('wrong-body', why, {
  remedy: able.length > 0
    ? words(`请提交${names(able).zh}`, `Take it to ${names(able).en}`)
    : words('此处没有可以表决此事的会议，可以开展协商', 'No body here may vote on it; it may be talked over'),
})

const composed = (asked: Asked, name: TrackName): Selected | Refusal => {
  const { subject, place, law, day, course = 'plain' } = asked
  const track = trackOf(name)
  const [usual] = unitsOf(track)
  const unit = asked.unit ?? usual
  if (unit !== undefined && !isUnitOf(track, unit)) return wrongUnit(track, unit)
  if (usual === undefined && asked.unit !== undefined) return wrongUnit(track, asked.unit)
  if (asked.manner !== undefined && usual !== undefined && !track.manners.includes(asked.manner)) return noSecrecy
  if (course === 'four' && (place !== 'village' || !['assembly', 'representatives'].includes(name))) return fourElsewhere
  const measure = measureOf(track, unit, law, day)
  if (!measure) return blocked(track)
  const { quorum, pass } = measure
  const notice = track.notice === undefined ? undefined : found(law, track.notice, day)
  const bar = [...quorum, ...pass]
  return {
    subject, track: name, ...(unit !== undefined && { unit }), votes: unit !== undefined, manners: track.manners, course,
    ...(notice && { notice: { days: notice.value as number, source: notice.source, confirmed: notice.confirmed } }),
    quorum, pass, online: onlineOf(track, law, day), proxies: proxiesOf(track, law, day),
    articles: measure.articles, unconfirmed: distinct([...(notice ? [notice] : []), ...bar].filter(one => !one.confirmed).map(one => one.source)),
    ...(track.note && { note: track.note }),
  }
}

/** What it takes to meet and to decide, by the figures of a day; `undefined` where one of them is not in force. */
export const measureOf = (track: Track, unit: RollUnit | undefined, law: Pick<Law, 'figure'>, day: string): Pick<Selected, 'quorum' | 'pass' | 'articles'> | undefined => {
  const form = unit === undefined ? undefined : track.forms[unit]
  const [quorum, pass] = [bars(form?.quorum ?? [], law, day), bars(form?.pass ?? [], law, day)]
  return quorum && pass && { quorum, pass, articles: distinct([...quorum, ...pass].map(one => one.source)) }
}

const bars = (asks: readonly Ask[], law: Pick<Law, 'figure'>, day: string): readonly Bar[] | undefined => {
  const all = asks.flatMap((ask): readonly Bar[] => {
    const figure = found(law, ask.rule, day)
    return figure?.unit === 'fraction' ? [{ ...ask, share: figure.value, source: figure.source, confirmed: figure.confirmed }] : []
  })
  return all.length === asks.length ? all : undefined
}

const onlineOf = (track: Track, law: Pick<Law, 'figure'>, day: string): Selected['online'] => {
  const figure = track.online === undefined ? undefined : found(law, track.online, day)
  if (figure === undefined) return { allowed: false, why: words('此会议没有线上表决的依据', 'No rule lets this body vote online') }
  return { allowed: figure.value === true, why: figure.source }
}

/** Who may vote for whom in a body, by the figures of a day. */
export const proxiesOf = (track: Track, law: Pick<Law, 'figure'>, day: string): ProxyRule => {
  const of = (name: RuleName | undefined) => (name === undefined ? undefined : found(law, name, day))
  const household = of(track.householdProxy)
  if (household?.value === true) return { household: true, source: household.source }
  const may = of(track.proxy)
  const most = of(track.proxies ?? 'proxies.most')
  if (may?.value !== true) return { household: false, most: 0, source: may?.source ?? words('没有可以委托表决的依据', 'No rule lets anybody vote by proxy') }
  return { household: false, most: typeof most?.value === 'number' ? most.value : 1, source: most?.source ?? may.source }
}

const distinct = (list: readonly Words[]): readonly Words[] => list.filter((one, at) => list.findIndex(other => other.zh === one.zh) === at)

const wrongUnit = (track: Track, unit: RollUnit): Refusal => {
  const able = unitsOf(track)
  return refuse('wrong-unit', words(`${track.zh}不以${rollUnits[unit].zh}为表决单位`, `The ${track.en} does not vote by ${rollUnits[unit].en}`), {
    remedy: able.length > 0
      ? words(`请按${able.map(one => rollUnits[one].zh).join('或者')}造册`, `Make the roll of ${able.map(one => rollUnits[one].en).join(' or ')}`)
      : words('协商不造表决名册', 'A consultation has no roll of voters'),
  })
}

const noSecrecy = refuse('no-secret-by-area', words('业主按面积和人数计票，须实名表决', 'Owners’ votes are counted by area and heads, so each is by name'), {
  remedy: words('请改用记名表决', 'Choose an open vote'),
})

const fourElsewhere = refuse('four-needs-village', words('“四议两公开”用于村民会议或者村民代表会议决定的事项', 'The “four discussions, two publications” are for what the villagers’ assembly or representatives decide'), {
  remedy: words('请改为直接提交会议', 'Take it straight to the meeting'),
})

const blocked = (track: Track): Refusal => refuse('track-blocked',
  words(`${track.zh}的到会和通过比例没有现行有效并经确认的依据，暂不能由平台组织表决`, `No figure in force is confirmed for the quorum and majority of the ${track.en}; the platform holds no vote of it yet`), {
    remedy: track === tracks.residents
      ? words('《城市居民委员会组织法》已于2026年1月1日起施行修订文本，须由司法行政部门核对后录入规则；在此之前可以开展协商', 'The Organic Law of Urban Residents’ Committees was revised from 2026-01-01: the justice office must enter the figures after reading it. Until then the topic may be talked over')
      : words('须由司法行政部门核对现行法律后录入规则；在此之前可以开展协商', 'The justice office must enter the figures after reading the law in force. Until then the topic may be talked over'),
  })

const barWords = ({ share, of, whole }: Bar, unit: RollUnit): Words => {
  const said = shareWords(share)
  const what = of === 'area' ? words('专有部分面积', 'of the area') : words(unit === 'household' ? '户数' : '人数', `of the ${rollUnits[unit].each}`)
  return whole === 'roll' ? words(`全体${what.zh}${said.zh}`, `${said.en} ${what.en}, all counted`) : words(`参加表决的${what.zh}${said.zh}`, `${said.en} ${what.en} taking part`)
}

const joined = (list: readonly Words[]): Words => words(list.map(one => one.zh).join('且'), list.map(one => one.en).join(' and '))

/** The choice in plain words for the page: who decides, how it is called, what it takes, on what ground. */
export const explainSelected = (selected: Selected): Words => {
  const { unit, notice, quorum, pass, online, articles } = selected
  const note = selected.note ? words(`${selected.note.zh}。`, ` ${selected.note.en}.`) : words('', '')
  const track = trackOf(selected.track)
  const called = notice ? words(`会前${notice.days}日通知（${notice.source.zh}）。`, ` ${notice.days} days’ notice (${notice.source.en}).`) : words('', '')
  if (unit === undefined) return words(`开展${track.zh}，不作表决。${called.zh}${note.zh}`, `A ${track.en}; nothing is voted on.${called.en}${note.en}`)
  const [meets, passes] = [joined(quorum.map(bar => barWords(bar, unit))), joined(pass.map(bar => barWords(bar, unit)))]
  return words(
    `由${track.zh}决定，以${rollUnits[unit].zh}为表决单位。${called.zh}${meets.zh}参加方可表决；${passes.zh}同意为通过。${online.allowed ? '可以线上表决。' : '不开放线上表决。'}依据：${articles.map(one => one.zh).join('；')}。${note.zh}`,
    `For the ${track.en}, by ${rollUnits[unit].en}.${called.en} It may vote once ${meets.en} take part; it passes with ${passes.en} in favour. ${online.allowed ? 'Online voting is allowed.' : 'No online voting.'} Grounds: ${articles.map(one => one.en).join('; ')}.${note.en}`)
}
