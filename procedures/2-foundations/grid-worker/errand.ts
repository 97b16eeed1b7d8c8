import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, office, personName, phone, region, text } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { procedure, within, type Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, holder, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Law } from '../../../kernel/clock.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { escalationFacts, escalationStep, toGridWorkers, townshipOf } from '../../usual/field-work.ts'

const consents = {
  self: { zh: '本人当面同意', en: 'The person, face to face' },
  guardian: { zh: '监护人同意', en: 'The guardian' },
  family: { zh: '本人委托家属同意', en: 'Family, as the person asked' },
  online: { zh: '本人在线提出', en: 'Asked for online by the person' },
} as const

const channels = {
  online: { zh: '政务服务网、小程序', en: 'Online' },
  window: { zh: '政务服务大厅窗口', en: 'At the counter' },
  station: { zh: '村（社区）便民服务点', en: 'At the community’s service point' },
} as const

const results = {
  granted: { zh: '已办成', en: 'Granted' },
  refused: { zh: '未予办理', en: 'Refused' },
} as const

const facts = {
  service: text({ zh: '代办什么事', en: 'Which service', min: 4, max: 120, search: 'words', hint: words('如：城乡居民医保参保登记；不写证件号', 'Such as: joining the residents’ health insurance; no document numbers') }),
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  name: personName({ zh: '委托人', en: 'For whom', search: 'name' }),
  phone: phone({ zh: '联系电话', en: 'Phone' }),
  consent: choice(consents, { zh: '委托方式', en: 'How it was agreed', basis: ['21.4'] }),
  agreed: text({ zh: '委托范围', en: 'What was agreed', min: 4, max: 300, hint: words('办什么、用哪些材料、用完归还', 'What is filed, with which papers, given back after use') }),
  office: office({ zh: '受理单位', en: 'Office that decides', class: 'public', search: 'exact' }),
  channel: choice(channels, { zh: '办理渠道', en: 'How it was filed', class: 'public' }),
  receipt: text({ zh: '受理回执号', en: 'Receipt number', min: 4, max: 60 }),
  filedOn: day({ zh: '提交日期', en: 'Filed on' }),
  expected: day({ zh: '承诺办结日期', en: 'Decision expected by' }),
  missing: text({ zh: '需补什么', en: 'What is missing', min: 4, max: 300, lines: 2 }),
  added: text({ zh: '已补什么', en: 'What was added', min: 2, max: 300 }),
  result: choice(results, { zh: '结果', en: 'Result', class: 'public', search: 'exact' }),
  resultNote: text({ zh: '结果说明', en: 'What was decided', min: 4, max: 500, lines: 2 }),
  whyNot: text({ zh: '不能代办的原因', en: 'Why it can’t be filed', min: 4, max: 300 }),
  whereTo: text({ zh: '应去哪里办', en: 'Where to go', min: 2, max: 300 }),
  ...escalationFacts,
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const asker = party('reporter', words('委托人', 'who asked'))
const worker = party('worker', words('代办人', 'who files it'))
const toAsker = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))
const toWorker = (zh: string, en: string): Effect => notify({ party: 'worker' }, words(zh, en))

/** Who files it can’t say in the resident’s place that it was received. */
const notWhoFiles = ({ matter, actor }: Glance<Facts>): Refusal | undefined =>
  (matter.parties.some(one => one.role === 'worker' && one.account === actor.account)
    ? refuse('own-work', words('代办人不能代居民确认（平台规则）', 'Who files it can’t confirm in the resident’s place (a product rule)'), { remedy: words('居民没有账号的，不用确认，到期办结', 'Where the resident has no account nobody confirms: it closes in time') }) : undefined)

/** Filed on a day that is not to come, with a decision expected on one that is not past and not too far. */
const filingFault = (filedOn: string, expected: string, now: Date, law: Law): Refusal | undefined =>
  (filedOn > legalDay(now) || filedOn < daysAfter(legalDay(now), -7) ? fault('filedOn', '填最近七天内的提交日期', 'A day of the last seven')
    : endTooFar({ until: expected, now, law, from: legalDay(now), longest: 'errand.expect-longest', fact: 'expected' }))

const expectedDay = (c: { readonly matter: Matter<Facts>; readonly facts: { readonly expected?: string }; readonly now: Date }) => untilDay(c.facts.expected ?? legalDay(c.now), c.now, words('受理单位承诺的日期', 'the day the office promised'))

/**
 * 代办: a grid worker files a government service for a resident, with consent and receipt, and tracks it to its result (Art. 21.4). The platform keeps what
 * was agreed and the receipt, never the documents.
 */
export const errand = procedure('errand', {
  title: words('代办', 'Errand'),
  since: '2023-02-01',
  basis: ['21.4'],
  facts,
  heading: 'service',
  place: 'place',
  stages: {
    asked: { zh: '待提交', en: 'To be filed', due: within('errand.file', 'escalate') },
    filed: { zh: '办理中', en: 'Filed', due: { then: 'escalate', limit: expectedDay, standsStillIn: ['missing'] } },
    missing: { zh: '待补材料', en: 'Papers missing', due: within('errand.expect-longest', 'escalate') },
    confirming: { zh: '待居民确认', en: 'For the resident to confirm', due: within('errand.confirm', 'closeUnanswered') },
    closed: { zh: '已办结', en: 'Closed', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    ask: {
      zh: '委托代办', en: 'Ask to have it filed', opens: 'asked', basis: ['21.4'], by: [anyResident, post('gridWorker'), post('committee')], asks: ['service', 'place', 'name', 'phone?', 'consent?', 'agreed'],
      causes: words('不收取费用；证件用完归还，平台不保存证件', 'Free of charge; papers are given back, and none is kept here'),
      then: c => {
        const online = c.actor.kind === 'resident'
        if (!online && (c.input.consent === undefined || c.input.consent === 'online')) return fault('consent', '请选择本人、监护人或家属如何同意', 'Say how the person, guardian or family agreed')
        return {
          holder: { office: townshipOf(c.matter.region) }, ...(online && { set: { consent: 'online' as const } }), counts: { asked: 1 },
          parties: [{ role: 'reporter', account: c.actor.account }, ...(c.actor.kind === 'gridWorker' ? [{ role: 'worker', account: c.actor.account }] : [])],
          effects: online ? toGridWorkers(c.matter.region, words('有居民委托代办', 'A resident asks to have a service filed')) : [],
        }
      },
    },
    file: {
      zh: '登记提交', en: 'Say it was filed', from: ['asked'], to: 'filed', basis: ['21.4'], primary: true, by: [post('gridWorker')], asks: ['channel', 'receipt', 'office?', 'filedOn', 'expected'],
      causes: words('委托人会收到回执号和承诺日期', 'Whoever asked is told of the receipt and the day promised'),
      then: c => filingFault(c.input.filedOn ?? '', c.input.expected ?? '', c.now, c.law) ?? { parties: [{ role: 'worker', account: c.actor.account }], counts: { filed: 1 }, effects: [toAsker('代办事项已提交，回执见详情', 'It was filed; the receipt stands in it')] },
    },
    decline: {
      zh: '不能代办', en: 'It can’t be filed', from: ['asked'], to: 'closed', basis: ['21.4'], by: [post('gridWorker'), holder('handler', 'lead')], asks: ['whyNot', 'whereTo'],
      then: () => ({ counts: { declined: 1 }, effects: [toAsker('该事项不能代办，原因和去处见详情', 'It can’t be filed for you; why, and where to go, stands in it')] }),
    },
    lack: {
      zh: '需补材料', en: 'Papers are missing', from: ['filed'], to: 'missing', basis: ['21.4'], by: [worker, holder('handler', 'lead')], asks: ['missing'],
      causes: words('补齐前不计办理时间', 'Its time stands still until they are there'),
      then: () => ({ effects: [toAsker('代办事项需补材料', 'Papers are missing')] }),
    },
    supplement: { zh: '已补材料', en: 'Papers added', from: ['missing'], to: 'filed', basis: ['21.4'], primary: true, by: [asker, worker], asks: ['added'], then: () => ({ effects: [toWorker('材料已补，请继续办理', 'The papers are there; please go on')] }) },
    tellResult: {
      zh: '登记结果', en: 'Say what was decided', from: ['filed'], to: 'confirming', basis: ['21.4'], primary: true, by: [worker, holder('handler', 'lead')], asks: ['result', 'resultNote'],
      causes: words('由委托人确认收到', 'Whoever asked confirms that it was received'),
      then: c => ({ counts: { [c.input.result ?? 'refused']: 1 }, effects: [toAsker('代办事项已有结果，请确认', 'There is a decision; please confirm')] }),
    },
    confirm: { zh: '确认收到', en: 'Confirm', from: ['confirming'], to: 'closed', basis: ['21.4'], primary: true, by: [asker], only: notWhoFiles, then: () => ({ counts: { confirmed: 1 }, effects: [toWorker('居民已确认', 'The resident confirmed')] }) },
    notReceived: { zh: '没有收到', en: 'Not received', from: ['confirming'], to: 'filed', basis: ['21.4'], by: [asker], then: () => ({ effects: [toWorker('居民没有收到结果，请核实', 'The resident has received nothing: please look into it')] }) },
    closeUnanswered: { zh: '逾期未确认，办结', en: 'Closed unanswered', from: ['confirming'], to: 'closed', basis: [], by: [theClock] },
    withdraw: {
      zh: '撤回委托', en: 'Withdraw', from: ['asked', 'filed', 'missing'], to: 'withdrawn', basis: ['21.4'], by: [asker],
      causes: words('网格员归还材料，不再办理', 'The papers are given back and nothing more is filed'),
      then: () => ({ counts: { withdrawn: 1 }, effects: [toWorker('委托人撤回代办，请归还材料', 'The errand was withdrawn: give the papers back')] }),
    },
    escalate: escalationStep,
  },
  measures: { asked: words('委托', 'Asked'), filed: words('提交', 'Filed'), granted: words('办成', 'Granted'), refused: words('未予办理', 'Refused'), declined: words('不能代办', 'Not filed'), confirmed: words('居民确认', 'Confirmed'), withdrawn: words('撤回', 'Withdrawn') },
  list: { columns: ['place', 'office', 'result'] },
  notCovered: [{ basis: '21.4', why: words('政务服务本身由受理单位依法办理；平台不保存证件和材料', 'The service itself is decided by its office; no documents are kept here') }],
})
