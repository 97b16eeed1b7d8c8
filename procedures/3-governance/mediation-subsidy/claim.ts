import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { account, choice, day, matterRef, reference, region, text, whole } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { kindOfOffice, officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { countyOf, isWithin } from '../../../kernel/region.ts'
import { party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { escalationFacts, escalationStep } from '../../usual/field-work.ts'
import { classes, computed, type Case } from './classes.ts'
import { ofFinance, ofTheJustice } from './scheme.ts'

const facts = {
  place: region({ zh: '地区', en: 'Where', class: 'public', search: 'exact', levels: ['township', 'village', 'grid', 'county'] }),
  dispute: matterRef({ zh: '已达成协议的纠纷', en: 'Dispute that ended in agreement' }),
  about: text({ zh: '事项', en: 'About', max: 60 }),
  mediator: reference('account', { zh: '调解员', en: 'Mediator' }),
  class: choice(classes, { zh: '类别', en: 'Class', class: 'public', search: 'exact' }),
  fen: whole({ zh: '金额', en: 'Sum', class: 'sensitive', unit: words('分', 'fen') }),
  scheme: text({ zh: '依据的办法', en: 'Rule it goes by', max: 120 }),
  note: text({ zh: '说明', en: 'Note', min: 2, max: 500, lines: 2 }),
  reviewedBy: account({ zh: '审核人', en: 'Who reviewed it' }),
  approvedOn: day({ zh: '审核通过日期', en: 'Approved on' }),
  voucher: text({ zh: '支付凭证号', en: 'Voucher', min: 2, max: 60 }),
  paidOn: day({ zh: '发放日期', en: 'Paid on' }),
  objection: text({ zh: '异议', en: 'What is objected', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  ruling: choice({ stands: { zh: '原处理不变', en: 'It stands' }, pays: { zh: '予以补贴', en: 'It is paid' } }, { zh: '答复结论', en: 'Answer' }),
  answer: text({ zh: '答复', en: 'Answer', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  ...escalationFacts,
}

type Facts = typeof facts
type Claim = Matter<Facts>
const fault: FaultOf<Facts> = faultAt

const mediator = party('mediator', words('调解员本人', 'the mediator'))
const toMediator = (zh: string, en: string): Effect => notify({ party: 'mediator' }, words(zh, en))
const justiceOf = ({ region: where }: Pick<Claim, 'region'>): string => officeCode(countyOf(where), 'justice')
const county = [post('handler', 'county'), post('lead', 'county')]

const toFinance = (matter: Pick<Claim, 'region'>) => ({ holder: { office: officeCode(countyOf(matter.region), 'finance') } })

/** The first day of effect that is still paid on a day of claim. */
const oldestOn = ({ law }: Pick<Glance<Facts>, 'law'>, claimed: string): string => daysAfter(claimed, -Number(law.figure('mediation-subsidy.oldest', claimed).value))

/** Who claimed it or is paid by it reviews nothing of it. */
const another = (c: Glance<Facts>): Refusal | undefined => ofTheJustice(c) ?? (c.matter.parties.some(one => ['mediator', 'claimer'].includes(one.role) && one.account === c.actor.account)
  ? refuse('two-people', words('申请人和调解员本人不能审核（平台规则）', 'Neither who claimed it nor the mediator reviews it (a product rule)'), { remedy: words('请由另一人办理', 'Ask another person to') }) : undefined)

/** 调解案件补贴: built from a concluded case and its record, reviewed by another, one payment for one case whichever way it is asked for (Art. 30.3). */
export const mediationSubsidy = procedure('mediation-subsidy', {
  title: words('人民调解案件补贴', 'Subsidy of a mediation'),
  since: '2023-02-01',
  basis: ['30.3'],
  facts,
  heading: 'about',
  place: 'place',
  needs: { found: need<Case>('mediated-case', c => ({ dispute: c.facts['dispute'] ?? null, claim: c.matter.seq > 0 ? c.matter.id : null, county: c.matter.county })) },
  records: ['mediation-subsidy'],
  stages: {
    claimed: { zh: '待审核', en: 'To be reviewed', due: within('subsidy.review', 'escalate') },
    returned: { zh: '退回补正', en: 'Came back', due: within('subsidy.review', 'lapse') },
    approved: { zh: '待发放', en: 'To be paid', due: within('subsidy.pay', 'escalate') },
    paid: { zh: '已发放', en: 'Paid', settled: true, due: within('subsidy.dispute', 'settle') },
    objected: { zh: '有异议，待答复', en: 'Objected to', due: within('subsidy.answer', 'escalate') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    refused: { zh: '不予补贴', en: 'Refused', settled: true, due: within('subsidy.dispute', 'settle') },
    dropped: { zh: '已撤销', en: 'Dropped', final: true },
  },
  steps: {
    claim: {
      zh: '申领补贴', en: 'Claim', opens: 'claimed', basis: ['30.3'], by: [post('mediator'), post('handler', 'township')], asks: ['place', 'dispute', 'note?'], needs: ['found'],
      causes: words('金额按办法和案件记录自动计算；一案只补一次', 'Computed by the rule and from the record; one case, one payment'),
      then: c => {
        if (c.actor.kind === 'handler' && kindOfOffice(c.actor.office ?? '') !== 'justice-office') return refuse('for-mediation', words('由调解组织或者司法所申领', 'A body of mediation or the justice office claims it'), { basis: ['30.3'], remedy: words('请由调解员或者司法所申领', 'Ask the mediator or the justice office') })
        const today = legalDay(c.now)
        const sum = computed(c.needs.found, { county: c.matter.county, now: c.now, oldest: oldestOn(c, today) })
        if (isRefusal(sum)) return sum
        if (!isWithin(c.needs.found?.region ?? '', c.matter.region)) return fault('place', '该纠纷不在此地', 'That dispute lies elsewhere')
        if (c.actor.kind === 'mediator' && c.actor.office !== sum.office) return fault('dispute', '不是本调解组织办理的纠纷', 'Your body did not mediate it')
        return {
          holder: { office: justiceOf(c.matter) }, counts: { claimed: 1 },
          set: { about: `${c.needs.found?.number ?? ''} 调解补贴`, class: sum.class, fen: sum.fen, scheme: sum.scheme.title, mediator: sum.mediator },
          parties: [{ role: 'mediator', account: sum.mediator }, { role: 'claimer', account: c.actor.account }], links: [{ kind: 'subsidy', matter: c.input.dispute ?? '' }],
          effects: [{ do: 'record', register: 'mediation-subsidy', row: { do: 'claim', county: c.matter.county, claim: c.matter.id, dispute: c.input.dispute ?? '', mediator: sum.mediator, office: sum.office, class: sum.class, fen: sum.fen } }, notify({ office: justiceOf(c.matter) }, words('有调解补贴待审核', 'A subsidy of mediation awaits review'))],
        }
      },
    },
    approve: {
      zh: '审核通过', en: 'Approve', from: ['claimed'], to: 'approved', basis: ['30.3'], primary: true, by: county, only: another, needs: ['found'],
      causes: words('按案件现在的记录再核一次', 'Looked at once more, by what the record of the case says now'),
      then: c => {
        const sum = computed(c.needs.found, { county: c.matter.county, now: c.now, oldest: oldestOn(c, legalDay(new Date(c.matter.opened))) })
        if (isRefusal(sum)) return sum
        if (sum.mediator !== c.matter.facts.mediator || sum.class !== c.matter.facts.class) return refuse('changed-since', words('申领后案件记录有变化', 'The record of the case has changed since it was claimed'), { basis: ['30.3'], remedy: words('请退回或者不予补贴，重新申领', 'Send it back or refuse it, to be claimed anew') })
        return {
          set: { reviewedBy: c.actor.account, approvedOn: legalDay(c.now) }, counts: { approved: 1 }, ...toFinance(c.matter), parties: [{ role: 'reviewer', office: justiceOf(c.matter) }],
          effects: [toMediator('调解补贴已审核通过', 'The subsidy was approved'), notify({ office: officeCode(countyOf(c.matter.region), 'finance') }, words('有调解补贴待发放', 'A subsidy of mediation is to be paid'))],
        }
      },
    },
    sendBack: { zh: '退回补正', en: 'Send back', from: ['claimed'], to: 'returned', basis: ['30.3'], by: county, asks: ['note'], only: another, then: () => ({ effects: [toMediator('调解补贴被退回补正', 'The claim came back'), notify({ party: 'claimer' }, words('调解补贴被退回补正', 'The claim came back'))] }) },
    claimAgain: { zh: '补正后再报', en: 'Claim again', from: ['returned'], to: 'claimed', basis: ['30.3'], primary: true, by: [mediator, party('claimer', words('申请人', 'who claimed it'))], asks: ['note'] },
    lapse: { zh: '逾期未补正', en: 'Not mended in time', from: ['returned'], to: 'dropped', basis: [], by: [theClock], then: c => ({ effects: [freed(c.matter), toMediator('逾期未补正，补贴申请结束；可以重新申领', 'Not mended in time, the claim is over; it may be made anew')] }) },
    refuse: { zh: '不予补贴', en: 'Refuse', from: ['claimed'], to: 'refused', basis: ['30.3'], by: county, asks: ['note'], only: another, then: c => ({ set: { reviewedBy: c.actor.account }, counts: { refused: 1 }, effects: [toMediator('不予补贴，理由见详情；可以提出异议', 'Refused; why stands in it, and you may object')] }) },
    pay: {
      zh: '登记发放', en: 'Say it was paid', from: ['approved'], to: 'paid', basis: ['30.3'], primary: true, by: county, asks: ['voucher', 'paidOn'], only: ofFinance,
      then: c => ((c.input.paidOn ?? '') > legalDay(c.now) || (c.input.paidOn ?? '') < daysAfter(legalDay(c.now), -31) ? fault('paidOn', '填最近一个月内的发放日期', 'A day of the last month')
        : { counts: { paid: 1 }, effects: [{ do: 'record', register: 'mediation-subsidy', row: { do: 'pay', county: c.matter.county, claim: c.matter.id, paidOn: c.input.paidOn ?? '', voucher: c.input.voucher ?? '' } }, toMediator('调解补贴已发放', 'The subsidy was paid')] }),
    },
    object: {
      zh: '提出异议', en: 'Object', from: ['refused', 'approved', 'paid'], to: 'objected', basis: ['30.3'], by: [mediator], asks: ['objection'],
      then: c => ({ holder: { office: justiceOf(c.matter) }, counts: { objected: 1 }, effects: [notify({ office: justiceOf(c.matter) }, words('对调解补贴有异议，请按时答复', 'A subsidy is objected to; please answer in time'))] }),
    },
    answerObjection: {
      zh: '答复异议', en: 'Answer', from: ['objected'], to: ['closed', 'approved'], basis: ['30.3'], primary: true, by: county, asks: ['ruling', 'answer'],
      only: c => another(c) ?? (c.matter.facts.reviewedBy === c.actor.account ? refuse('two-people', words('审核人不能答复对它的异议（平台规则）', 'Who reviewed it can’t answer the objection (a product rule)'), { remedy: words('请由另一人答复', 'Ask another person to') }) : undefined),
      causes: words('写明结论和差额如何处理', 'With what becomes of any difference'),
      then: c => {
        const { approvedOn, paidOn } = c.matter.facts
        // What stands is what was done: approved and not paid yet, it is paid as approved.
        if (c.input.ruling === 'stands') return { ...(approvedOn !== undefined && paidOn === undefined ? { to: 'approved', ...toFinance(c.matter) } : { to: 'closed' }), effects: [toMediator('您的异议已有答复', 'Your objection was answered')] }
        return paidOn !== undefined ? fault('ruling', '已发放过，差额在答复中写明', 'It was paid: say in the answer what becomes of the difference')
          : { to: 'approved', ...toFinance(c.matter), set: { approvedOn: legalDay(c.now) }, counts: { approved: 1 }, effects: [toMediator('异议成立，予以补贴', 'Your objection stands: it is paid')] }
      },
    },
    settle: { zh: '无异议，办结', en: 'Closed', from: ['paid', 'refused'], to: 'closed', basis: [], by: [theClock] },
    escalate: escalationStep,
  },
  measures: { claimed: words('申领', 'Claimed'), approved: words('通过', 'Approved'), paid: words('发放', 'Paid'), refused: words('不予补贴', 'Refused'), objected: words('异议', 'Objected to') },
  list: { columns: ['class', 'place'] },
  notCovered: [{ basis: '30.3', why: words('资金拨付由财政支付系统办理，平台登记凭证', 'Money moves in the treasury’s own system; the voucher is recorded here') }],
})

/** A claim that came to nothing frees its case for another. */
function freed({ county: of, id }: Claim): Effect {
  return { do: 'record', register: 'mediation-subsidy', row: { do: 'free', county: of, claim: id } }
}
