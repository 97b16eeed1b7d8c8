import { legalDay } from '../../../kernel/calendar.ts'
import type { Law } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import type { Context, Glance, Move, Step } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, isWithin } from '../../../kernel/region.ts'
import { explainSelected, placeOf, select, type Selected, type Subject } from '../../../kernel/voting/select.ts'
import { anyPost, anyResident, officeIn, ofGovernment, party, post } from '../../../kernel/who.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import { toTownship, townshipOf } from '../../usual/field-work.ts'
import type { DeliberationFacts } from './facts.ts'
import type { DraftAt, Needed } from './needs.ts'
import type { Stage } from './stages.ts'

export type Deliberation = Matter<DeliberationFacts>

export type Now = Context<DeliberationFacts, Needed>
export type Seen = Glance<DeliberationFacts>
export type Moved = Move<DeliberationFacts, Stage>
export type DeliberationStep = Step<DeliberationFacts, Stage, Needed>

export const fault: FaultOf<DeliberationFacts> = faultAt

/** The committee runs the deliberation; who raised it, the supervisory committee and the township have their own parts in it. */
export const theCommittee = [post('committee', 'village')]
export const onBehalf = [post('committee', 'village'), post('gridWorker')]
export const theRaiser = party('reporter', words('提出人', 'who raised it'))
export const theSupervisors = officeIn('supervisor', words('村务监督委员会', 'the supervisory committee'), 'handler')
export const theTownship = [ofGovernment('lead', 'township'), ofGovernment('handler', 'township')]
export const counters = [...onBehalf, theSupervisors]

/** Those, or the committee of the neighbouring village that was asked: nothing is given to it to do, it may say no. */
export const counting = [...counters, anyPost('committee')]
export const askedToCount = ({ matter, actor }: Pick<Seen, 'matter' | 'actor'>): Refusal | undefined =>
  (actor.kind !== 'committee' || actor.region === matter.region || actor.region === matter.facts.neighbour ? undefined : refuse('not-asked', words('没有提请您村计票', 'Your village was not asked to count'), { remedy: words('由本村或者所提请的邻村计票', 'Leave it to the village itself, or the one it asked') }))
export const villagers = [anyResident, ...onBehalf]

export const committeeOf = (matter: Pick<Matter, 'region'>): string => officeCode(matter.region, 'committee')
export const supervisorsOf = (matter: Pick<Matter, 'region'>): string => officeCode(matter.region, 'supervisory')
export const townshipOffice = (matter: Pick<Matter, 'region'>): string => townshipOf(matter.region)

export const toCommittee = (matter: Pick<Matter, 'region'>, zh: string, en: string): Effect => notify({ office: committeeOf(matter) }, words(zh, en))
export const toSupervisors = (matter: Pick<Matter, 'region'>, zh: string, en: string): Effect => notify({ office: supervisorsOf(matter) }, words(zh, en))
export const toRaiser = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))
export const aboveToo = (matter: Pick<Matter, 'region'>, zh: string, en: string): Effect => toTownship(matter.region, words(zh, en))

/** Each stage is told to who raised it and to the supervisory committee. */
export const toldAll = (matter: Pick<Matter, 'region'>, zh: string, en: string): readonly Effect[] => [toRaiser(zh, en), toSupervisors(matter, zh, en)]

/** Residents speak in their own village; what somebody else’s home is decided on is not theirs. */
export const ofThisVillage = ({ matter, actor }: { readonly matter: Pick<Matter, 'region'>; readonly actor: Seen['actor'] }): Refusal | undefined =>
  (actor.kind !== 'resident' || isWithin(actor.region, matter.region) ? undefined
    : refuse('not-this-village', words('只能在自己居住的村（社区）提出', 'This is for those who live in that village'), {
      remedy: words('户籍或者房产在此、住在别处的，请由村（居）委会核实后代录', 'Registered or owning here and living elsewhere: the committee checks it and records it for you'),
    }))

/** What the roll says, as its digest: from the notice on the chain of the matter names it, and again as voting begins. */
export const rollKept = ({ needs }: Pick<Now, 'needs'>) => (needs.roll?.digest === undefined ? {} : { rollDigest: needs.roll.digest })

type Chosen = Pick<DeliberationFacts, 'subject' | 'touches' | 'body' | 'unit' | 'manner' | 'course' | 'adopts'>
type Asked = { readonly [K in keyof Chosen]?: NonNullable<Now['facts'][K]> }

/** Which body decides, by the figures in force on a day; or why none may (Art. 25 leaves that to the laws on each body). */
export const selectedOn = (facts: Asked, region: string, law: Law, day: string): Selected | Refusal => {
  const place = placeOf(region)
  if (place === undefined) return refuse('no-self-government', words('此地不是村或者社区，没有村（居）民自治组织', 'This place is neither a village nor an urban community'))
  const { subject = 'publicAffairs', touches, body, unit, manner, course, adopts } = facts
  return select({
    subject, place, day, law, adopts: adopts !== undefined,
    ...(touches && { touches }), ...(body && { body }), ...(unit && { unit }), ...(manner && { manner }), ...(course && { course }),
  })
}

/** The same by the day the notice was given: a rule that changes later does not touch a meeting that was called. */
export const selectedOf = ({ matter, law, now }: Pick<Now, 'matter' | 'law' | 'now'>): Selected | Refusal =>
  selectedOn(matter.facts, matter.region, law, matter.facts.noticeOn ?? legalDay(now))

/** What is kept of the choice, so that the page and the record show the body, the rule and its article. */
export const keptChoice = (selected: Selected, manner: Asked['manner']) => ({
  body: selected.track, course: selected.course, chosen: keepWords(explainSelected(selected)),
  ...(selected.unit !== undefined && { unit: selected.unit }), ...(selected.votes && { manner: manner ?? selected.manners[0] ?? 'open' }),
})

/** The drafts a village adopts, by the procedure that made them, and what is decided by adopting each. */
const adoptable: { readonly [procedure: string]: Subject } = { covenant: 'covenant', 'points-scheme': 'pointsScheme', 'credit-method': 'creditMethod' }

/** A draft named has to stand tabled in this village, in no other topic, and the subject is what adopting it decides. */
export const draftFault = (draft: DraftAt | undefined, { subject, adopts }: Asked, region: string): Refusal | undefined => {
  if (adopts === undefined) return undefined
  const decides = draft && adoptable[draft.procedure]
  if (decides === undefined || draft?.region !== region) return fault('adopts', '不是本村（社区）可以表决的草案', 'It is no draft of this village that a vote could adopt')
  if (draft.stage !== 'tabled') return fault('adopts', '草案还没有提交表决', 'The draft is not tabled')
  if (draft.topic !== undefined) return fault('adopts', `草案已由议题 ${draft.topic} 提请表决，该议题终止后才能再提`, `Topic ${draft.topic} puts this draft to the vote; it can be put again once that has ended`)
  return subject === decides ? undefined : fault('subject', '议决事项须与所表决的草案一致', 'What is decided has to be what the draft is')
}

/** Code points of a reason that a draft is given; the whole of it stands in the topic. A draft that could not take it in would hold the topic up. */
const toldOfWhy = 300

/** A resolution that stands and finds its draft gone is no affair of who holds the draft alone: the township and the supervisory committee hear of it. */
const gone = ({ region }: Matter) => ({
  to: [{ office: officeCode(region, 'committee') }, { office: officeCode(region, 'supervisory') }, { posts: 'lead', region: ancestor(region, 'township') ?? region }],
  words: words('决议已生效，但所表决的草案已不在待表决环节，没有随之通过，请核查', 'The resolution stands, but the draft it adopts is not before the vote any more and was not adopted: please look into it'),
} as const)

/** A draft that was tabled is told what became of it: adopted, voted down or annulled, or never voted on. */
export const told = (c: Now, step: 'adopt' | 'notAdopted' | 'notVoted', { why, ...input }: { readonly [name: string]: string }): readonly Effect[] =>
  (c.matter.facts.adopts === undefined ? [] : [{ do: 'tell', link: 'adopts', step, input: { resolution: c.matter.id, ...input, ...(why !== undefined && { why: Array.from(why).slice(0, toldOfWhy).join('') }) }, ...(step === 'adopt' && { missed: gone(c.matter) }) }])

/** What hangs on a topic that ends without a vote falls with it; a draft may be put to the vote again. */
export const fallsWithIt = (c: Now, why: string): readonly Effect[] => [{ do: 'follow', link: 'on', step: 'drop', input: {} }, ...told(c, 'notVoted', { why })]

/** A demand by those entitled makes convening a duty: it can’t be let rest. */
export const notOwed = ({ matter }: Pick<Seen, 'matter'>): Refusal | undefined =>
  (matter.facts.owed === true ? refuse('owed', words('符合人数的联名要求召开会议，村（居）委会应当召集，不能终止', 'It was demanded by as many as the law asks: the committee owes the meeting and can’t let it rest'), {
    remedy: words('请按时发出会议通知', 'Give notice of it in time'),
  }) : undefined)

/** A row handed to a register of this vote. */
export const record = (c: Pick<Now, 'matter'>, register: string, row: JsonObject = {}) => ({ do: 'record', register, row: { county: c.matter.county, matter: c.matter.id, ...row } }) as const
