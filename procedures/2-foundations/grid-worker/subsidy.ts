import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { account, choice, day, matterRef, reference, region, rows, text, whole } from '../../../kernel/facts.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { holder, ofGovernment, party, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { escalationFacts, escalationStep, toTownship, townshipOf } from '../../usual/field-work.ts'
import { computed, shortfalls, yuan, type Basis } from './subsidy-items.ts'

const fen = words('分', 'fen')

const facts = {
  place: region({ zh: '网格或村（社区）', en: 'Grid or village', class: 'public', search: 'exact' }),
  worker: reference('account', { zh: '网格员', en: 'Grid worker' }),
  monthDay: day({ zh: '哪个月（填当月任一天）', en: 'Which month (any day of it)' }),
  month: text({ zh: '月份', en: 'Month', class: 'public', search: 'exact', max: 7 }),
  about: text({ zh: '事项', en: 'About', max: 60 }),
  scheme: text({ zh: '依据的补贴办法', en: 'Rule it goes by', max: 120 }),
  schemeId: matterRef({ zh: '补贴办法编号', en: 'Matter of the rule' }),
  lines: rows({ what: text({ zh: '项目', en: 'Item', max: 60 }), count: whole({ zh: '数量', en: 'How many' }), each: whole({ zh: '单价（分）', en: 'Each, fen', min: -100_000_000 }), fen: whole({ zh: '金额（分）', en: 'Amount, fen', min: -100_000_000 }) }, { zh: '计算明细', en: 'How it is computed', class: 'sensitive', min: 0, max: 20 }),
  sum: whole({ zh: '应发', en: 'Sum', class: 'sensitive', unit: fen }),
  note: text({ zh: '说明', en: 'Note', max: 300 }),
  sendBack: text({ zh: '退回理由', en: 'Why it goes back', min: 4, max: 300 }),
  reviewedBy: account({ zh: '审核人', en: 'Who reviewed it' }),
  voucher: text({ zh: '支付凭证号', en: 'Voucher', min: 2, max: 60 }),
  paidOn: day({ zh: '发放日期', en: 'Paid on' }),
  dispute: text({ zh: '异议', en: 'What is disputed', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  disputes: whole({ zh: '已提出异议次数', en: 'Times disputed', max: 9 }),
  ruling: choice({ stands: { zh: '计算无误', en: 'It is right' }, again: { zh: '重新计算', en: 'Computed again' } }, { zh: '答复结论', en: 'Answer' }),
  rulingReason: text({ zh: '答复理由', en: 'Reasons', class: 'sensitive', min: 4, max: 500, lines: 2 }),
  difference: whole({ zh: '补发金额', en: 'Difference paid', class: 'sensitive', min: 1, max: 100_000_000, unit: fen }),
  because: choice(shortfalls, { zh: '差额原因', en: 'Why it fell short' }),
  differenceVoucher: text({ zh: '补发支付凭证号', en: 'Voucher of the difference', min: 2, max: 60 }),
  differenceOn: day({ zh: '补发日期', en: 'Difference paid on' }),
  ...escalationFacts,
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const monthOf = (day: unknown): string => (typeof day === 'string' ? day.slice(0, 7) : '')

const worker = party('worker', words('网格员本人', 'the worker'))
const toWorker = (zh: string, en: string): Effect => notify({ party: 'worker' }, words(zh, en))

/** Nobody reviews, pays or rules on their own subsidy or their own sum. */
const another = ({ matter, actor }: Glance<Facts>): Refusal | undefined =>
  (matter.parties.some(one => ['worker', 'computer'].includes(one.role) && one.account === actor.account)
    ? refuse('two-people', words('计算人和网格员本人不能审核、发放（平台规则）', 'Neither who computed it nor the worker reviews or pays it (a product rule)'), { remedy: words('请由另一人办理', 'Ask another person to') }) : undefined)

/** Nor does who approved it answer the dispute. */
const anotherRules = (c: Glance<Facts>): Refusal | undefined => another(c) ?? (c.matter.facts.reviewedBy === c.actor.account
  ? refuse('two-people', words('审核人不能答复对它的异议（平台规则）', 'Who approved it can’t answer the dispute (a product rule)'), { remedy: words('请由另一人答复', 'Ask another person to') }) : undefined)

const county = (region: string): string => officeCode(countyOf(region), 'gov')

/** The township answers first, and where the worker is not convinced the county, once for each computation. */
const answeredTwice = ({ matter }: Glance<Facts>): Refusal | undefined => ((matter.facts.disputes ?? 0) < 2 ? undefined
  : refuse('answered-twice', words('乡镇（街道）和县（区）都已答复（平台规则）', 'The township and the county have both answered (a product rule)'), { remedy: words('仍有异议的，可依法向信访或者人力资源社会保障部门反映', 'You may turn to the petitions office or to human resources and social security') }))

const alreadyPaid = (month: string): Refusal => refuse('paid-already', words(`${month} 的补贴已经发放`, `The subsidy of ${month} was paid already`), { remedy: words('有出入的由网格员提出异议，差额另行补发', 'Where it was wrong, the worker disputes it; a difference is paid apart') })

const differencePaid = refuse('difference-paid', words('这个月的差额已经补发', 'The difference of this month was paid already'), { remedy: words('请只作答复，写明理由', 'Answer with reasons alone') })

/** Entered within a month of the day. */
const isLately = (day: string, now: Date): boolean => day <= legalDay(now) && day >= daysAfter(legalDay(now), -31)

/**
 * 网格员补贴: a month of one worker, computed line by line from the local rule and from records, reviewed by another, paid once, open to the worker’s
 * dispute before and after; a difference found after is paid once more, with its reason (Art. 21.3).
 */
export const subsidy = procedure('subsidy', {
  title: words('网格员补贴', 'Subsidy of a grid worker'),
  since: '2023-02-01',
  basis: ['21.3'],
  facts,
  heading: 'about',
  place: 'place',
  needs: { basis: need<Basis>('subsidy-basis', c => ({ county: c.matter.county, region: c.matter.region, account: c.facts['worker'] ?? null, scheme: c.matter.facts['schemeId'] ?? null, month: monthOf(c.facts['monthDay']), at: c.now.toISOString() })) },
  records: ['subsidy-payment'],
  stages: {
    reviewing: { zh: '待审核', en: 'To be reviewed', due: within('subsidy.review', 'escalate') },
    returned: { zh: '退回重算', en: 'To be computed again', due: within('subsidy.review', 'escalate') },
    paying: { zh: '待发放', en: 'To be paid', due: within('subsidy.pay', 'escalate') },
    disputed: { zh: '有异议，待答复', en: 'Disputed', due: within('subsidy.answer', 'escalate') },
    paid: { zh: '已发放', en: 'Paid', settled: true, due: within('subsidy.dispute', 'settle') },
    disputedPaid: { zh: '发放后有异议', en: 'Disputed after it was paid', due: within('subsidy.answer', 'escalate') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    dropped: { zh: '已撤销', en: 'Dropped', final: true },
  },
  steps: {
    compute: {
      zh: '计算补贴', en: 'Compute', opens: 'reviewing', basis: ['21.3'], by: [ofGovernment('handler', 'township')], asks: ['place', 'worker', 'monthDay', 'note?'], needs: ['basis'],
      causes: words('按补贴办法和记录自动计算；本人可以看到明细并提出异议', 'Computed by the rule and from records; the worker sees each line and may dispute it'),
      then: c => {
        const { worker: account = '', monthDay = '' } = c.input
        const month = monthDay.slice(0, 7)
        if (month >= legalDay(c.now).slice(0, 7)) return fault('monthDay', '当月结束后再计算', 'A month is computed once it is over')
        const { basis } = c.needs
        if (basis?.duty === undefined) return fault('worker', '该人当月不是此地的网格员', 'That person was no grid worker here in that month')
        if (basis.scheme === undefined) return refuse('no-scheme', words('当月没有施行中的补贴办法', 'No rule on subsidies was in force in that month'), { basis: ['21.3'], remedy: words('请先起草并审定补贴办法', 'Draft one and have it adopted first') })
        if (basis.paid) return alreadyPaid(month)
        const { lines, fen: sum } = computed(basis.scheme, basis.duty, basis.done)
        return {
          holder: { office: townshipOf(c.matter.region) }, counts: { computed: 1 },
          set: { month, about: `${month} 网格员补贴`, scheme: basis.scheme.title, schemeId: basis.scheme.matter, lines: lines.map(one => ({ ...one })), sum },
          parties: [{ role: 'worker', account }, { role: 'computer', account: c.actor.account }],
          effects: [toTownship(c.matter.region, words('有网格员补贴待审核', 'A subsidy awaits review')), toWorker('您的补贴已计算，请核对明细', 'Your subsidy was computed; please look at its lines')],
        }
      },
    },
    approve: { zh: '审核通过', en: 'Approve', from: ['reviewing'], to: 'paying', basis: ['21.3'], primary: true, by: [holder('handler', 'lead')], only: another, then: c => ({ set: { reviewedBy: c.actor.account } }) },
    sendBack: {
      zh: '退回重算', en: 'Send back', from: ['reviewing'], to: 'returned', basis: ['21.3'], by: [holder('handler', 'lead')], asks: ['sendBack'], only: another,
      then: () => ({ set: { schemeId: null }, effects: [notify({ party: 'computer' }, words('补贴被退回重算，理由见详情', 'A subsidy came back; why stands in it'))] }),
    },
    computeAgain: {
      zh: '重新计算', en: 'Compute again', from: ['returned'], to: 'reviewing', basis: ['21.3'], primary: true, by: [holder('handler')], asks: ['note?'], needs: ['basis'],
      then: c => {
        const { basis } = c.needs
        if (basis?.scheme === undefined || basis.duty === undefined) return refuse('no-scheme', words('当月没有施行中的补贴办法', 'No rule on subsidies was in force in that month'), { basis: ['21.3'], remedy: words('请撤销', 'Drop it') })
        const { lines, fen: sum } = computed(basis.scheme, basis.duty, basis.done)
        return { set: { scheme: basis.scheme.title, schemeId: basis.scheme.matter, lines: lines.map(one => ({ ...one })), sum, disputes: null }, parties: [{ role: 'computer', account: c.actor.account }], effects: [toWorker('您的补贴已重新计算', 'Your subsidy was computed again')] }
      },
    },
    pay: {
      zh: '登记发放', en: 'Say it was paid', from: ['paying'], to: 'paid', basis: ['21.3'], primary: true, by: [holder('handler', 'lead')], asks: ['voucher', 'paidOn'], needs: ['basis'], only: another,
      causes: words('同一人同一月只发一次', 'One worker is paid once for one month'),
      then: c => {
        const { month = '' } = c.matter.facts
        if (!isLately(c.input.paidOn ?? '', c.now)) return fault('paidOn', '填最近一个月内的发放日期', 'A day of the last month')
        const { basis } = c.needs
        if (basis?.paid === true) return alreadyPaid(month)
        if (basis?.scheme === undefined || basis.duty === undefined) return refuse('no-scheme', words('当月没有施行中的补贴办法', 'No rule on subsidies was in force in that month'), { basis: ['21.3'], remedy: words('请退回重算', 'Have it computed again') })
        return {
          counts: { paid: 1 },
          effects: [
            { do: 'record', register: 'subsidy-payment', row: { county: c.matter.county, matter: c.matter.id, account: c.matter.facts.worker ?? '', month, township: c.matter.region.slice(0, 9), fen: computed(basis.scheme, basis.duty, basis.done).fen } },
            toWorker('补贴已发放', 'Your subsidy was paid'),
          ],
        }
      },
    },
    dispute: {
      zh: '提出异议', en: 'Dispute', from: ['reviewing', 'paying', 'paid'], to: ['disputed', 'disputedPaid'], basis: [], by: [worker], asks: ['dispute'],
      causes: words('先由乡镇（街道）答复，不认可的可再提一次，由县（区）答复；发放前的暂停发放（平台规则）', 'The township answers; where you are not convinced, once more and the county does; nothing is paid before (a product rule)'),
      only: answeredTwice,
      then: c => {
        const disputes = (c.matter.facts.disputes ?? 0) + 1
        const office = disputes > 1 ? county(c.matter.region) : townshipOf(c.matter.region)
        return {
          to: c.matter.stage === 'paid' ? 'disputedPaid' : 'disputed', holder: { office }, set: { disputes }, counts: { disputed: 1 },
          effects: [notify({ office }, words('网格员对补贴有异议，请按时答复', 'A worker disputes a subsidy; please answer in time'))],
        }
      },
    },
    rule: {
      zh: '答复异议', en: 'Answer', from: ['disputed'], to: ['reviewing', 'returned'], basis: [], primary: true, by: [holder('handler', 'lead')], asks: ['ruling', 'rulingReason'], only: anotherRules,
      then: c => ({
        ...(c.input.ruling === 'again' ? { to: 'returned' as const, set: { schemeId: null } } : { to: 'reviewing' as const }), holder: { office: townshipOf(c.matter.region) },
        effects: [toWorker('您的异议已有答复', 'Your dispute was answered'), toTownship(c.matter.region, words('补贴异议已有答复，请继续办理', 'A dispute of a subsidy was answered; please go on'))],
      }),
    },
    rulePaid: {
      zh: '答复发放后的异议', en: 'Answer after it was paid', from: ['disputedPaid'], to: ['paid', 'closed'], basis: [], primary: true, by: [holder('handler', 'lead')], asks: ['rulingReason'], only: anotherRules,
      causes: words('须写明差额如何处理；网格员不认可的，可再由县（区）答复', 'Say what becomes of any difference; not convinced, the worker may have the county answer'),
      then: c => ({ to: (c.matter.facts.disputes ?? 0) > 1 ? 'closed' : 'paid', holder: { office: townshipOf(c.matter.region) }, effects: [toWorker('您的异议已有答复', 'Your dispute was answered')] }),
    },
    payDifference: {
      zh: '补发差额并答复', en: 'Pay the difference and answer', from: ['disputedPaid'], to: ['paid', 'closed'], basis: ['21.3'], by: [holder('handler', 'lead')], asks: ['rulingReason', 'because', 'difference', 'differenceVoucher', 'differenceOn'], needs: ['basis'],
      causes: words('差额另记一笔，一人一月只补发一次；网格员仍不认可的，可再由县（区）答复', 'The difference is entered as a payment of its own, once for a month; not convinced, the worker may have the county answer'),
      only: c => anotherRules(c) ?? (c.matter.facts.differenceOn === undefined ? undefined : differencePaid),
      then: c => {
        const { because = 'records', difference = 0, differenceOn = '' } = c.input
        if (!isLately(differenceOn, c.now)) return fault('differenceOn', '填最近一个月内的发放日期', 'A day of the last month')
        const { basis } = c.needs
        const paid = basis?.paidFen ?? 0
        const byRule = basis?.scheme === undefined || basis.duty === undefined ? 0 : computed(basis.scheme, basis.duty, basis.done).fen
        // What the rule gives now may be made up in full; beyond it a difference stays below what was paid: it is no second payment.
        const most = Math.max(byRule - paid, paid - 1)
        if (difference > most) return fault('difference', `差额最多 ${yuan(most)} 元，不能变成再发一次`, `The difference is ${yuan(most)} yuan at most: it is no second payment`)
        return {
          to: (c.matter.facts.disputes ?? 0) > 1 ? 'closed' : 'paid', holder: { office: townshipOf(c.matter.region) }, counts: { differences: 1 },
          effects: [
            { do: 'record', register: 'subsidy-payment', row: { county: c.matter.county, matter: c.matter.id, account: c.matter.facts.worker ?? '', month: c.matter.facts.month ?? '', township: c.matter.region.slice(0, 9), fen: difference, because } },
            toWorker('您的异议已有答复，差额已补发', 'Your dispute was answered and the difference paid'),
          ],
        }
      },
    },
    drop: { zh: '撤销', en: 'Drop it', from: ['reviewing', 'returned', 'paying'], to: 'dropped', basis: [], by: [holder('handler', 'lead')], asks: ['note'], then: () => ({ effects: [toWorker('补贴计算已撤销，理由见详情', 'The subsidy was dropped; why stands in it')] }) },
    settle: { zh: '无异议，办结', en: 'Closed', from: ['paid'], to: 'closed', basis: [], by: [theClock] },
    escalate: escalationStep,
  },
  documents: {
    slip: {
      zh: '网格员补贴单', en: 'Slip of the subsidy', basis: ['21.3'], from: ['compute', 'computeAgain'], uses: ['month', 'scheme', 'lines', 'sum'],
      make: c => ({
        issuer: c.office(townshipOf(c.region)), title: `${c.facts.month ?? ''}网格员补贴单`, day: c.day, signed: [{ by: c.office(townshipOf(c.region)), how: 'seal' }],
        body: [
          { p: `依据《${c.facts.scheme ?? ''}》计算如下（单位：元）：` },
          { table: { head: ['项目', '数量', '单价', '金额'], rows: (c.facts.lines ?? []).map(one => [one.what ?? '', String(one.count ?? 0), yuan(one.each ?? 0), yuan(one.fen ?? 0)]) } },
          { p: `应发合计：${yuan(c.facts.sum ?? 0)} 元。对计算有异议的，可以在平台提出。` },
        ],
      }),
    },
  },
  measures: { computed: words('计算', 'Computed'), paid: words('发放', 'Paid'), disputed: words('提出异议', 'Disputed'), differences: words('补发差额', 'Differences paid') },
  list: { columns: ['place', 'month'] },
  notCovered: [{ basis: '21.3', why: words('资金拨付由财政支付系统办理，平台登记凭证', 'Money moves in the treasury’s own system; the voucher is recorded here') }],
})
