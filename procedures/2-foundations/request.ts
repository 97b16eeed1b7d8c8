import { legalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import type { ValuesOf } from '../../kernel/fact.ts'
import type { Matter } from '../../kernel/matter.ts'
import { ancestor, parentOf } from '../../kernel/region.ts'
import { kindOfOffice, regionOfOffice } from '../../kernel/post.ts'
import { need, procedure, within, type Move } from '../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf } from '../../kernel/refusal.ts'
import { anyResident, answerer, coHandler, holder, ofGovernment, party, post, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { oversightSteps } from '../usual/oversight.ts'
import { located, placing } from '../usual/placing.ts'
import { closed, closing, handlingLimit, judged, turnsLate, unjudged } from './request/counting.ts'
import { facts, type RequestFacts } from './request/facts.ts'
import type { Category, Main, Route } from './request/needs.ts'
import { centre, dispatchedBy, fits, gives, recalls, verifiers } from './request/offices.ts'
import { notOwnReport, notOwnTask, notOwnWork } from './request/two-people.ts'

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const officesIn = (...values: readonly unknown[]): readonly string[] => values.flat().filter((one): one is string => typeof one === 'string')

const reporter = party('reporter', words('反映人', 'the reporter'))
const toReporter = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

/** Begun anew, a matter owes nothing to the returns and the ruling of its life before. */
const begunAnew = { returns: null, ruled: null } as const

type Reasons = Pick<ValuesOf<RequestFacts>, 'whyNot' | 'whereTo'>

/** Handled again, a matter no longer stands under the reasons of an outcome before. */
const withoutOldReasons = (before: Reasons, now: Reasons): { readonly whyNot?: null; readonly whereTo?: null } => ({
  ...(before.whyNot !== undefined && now.whyNot === undefined && { whyNot: null }),
  ...(before.whereTo !== undefined && now.whereTo === undefined && { whereTo: null }),
})

/** What became of the main matter goes to all that are joined to it, and on to those joined to them. */
const resolveJoined = ({ result, outcome, whyNot, whereTo }: ValuesOf<RequestFacts>): Effect =>
  ({ do: 'follow', link: 'joined', step: 'followResolved', input: { result: result ?? null, outcome: outcome ?? null, whyNot: whyNot ?? null, whereTo: whereTo ?? null } })

/** Back to whoever dispatched it, to be dispatched by itself. */
const takenApart = (matter: Matter<RequestFacts>): Move<RequestFacts, never> => {
  const office = dispatchedBy(matter)
  return {
    holder: { office }, unlink: matter.links.filter(link => link.kind === 'joined'), set: { main: null, ...begunAnew },
    effects: [notify({ office }, words('已取消并案，请单独分派', 'No longer joined to another; please dispatch it by itself'))],
  }
}

/** The work itself is done in handling: there its limit may be extended or stopped. */
const overseen = oversightSteps(['handling'])

const needFault: FaultOf<RequestFacts> = faultAt

/**
 * 诉求 / 网格事项: a resident's or grid worker's report, from the first word to closed, rated and, where it was rated
 * low, revisited. Art. 6.4 (open channels for interests), 21.4 (report, circulate, answer in time), 25.3, 48.
 */
export const request = procedure('request', {
  title: words('诉求', 'Request'),
  since: '2023-02-01',
  basis: ['6.4', '21.4', '25.3', '48'],
  facts,
  heading: 'text',
  place: 'place',
  needs: {
    category: need<Category>('category', c => ({ code: textOf(c.facts['category']) })),
    /** As it stood before a dispatcher changed it: what the reporter said. */
    original: need<Category>('category', c => ({ code: textOf(c.matter.facts['originalCategory'] ?? c.matter.facts['category']) })),
    staffed: need<readonly string[]>('staffed', c => ({ offices: officesIn(c.facts['office'], c.facts['coHandlers']), at: c.now.toISOString() })),
    route: need<Route>('route', c => ({ category: c.facts['category'] ?? null, region: c.matter.region, from: c.actor.region })),
    located,
    main: need<Main>('matter', c => ({ id: c.facts['main'] ?? null, county: c.matter.county })),
  },
  records: ['precedent'],
  stages: {
    triage: { zh: '待分派', en: 'To dispatch', due: within('request.triage', 'escalate') },
    accepting: { zh: '待受理', en: 'To accept', due: within('request.accept', 'escalate') },
    ruling: { zh: '待裁定', en: 'To rule on', due: within('request.return-ruling', 'escalate') },
    // A false “resolved” buys no time: while it is verified the clock stands still, and found untrue it goes on.
    handling: { zh: '办理中', en: 'Being handled', due: { then: 'escalate', limit: handlingLimit, standsStillIn: ['verifying'] } },
    joined: { zh: '已并案', en: 'Joined to another', due: { then: 'escalate', limit: handlingLimit } },
    verifying: { zh: '待核实', en: 'To verify', due: within('request.verify', 'passUnverified') },
    confirming: { zh: '待居民确认', en: 'To be confirmed', due: within('request.confirm', 'closeUnanswered') },
    closed: { zh: '已办结·待评价', en: 'Closed, to be rated', settled: true, due: within('request.rate', 'endRating') },
    revisiting: { zh: '回访中', en: 'To revisit', due: within('request.revisit', 'escalate') },
    finished: { zh: '已归档', en: 'Finished', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    report: {
      zh: '反映诉求', en: 'Report', opens: 'triage', basis: ['21.4', '25.3'],
      by: [anyResident, post('gridWorker'), post('committee'), post('hotline'), post('dispatcher')],
      asks: ['text', 'place', 'category?', 'spot?', 'point?', 'photos?', 'anonymous?', 'contactName?', 'contactPhone?'], needs: ['located'],
      then: c => {
        const placed = placing(c.matter.region, c.needs.located)
        const township = centre(ancestor(c.matter.region, 'township') ?? c.matter.region)
        return {
          holder: { office: township }, ...(placed.region !== undefined && { region: placed.region }),
          parties: [{ role: 'reporter', account: c.actor.account, ...(c.input.anonymous && { hidden: true as const }) }],
          set: {
            ...placed.set, ...(c.actor.kind !== 'resident' && { inPost: true }),
            ...(c.input.anonymous && {
              contactName: null, contactPhone: null, ...(c.input.contactName && { keptName: c.input.contactName }), ...(c.input.contactPhone && { keptPhone: c.input.contactPhone }),
            }),
          },
          counts: { reported: 1 },
          effects: [notify({ office: township }, words('新诉求待分派', 'A new request awaits dispatch'))],
        }
      },
    },
    supplement: {
      zh: '补充', en: 'Add', from: 'open', by: [reporter], basis: ['25.3'], asks: ['supplement', 'photos?'],
      causes: words('补充内容会通知承办单位，不影响时限', 'The office in charge is told; no time limit changes'),
      then: c => ({ effects: c.matter.holder ? [notify({ office: c.matter.holder.office }, words('反映人有补充', 'The reporter added something'))] : [] }),
    },
    settle: {
      zh: '当场办结', en: 'Settle on the spot', from: ['triage'], to: 'confirming', basis: ['21.4'],
      by: [post('gridWorker'), post('committee')], asks: ['result', 'evidence?'], needs: ['category'],
      causes: words('由反映人确认后办结', 'The reporter confirms, then it closes'),
      only: notOwnReport,
      then: c => ({
        ...judged(c).counts, set: { outcome: 'fixed', inTime: judged(c).inTime, verified: null, ...withoutOldReasons(c.matter.facts, c.input) },
        effects: [toReporter('您反映的问题已当场处理，请确认', 'What you reported was settled; please confirm'), resolveJoined({ ...c.input, outcome: 'fixed' })],
      }),
    },
    dispatch: {
      zh: '分派', en: 'Dispatch', from: ['triage'], to: 'accepting', basis: ['21.1', '21.4'], primary: true,
      by: [holder('dispatcher')], asks: ['category', 'categoryReason?', 'office', 'dispatchReason?'], needs: ['original', 'route', 'staffed'],
      causes: words('承办单位须按时受理或退回', 'The office accepts or returns it in time'),
      gives: c => gives(c, [c.facts.office]),
      then: c => {
        const to = c.input.office ?? ''
        const unfit = fits('office', to, c, c.actor.region) ?? notOwnTask(c, to)
        if (unfit) return unfit
        const before = c.matter.facts.category
        const changed = before !== undefined && before !== c.input.category
        if (changed && !c.input.categoryReason) {
          return needFault('categoryReason', '与原类别不一致，请说明理由', 'It stands under another category; say why')
        }
        const route = c.needs.route
        if (route && route.office !== to && !c.input.dispatchReason) {
          return needFault('dispatchReason', '与路由表不一致，请说明理由', 'The routing table names another office; say why')
        }
        return {
          holder: { office: to },
          set: {
            triagedBy: c.actor.office ?? centre(c.actor.region), ...(changed && !c.matter.facts.originalCategory && { originalCategory: before }),
            ...(route && { route: route.rule }),
          },
          effects: [notify({ office: to }, words('新事项待受理', 'A new matter awaits acceptance')), toReporter('您的诉求已分派', 'Your request was dispatched')],
        }
      },
    },
    handUp: {
      zh: '上报', en: 'Hand up', from: ['triage'], to: 'triage', basis: ['21.1'], by: [holder('dispatcher')], asks: ['handUpReason'],
      causes: words('由上一级中心分派', 'The centre one level up dispatches it'),
      then: c => {
        const up = parentOf(c.actor.region)
        return up === undefined
          ? refuse('at-the-top', words('已在最高层级', 'There is no level above'))
          : { holder: { office: centre(up) }, effects: [notify({ office: centre(up) }, words('下级上报事项待分派', 'A matter was handed up to you'))] }
      },
    },
    recall: {
      zh: '收回重派', en: 'Recall', from: ['accepting'], to: 'triage', basis: ['21.1'], by: [ofGovernment('dispatcher'), ofGovernment('lead')], asks: ['recallReason'],
      causes: words('回到原分派中心重新分派', 'The centre that dispatched it dispatches it anew'),
      only: recalls,
      then: c => ({
        holder: { office: dispatchedBy(c.matter) }, set: { ruled: null },
        effects: [
          ...(c.matter.holder ? [notify({ office: c.matter.holder.office }, words('事项已收回，另行分派', 'A matter was taken back, to be dispatched anew'))] : []),
          notify({ office: dispatchedBy(c.matter) }, words('事项已收回，请重新分派', 'A matter was taken back; please dispatch it anew')),
        ],
      }),
    },
    join: {
      zh: '并案', en: 'Join to another', from: ['triage', 'accepting'], to: 'joined', basis: ['21.4'], by: [post('dispatcher')], asks: ['main'], needs: ['main', 'category'],
      causes: words('合并办理，反映人各自的时限、通知和评价不变', 'Handled once; each reporter keeps their own clock, notices and rating'),
      then: c => {
        const main = c.needs.main
        if (!main || main.procedure !== 'request') return needFault('main', '找不到该事项', 'There is no such matter')
        if (main.id === c.matter.id) return needFault('main', '不能并入自身', 'A matter can’t be joined to itself')
        if (['joined', 'confirming', 'closed', 'revisiting', 'finished', 'withdrawn'].includes(main.stage)) {
          return needFault('main', '该事项已并案或已办结', 'That matter is itself joined or already settled')
        }
        return { links: [{ kind: 'joined', matter: main.id }], effects: [toReporter('您的诉求已与同类事项合并办理', 'Your request is handled together with a like one')] }
      },
    },
    unjoin: {
      zh: '取消并案', en: 'Take apart', from: ['joined'], to: 'triage', basis: ['21.4'], by: [post('dispatcher')],
      then: c => takenApart(c.matter),
    },
    accept: {
      zh: '受理', en: 'Accept', from: ['accepting'], to: 'handling', basis: ['21.4'], primary: true, by: [holder()], needs: ['category'],
      causes: words('办理时限自受理起算', 'The handling limit starts now'),
      then: c => ({ holder: { office: c.matter.holder?.office ?? '', account: c.actor.account }, effects: [toReporter('您的诉求已受理', 'Your request was accepted')] }),
    },
    return: {
      zh: '退回', en: 'Return', from: ['accepting'], to: ['triage', 'ruling'], basis: ['21.4'], by: [answerer], asks: ['returnReason', 'returnClause', 'proposedOffice'],
      causes: words('首次退回重新分派，再次退回由上一级裁定', 'The first return is dispatched anew; the second goes one level up for a ruling'),
      only: c => (c.matter.facts.ruled === true
        ? refuse('ruled', words('已由上级裁定，不能再退回（平台规则）', 'A ruling from above has settled who handles it (a product rule)'), { remedy: words('如有异议，请先办理并另行报告', 'Handle it, and report the objection apart') })
        : undefined),
      then: c => {
        const returns = (c.matter.facts.returns ?? 0) + 1
        const from = dispatchedBy(c.matter)
        const to = returns > 1 ? centre(parentOf(regionOfOffice(from)) ?? regionOfOffice(from)) : from
        return {
          to: returns > 1 ? 'ruling' : 'triage', holder: { office: to }, set: { returns }, counts: { returned: 1 },
          effects: [notify({ office: to }, returns > 1 ? words('再次退回，请裁定承办单位', 'Returned twice; please rule who handles it') : words('事项被退回，请重新分派', 'A matter was returned; please dispatch it anew'))],
        }
      },
    },
    rule: {
      zh: '裁定', en: 'Rule', from: ['ruling'], to: 'accepting', basis: [], primary: true, by: [holder('dispatcher', 'lead')], asks: ['office', 'ruling'], needs: ['original', 'staffed'],
      causes: words('裁定作为先例，下次分派时提示（平台规则）', 'Kept as a precedent that routing shows next time (a product rule)'),
      gives: c => gives(c, [c.facts.office]),
      then: c => {
        const to = c.input.office ?? ''
        return fits('office', to, c, c.actor.region) ?? {
          holder: { office: to }, set: { ruled: true, triagedBy: c.actor.office ?? centre(c.actor.region) },
          effects: [
            { do: 'record', register: 'precedent', row: { category: c.facts.category ?? null, region: c.matter.region, office: to, ruling: c.input.ruling ?? '', matter: c.matter.id, county: c.matter.county } },
            notify({ office: to }, words('裁定由贵单位承办', 'A ruling names your office')),
          ],
        }
      },
    },
    assign: {
      zh: '指定经办人', en: 'Assign', from: ['accepting', 'handling'], basis: ['21.4'], by: [holder()], asks: ['colleague'],
      then: c => ({
        holder: { office: c.matter.holder?.office ?? '', ...(c.input.colleague && { account: c.input.colleague }) },
        effects: c.input.colleague ? [notify({ account: c.input.colleague }, words('有事项指定您经办', 'A matter was assigned to you'))] : [],
      }),
    },
    coHandle: {
      zh: '请求协办', en: 'Ask others to help', from: ['handling'], basis: ['21.4'], by: [holder()], asks: ['coHandlers'], needs: ['original', 'staffed'],
      gives: c => gives(c, c.facts.coHandlers ?? []),
      then: c => {
        const asked = c.input.coHandlers ?? []
        const unfit = asked.map(o => fits('coHandlers', o, c, regionOfOffice(dispatchedBy(c.matter)))).find(r => r !== undefined)
        return unfit ?? { parties: asked.map(o => ({ role: 'co-handler', office: o })), effects: asked.map(o => notify({ office: o }, words('请协助办理', 'Your help is asked'))) }
      },
    },
    note: {
      zh: '记录进展', en: 'Note progress', from: ['handling', 'joined'], basis: ['21.4'], asks: ['progress', 'evidence?'],
      by: [holder(), coHandler],
    },
    resolve: {
      zh: '办结报核', en: 'Resolve', from: ['handling'], to: 'verifying', basis: ['21.4'], primary: true, by: [holder()],
      // A matter never ends with a bare “closed”: what cannot be fixed says why, what is not ours says where to turn.
      asks: ['outcome', 'result', { fact: 'whyNot', where: 'outcome', is: 'cannot' }, { fact: 'whereTo', where: 'outcome', is: 'notOurs' }, 'evidence?'],
      causes: words('由未承办的村（社区）、网格员或乡镇（街道）中心现场核实', 'The village, its grid worker or the township centre, whichever did not handle it, verifies it on the spot'),
      only: notOwnReport,
      then: c => ({
        ...judged(c).counts, set: { inTime: judged(c).inTime, resolvedBy: c.actor.account, ...withoutOldReasons(c.matter.facts, c.input) },
        effects: verifiers(c.matter).map(to => notify(to, words('有事项待核实', 'A matter awaits verification'))),
      }),
    },
    verify: {
      zh: '核实', en: 'Verify', from: ['verifying'], to: ['confirming', 'handling'], basis: ['21.4'], primary: true, by: [post('gridWorker'), post('committee'), post('dispatcher', 'township')],
      asks: ['verified', 'verifyNote?', 'evidence?'], needs: ['category'],
      causes: words('属实则请居民确认，不属实则退回办理，原时限继续计算', 'If true the resident is asked; if not it goes back, and its limit runs on'),
      only: notOwnWork,
      then: c => c.input.verified
        ? { to: 'confirming', effects: [toReporter('您反映的问题已处理，请确认', 'What you reported was handled; please confirm'), resolveJoined(c.matter.facts)] }
        : { to: 'handling', set: unjudged(c.matter.facts), effects: c.matter.holder ? [notify({ office: c.matter.holder.office }, words('核实不属实，请继续办理', 'Verification found it unsettled'))] : [] },
    },
    passUnverified: {
      zh: '逾期未核实', en: 'Not verified in time', from: ['verifying'], to: 'confirming', basis: ['21.4'], by: [theClock],
      then: c => ({
        set: { verified: false },
        effects: [toReporter('您反映的问题已处理，请确认', 'What you reported was handled; please confirm'), resolveJoined(c.matter.facts)],
      }),
    },
    followResolved: {
      zh: '随主案办结', en: 'Resolved with the main matter', from: ['joined'], to: 'confirming', basis: ['21.4'], by: [thePlatform], asks: ['result', 'outcome', 'whyNot?', 'whereTo?'],
      then: c => ({
        ...judged(c).counts, set: { inTime: judged(c).inTime },
        effects: [toReporter('您反映的问题已处理，请确认', 'What you reported was handled; please confirm'), resolveJoined(c.input)],
      }),
    },
    followReleased: {
      zh: '主案撤回', en: 'The main matter was withdrawn', from: ['joined'], to: 'triage', basis: ['21.4'], by: [thePlatform],
      then: c => takenApart(c.matter),
    },
    confirm: {
      zh: '确认解决', en: 'Confirm', from: ['confirming'], to: ['closed', 'finished'], basis: ['25.3', '48'], primary: true, by: [reporter],
      then: c => ({ to: closed(c.matter.facts), set: { confirmed: c.matter.facts.inPost ? 'inPost' : 'yes' }, counts: closing(c.matter.facts) }),
    },
    reopen: {
      zh: '未解决，退回', en: 'Not settled', from: ['confirming'], to: ['handling', 'triage'], basis: ['25.3'], by: [reporter], asks: ['reopenReason', 'photos?'], needs: ['category'],
      causes: words('退回承办单位，按再次办理时限继续办理', 'It goes back to the office in charge, under the limit for handling again'),
      then: c => {
        const office = c.matter.holder?.office
        const handledBefore = office !== undefined && kindOfOffice(office) !== 'centre'
        return { to: handledBefore ? 'handling' : 'triage', set: { ...unjudged(c.matter.facts), ...(!handledBefore && begunAnew) }, counts: { reopened: 1 }, effects: office ? [notify({ office }, words('居民认为未解决，请继续办理', 'The resident finds it unsettled'))] : [] }
      },
    },
    closeUnanswered: {
      zh: '逾期未确认办结', en: 'Close unanswered', from: ['confirming'], to: ['closed', 'finished'], basis: ['21.4'], by: [theClock],
      then: c => ({
        to: closed(c.matter.facts), set: { confirmed: 'unanswered' }, counts: closing(c.matter.facts),
        effects: [c.matter.facts.inPost ? toReporter('事项已办结', 'The matter is closed') : toReporter('事项已办结，欢迎评价', 'The matter is closed; please rate it')],
      }),
    },
    rate: {
      zh: '评价', en: 'Rate', from: ['closed'], to: ['finished', 'revisiting'], basis: ['48'], primary: true, by: [reporter], asks: ['rating', 'ratingNote?'],
      then: c => {
        const rating = c.input.rating ?? 5
        const [low, satisfied] = [c.law.figure('request.low-rating', legalDay(c.now)), c.law.figure('request.satisfied-rating', legalDay(c.now))]
        const revisit = rating <= Number(low.value)
        const township = centre(ancestor(c.matter.region, 'township') ?? c.matter.region)
        return {
          to: revisit ? 'revisiting' : 'finished', counts: { rated: 1, ...(rating >= Number(satisfied.value) && { satisfied: 1 }) },
          ...(revisit && { holder: { office: township }, effects: [notify({ office: township }, words('评价较低，请回访', 'Rated low; please revisit'))] }),
        }
      },
    },
    endRating: { zh: '评价期满', en: 'Rating window ends', from: ['closed'], to: 'finished', basis: ['48'], by: [theClock] },
    revisit: {
      zh: '回访', en: 'Revisit', from: ['revisiting'], to: 'finished', basis: ['25.3', '48'], primary: true, by: [holder(), post('committee')], asks: ['revisitNote'],
      then: () => ({ counts: { revisited: 1 } }),
    },
    reopenAfterRevisit: {
      zh: '回访后重办', en: 'Handle again', from: ['revisiting'], to: 'triage', basis: ['25.3', '48'], by: [holder()], asks: ['revisitNote'],
      then: c => ({ set: { ...begunAnew, ...unjudged(c.matter.facts), confirmed: null }, counts: { revisited: 1, reopened: 1, ...closing(c.matter.facts, -1) }, effects: [toReporter('经回访，您的诉求重新办理', 'After the revisit your request is handled again')] }),
    },
    withdraw: {
      zh: '撤回', en: 'Withdraw', from: ['triage', 'accepting', 'ruling', 'handling', 'joined'], to: 'withdrawn', basis: ['25.3'], by: [reporter], asks: ['withdrawReason?'],
      then: c => ({
        counts: { withdrawn: 1 },
        effects: [...(c.matter.holder ? [notify({ office: c.matter.holder.office }, words('反映人已撤回', 'The reporter withdrew it'))] : []), { do: 'follow', link: 'joined', step: 'followReleased', input: {} }],
      }),
    },
    ...overseen,
    escalate: {
      ...overseen.escalate,
      // Late in handling is due, closed or not: nothing is kept out of the rate by never being closed.
      then: c => {
        const climbs = overseen.escalate.then(c)
        return (c.matter.stage === 'handling' || c.matter.stage === 'joined') && turnsLate(c) ? { ...climbs, set: { ...climbs.set, inTime: false }, counts: { due: 1 } } : climbs
      },
    },
  },
  measures: {
    reported: words('反映', 'Reported'), due: words('应办结', 'Due'), onTime: words('按期办结', 'On time'),
    fixed: words('已解决', 'Fixed'), cannot: words('无法解决', 'Cannot be fixed'), notOurs: words('非本平台职责', 'Not ours'),
    excluded: words('剔除', 'Excluded'), excludedOnTime: words('剔除中按期', 'Excluded, on time'),
    rated: words('已评价', 'Rated'), satisfied: words('满意', 'Satisfied'), reopened: words('重办', 'Reopened'),
    returned: words('退回', 'Returned'), revisited: words('回访', 'Revisited'), withdrawn: words('撤回', 'Withdrawn'),
  },
  rates: {
    onTimeRate: { ...words('按期办结率', 'On-time rate'), of: 'onTime', among: 'due', without: { of: 'excludedOnTime', among: 'excluded', why: words('非本平台职责的事项', 'Matters that are not ours') } },
    solvedRate: { ...words('解决率', 'Solved rate'), of: 'fixed', among: 'due', without: { among: 'excluded', why: words('非本平台职责的事项', 'Matters that are not ours') } },
    satisfactionRate: { ...words('满意率', 'Satisfaction rate'), of: 'satisfied', among: 'rated' },
  },
  list: { columns: ['category', 'place', 'office'] },
  notCovered: [
    { basis: '48', why: words('工作人员在岗上报的事项不作居民评价，不计入满意率', 'What was reported in a post is not rated and counts in no rate of satisfaction') },
    { basis: '21.4', why: words('在线政务服务由“代办”程序办理', 'Filing government services for residents is a procedure of its own') },
  ],
})
