import { legalDay } from '../../../kernel/calendar.ts'
import { hasRunOut } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse } from '../../../kernel/refusal.ts'
import { holder, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { mayBeCalled, ofTheTownship, toTheCounty, township } from '../summons/offices.ts'
import { facts, type ReferralFacts } from './facts.ts'

type Referral = Matter<ReferralFacts>

const tell = (office: string | undefined, zh: string, en: string): Effect => notify({ office: office ?? '' }, words(zh, en))
const toDepartment = ({ facts: { office } }: Referral, zh: string, en: string): Effect => tell(office, zh, en)
const toTownship = ({ facts: { caller } }: Referral, zh: string, en: string): Effect => tell(caller, zh, en)

const inTime = ({ clocks: { stage } }: Referral, now: Date): boolean => stage === undefined || !hasRunOut(stage, now)

/** 执法移送: a township finds what only a department may punish, and refers it with its evidence; what came of it is said in time (Art. 24.1, 50.1). */
export const referral = procedure('referral', {
  title: words('执法移送', 'Referral for enforcement'),
  since: '2023-02-01',
  basis: ['24.1', '24.2', '50.1'],
  facts,
  heading: 'what',
  place: 'place',
  needs: { staffed: need<readonly string[]>('staffed', c => ({ offices: typeof c.facts['office'] === 'string' ? [c.facts['office']] : [], at: c.now.toISOString() })) },
  stages: {
    asked: { zh: '待接收', en: 'To accept', due: within('referral.accept', 'escalate') },
    returned: { zh: '已退回，待补充', en: 'Returned', due: within('referral.resubmit', 'lapse') },
    handling: { zh: '查处中', en: 'Being handled', due: { then: 'escalate', limit: () => 'referral.result', standsStillIn: ['receipt'] } },
    receipt: { zh: '待签收结果', en: 'Result to sign for', due: within('referral.receipt', 'takeAsSigned') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '已撤回', en: 'Dropped', final: true },
  },
  steps: {
    refer: {
      zh: '移送', en: 'Refer', opens: 'asked', basis: ['24.1'], by: township, needs: ['staffed'], asks: ['what', 'place', 'office', 'provision', 'observed', 'against?', 'spot?', 'evidence'],
      causes: words('部门须按时接收，或说明理由和依据退回；结果须反馈', 'The department accepts in time, or returns it with reason and ground; what came of it is owed'),
      gives: c => ({ to: c.facts.office === undefined ? [] : [c.facts.office], by: c.actor.office ?? '' }),
      only: ofTheTownship,
      then: c => {
        const { office = '', evidence = [] } = c.input
        if (evidence.length === 0) return faultAt('evidence', '请附证据材料', 'Add the evidence')
        return mayBeCalled('office', c.matter.region, office, c.needs.staffed) ?? {
          holder: { office }, set: { caller: c.actor.office ?? '' }, parties: [{ role: 'caller', office: c.actor.office ?? '' }], counts: { referred: 1 },
          effects: [tell(office, '有执法移送待接收', 'A referral awaits you')],
        }
      },
    },
    accept: {
      zh: '接收', en: 'Accept', from: ['asked'], to: 'handling', basis: ['24.1'], primary: true, by: [holder()], asks: ['acceptNote?'],
      then: c => ({ counts: { accepted: 1, ...(inTime(c.matter, c.now) && { acceptedInTime: 1 }) }, effects: [toTownship(c.matter, '执法移送已被接收', 'The referral was accepted')] }),
    },
    return: {
      zh: '退回', en: 'Return', from: ['asked'], to: 'returned', basis: ['24.1'], by: [holder()], asks: ['returnReason', 'returnGround'],
      causes: words('退回须有理由和依据；再次移送的，退回须由县（区）协调', 'A return needs reason and ground; a second one goes to the county'),
      then: c => ({
        holder: { office: c.matter.facts.caller ?? '' }, set: { returns: (c.matter.facts.returns ?? 0) + 1 }, counts: { returned: 1 },
        effects: [toTownship(c.matter, '执法移送被退回，理由见详情', 'The referral was returned; the reason stands in it'), ...((c.matter.facts.returns ?? 0) > 0 ? toTheCounty(c.matter.region, '执法移送被再次退回，请协调', 'A referral was returned twice; please see to it') : [])],
      }),
    },
    resubmit: {
      zh: '补充后再次移送', en: 'Refer again', from: ['returned'], to: 'asked', basis: ['24.1'], primary: true, by: township, asks: ['resubmitNote', 'more?', 'office?'], needs: ['staffed'],
      gives: c => ({ to: c.facts.office === undefined ? [] : [c.facts.office], by: c.actor.office ?? '' }),
      only: ofTheTownship,
      then: c => {
        const { office = '' } = c.facts
        return mayBeCalled('office', c.matter.region, office, c.needs.staffed) ?? { holder: { office }, effects: [tell(office, '有执法移送待接收', 'A referral awaits you')] }
      },
    },
    giveUp: {
      zh: '撤回移送', en: 'Drop it', from: ['asked', 'returned'], to: 'dropped', basis: [], by: township, asks: ['giveUpReason'],
      only: ofTheTownship,
      then: c => ({ counts: { dropped: 1 }, effects: [toDepartment(c.matter, '执法移送已撤回', 'The referral was dropped')] }),
    },
    lapse: {
      zh: '逾期未补充', en: 'Not completed in time', from: ['returned'], to: 'dropped', basis: [], by: [theClock],
      then: c => ({ counts: { dropped: 1 }, effects: [toTownship(c.matter, '执法移送逾期未补充，已结束；可以重新移送', 'Not completed in time, the referral is over; it may be made anew'), ...toTheCounty(c.matter.region, '执法移送退回后逾期未补充，已结束', 'A referral that was returned was not completed in time')] }),
    },
    note: { zh: '记录进展', en: 'Note progress', from: ['handling'], basis: [], by: [holder()], asks: ['progress'], then: c => ({ effects: [toTownship(c.matter, '执法移送有新进展', 'News of a referral')] }) },
    tellResult: {
      zh: '反馈结果', en: 'Say what came of it', from: ['handling'], to: 'receipt', basis: ['24.1', '50.1'], primary: true, by: [holder()],
      asks: ['result', 'resultNote', { fact: 'transferredTo', where: 'result', is: 'transferred' }, 'decidedOn', 'document?', 'resultPapers?'],
      causes: words('由移送的乡镇（街道）签收', 'The township signs for it'),
      then: c => {
        if ((c.input.decidedOn ?? '') > legalDay(c.now)) return faultAt('decidedOn', '不能晚于今天', 'It can’t lie ahead')
        return { holder: { office: c.matter.facts.caller ?? '' }, ...(c.input.result !== 'transferred' && { set: { transferredTo: null } }), effects: [toTownship(c.matter, '执法移送已有结果，请签收', 'A referral has its result; please sign for it')] }
      },
    },
    sign: {
      zh: '签收', en: 'Sign for it', from: ['receipt'], to: 'closed', basis: ['24.1'], primary: true, by: township,
      only: ofTheTownship,
      then: c => ({ counts: ended(c.matter), effects: [toDepartment(c.matter, '执法移送结果已签收', 'The township signed for the result')] }),
    },
    ask: {
      zh: '请求说明', en: 'Ask about it', from: ['receipt'], to: 'handling', basis: ['24.2'], by: township, asks: ['question'],
      causes: words('退回部门说明，查处时限继续计算；只能请求一次', 'Back to the department, whose limit goes on; once only'),
      only: c => ofTheTownship(c) ?? (c.matter.facts.question === undefined ? undefined : refuse('asked-already', words('已请求说明一次（平台规则）', 'It was asked about once already (a product rule)'), { remedy: words('请签收；仍有异议的，报县（区）协调', 'Sign for it; take what is still disputed to the county') })),
      then: c => ({ holder: { office: c.matter.facts.office ?? '' }, effects: [toDepartment(c.matter, '乡镇（街道）对结果有疑问，请说明', 'The township asks about the result')] }),
    },
    takeAsSigned: {
      zh: '逾期未签收', en: 'Not signed for in time', from: ['receipt'], to: 'closed', basis: [], by: [theClock],
      then: c => ({ counts: ended(c.matter), effects: [toTownship(c.matter, '结果逾期未签收，视为签收', 'Not signed for in time: taken as signed')] }),
    },
    escalate: {
      zh: '逾期上报', en: 'Told upward', from: ['asked', 'handling'], basis: ['24.1', '50.1'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'escalate' }], counts: { toldUpward: 1 },
        effects: [toDepartment(c.matter, '执法移送逾期，请尽快办理', 'A referral is late; please act on it'), toTownship(c.matter, '执法移送逾期，已上报县（区）', 'A referral is late; the county was told'), ...toTheCounty(c.matter.region, '执法移送逾期未接收或未反馈结果，请督促', 'A referral is late: please see to it')],
      }),
    },
  },
  measures: {
    referred: words('移送', 'Referred'), accepted: words('接收', 'Accepted'), acceptedInTime: words('按时接收', 'Accepted in time'), returned: words('退回', 'Returned'), dropped: words('撤回', 'Dropped'),
    ended: words('有结果', 'With a result'), punished: words('处罚', 'Punished'), ordered: words('责令改正', 'Ordered'), noViolation: words('不构成违法', 'No violation'), transferred: words('转有权机关', 'Passed on'), toldUpward: words('逾期上报次数', 'Times told upward'),
  },
  rates: { accepted: { ...words('接收率', 'Accepted'), of: 'accepted', among: 'referred', without: { among: 'dropped', why: words('不计撤回的', 'without those dropped') } } },
  list: { columns: ['office', 'place', 'result'] },
  notCovered: [
    { basis: '50.1', why: words('对单位和责任人的处分由有权部门作出，见违规处理', 'Sanctions on units and officers are for the competent authority; see breaches') },
    { basis: '24.1', why: words('处罚程序在执法部门的系统中办理，平台只记录移送和结果', 'The case itself runs in the department’s own system; the platform keeps referral and result') },
  ],
})

/** What a referral ended in, counted once it is signed for. */
function ended({ facts: { result } }: Referral): { readonly [measure: string]: number } {
  return { ended: 1, ...(result !== undefined && { [result]: 1 }) }
}
