import { legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { isLate } from '../../kernel/fold.ts'
import { instant, text, whole } from '../../kernel/facts.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode, regionOfOffice } from '../../kernel/post.ts'
import type { Context, Move, NoNeeds, Step } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { ancestor, levels, parentOf } from '../../kernel/region.ts'
import { above, holder, party, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

/**
 * What any matter with a deadline needs from those above and those who wait: urging, supervision from above with an
 * answer owed, extension with approval, stop and resume on stated grounds, and escalation level by level.
 * A procedure spreads `oversightFacts` and `oversightSteps` into its own.
 */
export const oversightFacts = {
  urging: text({ zh: '催办内容', en: 'What is urged', max: 500 }),
  urged: instant({ zh: '最近催办', en: 'Last urged', class: 'public' }),
  order: text({ zh: '督办要求', en: 'Supervision order', max: 1000, lines: 3 }),
  orderAnswer: text({ zh: '督办回复', en: 'Answer to the order', max: 2000, lines: 4 }),
  extraDays: whole({ zh: '申请延长', en: 'Extension asked', min: 1, max: 30, unit: { zh: '个工作日', en: 'working days' } }),
  extensionGrounds: text({ zh: '延期理由', en: 'Grounds for extension', max: 500, lines: 2 }),
  extensionAnswer: text({ zh: '延期审批意见', en: 'Decision on extension', max: 500 }),
  extensions: whole({ zh: '已延期次数', en: 'Extensions granted', class: 'public' }),
  stopGrounds: text({ zh: '暂停计时理由', en: 'Grounds for stopping the clock', max: 500, lines: 2 }),
  escalated: whole({ zh: '已升级层级', en: 'Levels escalated', class: 'public', max: 9 }),
}

const dayInMs = 86_400_000

type Facts = typeof oversightFacts
type Now = Context<Facts, NoNeeds>

/** The holder's place, or the matter's own while nobody holds it. */
const place = (matter: Matter<Facts>): string => (matter.holder === null ? matter.region : regionOfOffice(matter.holder.office))

/** The region one up from the holder's; the city is its own last resort. */
const oneUp = (region: string): string => parentOf(region) ?? region

const tellHolder = (matter: Matter<Facts>, zh: string, en: string): readonly Effect[] =>
  matter.holder === null ? [] : [notify({ office: matter.holder.office }, words(zh, en))]

const notHeldFromAbove = (c: Pick<Now, 'matter'>, has: boolean, zh: string, en: string): Refusal | undefined =>
  has ? undefined : refuse('nothing-open', words(zh, en))

const tooLate = (matter: Matter<Facts>): Refusal | undefined =>
  !matter.clocks['stage'] || matter.clocks['stage'].fired ? refuse('too-late', words('时限已过，不能再延期', 'The time limit has passed; it can no longer be extended')) : undefined

/** Escalation climbs one level each time: the holder's own lead, then each region above, at the last the city. */
const climb = (c: Now): Move<Facts, never> => {
  const level = c.matter.facts.escalated ?? 0
  const start = ancestor(place(c.matter), 'township') ?? place(c.matter)
  const region = Array.from({ length: level }).reduce<string>(at => oneUp(at), start)
  const atTop = region.length <= levels.city.length
  return {
    set: { escalated: atTop ? level : level + 1 },
    clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'escalate' }],
    effects: [
      ...tellHolder(c.matter, '事项已超期，请尽快办理', 'A matter is late; please act on it'),
      notify({ posts: 'lead', region }, words('有事项逾期，请督促办理', 'A matter is late and has reached you')),
      notify({ office: officeCode(region, 'centre') }, words('有事项逾期，请协调', 'A matter is late; please coordinate')),
    ],
  }
}

export const oversightSteps = {
  urge: {
    zh: '催办', en: 'Urge', from: 'open', by: [party('reporter', words('反映人', 'the reporter'))], basis: ['25.3'], asks: ['urging?'],
    causes: words('承办单位会收到催办通知，时限不因此重新计算', 'The office in charge is told; no time limit starts afresh'),
    only: ({ matter, now, law }) => {
      const last = matter.facts.urged
      if (last === undefined) return undefined
      const days = law.figure('request.urge-interval', legalDay(now)).value
      const next = startOfLegalDay(legalDay(new Date(last))).getTime() + Number(days) * dayInMs
      return now.getTime() < next
        ? refuse('too-soon', words(`每 ${Number(days)} 天可催办一次`, `A matter can be urged once in ${Number(days)} day(s)`), {
          remedy: words(`${legalDay(new Date(next))} 起可再催办`, `It can be urged again from ${legalDay(new Date(next))}`), detail: { next: new Date(next).toISOString() },
        })
        : undefined
    },
    then: c => ({ set: { urged: c.now.toISOString() }, effects: tellHolder(c.matter, '反映人催办', 'The reporter urges this matter') }),
  },
  supervise: {
    zh: '督办', en: 'Supervise', from: 'open', by: [above], basis: ['24.2'], asks: ['order'],
    causes: words('承办单位须在两个工作日内回复', 'The office in charge owes an answer'),
    only: c => (c.matter.clocks['supervision'] ? refuse('already-supervised', words('已在督办中', 'An order is already open')) : undefined),
    then: c => ({
      clocks: [{ clock: 'supervision', start: 'oversight.answer', then: 'escalate' }],
      effects: tellHolder(c.matter, '上级督办，请按时回复', 'Supervised from above; an answer is owed'),
    }),
  },
  answerOrder: {
    zh: '回复督办', en: 'Answer the order', from: 'open', by: [holder()], basis: ['24.2'], asks: ['orderAnswer'],
    only: c => notHeldFromAbove(c, c.matter.clocks['supervision'] !== undefined, '没有待回复的督办', 'No order is open'),
    // An order left unanswered climbs as a late stage does; answered, it climbs no further unless the stage itself is late.
    then: ({ matter }) => ({ clocks: [{ clock: 'supervision', end: true }, ...(isLate(matter) ? [] : [{ clock: 'escalation', end: true } as const])] }),
  },
  askExtension: {
    zh: '申请延期', en: 'Ask for an extension', from: 'open', by: [holder()], basis: ['21.4'], asks: ['extraDays', 'extensionGrounds'],
    only: ({ matter }) => {
      return tooLate(matter) ?? ((matter.facts.extensions ?? 0) > 0 ? refuse('once-only', words('只能延期一次', 'A matter is extended once only')) : undefined)
    },
    then: c => ({ effects: [notify({ posts: 'lead', region: place(c.matter) }, words('有延期申请待审批', 'An extension awaits your decision'))] }),
  },
  grantExtension: {
    zh: '同意延期', en: 'Grant the extension', from: 'open', by: [above, holder('lead')], basis: ['24.2'], asks: ['extensionAnswer?'],
    only: c => notHeldFromAbove(c, c.matter.facts.extraDays !== undefined, '没有待审批的延期申请', 'No extension is asked for') ?? tooLate(c.matter),
    then: c => ({
      set: { extraDays: null, extensions: (c.matter.facts.extensions ?? 0) + 1 },
      clocks: [{ clock: 'stage', extend: { amount: c.matter.facts.extraDays ?? 0, unit: 'workingDays' } }],
      effects: [
        ...tellHolder(c.matter, '延期申请已同意', 'The extension was granted'),
        notify({ party: 'reporter' }, words('办理时限已依审批延长', 'The time limit was extended with approval')),
      ],
    }),
  },
  refuseExtension: {
    zh: '不同意延期', en: 'Refuse the extension', from: 'open', by: [above, holder('lead')], basis: ['24.2'], asks: ['extensionAnswer'],
    only: c => notHeldFromAbove(c, c.matter.facts.extraDays !== undefined, '没有待审批的延期申请', 'No extension is asked for'),
    then: c => ({ set: { extraDays: null }, effects: tellHolder(c.matter, '延期申请未获同意', 'The extension was refused') }),
  },
  stop: {
    zh: '暂停计时', en: 'Stop the clock', from: 'open', by: [holder()], basis: ['21.4'], asks: ['stopGrounds'],
    causes: words('计时停止，最长二十个工作日后自动恢复', 'The clock stands still and goes on by itself after twenty working days at the latest'),
    only: ({ matter }) =>
      !matter.clocks['stage'] || matter.clocks['stage'].fired || matter.clocks['stage'].stopped
        ? refuse('no-running-clock', words('没有可暂停的时限', 'No clock runs that could be stopped')) : undefined,
    then: c => ({
      clocks: [
        { clock: 'stage', stop: c.input.stopGrounds ?? '' },
        { clock: 'pause', start: 'oversight.longest-stop', then: 'goOn' },
      ],
      effects: [notify({ party: 'reporter' }, words('办理计时已暂停，理由见详情', 'The clock was stopped; the grounds stand in the matter'))],
    }),
  },
  resume: {
    zh: '恢复计时', en: 'Resume the clock', from: 'open', by: [holder(), above], basis: ['21.4'],
    only: c => notHeldFromAbove(c, c.matter.clocks['stage']?.stopped !== undefined, '计时未暂停', 'The clock is not stopped'),
    then: () => ({ clocks: [{ clock: 'stage', resume: true }, { clock: 'pause', end: true }] }),
  },
  goOn: {
    zh: '暂停期满', en: 'The stop ends', from: 'open', by: [theClock], basis: ['21.4'],
    then: c => ({
      clocks: [{ clock: 'stage', resume: true }, { clock: 'pause', end: true }],
      effects: tellHolder(c.matter, '暂停期满，计时恢复', 'The longest stop is over; the clock goes on'),
    }),
  },
  escalate: { zh: '逾期升级', en: 'Escalate', from: 'open', by: [theClock], basis: ['21.1'], then: climb },
} as const satisfies Readonly<Record<string, Step<Facts, never, NoNeeds>>>
