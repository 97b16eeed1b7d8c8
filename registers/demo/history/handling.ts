import { officeCode, regionOfOffice, type Actor } from '../../../kernel/post.ts'
import { ancestor } from '../../../kernel/region.ts'
import { phrases } from './phrases.ts'
import { officeHoursOf } from './pace.ts'
import type { Tale } from './tale.ts'

const helpers = ['urban-management', 'public-security', 'water', 'transport', 'emergency', 'natural-resources'] as const

/** How much of its limit a handling takes, and how long an office lets it lie before it accepts, in office hours. */
const paces = {
  swift: { accept: [0.3, 2], share: [0.05, 0.4] },
  steady: { accept: [1, 5], share: [0.4, 0.85] },
  late: { accept: [9, 30], share: [1.1, 2.2] },
} as const

/** The office accepts. False where the life ends before. */
export const accept = (t: Tale, office: string): Actor | undefined => {
  const { scribe, pace, course, random, cast, reporter } = t
  const worker = cast.worker(random, office)
  const [min, max] = paces[course.pace].accept
  const at = pace.office(scribe.at, min, max)
  if (course.urges && course.pace === 'late') {
    const urged = pace.home(scribe.at, 12, 30)
    if (urged < at) scribe.take(urged, 'urge', reporter, { urging: random.pick(phrases.urge) })
  }
  return scribe.take(at, 'accept', worker) ? worker : undefined
}

type Aside = (t: Tale, worker: Actor, office: string, limit: number) => Actor | undefined

const helper = (t: Tale, office: string): string | undefined => {
  const county = ancestor(regionOfOffice(office), 'county')
  const found = county === undefined ? [] : helpers.map(kind => officeCode(county, kind)).filter(other => other !== office && t.cast.worker(t.random, other) !== undefined)
  return found.length === 0 ? undefined : t.random.pick(found)
}

/** Things that happen while a matter is handled. Each gives back whoever goes on with it, or nobody where the life ends. */
const asides: { readonly [K in Tale['course']['aside']]: Aside } = {
  none: (_, worker) => worker,
  assigned: (t, worker, office) => {
    const colleague = t.cast.inOffice(office, worker.kind === 'handler' ? 'handler' : 'committee').find(other => other.account !== worker.account)
    if (colleague === undefined) return worker
    return t.scribe.take(t.pace.office(t.scribe.at, 0.2, 2), 'assign', worker, { colleague: colleague.account }) ? colleague : undefined
  },
  coHandled: (t, worker, office) => {
    const other = helper(t, office)
    if (other === undefined) return worker
    const asked = t.scribe.take(t.pace.office(t.scribe.at, 0.3, 3), 'coHandle', worker, { coHandlers: [other] })
    return asked && t.scribe.take(t.pace.office(t.scribe.at, 1, 8), 'note', t.cast.worker(t.random, other), { progress: t.random.pick(phrases.coHandled) }) ? worker : undefined
  },
  supervised: (t, worker, office) => {
    const ordered = t.scribe.take(t.pace.office(t.scribe.at, 1, 10), 'supervise', t.cast.supervisorOf(office), { order: t.random.pick(phrases.order) })
    return ordered && t.scribe.take(t.pace.office(t.scribe.at, 1, 9), 'answerOrder', worker, { orderAnswer: t.random.pick(phrases.answer) }) ? worker : undefined
  },
  extended: (t, worker, office, limit) => {
    if (limit < 21 || t.course.pace === 'late') return worker
    const asked = t.scribe.take(t.pace.office(t.scribe.at, 0.5, limit * 0.2), 'askExtension', worker, { extraDays: t.random.whole(3, 8), extensionGrounds: t.random.pick(phrases.extension) })
    const granted = t.random.chance(0.75)
    const step = granted ? 'grantExtension' : 'refuseExtension'
    return asked && t.scribe.take(t.pace.office(t.scribe.at, 0.5, 4), step, t.cast.leadOver(office), { extensionAnswer: t.random.pick(granted ? phrases.extensionYes : phrases.extensionNo) }) ? worker : undefined
  },
  stopped: (t, worker, _, limit) => {
    if (limit < 14 || t.course.pace === 'late') return worker
    const stopped = t.scribe.take(t.pace.office(t.scribe.at, 0.5, limit * 0.2), 'stop', worker, t.random.pick(phrases.stop))
    return stopped && t.scribe.take(t.pace.office(t.scribe.at, 14, 60), 'resume', worker) ? worker : undefined
  },
}

const outcomeInput = (t: Tale) => {
  const { outcome } = t.course
  if (outcome === 'cannot') return { outcome, result: '已到现场调查并向反映人说明情况。', whyNot: t.random.pick(phrases.cannot) }
  if (outcome === 'notOurs') return { outcome, result: `经核实不属本平台办理范围。${t.random.pick(phrases.notOurs)}`, whereTo: t.random.pick(phrases.whereTo) }
  return { outcome, result: t.telling.done }
}

/** From accepted to resolved: what happens beside, a note of progress, the result. False where the life ends before. */
export const handle = (t: Tale, accepted: Actor, office: string, again = false): boolean => {
  const { scribe, pace, course, random } = t
  const limit = officeHoursOf(t.limit)
  const worker = again ? accepted : asides[course.aside](t, accepted, office, limit)
  if (worker === undefined) return false
  const [min, max] = again ? [0.05, 0.3] : paces[course.pace].share
  if (!again && course.urges && course.pace !== 'late' && !scribe.take(pace.home(scribe.at, 1, 20), 'urge', t.reporter, { urging: random.pick(phrases.urge) })) return false
  const noted = random.chance(0.55) && limit > 7
  if (noted && !scribe.take(pace.office(scribe.at, limit * min * 0.2, limit * max * 0.5), 'note', worker, { progress: t.telling.note(random) })) return false
  return scribe.take(pace.office(scribe.at, limit * min * (noted ? 0.5 : 1), limit * max * (noted ? 0.5 : 1)), 'resolve', worker, outcomeInput(t))
}
