import { legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { hasRunOut } from '../../kernel/clock.ts'
import { isLate } from '../../kernel/fold.ts'
import { account, choice, instant, text, whole } from '../../kernel/facts.ts'
import type { Matter } from '../../kernel/matter.ts'
import { kindOfOffice, officeCode, regionOfOffice, type OfficeCode } from '../../kernel/post.ts'
import type { Context, Move, NoNeeds, Step } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { ancestor, levels, parentOf } from '../../kernel/region.ts'
import { above, answerer, holder, isGovernment, party, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'

/** Why a clock may stand still: what nobody in the office can hasten. A list of the product’s own. */
const grounds = {
  appraisal: { zh: '等待鉴定、检测或第三方结论', en: 'An appraisal, a test or another body’s finding is awaited' },
  reporter: { zh: '等待反映人补充材料或到场', en: 'The reporter’s papers or presence are awaited' },
  formalities: { zh: '须先履行招标、审批、公示等程序', en: 'A tender, a permit or a public notice comes first' },
  season: { zh: '季节、气候不具备施工条件', en: 'Season or weather forbid the work' },
  force: { zh: '不可抗力', en: 'Force majeure' },
} as const

/**
 * What any matter with a deadline needs from those above and those who wait: urging, supervision from above with an
 * answer owed, extension with approval, stop and resume on stated grounds, and escalation level by level.
 * A procedure spreads `oversightFacts` and `oversightSteps(work)` into its own; `work` are the stages in which the work itself is done, and
 * in which alone its limit may be extended or stopped. None of it stands in the regulation: where a step cites nothing, it is a product rule.
 */
export const oversightFacts = {
  urging: text({ zh: '催办内容', en: 'What is urged', max: 500 }),
  urged: instant({ zh: '最近催办', en: 'Last urged', class: 'public' }),
  order: text({ zh: '督办要求', en: 'Supervision order', max: 1000, lines: 3 }),
  orderAnswer: text({ zh: '督办回复', en: 'Answer to the order', max: 2000, lines: 4 }),
  extraDays: whole({ zh: '申请延长', en: 'Extension asked', min: 1, max: 30, unit: { zh: '个工作日', en: 'working days' }, ofStage: true }),
  extensionBy: account({ zh: '延期申请人', en: 'Who asked for the extension', ofStage: true }),
  extensionGrounds: text({ zh: '延期理由', en: 'Grounds for extension', max: 500, lines: 2 }),
  extensionAnswer: text({ zh: '延期审批意见', en: 'Decision on extension', max: 500 }),
  extensions: whole({ zh: '已延期次数', en: 'Extensions granted', class: 'public' }),
  stopGrounds: choice(grounds, { zh: '暂停计时理由', en: 'Grounds for stopping the clock' }),
  stopNote: text({ zh: '具体情况', en: 'What is waited for', min: 6, max: 500, lines: 2 }),
  stops: whole({ zh: '已暂停次数', en: 'Stops so far', class: 'public' }),
  escalated: whole({ zh: '已升级层级', en: 'Levels escalated', class: 'public', max: 9, ofStage: true }),
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

const hasPassed = ({ matter, now }: Pick<Now, 'matter' | 'now'>): boolean => !matter.clocks['stage'] || hasRunOut(matter.clocks['stage'], now)

const tooLate = (c: Pick<Now, 'matter' | 'now'>): Refusal | undefined =>
  hasPassed(c) ? refuse('too-late', words('时限已过，不能再延期', 'The time limit has passed; it can no longer be extended')) : undefined

/** Whoever asked for an extension does not decide on it, from whichever post. */
const decidesOnExtension = ({ matter, actor }: Pick<Now, 'matter' | 'actor'>): Refusal | undefined =>
  matter.facts.extraDays === undefined ? refuse('nothing-open', words('没有待审批的延期申请', 'No extension is asked for'))
    : matter.facts.extensionBy === actor.account
      ? refuse('two-people', words('申请人不能审批自己的延期申请（平台规则）', 'Who asked for an extension can’t decide on it (a product rule)'), { remedy: words('请由另一位负责人审批', 'Ask another lead to decide') })
      : undefined

/** Offices of a level that can do something about a late matter, as `above` has it: those who lead the level, and of a department's matter the same department one level up. */
const answersFor = ({ holder: held }: Matter<Facts>, region: string): readonly OfficeCode[] => [
  officeCode(region, 'lead'), officeCode(region, 'gov'),
  ...(held !== null && !isGovernment(held.office) && region === parentOf(regionOfOffice(held.office)) ? [officeCode(region, kindOfOffice(held.office))] : []),
]

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
      ...answersFor(c.matter, region).map(office => notify({ office, kinds: ['lead', 'dispatcher'] }, words('有事项逾期，请督促办理', 'A matter is late and has reached you'))),
      notify({ office: officeCode(region, 'centre') }, words('有事项逾期，请协调', 'A matter is late; please coordinate')),
    ],
  }
}

export const oversightSteps = <const S extends string>(work: readonly S[]) => ({
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
    zh: '督办', en: 'Supervise', from: 'open', by: [above], basis: [], asks: ['order'],
    causes: words('承办单位须按时回复（平台规则）', 'The office in charge owes an answer in time (a product rule)'),
    only: c => (c.matter.clocks['supervision'] ? refuse('already-supervised', words('已在督办中', 'An order is already open')) : undefined),
    then: c => ({
      clocks: [{ clock: 'supervision', start: 'oversight.answer', then: 'escalate' }],
      effects: tellHolder(c.matter, '上级督办，请按时回复', 'Supervised from above; an answer is owed'),
    }),
  },
  answerOrder: {
    zh: '回复督办', en: 'Answer the order', from: 'open', by: [answerer], basis: [], asks: ['orderAnswer'],
    only: c => notHeldFromAbove(c, c.matter.clocks['supervision'] !== undefined, '没有待回复的督办', 'No order is open'),
    // An order left unanswered climbs as a late stage does; answered, it climbs no further unless the stage itself is late.
    then: ({ matter }) => (isLate(matter)
      ? { clocks: [{ clock: 'supervision', end: true }] }
      : { set: { escalated: null }, clocks: [{ clock: 'supervision', end: true }, { clock: 'escalation', end: true }] }),
  },
  askExtension: {
    zh: '申请延期', en: 'Ask for an extension', from: work, by: [answerer], basis: [], asks: ['extraDays', 'extensionGrounds'],
    causes: words('由上级或本单位负责人审批，批准前时限不变（平台规则）', 'A lead, or one above, decides; until then the date stays (a product rule)'),
    only: c => {
      const refused = tooLate(c)
      if (refused) return refused
      if ((c.matter.facts.extensions ?? 0) > 0) return refuse('once-only', words('只能延期一次', 'A matter is extended once only'))
      return c.matter.facts.extraDays === undefined ? undefined
        : refuse('already-asked', words('已有待审批的延期申请', 'An extension is already asked for'), { remedy: words('请等待审批', 'Wait for the decision') })
    },
    then: c => ({ set: { extensionBy: c.actor.account }, effects: [notify({ posts: 'lead', region: place(c.matter) }, words('有延期申请待审批', 'An extension awaits your decision'))] }),
  },
  grantExtension: {
    zh: '同意延期', en: 'Grant the extension', from: work, by: [above, holder('lead')], basis: [], asks: ['extensionAnswer?'],
    only: c => decidesOnExtension(c) ?? tooLate(c),
    then: c => ({
      set: { extraDays: null, extensionBy: null, extensions: (c.matter.facts.extensions ?? 0) + 1 },
      clocks: [{ clock: 'stage', extend: { amount: c.matter.facts.extraDays ?? 0, unit: 'workingDays' } }],
      effects: [
        ...tellHolder(c.matter, '延期申请已同意', 'The extension was granted'),
        notify({ party: 'reporter' }, words('办理时限已依审批延长', 'The time limit was extended with approval')),
      ],
    }),
  },
  refuseExtension: {
    zh: '不同意延期', en: 'Refuse the extension', from: work, by: [above, holder('lead')], basis: [], asks: ['extensionAnswer'],
    only: decidesOnExtension,
    then: c => ({ set: { extraDays: null, extensionBy: null }, effects: tellHolder(c.matter, '延期申请未获同意', 'The extension was refused') }),
  },
  stop: {
    zh: '暂停计时', en: 'Stop the clock', from: work, by: [answerer], basis: [], asks: ['stopGrounds', 'stopNote'],
    causes: words('计时停止，到最长期限自动恢复；次数有限，理由对反映人可见（平台规则）', 'The clock stands still and goes on by itself after the longest stop; stops are numbered, and the reporter sees why (a product rule)'),
    only: c => {
      if (hasPassed(c) || c.matter.clocks['stage']?.stopped) return refuse('no-running-clock', words('没有可暂停的时限', 'No clock runs that could be stopped'))
      const { value: most } = c.law.figure('oversight.stops', legalDay(c.now))
      return (c.matter.facts.stops ?? 0) < Number(most) ? undefined
        : refuse('stopped-enough', words(`一个事项最多暂停计时 ${Number(most)} 次（平台规则）`, `The clock of a matter is stopped ${Number(most)} time(s) at most (a product rule)`), {
          remedy: words('请申请延期，或按实际情况办结并说明原因', 'Ask for an extension, or resolve it as things stand and say why'),
        })
    },
    then: c => ({
      set: { stops: (c.matter.facts.stops ?? 0) + 1 },
      clocks: [
        // The note stays a fact, masked and erased like any other: a clock stands in the open and in the entry for good.
        { clock: 'stage', stop: c.input.stopGrounds === undefined ? '' : grounds[c.input.stopGrounds].zh },
        { clock: 'pause', start: 'oversight.longest-stop', then: 'goOn' },
      ],
      effects: [notify({ party: 'reporter' }, words('办理计时已暂停，理由见详情', 'The clock was stopped; the grounds stand in the matter'))],
    }),
  },
  resume: {
    zh: '恢复计时', en: 'Resume the clock', from: 'open', by: [answerer, above], basis: [],
    only: c => notHeldFromAbove(c, c.matter.clocks['stage']?.stopped !== undefined, '计时未暂停', 'The clock is not stopped'),
    then: () => ({ clocks: [{ clock: 'stage', resume: true }, { clock: 'pause', end: true }] }),
  },
  goOn: {
    zh: '暂停期满', en: 'The stop ends', from: 'open', by: [theClock], basis: [],
    then: c => ({
      clocks: [{ clock: 'stage', resume: true }, { clock: 'pause', end: true }],
      effects: tellHolder(c.matter, '暂停期满，计时恢复', 'The longest stop is over; the clock goes on'),
    }),
  },
  escalate: { zh: '逾期升级', en: 'Escalate', from: 'open', by: [theClock], basis: ['21.1'], then: climb },
} as const satisfies Readonly<Record<string, Step<Facts, S, NoNeeds>>>)
