import { legalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import type { ValuesOf } from '../../kernel/fact.ts'
import { account, choice, files, matterRef, office, offices, personName, phone, point, reference, region, text, whole, yesNo } from '../../kernel/facts.ts'
import type { Matter } from '../../kernel/matter.ts'
import { ancestor, isWithin, parentOf } from '../../kernel/region.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../kernel/post.ts'
import { need, procedure, within, type Move } from '../../kernel/procedure.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { anyResident, coHandler, holder, party, post, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import type { Limit } from '../../kernel/clock.ts'
import { oversightFacts, oversightSteps } from '../usual/oversight.ts'

/** What routing knows of a category: its name, its handling limit where one is set, and whether it is the community's own affair. */
export type Category = { readonly code: string; readonly zh: string; readonly en: string; readonly limit?: Limit; readonly community: boolean }

/** Where routing sends a category from a region, by which rule, and what was ruled in a like case before. */
export type Route = { readonly office: string; readonly rule: string; readonly precedent?: string }

/** The matter another is to be joined to. */
export type Main = { readonly id: string; readonly stage: string; readonly procedure: string; readonly county: string; readonly number: string }

const closings = {
  fixed: { zh: '已解决', en: 'Fixed' },
  cannot: { zh: '无法解决', en: 'Cannot be fixed' },
  notOurs: { zh: '非本平台职责', en: 'Not ours' },
} as const

const facts = {
  text: text({ zh: '诉求内容', en: 'What is the matter', min: 4, lines: 5, search: 'words', basis: ['21.4'] }),
  category: reference('category', { zh: '类别', en: 'Category', class: 'public', search: 'exact' }),
  place: region({ zh: '所在村（社区）', en: 'Village', class: 'public', search: 'exact', basis: ['21.2'] }),
  spot: text({ zh: '具体位置', en: 'Where exactly', max: 200, search: 'words' }),
  point: point({ zh: '地图位置', en: 'Point on the map' }),
  photos: files({ zh: '照片', en: 'Photos', max: 6 }),
  anonymous: yesNo({ zh: '对办理人员匿名', en: 'Anonymous towards handlers' }),
  contactName: personName({ zh: '联系人', en: 'Contact', search: 'name' }),
  contactPhone: phone({ zh: '联系电话', en: 'Contact phone', search: 'digits' }),
  keptName: personName({ zh: '匿名反映人', en: 'Anonymous reporter', class: 'confidential' }),
  keptPhone: phone({ zh: '匿名反映人电话', en: 'Anonymous reporter’s phone', class: 'confidential' }),
  supplement: text({ zh: '补充内容', en: 'What is added', max: 1000, lines: 3, search: 'words' }),
  office: office({ zh: '承办单位', en: 'Responsible office', class: 'public', search: 'exact' }),
  route: text({ zh: '分派依据', en: 'Routing rule', max: 300 }),
  dispatchReason: text({ zh: '不按路由分派的理由', en: 'Reason for another office', max: 300 }),
  triagedBy: office({ zh: '分派单位', en: 'Dispatched by', class: 'public' }),
  returnReason: text({ zh: '退回理由', en: 'Reason for the return', min: 4, max: 500, lines: 2 }),
  returnClause: text({ zh: '退回依据', en: 'Clause relied on', max: 200 }),
  proposedOffice: office({ zh: '建议承办单位', en: 'Office proposed' }),
  returns: whole({ zh: '退回次数', en: 'Returns', class: 'public' }),
  ruling: text({ zh: '裁定理由', en: 'Grounds of the ruling', min: 4, max: 500, lines: 2 }),
  ruled: yesNo({ zh: '已裁定', en: 'Ruled', class: 'public' }),
  colleague: account({ zh: '经办人', en: 'Person in charge' }),
  coHandlers: offices({ zh: '协办单位', en: 'Co-handling offices', class: 'public' }),
  progress: text({ zh: '办理进展', en: 'Progress', max: 2000, lines: 3 }),
  evidence: files({ zh: '办理照片', en: 'Evidence', max: 9, accept: 'any' }),
  outcome: choice(closings, { zh: '办理结论', en: 'Outcome', class: 'public', search: 'exact', basis: ['21.4'] }),
  result: text({ zh: '办理结果', en: 'What was done', min: 4, lines: 4 }),
  whyNot: text({ zh: '无法解决的原因', en: 'Why it cannot be fixed', min: 4, max: 1000, lines: 2 }),
  whereTo: text({ zh: '应向何处反映', en: 'Where to turn', min: 2, max: 300 }),
  inTime: yesNo({ zh: '按期办结', en: 'Handled in time', class: 'public' }),
  verified: yesNo({ zh: '现场核实属实', en: 'Found settled on the spot', class: 'public' }),
  verifyNote: text({ zh: '核实情况', en: 'What was seen', max: 500, lines: 2 }),
  reopenReason: text({ zh: '不满意的原因', en: 'Why it is not settled', min: 2, max: 500, lines: 2 }),
  confirmed: choice({ yes: { zh: '居民确认', en: 'Confirmed' }, unanswered: { zh: '逾期未答复', en: 'Unanswered' } }, { zh: '居民确认', en: 'Resident’s word', class: 'public' }),
  rating: whole({ zh: '满意度', en: 'Rating', min: 1, max: 5, class: 'public', basis: ['48'], unit: { zh: '分', en: 'of 5' } }),
  ratingNote: text({ zh: '评价意见', en: 'Comment', max: 500, lines: 2 }),
  revisitNote: text({ zh: '回访情况', en: 'What the revisit found', min: 4, max: 1000, lines: 3 }),
  main: matterRef({ zh: '并入事项', en: 'Joined to', search: 'exact' }),
  withdrawReason: text({ zh: '撤回原因', en: 'Why it is withdrawn', max: 300 }),
  handUpReason: text({ zh: '上报理由', en: 'Why it goes up', min: 4, max: 500, lines: 2 }),
  ...oversightFacts,
}

const reporter = party('reporter', words('反映人', 'the reporter'))
const centre = (regionCode: string): string => officeCode(regionCode, 'centre')
const toReporter = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

/** Offices that can answer for this place: those of a region that holds it. A community takes only its own affairs (Art. 23.3). */
const fits = (officeAsked: string, place: string, category: Category | undefined): Refusal | undefined => {
  if (!isWithin(place, regionOfOffice(officeAsked))) {
    return refuse('other-place', words('该单位不管辖此地', 'That office does not answer for this place'), { basis: ['21.2'], remedy: words('请选择本地或上级单位', 'Choose an office of this place or above it') })
  }
  return kindOfOffice(officeAsked) === 'committee' && category?.community !== true
    ? refuse('not-the-community’s', words('部门和乡镇职责事项不得转交村（社区）', 'What is an office’s own may not be passed down to a community'), {
      basis: ['23.3', '50.2'], remedy: words('请分派给承担该职责的单位', 'Dispatch it to the office whose duty it is'),
    })
    : undefined
}

const handling = { then: 'escalate', limit: (c: { needs: { category?: Category } }) => c.needs.category?.limit ?? 'request.handle' } as const

const handledInTime = (clocks: { readonly [name: string]: { readonly fired?: true } }): boolean => clocks['stage']?.fired !== true

type Reasons = Pick<ValuesOf<typeof facts>, 'whyNot' | 'whereTo'>

/** Handled again, a matter no longer stands under the reasons of an outcome before. */
const withoutOldReasons = (before: Reasons, now: Reasons): { readonly whyNot?: null; readonly whereTo?: null } => ({
  ...(before.whyNot !== undefined && now.whyNot === undefined && { whyNot: null }),
  ...(before.whereTo !== undefined && now.whereTo === undefined && { whereTo: null }),
})

/** What became of the main matter goes to all that are joined to it, and on to those joined to them. */
const resolveJoined = ({ result, outcome, whyNot, whereTo }: ValuesOf<typeof facts>): Effect =>
  ({ do: 'follow', link: 'joined', step: 'followResolved', input: { result: result ?? null, outcome: outcome ?? null, whyNot: whyNot ?? null, whereTo: whereTo ?? null } })

/** Back to whoever dispatched it, to be dispatched by itself. */
const takenApart = (matter: Matter<typeof facts>): Move<typeof facts, never> => {
  const office = matter.facts.triagedBy ?? centre(ancestor(matter.region, 'township') ?? matter.region)
  return {
    holder: { office }, unlink: matter.links.filter(link => link.kind === 'joined'), set: { main: null },
    effects: [notify({ office }, words('已取消并案，请单独分派', 'No longer joined to another; please dispatch it by itself'))],
  }
}

/** What closing counts: the raw figures and those that the declared exclusions take out. */
const closing = (f: { readonly inTime?: boolean; readonly outcome?: keyof typeof closings }, sign: 1 | -1 = 1): Record<string, number> => {
  const inTime = f.inTime === true
  const excluded = f.outcome === 'notOurs'
  return {
    due: sign, ...(inTime && { onTime: sign }), ...(f.outcome && { [f.outcome]: sign }),
    ...(excluded && { excluded: sign }), ...(excluded && inTime && { excludedOnTime: sign }),
  }
}

const needFault = (fact: 'dispatchReason' | 'main', zh: string, en: string): Refusal =>
  refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: [{ fact, why: words(zh, en) }] })

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
    category: need<Category>('category', c => ({ code: typeof c.facts['category'] === 'string' ? c.facts['category'] : null })),
    route: need<Route>('route', c => ({ category: c.facts['category'] ?? null, region: c.matter.region, from: c.actor.region })),
    main: need<Main>('matter', c => ({ id: c.facts['main'] ?? null, county: c.matter.county })),
  },
  stages: {
    triage: { zh: '待分派', en: 'To dispatch', due: within('request.triage', 'escalate') },
    accepting: { zh: '待受理', en: 'To accept', due: within('request.accept', 'escalate') },
    ruling: { zh: '待裁定', en: 'To rule on', due: within('request.return-ruling', 'escalate') },
    handling: { zh: '办理中', en: 'Being handled', due: handling },
    joined: { zh: '已并案', en: 'Joined to another', due: handling },
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
      asks: ['text', 'place', 'category?', 'spot?', 'point?', 'photos?', 'anonymous?', 'contactName?', 'contactPhone?'],
      then: c => ({
        holder: { office: centre(ancestor(c.matter.region, 'township') ?? c.matter.region) },
        parties: [{ role: 'reporter', account: c.actor.account, ...(c.input.anonymous && { hidden: true as const }) }],
        set: c.input.anonymous
          ? { contactName: null, contactPhone: null, ...(c.input.contactName && { keptName: c.input.contactName }), ...(c.input.contactPhone && { keptPhone: c.input.contactPhone }) }
          : {},
        counts: { reported: 1 },
        effects: [notify({ office: centre(ancestor(c.matter.region, 'township') ?? c.matter.region) }, words('新诉求待分派', 'A new request awaits dispatch'))],
      }),
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
      then: c => ({
        set: { outcome: 'fixed', inTime: handledInTime(c.matter.clocks), verified: true, ...withoutOldReasons(c.matter.facts, c.input) },
        effects: [toReporter('您反映的问题已当场处理，请确认', 'What you reported was settled; please confirm'), resolveJoined({ ...c.input, outcome: 'fixed' })],
      }),
    },
    dispatch: {
      zh: '分派', en: 'Dispatch', from: ['triage'], to: 'accepting', basis: ['21.1', '24.2'], primary: true,
      by: [holder('dispatcher')], asks: ['category', 'office', 'dispatchReason?'], needs: ['category', 'route'],
      causes: words('承办单位须在一个工作日内受理或退回', 'The office accepts or returns it within one working day'),
      then: c => {
        const to = c.input.office ?? ''
        const unfit = fits(to, c.matter.region, c.needs.category)
        if (unfit) return unfit
        const route = c.needs.route
        if (route && route.office !== to && !c.input.dispatchReason) {
          return needFault('dispatchReason', '与路由表不一致，请说明理由', 'The routing table names another office; say why')
        }
        return {
          holder: { office: to },
          set: { triagedBy: c.actor.office ?? centre(c.actor.region), ...(route && { route: route.precedent ? `${route.rule}；${route.precedent}` : route.rule }) },
          effects: [notify({ office: to }, words('新事项待受理', 'A new matter awaits acceptance')), toReporter('您的诉求已分派', 'Your request was dispatched')],
        }
      },
    },
    handUp: {
      zh: '上报', en: 'Hand up', from: ['triage'], to: 'triage', basis: ['21.1', '24.2'], by: [holder('dispatcher')], asks: ['handUpReason'],
      causes: words('由上一级中心分派', 'The centre one level up dispatches it'),
      then: c => {
        const up = parentOf(c.actor.region)
        return up === undefined
          ? refuse('at-the-top', words('已在最高层级', 'There is no level above'))
          : { holder: { office: centre(up) }, effects: [notify({ office: centre(up) }, words('下级上报事项待分派', 'A matter was handed up to you'))] }
      },
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
      zh: '退回', en: 'Return', from: ['accepting'], to: ['triage', 'ruling'], basis: ['21.4', '24.2'], by: [holder()], asks: ['returnReason', 'returnClause', 'proposedOffice'],
      causes: words('首次退回重新分派，再次退回由上一级裁定', 'The first return is dispatched anew; the second goes one level up for a ruling'),
      only: c => (c.matter.facts.ruled === true
        ? refuse('ruled', words('已由上级裁定，不能再退回', 'A ruling from above has settled who handles it'), { basis: ['24.2'], remedy: words('如有异议，请先办理并另行报告', 'Handle it, and report the objection apart') })
        : undefined),
      then: c => {
        const returns = (c.matter.facts.returns ?? 0) + 1
        const from = c.matter.facts.triagedBy ?? centre(ancestor(c.matter.region, 'township') ?? c.matter.region)
        const to = returns > 1 ? centre(parentOf(regionOfOffice(from)) ?? regionOfOffice(from)) : from
        return {
          to: returns > 1 ? 'ruling' : 'triage', holder: { office: to }, set: { returns }, counts: { returned: 1 },
          effects: [notify({ office: to }, returns > 1 ? words('再次退回，请裁定承办单位', 'Returned twice; please rule who handles it') : words('事项被退回，请重新分派', 'A matter was returned; please dispatch it anew'))],
        }
      },
    },
    rule: {
      zh: '裁定', en: 'Rule', from: ['ruling'], to: 'accepting', basis: ['24.2'], primary: true, by: [holder('dispatcher', 'lead')], asks: ['office', 'ruling'], needs: ['category'],
      causes: words('裁定作为先例，下次分派时提示', 'Kept as a precedent that routing shows next time'),
      then: c => {
        const to = c.input.office ?? ''
        return fits(to, c.matter.region, c.needs.category) ?? {
          holder: { office: to }, set: { ruled: true },
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
      zh: '请求协办', en: 'Ask others to help', from: ['handling'], basis: ['24.2'], by: [holder()], asks: ['coHandlers'], needs: ['category'],
      then: c => {
        const asked = c.input.coHandlers ?? []
        const unfit = asked.map(o => fits(o, c.matter.region, c.needs.category)).find(r => r !== undefined)
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
      causes: words('由村（社区）或网格员现场核实', 'The village or its grid worker verifies it on the spot'),
      then: c => ({
        set: { inTime: handledInTime(c.matter.clocks), ...withoutOldReasons(c.matter.facts, c.input) },
        effects: [notify({ posts: 'gridWorker', region: c.matter.region }, words('有事项待核实', 'A matter awaits verification')), notify({ posts: 'committee', region: c.matter.region }, words('有事项待核实', 'A matter awaits verification'))],
      }),
    },
    verify: {
      zh: '核实', en: 'Verify', from: ['verifying'], to: ['confirming', 'handling'], basis: ['21.4'], primary: true, by: [post('gridWorker'), post('committee')],
      asks: ['verified', 'verifyNote?', 'evidence?'], needs: ['category'],
      causes: words('属实则请居民确认，不属实则退回办理', 'If true the resident is asked; if not it goes back'),
      then: c => c.input.verified
        ? { to: 'confirming', effects: [toReporter('您反映的问题已处理，请确认', 'What you reported was handled; please confirm'), resolveJoined(c.matter.facts)] }
        : { to: 'handling', effects: c.matter.holder ? [notify({ office: c.matter.holder.office }, words('核实不属实，请继续办理', 'Verification found it unsettled'))] : [] },
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
        set: { inTime: handledInTime(c.matter.clocks) },
        effects: [toReporter('您反映的问题已处理，请确认', 'What you reported was handled; please confirm'), resolveJoined(c.input)],
      }),
    },
    followReleased: {
      zh: '主案撤回', en: 'The main matter was withdrawn', from: ['joined'], to: 'triage', basis: ['21.4'], by: [thePlatform],
      then: c => takenApart(c.matter),
    },
    confirm: {
      zh: '确认解决', en: 'Confirm', from: ['confirming'], to: 'closed', basis: ['25.3', '48'], primary: true, by: [reporter],
      then: c => ({ set: { confirmed: 'yes' }, counts: closing(c.matter.facts) }),
    },
    reopen: {
      zh: '未解决，退回', en: 'Not settled', from: ['confirming'], to: ['handling', 'triage'], basis: ['25.3'], by: [reporter], asks: ['reopenReason', 'photos?'], needs: ['category'],
      causes: words('退回承办单位继续办理', 'It goes back to the office in charge'),
      then: c => {
        const office = c.matter.holder?.office
        const handledBefore = office !== undefined && kindOfOffice(office) !== 'centre'
        return { to: handledBefore ? 'handling' : 'triage', counts: { reopened: 1 }, effects: office ? [notify({ office }, words('居民认为未解决，请继续办理', 'The resident finds it unsettled'))] : [] }
      },
    },
    closeUnanswered: {
      zh: '逾期未确认办结', en: 'Close unanswered', from: ['confirming'], to: 'closed', basis: ['21.4'], by: [theClock],
      then: c => ({ set: { confirmed: 'unanswered' }, counts: closing(c.matter.facts), effects: [toReporter('事项已办结，欢迎评价', 'The matter is closed; please rate it')] }),
    },
    rate: {
      zh: '评价', en: 'Rate', from: ['closed'], to: ['finished', 'revisiting'], basis: ['48'], primary: true, by: [reporter], asks: ['rating', 'ratingNote?'],
      then: c => {
        const rating = c.input.rating ?? 5
        const low = c.law.figure('request.low-rating', legalDay(c.now)).value
        const revisit = typeof low === 'number' && rating <= low
        const township = centre(ancestor(c.matter.region, 'township') ?? c.matter.region)
        return {
          to: revisit ? 'revisiting' : 'finished', counts: { rated: 1, ...(rating >= 4 && { satisfied: 1 }) },
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
      then: c => ({ counts: { revisited: 1, reopened: 1, ...closing(c.matter.facts, -1) }, effects: [toReporter('经回访，您的诉求重新办理', 'After the revisit your request is handled again')] }),
    },
    withdraw: {
      zh: '撤回', en: 'Withdraw', from: ['triage', 'accepting', 'ruling', 'handling', 'joined'], to: 'withdrawn', basis: ['25.3'], by: [reporter], asks: ['withdrawReason?'],
      then: c => ({
        counts: { withdrawn: 1 },
        effects: [...(c.matter.holder ? [notify({ office: c.matter.holder.office }, words('反映人已撤回', 'The reporter withdrew it'))] : []), { do: 'follow', link: 'joined', step: 'followReleased', input: {} }],
      }),
    },
    ...oversightSteps,
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
    { basis: '21.4', why: words('在线政务服务由“代办”程序办理', 'Filing government services for residents is a procedure of its own') },
  ],
})
