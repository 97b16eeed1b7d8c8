import { legalDay } from '../../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../../kernel/effect.ts'
import type { Known } from '../../../../kernel/gate.ts'
import type { Matter } from '../../../../kernel/matter.ts'
import { officeCode } from '../../../../kernel/post.ts'
import { need, type Context, type Move, type Step } from '../../../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../../../kernel/refusal.ts'
import { keepWords } from '../../../../kernel/kept-words.ts'
import { countyOf } from '../../../../kernel/region.ts'
import { holder, officeIn, ofGovernment } from '../../../../kernel/who.ts'
import { words, type JsonObject, type Words } from '../../../../kernel/words.ts'
import { untilDay } from '../../../usual/end-date.ts'
import type { Limit } from '../../../../kernel/clock.ts'
import { givingOf, receiver, stillBarred, type Asked } from '../giving.ts'
import type { WorkFacts } from './facts.ts'

/** Where work stands that is owed; what is entrusted is offered before. */
export type OwedStage = 'awaiting' | 'doing' | 'accepting' | 'disputed' | 'done' | 'unowed' | 'released' | 'withdrawn' | 'over'
export type WorkStage = OwedStage | 'offered' | 'declined'

export const workNeeds = {
  /** What the lists say today of the item under which it was given. */
  standing: need<Known>('gate', c => ({
    to: [receiver(c.matter.region)], by: c.facts['issuer'] ?? null, item: c.facts['item'] ?? null, of: c.facts['commission'] ?? null,
    from: c.facts['from'] ?? null, until: c.facts['until'] ?? null, county: c.matter.county, at: c.now.toISOString(),
  })),
}

export type WorkNeeds = typeof workNeeds
export type Now = Context<WorkFacts, WorkNeeds>
export type Task = Matter<WorkFacts>
export type Moved = Move<WorkFacts, OwedStage>
export type OwedStep = Step<WorkFacts, OwedStage, WorkNeeds>
export type OfferStep = Step<WorkFacts, WorkStage, WorkNeeds>

/** Who took it on: a village's committee, or the township's government for work of its own. */
export const theReceiver = { ...holder('committee', 'handler', 'lead', 'dispatcher'), ...words('承担任务的村（社区）或乡镇（街道）', 'who was given it') }
export const theIssuer = officeIn('issuer', words('发文单位', 'the office that gave it'), 'handler', 'lead', 'dispatcher')
export const theCounty = [ofGovernment('lead', 'county'), ofGovernment('dispatcher', 'county')]

export const issuerOf = (task: Task): string => task.facts.issuer ?? ''
export const countyCentre = (task: Pick<Task, 'county'>): string => officeCode(task.county, 'centre')

export const toReceiver = (task: Task, zh: string, en: string): Effect => notify({ office: receiver(task.region) }, words(zh, en))
export const toIssuer = (task: Task, zh: string, en: string): Effect => notify({ office: issuerOf(task) }, words(zh, en))
export const toCounty = (task: Task, zh: string, en: string): readonly Effect[] => [notify({ office: countyCentre(task) }, words(zh, en)), notify({ posts: 'lead', region: countyOf(task.region) }, words(zh, en))]

/** Keeps its row in the register of given work as it stands now. */
export const kept = (task: Pick<Task, 'county' | 'id'>, state: WorkStage, more: JsonObject = {}): Effect => ({
  do: 'record', register: 'given-work', row: { county: task.county, matter: task.id, state, open: !ended.has(state), ...more },
})

const ended: ReadonlySet<WorkStage> = new Set(['done', 'declined', 'unowed', 'released', 'withdrawn', 'over'])

export type Happened = 'accepted' | 'declined' | 'objected' | 'delivered' | 'done' | 'ended'

/** Tells the commission how far this one of its tasks is. */
export const said = (what: Happened): Effect => ({ do: 'tell', link: 'of', step: 'noted', input: { happened: what, happenedIn: 1 } })

const dayInMs = 86_400_000

/** What was begun was borne until the day on which it was taken back or let off, or its order ended: its row ends there, with its share of the time (Art. 23.2). */
export const cutShort = ({ matter: { facts }, now }: Pick<Now, 'matter' | 'now'>): JsonObject => {
  if (facts.began === undefined) return {}
  const { from: first = facts.began, until: last = first, minutes = 0 } = facts
  const end = [[legalDay(now), first].toSorted().at(-1) ?? first, last].toSorted()[0] ?? last
  const days = (day: string): number => Math.round((Date.parse(day) - Date.parse(first)) / dayInMs) + 1
  return { until: end, minutes: Math.floor((minutes * days(end)) / Math.max(1, days(last))) }
}

/** The task ends without having been done. */
export const endsAs = <S extends WorkStage>(c: Pick<Now, 'matter' | 'now'>, stage: S, because: Words, tells: readonly Effect[], happened: Happened = 'ended'): Move<WorkFacts, S> => ({
  to: stage, holder: { office: receiver(c.matter.region) }, set: { endedBecause: keepWords(because) },
  effects: [kept(c.matter, stage, stage === 'released' || stage === 'over' ? cutShort(c) : {}), said(happened), ...tells],
})

/** Conditions have to be there on the last of the days promised for them, today where that has passed. */
export const conditionsUntil = ({ facts, now }: { readonly facts: Pick<Asked, 'conditions'>; readonly now: Date }): Limit => {
  const last = (facts.conditions ?? []).flatMap(row => row.by ?? []).toSorted().at(-1) ?? ''
  const today = legalDay(now)
  return untilDay(last > today ? last : today, now, words('发文单位承诺的到位日期', 'the day on which the issuer promised them'))
}

export const theLastDay = words('任务载明的结束日期', 'the last day that the task states')
export const endClock = (until: string, now: Date) => ({ clock: 'end', start: untilDay(until, now, theLastDay), then: 'endOver' }) as const

/** How many working conditions come with it. */
export const promised = (c: Pick<Now, 'matter'>): number => (c.matter.facts.conditions ?? []).length

/** What is not yet owed or taken on falls with its item: the amendment rule. What was given under an emergency order stands under that order alone. */
export const lapsedItem = (c: Now): Refusal | undefined =>
  c.matter.facts.emergency === true ? undefined
    : stillBarred({ ...givingOf(c.matter.facts, [c.matter.region], issuerOf(c.matter), c.matter.facts.commission ?? ''), fields: [] }, c.needs.standing, c.now)

export const nothingOpen = (zh: string, en: string): Refusal => refuse('nothing-open', words(zh, en))
