import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { kindOfOffice, officeCode, type Actor } from '../../../kernel/post.ts'
import { countyOf, ancestor, levelOf } from '../../../kernel/region.ts'
import type { Context, Glance, Move, Step } from '../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { holder, officeIn, party } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault, type Dispute, type DisputeFacts } from './facts.ts'
import type { Source } from './facts/intake.ts'
import type { outcomes } from './facts/ending.ts'
import type { Needed } from './needs.ts'
import { seatOf, unsigned } from './sides.ts'
import type { Stage } from './stages.ts'
import { trackOf } from './tracks.ts'

export type Now = Context<DisputeFacts, Needed>
export type Seen = Glance<DisputeFacts>
export type Moved = Move<DisputeFacts, Stage>
export type DisputeStep = Step<DisputeFacts, Stage, Needed>

/** The body that has the dispute; the centre where none has it yet. */
export const theBody = holder()
export const theCentre = holder('dispatcher', 'lead')
export const aSide = party('disputant', words('一方当事人', 'a side of the dispute'))
export const theApplicant = party('applicant', words('申请人', 'who asked'))
export const whoSent = officeIn('source', words('移交单位', 'who handed it over'))
export const alongside = officeIn('joint', words('共同调解单位', 'a body that mediates along'))
export const theCourt = officeIn('court', words('人民法院', 'the court'))

/** The one door of a place: the centre of its township; of a whole county’s, its own (Art. 29.1). */
export const centreFor = (region: string): string => officeCode(levelOf(region) === 'county' ? region : ancestor(region, 'township') ?? countyOf(region), 'centre')

export const toSides = (zh: string, en: string): Effect => notify({ party: 'disputant' }, words(zh, en))
/** Who handed it over, unless it is who holds it now. */
export const toSource = ({ parties, holder }: Dispute, zh: string, en: string): readonly Effect[] =>
  parties.flatMap(({ role, office }) => (role === 'source' && office !== undefined && office !== holder?.office ? [notify({ office }, words(zh, en))] : []))
export const toOffice = (office: string | undefined, zh: string, en: string): readonly Effect[] => (office === undefined ? [] : [notify({ office }, words(zh, en))])
export const toHolder = (matter: Dispute, zh: string, en: string): readonly Effect[] => toOffice(matter.holder?.office, zh, en)

const sentFrom: { readonly [kind: string]: Source } = { court: 'court', procuratorate: 'procuratorate', 'police-station': 'police', 'public-security': 'police', petitions: 'petitions', hotline: 'hotline' }

/** Where what an office registers comes from, if its kind says so. */
export const sourceOf = ({ office }: Actor): Source | undefined => (office === undefined ? undefined : sentFrom[kindOfOffice(office)])

/** The ways a dispute has gone so far, told in their order. */
export const triedSoFar = ({ facts: { tried, track } }: Dispute): string => {
  const now = trackOf(track)
  if (tried === undefined) return keepWords({ zh: now.zh, en: now.en })
  const [zh = '', en = ''] = tried.split('\n')
  return keepWords({ zh: `${zh} → ${now.zh}`, en: `${en} → ${now.en}` })
}

/** One way has ended without an end of the dispute: the centre says what comes next, and the sides were told which ways there are. */
export const toBetween = (c: Now, zh: string, en: string, more: Moved = {}): Moved => ({
  ...more, to: 'between', holder: { office: centreFor(c.matter.region) },
  set: { tried: triedSoFar(c.matter), seats: unsigned(c.matter.facts.seats), challenged: null, challenge: null, readAloud: null, ...more.set },
  effects: [toSides(zh, en), ...toOffice(centreFor(c.matter.region), `${zh}，请确定下一步`, `${en}; please choose what comes next`), ...(more.effects ?? [])],
})

/** A court that is asked to confirm the agreement still answers, and knows that nothing else is done here. */
const stillAsked = ({ facts: { confirmation, court } }: Dispute): readonly Effect[] =>
  (confirmation === 'asked' || confirmation === 'accepted' ? toOffice(court, '申请司法确认的纠纷已办结，司法确认请照常办理', 'The dispute whose agreement you are to confirm is closed; your answer is still awaited') : [])

/** The end, told to the sides and as the answer to who handed it over. */
export const toClosed = ({ matter }: Pick<Now, 'matter'>, outcome: keyof typeof outcomes, more: Moved = {}): Moved => ({
  ...more, to: 'closed', set: { ...more.set, outcome }, counts: { closed: 1, [outcome]: 1, ...more.counts },
  effects: [toSides('纠纷已办结', 'The dispute is closed'), ...toSource(matter, '移交的纠纷已办结，结果见详情', 'The dispute you handed over is closed; its outcome stands in it'), ...stillAsked(matter), ...(more.effects ?? [])],
})

/** Whom an earlier way was before sees what it did, and does nothing on the way taken since. */
const notNow = (now: (facts: Dispute['facts'], office: string) => boolean) => ({ matter, actor: { account, office } }: Seen): Refusal | undefined =>
  (office === undefined || office === matter.holder?.office || now(matter.facts, office) || matter.parties.some(one => one.role === 'disputant' && one.account === account) ? undefined
    : refuse('earlier-way', words('该纠纷已改走其他途径', 'The dispute has taken another way since'), { remedy: words('由现在的办理机构或者综治中心登记', 'The body that has it now, or the centre, records it') }))

export const formerBody = notNow(({ body }, office) => body === office)
export const formerJoint = notNow(({ joint = [] }, office) => joint.includes(office))

type DayFact = Parameters<typeof fault>[0]

type InHand = Pick<Now, 'matter' | 'now' | 'actor'>

/** What becomes of a dispute in a mediator's hands, for the register of mediators: absolute figures, and no contest (Art. 30.1). */
export const mediated = ({ matter, now, actor }: InHand, what: 'take' | 'agree' | 'fail' | 'keep' | 'giveUp', account = matter.facts.mediator): readonly Effect[] => (account === undefined ? [] : [{
  do: 'record', register: 'mediated', row: { do: what, county: matter.county, matter: matter.id, account, office: matter.facts.body ?? matter.holder?.office ?? actor.office ?? '', on: legalDay(now) },
}])

/** A day that was, and not before the dispute was registered where that is meant. */
export const pastDay = (fact: DayFact, day: string, { now, matter }: Pick<Now, 'now' | 'matter'>, earliest: 'ever' | 'registered' = 'ever'): Refusal | undefined => {
  if (day > legalDay(now)) return fault(fact, '不能晚于今天', 'It can’t lie ahead')
  return earliest === 'registered' && day < legalDay(new Date(matter.opened)) ? fault(fact, '不能早于登记日期', 'It can’t lie before the dispute was registered') : undefined
}

/** An act of one's own for which a sheet is recorded: within the last days, so that no clock is dated back. */
export const recently = (fact: DayFact, day: string, now: Date, days = 7): Refusal | undefined =>
  (day > legalDay(now) || day < daysAfter(legalDay(now), -days) ? fault(fact, `填最近 ${days} 天内的日期`, `A day of the last ${days}`) : undefined)

/** The side named, or the fault at its field. */
export const sideFault = (matter: Dispute, number: number | undefined): Refusal | undefined =>
  (seatOf(matter.facts.seats, number) ? undefined : fault('seatNumber', '没有这个序号的当事人', 'There is no side of that number'))

/** The number of the side that an account speaks for. */
export const ownNumber = ({ parties }: Dispute, { account }: Actor): number | undefined =>
  Number(parties.find(one => one.account === account && one.role.startsWith('seat-'))?.role.slice('seat-'.length) ?? Number.NaN) || undefined

export const seatRole = (number: number): string => `seat-${number}`
