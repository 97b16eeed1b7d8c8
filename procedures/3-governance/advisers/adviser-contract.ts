import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ofGovernment, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import type { KnownAccount } from '../../2-foundations/access/account-opening.ts'
import { guideOf, guides, isOfficePhone, justiceDepartment, justiceOffice, lateAgain, supervisors, toGuides } from '../mediation-bodies/parts.ts'
import { facts, type ContractFacts } from './contract-facts.ts'

type Contract = Matter<ContractFacts>

/** Who advises a village now, as the register has it: of which contract. */
export type VillageAdvisers = { readonly contract: string; readonly firm: string; readonly advisers: readonly { readonly account: string; readonly name: string }[] }

const fault: FaultOf<ContractFacts> = faultAt

const adviser = party('adviser', words('法律顾问', 'the adviser'))
const village = post('committee', 'village')
/** Who sends somebody: the supervisors; and the government's leads, who find people by name all over their area. */
const sending = [...supervisors, ofGovernment('lead', 'township', 'county')]
const toAdviser = (zh: string, en: string): Effect => notify({ party: 'adviser' }, words(zh, en))
const toVillage = (matter: Pick<Contract, 'region'>, zh: string, en: string): Effect => notify({ office: officeCode(matter.region, 'committee') }, words(zh, en))

const row = (matter: Contract, more: { readonly [name: string]: string | null }): Effect => ({ do: 'record', register: 'adviser-contract', row: { county: matter.county, matter: matter.id, ...more } })

const theContract = words('合同期限', 'the term of the contract')

/** The contract ends with its last day. */
const lastDay = (until: string | undefined, now: Date) => { const today = legalDay(now); return untilDay(until !== undefined && until > today ? until : today, now, theContract) }

/** Brought up some days before it ends. */
const nearClock = (until: string, c: { readonly now: Date; readonly law: { figure(name: 'adviser-contract.near', on: string): { readonly value: unknown } } }) => {
  const [today, near] = [legalDay(c.now), daysAfter(until, -Number(c.law.figure('adviser-contract.near', legalDay(c.now)).value))]
  return { clock: 'near', start: untilDay(near > today ? near : today, c.now, theContract), then: 'endNear' } as const
}

/** Both parts given, the year is evaluated and the next one counted. */
const bothGiven = (c: { readonly matter: Contract; readonly now: Date }, parts: { readonly village?: string | undefined; readonly office?: string | undefined }) => (parts.village === undefined || parts.office === undefined
  ? { effects: [toAdviser('年度评价的一部分已作出，可以说明', 'A part of the yearly evaluation stands; you may answer it'), ...(parts.village === undefined ? [toVillage(c.matter, '请对法律顾问作年度评价', 'Please evaluate your legal adviser')] : toGuides(c.matter.region, '请对法律顾问作年度评价', 'Please evaluate a village’s legal adviser'))] }
  : {
    set: { evaluatedOn: legalDay(c.now), evaluating: false }, counts: { evaluated: 1 }, clocks: [{ clock: 'evaluation', start: 'adviser-contract.evaluate', then: 'evaluationDue' }] as const,
    effects: [row(c.matter, { do: 'evaluate', evaluated: legalDay(c.now) }), toAdviser('年度评价已完成，可以说明', 'The yearly evaluation is complete; you may answer it')],
  })

const notOpen = ({ matter }: { readonly matter: Contract }): Refusal | undefined => (matter.facts.evaluating === true ? undefined
  : refuse('no-evaluation', words('年度评价还没有开始', 'The yearly evaluation has not begun'), { remedy: words('满一年时自动开始；合同到期前由司法所提前开始', 'It begins after a year; before the contract ends the justice office begins it') }))

/**
 * 法律顾问合同: a village or community and a firm, signed by both, the adviser named, published; evaluated each year by the village and by the justice office, both; renewed
 * or ended (Art. 32). Another adviser of the same firm takes over on a day that is kept, without a new contract.
 */
export const adviserContract = procedure('adviser-contract', {
  title: words('法律顾问合同', 'Legal adviser’s contract'),
  since: '2023-02-01',
  basis: ['32.1', '32.2'],
  facts,
  heading: 'firm',
  place: 'village',
  records: ['adviser-contract'],
  needs: {
    known: need<KnownAccount>('adviser-account', c => ({ account: c.facts['adviser'] ?? null })),
    standing: need<VillageAdvisers>('village-advisers', c => ({ village: c.matter.region, at: c.now.toISOString() })),
  },
  stages: {
    drafted: { zh: '待签署', en: 'To be signed', due: within('adviser-contract.sign', 'remind') },
    signed: { zh: '待指派顾问', en: 'Adviser to be named', due: within('adviser-contract.name', 'remind') },
    named: { zh: '待公开', en: 'To be published', due: within('adviser-contract.publish', 'remind') },
    inForce: { zh: '履行中', en: 'In force', settled: true, published: true, due: { then: 'runOut', limit: c => lastDay(c.facts.until, c.now) } },
    hearing: { zh: '拟以违约解除，听取意见', en: 'Ending for breach, the firm to be heard', due: within('adviser-contract.hear', 'heard') },
    ending: { zh: '待决定是否解除', en: 'To be decided', due: within('adviser-contract.publish', 'remind') },
    over: { zh: '已到期', en: 'Run out', final: true, published: true },
    ended: { zh: '已解除', en: 'Ended', final: true, published: true },
    dropped: { zh: '未签署', en: 'Not signed', final: true },
  },
  steps: {
    draft: {
      zh: '起草合同', en: 'Draft a contract', opens: 'drafted', basis: ['32.1'], by: [justiceOffice, justiceDepartment, village], asks: ['village', 'firm', 'firmKind', 'contact?', 'from', 'until', 'terms'], needs: ['standing'],
      causes: words('双方签署、指派顾问后公开', 'It is published once both have signed and the adviser is named'),
      then: c => {
        const { from = '', until = '', contact } = c.input
        if (contact !== undefined && !isOfficePhone(contact)) return fault('contact', '请填机构的固定电话；个人手机号不公开', 'Give the phone of the firm: no personal number is published')
        if (c.needs.standing !== undefined) return refuse('contract-stands', words('本村（社区）已有履行中的合同', 'A contract of this village is in force'), { basis: ['32.1'], remedy: words('更换顾问、续签在原合同事项中办理', 'For another adviser or a longer term, use its own matter') })
        if (until <= from) return fault('until', '须晚于合同开始', 'It ends after it begins')
        return endTooFar({ until, now: c.now, law: c.law, from, longest: 'adviser-contract.longest' }) ?? {
          holder: { office: guideOf(c.matter.region) }, counts: { drafted: 1 }, parties: [{ role: 'drafter', account: c.actor.account }, ...guides(c.matter.region)],
          effects: [toVillage(c.matter, '有法律顾问合同待签署', 'A legal adviser’s contract awaits signing'), ...toGuides(c.matter.region, '有法律顾问合同待签署', 'A legal adviser’s contract awaits signing')],
        }
      },
    },
    sign: {
      zh: '登记签署', en: 'Record the signatures', from: ['drafted'], to: 'signed', basis: ['32.1'], primary: true, by: [village, justiceOffice], asks: ['villageSigned', 'firmSigned', 'scan?', 'keptAs?'],
      then: c => {
        const { villageSigned = '', firmSigned = '', scan = [], keptAs } = c.input
        if (villageSigned > legalDay(c.now)) return fault('villageSigned', '不能晚于今天', 'It can’t be a day to come')
        if (firmSigned > legalDay(c.now)) return fault('firmSigned', '不能晚于今天', 'It can’t be a day to come')
        if (scan.length === 0 && keptAs === undefined) return fault('scan', '请上传签署的合同，或者写明编号和存放处', 'Give the signed contract, or its number and where the paper is kept')
        return { counts: { signed: 1 }, effects: toGuides(c.matter.region, '合同已签署，请登记指派的顾问', 'The contract is signed: please enter the adviser') }
      },
    },
    name: {
      zh: '登记法律顾问', en: 'Name the adviser', from: ['signed'], to: 'named', basis: ['32.1'], primary: true, by: sending, asks: ['adviser'], needs: ['known'],
      then: c => (c.needs.known === undefined ? fault('adviser', '没有这个账号，或已停用', 'There is no such account, or it is closed') : {
        set: { adviserName: c.needs.known.name, adviserFrom: legalDay(c.now) }, parties: [{ role: 'adviser', account: c.input.adviser ?? '' }], effects: [toAdviser('您被指派为村（社区）法律顾问', 'You are sent as a village’s legal adviser')],
      }),
    },
    publish: {
      zh: '公开，开始履行', en: 'Publish', from: ['named'], to: 'inForce', basis: ['32.1'], primary: true, by: [justiceDepartment], needs: ['standing'],
      causes: words('机构、顾问姓名和机构电话公开；居民可以预约咨询', 'Firm, adviser and the firm’s phone are published; residents may book'),
      then: c => {
        const { firm = '', firmKind = 'firm', contact, from = '', until = '', adviser: account = '' } = c.matter.facts
        if (c.needs.standing !== undefined) return refuse('contract-stands', words('本村（社区）已有履行中的合同', 'A contract of this village is in force'), { basis: ['32.1'], remedy: words('请先解除，或等其到期', 'End it first, or wait for its last day') })
        if (until < legalDay(c.now)) return refuse('too-late', words('合同期限已过', 'Its last day has passed'), { remedy: words('请重新起草', 'Draft it anew') })
        const since = from > legalDay(c.now) ? from : legalDay(c.now)
        return {
          set: { adviserFrom: since }, counts: { published: 1 },
          clocks: [{ clock: 'evaluation', start: 'adviser-contract.evaluate', then: 'evaluationDue' }, nearClock(until, c)],
          effects: [
            row(c.matter, { do: 'publish', village: c.matter.region, firm, firmKind, contact: contact ?? null, since, until }), row(c.matter, { do: 'send', account, since }),
            toVillage(c.matter, '法律顾问已公开，居民可以预约咨询', 'Your legal adviser is published: residents may book'), toAdviser('合同开始履行，请安排值守', 'The contract is in force: please plan your days in the village'),
          ],
        }
      },
    },
    drop: { zh: '不再签署', en: 'Drop it', from: ['drafted', 'signed', 'named'], to: 'dropped', basis: [], by: supervisors, asks: ['reason'], then: c => ({ effects: [toVillage(c.matter, '法律顾问合同不再签署', 'The contract is dropped')] }) },
    replace: {
      zh: '更换法律顾问', en: 'Send another adviser', from: ['inForce'], basis: ['32.1'], by: sending, asks: ['adviser', 'replaced'], needs: ['known', 'standing'],
      causes: words('合同不变，更换日期公开', 'The contract stays; the day is published'),
      then: c => {
        const { adviser: account = '' } = c.input
        if (c.needs.known === undefined) return fault('adviser', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        if (c.needs.standing?.advisers.some(one => one.account === account)) return fault('adviser', '已经是本村（社区）的法律顾问', 'That person advises this village already')
        return {
          set: { adviserName: c.needs.known.name, adviserFrom: legalDay(c.now) }, parties: [{ role: 'adviser', account }], counts: { replaced: 1 },
          effects: [row(c.matter, { do: 'recall', until: legalDay(c.now) }), row(c.matter, { do: 'send', account, since: legalDay(c.now) }), toVillage(c.matter, '法律顾问已更换', 'Another adviser is sent to you'), notify({ account }, words('您被指派为村（社区）法律顾问', 'You are sent as a village’s legal adviser'))],
        }
      },
    },
    add: {
      zh: '增派法律顾问', en: 'Send one more adviser', from: ['inForce'], basis: ['32.1'], by: sending, asks: ['adviser'], needs: ['known', 'standing'],
      then: c => {
        const { adviser: account = '' } = c.input
        if (c.needs.known === undefined) return fault('adviser', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        if (c.needs.standing?.advisers.some(one => one.account === account)) return fault('adviser', '已经是本村（社区）的法律顾问', 'That person advises this village already')
        return {
          set: { adviserName: c.needs.known.name, adviserFrom: legalDay(c.now) }, parties: [{ role: 'adviser', account }],
          effects: [row(c.matter, { do: 'send', account, since: legalDay(c.now) }), notify({ account }, words('您被指派为村（社区）法律顾问', 'You are sent as a village’s legal adviser'))],
        }
      },
    },
    clinics: {
      zh: '安排值守', en: 'Plan days in the village', from: ['inForce'], basis: ['32.2'], by: [adviser, village, justiceOffice], asks: ['clinics'],
      causes: words('替换今天以后的安排，并公开', 'It replaces what was planned from today on, and is published'),
      then: c => {
        const { clinics = [] } = c.input
        const today = legalDay(c.now)
        const faults: readonly Fault[] = clinics.flatMap(({ day: on = '' }, at) => (on < today || on > (c.matter.facts.until ?? '')
          ? [{ fact: 'clinics', row: at, column: 'day', why: words('须在今天至合同到期之间', 'A day from today to the end of the contract') }]
          : clinics.findIndex(one => one.day === on) < at ? [{ fact: 'clinics', row: at, column: 'day', why: words('一天只安排一次', 'Once a day') }] : []))
        return faults.length > 0 ? faulty(faults) : {
          counts: { clinics: clinics.length },
          effects: [
            { do: 'record', register: 'adviser-contract', row: { do: 'clinics', county: c.matter.county, matter: c.matter.id, from: today, clinics: clinics.map(one => ({ day: one.day ?? '', hours: one.hours ?? '', spot: one.spot ?? '' })) } },
            toVillage(c.matter, '法律顾问值守安排已公开', 'The adviser’s days in the village are published'),
          ],
        }
      },
    },
    evaluationDue: {
      zh: '年度评价开始', en: 'The yearly evaluation begins', from: ['inForce'], basis: ['32.2'], by: [theClock],
      then: c => ({ set: { evaluating: true, villageRating: null, villageNote: null, officeRating: null, officeNote: null, answer: null }, clocks: [{ clock: 'evaluation', start: 'oversight.escalate-again', then: 'evaluationLate' }], effects: [toVillage(c.matter, '请对法律顾问作年度评价', 'Please evaluate your legal adviser'), ...toGuides(c.matter.region, '请对法律顾问作年度评价', 'Please evaluate a village’s legal adviser')] }),
    },
    beginEvaluation: {
      zh: '提前开始评价', en: 'Begin the evaluation now', from: ['inForce'], basis: ['32.2'], by: supervisors,
      only: c => (c.matter.facts.evaluating === true ? refuse('under-way', words('年度评价已经开始', 'The evaluation is under way'), { remedy: words('请完成两部分评价', 'Complete both its parts') }) : undefined),
      then: c => ({ set: { evaluating: true, villageRating: null, villageNote: null, officeRating: null, officeNote: null, answer: null }, clocks: [{ clock: 'evaluation', start: 'oversight.escalate-again', then: 'evaluationLate' }], effects: [toVillage(c.matter, '请对法律顾问作年度评价', 'Please evaluate your legal adviser')] }),
    },
    evaluationLate: {
      zh: '年度评价未完成', en: 'The evaluation is not complete', from: ['inForce'], basis: ['32.2'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'evaluation', start: 'oversight.escalate-again', then: 'evaluationLate' }],
        effects: [...(c.matter.facts.villageRating === undefined ? [toVillage(c.matter, '法律顾问年度评价还缺村（社区）部分', 'The village’s part of the evaluation is missing')] : []), ...(c.matter.facts.officeRating === undefined ? toGuides(c.matter.region, '法律顾问年度评价还缺司法所部分', 'The justice office’s part of the evaluation is missing') : [])],
      }),
    },
    evaluateVillage: {
      zh: '村（社区）评价', en: 'Evaluate, for the village', from: ['inForce'], basis: ['32.2'], by: [village], asks: ['villageRating', 'villageNote'], only: notOpen,
      causes: words('与司法所评价都作出后完成；顾问可以说明', 'Complete once the justice office’s part stands too; the adviser may answer'),
      then: c => bothGiven(c, { village: c.input.villageRating, office: c.matter.facts.officeRating }),
    },
    evaluateOffice: {
      zh: '司法所评价', en: 'Evaluate, for the justice office', from: ['inForce'], basis: ['32.2'], by: supervisors, asks: ['officeRating', 'officeNote'], only: notOpen,
      causes: words('与村（社区）评价都作出后完成；顾问可以说明', 'Complete once the village’s part stands too; the adviser may answer'),
      then: c => bothGiven(c, { village: c.matter.facts.villageRating, office: c.input.officeRating }),
    },
    answerEvaluation: {
      zh: '说明情况', en: 'Answer', from: ['inForce', 'hearing'], to: ['inForce', 'ending'], basis: ['32.2'], by: [adviser], asks: ['answer'],
      then: c => ({ to: c.matter.stage === 'hearing' ? 'ending' : 'inForce', effects: [toVillage(c.matter, '法律顾问作了说明', 'The legal adviser answered'), ...toGuides(c.matter.region, '法律顾问作了说明', 'A legal adviser answered')] }),
    },
    endNear: { zh: '合同将到期', en: 'The contract ends soon', from: ['inForce'], basis: ['32.1'], by: [theClock], then: c => ({ effects: [toVillage(c.matter, '法律顾问合同将到期，请研究续签', 'Your adviser’s contract ends soon: please decide on its renewal'), ...toGuides(c.matter.region, '法律顾问合同将到期，请组织续签', 'A legal adviser’s contract ends soon: please see to the next')] }) },
    renew: {
      zh: '续签', en: 'Renew', from: ['inForce'], to: 'inForce', basis: ['32.1'], by: supervisors, asks: ['until', 'villageSigned', 'firmSigned', 'scan?', 'keptAs?'],
      causes: words('双方重新签署；先完成年度评价', 'Both sign again; the yearly evaluation comes first'),
      then: c => {
        const { until = '', villageSigned = '', firmSigned = '' } = c.input
        const today = legalDay(c.now)
        if (c.matter.facts.evaluatedOn === undefined || c.matter.facts.evaluating === true) return refuse('not-evaluated', words('续签前须完成评价', 'It is evaluated before it is renewed'), { basis: ['32.2'], remedy: words('请村（社区）和司法所先作评价', 'Ask the village and the justice office to evaluate first') })
        if (until <= (c.matter.facts.until ?? '')) return fault('until', '须晚于原到期日', 'Later than its present end')
        if (villageSigned > today || firmSigned > today) return fault(villageSigned > today ? 'villageSigned' : 'firmSigned', '不能晚于今天', 'It can’t be a day to come')
        if ((c.input.scan ?? []).length === 0 && c.input.keptAs === undefined) return fault('scan', '请上传签署的合同，或者写明编号和存放处', 'Give the signed contract, or its number and where the paper is kept')
        return endTooFar({ until, now: c.now, law: c.law, from: today, longest: 'adviser-contract.longest' }) ?? { counts: { renewed: 1 }, clocks: [nearClock(until, c)], effects: [row(c.matter, { do: 'renew', until }), toVillage(c.matter, '法律顾问合同已续签', 'The contract was renewed')] }
      },
    },
    noteBreach: {
      zh: '指出违约', en: 'Say it is breached', from: ['inForce'], to: 'hearing', basis: ['32.2'], by: [village, ...supervisors], asks: ['breach'],
      causes: words('先听取法律顾问的说明，再决定是否解除', 'The adviser is heard first; then it is decided'),
      then: c => ({ set: { answer: null }, effects: [toAdviser('有人指出违约，请在期限内说明', 'A breach is said: please answer in time'), ...toGuides(c.matter.region, '有人指出法律顾问违约', 'A legal adviser is said to be in breach')] }),
    },
    heard: { zh: '听取意见期满', en: 'The time to answer is over', from: ['hearing'], to: 'ending', basis: [], by: [theClock], then: c => ({ effects: toGuides(c.matter.region, '听取意见期满，请决定', 'The time to answer is over: please decide') }) },
    keep: { zh: '继续履行', en: 'It goes on', from: ['ending'], to: 'inForce', basis: ['32.2'], by: [justiceDepartment], asks: ['reason'], then: c => ({ clocks: [{ clock: 'evaluation', start: 'adviser-contract.evaluate', then: 'evaluationDue' }, nearClock(c.matter.facts.until ?? legalDay(c.now), c)], effects: [toAdviser('合同继续履行', 'The contract goes on'), toVillage(c.matter, '法律顾问合同继续履行，理由见详情', 'The contract goes on; why stands in it')] }) },
    end: {
      zh: '解除', en: 'End it', from: ['inForce', 'ending'], to: 'ended', basis: ['32.1'], by: [justiceDepartment], asks: ['ground', 'reason'],
      then: c => (c.input.ground === 'breach' && c.matter.stage === 'inForce'
        ? refuse('hear-first', words('以违约解除的，先听取法律顾问说明（平台规则）', 'Ended for breach only once the adviser was heard (a product rule)'), { remedy: words('请先“指出违约”', 'Say first what was breached') })
        : { counts: { ended: 1 }, effects: [row(c.matter, { do: 'end', ended: legalDay(c.now) }), toVillage(c.matter, '法律顾问合同已解除，请另行签约', 'The contract was ended: please find another adviser'), toAdviser('合同已解除', 'The contract was ended')] }),
    },
    runOut: {
      zh: '到期', en: 'Run out', from: ['inForce'], to: 'over', basis: ['32.1'], by: [theClock],
      then: c => ({ counts: { ranOut: 1 }, effects: [row(c.matter, { do: 'end', ended: daysAfter(c.matter.facts.until ?? legalDay(c.now), 1) }), toVillage(c.matter, '法律顾问合同已到期，目前没有法律顾问', 'The contract ran out: there is no adviser now'), ...toGuides(c.matter.region, '一个村（社区）的法律顾问合同已到期', 'A village’s adviser contract ran out')] }),
    },
    remind: { zh: '逾期未办，提醒', en: 'Not done in time', from: ['drafted', 'signed', 'named', 'ending'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'remind', '法律顾问合同逾期未办', 'A legal adviser’s contract is late') },
  },
  measures: {
    drafted: words('起草', 'Drafted'), signed: words('签署', 'Signed'), published: words('公开', 'Published'), replaced: words('更换顾问', 'Adviser replaced'), clinics: words('值守天次', 'Days planned in villages'),
    evaluated: words('年度评价', 'Evaluated'), renewed: words('续签', 'Renewed'), ended: words('解除', 'Ended'), ranOut: words('到期未续', 'Run out'),
  },
  list: { columns: ['village', 'firm', 'adviserName', 'until', 'evaluating'] },
  notCovered: [{ basis: '32.1', why: words('律师和机构的执业资格由司法行政部门另行管理', 'Licences of lawyers and firms are kept elsewhere by the justice departments') }],
})
