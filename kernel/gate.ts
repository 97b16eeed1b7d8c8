import { legalDay } from './calendar.ts'
import { kindOfOffice, regionOfOffice, type OfficeCode } from './post.ts'
import { refuse, type Refusal } from './refusal.ts'
import { countyOf, isWithin, levelOf } from './region.ts'
import { words, type JsonObject, type Words } from './words.ts'
import type { Citation } from '../regulation/citation.ts'
import { isOwedByCommunities } from '../regulation/communities.ts'

/** The office of a self-governing body: work reaches it through the gate alone (Art. 23, 50.2). */
export const isCommunity = (office: OfficeCode): boolean => kindOfOffice(office) === 'committee'

/** A township's own government: work pushed onto it passes the gate of its duty list. */
export const isTownship = (office: OfficeCode): boolean => kindOfOffice(office) === 'gov' && levelOf(regionOfOffice(office)) === 'township'

/**
 * Which of a county's lists an item stands on (Art. 23.1, 7): `own` is the community's own affair, `assist` must be done once its conditions
 * are there (7.1), `entrust` may be taken on or not (7.2).
 */
export const itemKinds = {
  own: { zh: '社区工作事项', en: 'The community’s own item' },
  assist: { zh: '协助政府事项', en: 'Assistance owed' },
  entrust: { zh: '可委托事项', en: 'May be entrusted' },
} as const satisfies Record<string, Words>

export type ItemKind = keyof typeof itemKinds

/** An item of a county's list, as it stands in the version in force on the day asked about. Days are `YYYY-MM-DD`, seasons `MM-DD`. */
export type Item = {
  readonly code: string
  readonly kind: ItemKind
  readonly name: string
  /** The kind of office that answers for it, as in the second half of an office's code; for `own` the committee. */
  readonly office: string
  /** Conditions that come with it, each by its name: people, money, equipment, training. */
  readonly conditions: readonly string[]
  readonly season?: { readonly from: string; readonly to: string }
  /** Minutes of work one community is expected to spend on it each time. */
  readonly minutes: number
  readonly since: string
  /** First day on which it no longer holds, where that is known already. */
  readonly until?: string
}

/** An item of an office's own duty list. */
export type Duty = { readonly code: string; readonly office: OfficeCode; readonly name: string }

/** What an inspection wants put right: the community's own item of the county's list, or the provision that lays it on communities. */
export type Shortfall = { readonly item?: string; readonly provision?: string }

/** What a step gives others to do, and on what ground. */
export type Giving = {
  /** Communities or townships that get it. */
  readonly to: readonly OfficeCode[]
  /** Who gives it. */
  readonly by: OfficeCode
  /** A resident's report: the category says whose affair it is. */
  readonly category?: string
  /** The item of the county's list, or for townships of their own duty list, that is cited. */
  readonly item?: string
  /** The issuer's own duty that it would hand on. */
  readonly duty?: string
  /** Conditions promised, by name. */
  readonly conditions?: readonly string[]
  /** What is asked for in a form, by name; `filled`: the platform fills it in from its records. */
  readonly fields?: readonly { readonly name: string; readonly filled: boolean }[]
  /** First and last legal day of the work. */
  readonly from?: string
  readonly until?: string
  /** It is given under an emergency order. */
  readonly emergency?: boolean
  /** The power by which it is ordered, where it is owed without a list: a campaign that the county arranges (6.5), or rectification of what a township's inspection found (6.6). */
  readonly power?: '6.5' | '6.6'
  /** Under 6.6: what is to be put right. */
  readonly rectifies?: readonly Shortfall[]
  /** The matter that gives it, so that it is no duplicate of itself. */
  readonly of?: string
}

/** What the registers say of what is asked, at the moment of the step. */
export type Known = {
  /** Whether the county has published lists that are in force. */
  readonly listed: boolean
  readonly item?: Item
  /** The township's own duty that is cited, where townships are given work. */
  readonly owed?: Duty
  /** The issuer's own duty that is cited. */
  readonly duty?: Duty
  /** The category is the community's own affair. */
  readonly own?: boolean
  /** Of the items to be put right, those that stand on a list in force. */
  readonly items?: readonly Item[]
  /** Orders in force for every one of the places; `until`: the first to end. `others`: those under which the rest of the places stand. */
  readonly emergency?: { readonly matter: string; readonly until: string; readonly others?: readonly string[] }
  /** Orders are in force there, but none names the office that would give work under it. */
  readonly unnamed?: boolean
  /** Work under the same item that these offices have already in that time. */
  readonly running: readonly { readonly office: OfficeCode; readonly number: string }[]
  /** Names of fields that records hold already. */
  readonly held: readonly string[]
}

const dayInMs = 86_400_000

const nothing: Known = { listed: false, running: [], held: [] }

type Why = { readonly code: string; readonly why: Words; readonly basis: readonly Citation[]; readonly remedy: Words }

/**
 * Whether work may be given (Art. 23, 24.2, 50.2): nothing, or the refusal that names the rule, with a row for the register of refused
 * attempts. Where the registers said nothing, it is refused. Work an office gives itself needs no leave.
 */
export const gate = (giving: Giving, known: Known | undefined, now: Date): Refusal | undefined => {
  // A resident's report goes to a township by its routing; to a community only where it is the community's own affair.
  const to = giving.to.filter(office => office !== giving.by && (isCommunity(office) || (isTownship(office) && giving.category === undefined)))
  if (to.length === 0) return undefined
  const barred = judge({ ...giving, to }, known ?? nothing, legalDay(now))
  return barred && refuse(barred.code, barred.why, { basis: barred.basis, remedy: barred.remedy, keeps: { register: 'refused-attempt', row: attempt({ ...giving, to }, barred.code) } })
}

const attempt = ({ by, to, item, duty, category, rectifies }: Giving, code: string): JsonObject => ({ by, to, code, item: item ?? rectifies?.find(one => one.item !== undefined)?.item ?? null, duty: duty ?? null, category: category ?? null })

const judge = (giving: Giving, known: Known, today: string): Why | undefined => {
  if (giving.emergency) return underOrder(giving, known)
  if (giving.power === '6.5') return arranged(giving)
  if (giving.power === '6.6') return toPutRight(giving, known, today)
  if (giving.category !== undefined) return known.own ? undefined : notTheirs
  const townships = giving.to.some(isTownship)
  if ((townships && giving.to.some(isCommunity)) || new Set(giving.to.map(office => countyOf(regionOfOffice(office)))).size > 1) return mixed
  return (townships ? ofTheTownship(known) : onTheList(giving, known, today)) ?? asksTwice(giving, known)
}

/** Only an order in force for every place, and no longer than it (Art. 24.2, 33.2). */
const underOrder = ({ until }: Giving, { emergency, unnamed }: Known): Why | undefined => {
  if (!emergency && unnamed) return notNamed
  if (!emergency) return { code: 'no-emergency', basis: ['24.2', '33.2'], why: words('当地没有生效中的应急决定', 'No emergency order is in force there'), remedy: words('请由有权政府先发布应急决定；不属应急的，按清单事项办理', 'Have a competent government declare it first; what is no emergency goes by the list') }
  const last = legalDay(new Date(Date.parse(emergency.until) - 1))
  return until === undefined || until > last
    ? { code: 'beyond-the-order', basis: ['24.2', '33.2'], why: words(`不能超过应急决定的截止日期（${last}）`, `It can’t run beyond the emergency order (${last})`), remedy: words('请改到该日或以前', 'End it on that day or before') }
    : undefined
}

const notNamed: Why = {
  code: 'not-in-the-order', basis: ['24.2', '33.2'], why: words('应急决定没有列明由本单位下达任务', 'The emergency order does not name your office among those that may task communities'),
  remedy: words('请发布机关在应急决定中增加本单位；不属应急的，按清单事项办理', 'Have those who declared it name your office; what is no emergency goes by the list'),
}

/** Townships owe what their county arranges under Art. 6.5; to communities it comes from them, through the list. */
const arranged = ({ to, by }: Giving): Why | undefined => {
  const from = regionOfOffice(by)
  return levelOf(from) === 'county' && ['gov', 'lead'].includes(kindOfOffice(by)) && to.every(office => isTownship(office) && isWithin(regionOfOffice(office), from)) ? undefined : {
    code: 'not-arranged', basis: ['6.5', '23.3'], why: words('专项行动由县（区）人民政府统一安排，只能下达到所辖乡镇（街道）', 'A campaign is arranged by the county government, and for its own townships only'),
    remedy: words('需要村（社区）协助的，由乡镇（街道）按清单事项提出', 'Where communities have to assist, their township asks by an item of the list'),
  }
}

/** A township inspects its own villages, and has put right what is theirs: an inspection hands on no work (Art. 6.6, 23.3). */
const toPutRight = ({ to, by, rectifies = [] }: Giving, { items = [] }: Known, today: string): Why | undefined => {
  if (!isTownship(by) || !to.every(office => isCommunity(office) && isWithin(regionOfOffice(office), regionOfOffice(by)))) return {
    code: 'not-its-villages', basis: ['6.6', '50.2'], why: words('只有乡镇（街道）可以对所辖村（社区）监督检查、要求整改', 'Only a township inspects the villages that lie in it and has findings put right'),
    remedy: words('请由村（社区）所在乡镇（街道）办理', 'Leave it to the township they lie in'),
  }
  for (const { item: code, provision } of rectifies.length > 0 ? rectifies : [{}]) {
    if (provision !== undefined && isOwedByCommunities(provision)) continue
    const item = items.find(one => one.code === code && one.since <= today)
    if (!item) return groundless
    if (item.kind !== 'own') return settledThere(item)
  }
  return undefined
}

const groundless: Why = {
  code: 'no-ground', basis: ['6.6', '23.3', '50.2'], why: words('整改事项须是社区工作事项清单所列，或者条例规定由村（社区）承担的', 'What is to be put right has to stand on the community’s own list, or be laid on communities by the regulation'),
  remedy: words('请逐项注明清单事项或条款；不属村（社区）的，由责任单位整改', 'Name the item or provision of each; what is not the community’s is for the office that answers for it'),
}
const settledThere = (item: Item): Why => ({
  code: 'assistance', basis: ['23.2', '23.3'], why: words(`“${item.name}”是协助政府事项，不能以检查整改的名义下达`, `“${item.name}” is assistance to government: an inspection can’t order it`),
  remedy: words('请在原协助任务中验收；需要继续协助的，按清单另行提出', 'Settle it in the task itself; for more assistance, ask by the list'),
})

const notTheirs: Why = {
  code: 'not-the-community’s', basis: ['23.3', '50.2'], why: words('部门和乡镇职责事项不得转交村（社区）', 'What is an office’s own may not be passed down to a community'),
  remedy: words('请分派给承担该职责的单位', 'Dispatch it to the office whose duty it is'),
}

const mixed: Why = {
  code: 'mixed', basis: ['23.2'], why: words('村（社区）和乡镇的任务、不同县（区）的任务须分别下达', 'Work for communities and for townships, and for different counties, is given apart'), remedy: words('请分开提出', 'Ask for each by itself'),
}

const ofTheTownship = ({ owed }: Known): Why | undefined => (owed ? undefined : {
  code: 'not-the-township’s', basis: ['24.1', '50.2'], why: words('不在乡镇（街道）职责事项清单内', 'It does not stand on the township’s own duty list'),
  remedy: words('请由本单位办理；确需乡镇承担的，先按程序调整职责事项清单', 'Do it yourselves; where the township should, have its duty list changed first'),
})

const onTheList = (giving: Giving, known: Known, today: string): Why | undefined => {
  const { item, duty } = known
  const until = giving.until ?? today
  if (!item && duty) return ownDuty(duty)
  if (!known.listed) return noList
  if (!item) return notListed
  if (item.since > today || (item.until !== undefined && item.until <= until)) return notInForce(item)
  if (item.kind === 'own') return ownAffair(item)
  if (item.office !== kindOfOffice(giving.by)) return notYourDuty(item)
  if (!inSeason(item.season, giving.from ?? today, until)) return outOfSeason(item)
  return lacking(item, giving.conditions ?? [])
}

const ownDuty = (duty: Duty): Why => ({
  code: 'own-duty', basis: ['23.3', '50.2'], why: words(`“${duty.name}”是本单位职责事项，不在协助政府事项清单内，不得转交村（社区）`, `“${duty.name}” is your own duty and no item of assistance: it may not be passed down`),
  remedy: words('请由本单位办理', 'Carry it out yourselves'),
})
const noList: Why = {
  code: 'no-list', basis: ['23.1', '50.2'], why: words('县（区）尚无生效的事项清单，不得向村（社区）安排工作任务', 'The county has no list in force: communities can’t be given work'),
  remedy: words('请由县（区）先制定并公布清单', 'The county has to publish its lists first'),
}
const notListed: Why = {
  code: 'not-listed', basis: ['23.3', '50.2'], why: words('不在协助政府事项清单内，不得要求村（社区）承担', 'It stands on no list of assistance: communities may not be asked to do it'),
  remedy: words('请由本单位办理；确需协助的，向县（区）提出调整清单', 'Do it yourselves; where assistance is needed, ask the county to change the list'),
}
const notInForce = (item: Item): Why => ({
  code: 'not-in-force', basis: ['23.1', '23.3'],
  why: item.until === undefined ? words(`清单事项“${item.name}”自 ${item.since} 起才生效`, `The item “${item.name}” is in force from ${item.since} only`) : words(`清单事项“${item.name}”自 ${item.until} 起失效，任务不能持续到那以后`, `The item “${item.name}” ends on ${item.until}; no work can run on behind it`),
  remedy: words('请改在生效期内，或引用现行清单事项', 'Keep within its time, or cite an item in force'),
})
const ownAffair = (item: Item): Why => ({
  code: 'own-affair', basis: ['23.1', '50.2'], why: words(`“${item.name}”是社区自身工作事项，由社区自主办理，不得下达任务`, `“${item.name}” is the community’s own affair: it runs it itself and is not tasked with it`),
  remedy: words('可以指导和支持，不能下达任务', 'Guide and support it; no task is given'),
})
const notYourDuty = (item: Item): Why => ({
  code: 'not-your-item', basis: ['23.2', '50.2'], why: words(`“${item.name}”不由本单位负责，不能以它要求村（社区）协助`, `“${item.name}” is not for your office: it gives you no leave to ask for assistance`),
  remedy: words('请由清单载明的责任单位提出', 'The office the list names has to ask'),
})
const outOfSeason = (item: Item): Why => ({
  code: 'out-of-season', basis: ['23.2'], why: words(`“${item.name}”只在 ${item.season?.from ?? ''} 至 ${item.season?.to ?? ''} 期间协助`, `“${item.name}” is assisted in from ${item.season?.from ?? ''} to ${item.season?.to ?? ''} only`),
  remedy: words('请改在清单载明的时段内', 'Keep within the season the list states'),
})

/** A season may run over the new year: `11-01` to `02-28`. Every day of the work has to lie in it. */
const inSeason = (season: Item['season'], from: string, until: string): boolean => {
  if (!season) return true
  const [first, last] = [Date.parse(from), Date.parse(until)]
  if (last - first > 366 * dayInMs) return false
  const within = (day: string): boolean => (season.from <= season.to ? season.from <= day && day <= season.to : day >= season.from || day <= season.to)
  return Array.from({ length: Math.max(0, Math.round((last - first) / dayInMs)) + 1 }, (_, n) => new Date(first + n * dayInMs).toISOString().slice(5, 10)).every(within)
}

const lacking = (item: Item, promised: readonly string[]): Why | undefined => {
  const missing = item.conditions.filter(condition => !promised.includes(condition))
  return missing.length === 0 ? undefined : {
    code: 'no-conditions', basis: ['23.2', '50.2'], why: words(`没有提供清单载明的工作条件：${missing.join('、')}`, `Working conditions that the list states are missing: ${missing.join(', ')}`),
    remedy: words('请逐项落实工作条件后再提出', 'Provide each of them, then ask again'),
  }
}

const asksTwice = ({ fields = [] }: Giving, { running, held }: Known): Why | undefined => {
  const [twice] = running
  if (twice) return {
    code: 'duplicate', basis: ['23.2'], why: words(`与正在进行的任务重复：${[...new Set(running.map(one => one.number))].join('、')}`, `The same is under way already: ${[...new Set(running.map(one => one.number))].join(', ')}`),
    remedy: words('请在原任务中调整，或待其结束', 'Change that one, or wait until it ends'),
  }
  const known = fields.filter(field => held.includes(field.name) && !field.filled)
  return known.length === 0 && (fields.length === 0 || fields.some(field => !field.filled)) ? undefined : {
    code: 'already-held', basis: ['23.2'], why: words(`平台记录中已有：${(known.length > 0 ? known : fields).map(field => field.name).join('、')}`, `Records hold it already: ${(known.length > 0 ? known : fields).map(field => field.name).join(', ')}`),
    remedy: words('请改为由平台预填，或直接从记录中取用', 'Have the platform fill it in, or take it from the records'),
  }
}
