import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, office, reference, region, text, yesNo } from '../../../kernel/facts.ts'
import { isMediation } from '../../../kernel/office-kinds.ts'
import { kindOfOffice } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf } from '../../../kernel/refusal.ts'
import { holder, ofGovernment, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { anotherThan, guides, isOfficePhone, justiceDepartment, justiceOf, justiceOffice, lateAgain } from './parts.ts'

/** A mediator who serves now: the matter of the service where it is in the register, and the name. */
export type ServingMediator = { readonly matter: string | null; readonly account: string; readonly name: string; readonly office: string }

const kinds = { named: { zh: '个人命名工作室', en: 'Studio under a mediator’s name' }, model: { zh: '品牌调解室', en: 'Model mediation room' } } as const
const outcomes = { keeps: { zh: '继续认定', en: 'Stays recognised' }, ends: { zh: '不再认定', en: 'No longer recognised' } } as const

const facts = {
  place: region({ zh: '设在哪里', en: 'Where it stands', class: 'public', search: 'exact', levels: ['township', 'village'] }),
  kind: choice(kinds, { zh: '类型', en: 'Kind', class: 'public', search: 'exact', basis: ['30.2'] }),
  name: text({ zh: '名称', en: 'Name', class: 'public', min: 4, max: 60, search: 'words' }),
  office: office({ zh: '所属调解委员会', en: 'Committee', class: 'public', search: 'exact' }),
  mediator: reference('account', { zh: '以谁命名', en: 'Named after', search: 'exact' }),
  contact: text({ zh: '办公电话', en: 'Phone of the office', class: 'public', min: 6, max: 20, hint: words('公开；只填固定办公电话', 'Published: the phone of the office alone') }),
  hours: text({ zh: '开放时间', en: 'Open', class: 'public', min: 2, max: 80 }),
  why: text({ zh: '理由', en: 'Why', min: 6, max: 500, lines: 3, hint: words('群众威信、调解经验，不写个人情况', 'Trust and experience; nothing else of the person') }),
  opinion: text({ zh: '意见', en: 'Opinion', class: 'public', min: 2, max: 500, lines: 2 }),
  outcome: choice(outcomes, { zh: '复核结论', en: 'Outcome of the review', class: 'public' }),
  left: yesNo({ zh: '命名的调解员已离任', en: 'The mediator it is named after no longer serves', class: 'public' }),
}

type Facts = typeof facts
const fault: FaultOf<Facts> = faultAt

const named = party('mediator', words('命名的调解员', 'the mediator it is named after'))
const toProposer = (zh: string, en: string): Effect => notify({ party: 'proposer' }, words(zh, en))
const toJustice = (region: string, zh: string, en: string): Effect => notify({ office: justiceOf(region) }, words(zh, en))

/** 调解室、工作室: proposed, agreed to by whoever it is named after, recognised by the county justice department, reviewed every three years (Art. 30.2). */
export const studio = procedure('studio', {
  title: words('调解室、工作室', 'Mediation studio'),
  since: '2023-02-01',
  basis: ['30.2'],
  facts,
  heading: 'name',
  place: 'place',
  records: ['studio'],
  needs: { serving: need<ServingMediator>('mediator', c => ({ account: c.facts['mediator'] ?? null, county: c.matter.county, at: c.now.toISOString() })) },
  stages: {
    consenting: { zh: '待本人同意', en: 'For the mediator to agree', due: within('studio.consent', 'lapse') },
    recognising: { zh: '待认定', en: 'To be recognised', due: within('studio.recognise', 'remind') },
    recognised: { zh: '已认定', en: 'Recognised', settled: true, published: true, due: within('studio.review', 'reviewDue') },
    reviewing: { zh: '复核中', en: 'Under review', published: true, due: within('studio.reviewed', 'remind') },
    over: { zh: '已结束', en: 'Ended', final: true, published: true },
    refused: { zh: '未认定', en: 'Not recognised', final: true },
  },
  steps: {
    propose: {
      zh: '推荐', en: 'Propose', opens: 'recognising', to: 'consenting', basis: ['30.2'], by: [post('committee', 'village'), ofGovernment('handler', 'township'), post('mediator'), justiceOffice, justiceDepartment], needs: ['serving'],
      asks: ['place', 'kind', 'name', 'office', { fact: 'mediator', where: 'kind', is: 'named' }, 'contact?', 'hours?', 'why'],
      causes: words('以个人命名的先问本人；由县（区）司法行政部门认定', 'Whoever it is named after is asked first; the county justice department recognises it'),
      then: c => {
        const { kind, office: of = '', mediator: account, contact } = c.input
        if (!isMediation(kindOfOffice(of))) return fault('office', '请选择人民调解委员会', 'Name a mediation committee')
        if (contact !== undefined && !isOfficePhone(contact)) return fault('contact', '请填固定办公电话；个人手机号不公开', 'Give the phone of the office: no personal number is published')
        const parties = [{ role: 'proposer', account: c.actor.account }, ...guides(c.matter.region)]
        if (kind === 'model') return { holder: { office: justiceOf(c.matter.region) }, parties, counts: { proposed: 1 }, effects: [toJustice(c.matter.region, '有调解室待认定', 'A model room awaits recognition')] }
        const { serving } = c.needs
        if (serving === undefined || serving.matter === null) return fault('mediator', '此人不在在任调解员名册', 'That person is not in the register of mediators now')
        return {
          to: 'consenting', holder: { office: justiceOf(c.matter.region) }, counts: { proposed: 1 }, links: [{ kind: 'studio', matter: serving.matter }],
          parties: [...parties, { role: 'mediator', account: account ?? '' }], effects: [notify({ party: 'mediator' }, words('拟以您的姓名成立工作室，请答复是否同意', 'A studio is to bear your name: please say whether you agree'))],
        }
      },
    },
    consent: { zh: '同意', en: 'I agree', from: ['consenting'], to: 'recognising', basis: ['30.2'], primary: true, by: [named], causes: words('认定后姓名随工作室公开', 'Once recognised, your name is published with it'), then: c => ({ effects: [toJustice(c.matter.region, '有工作室待认定', 'A studio awaits recognition')] }) },
    decline: { zh: '不同意', en: 'I do not agree', from: ['consenting'], to: 'refused', basis: ['30.2'], by: [named], then: () => ({ effects: [toProposer('本人不同意以其姓名命名', 'The mediator does not agree')] }) },
    lapse: { zh: '本人逾期未答复', en: 'No answer in time', from: ['consenting'], to: 'refused', basis: [], by: [theClock], then: () => ({ effects: [toProposer('本人逾期未答复，未命名', 'The mediator did not answer: nothing is named')] }) },
    recognise: {
      zh: '认定', en: 'Recognise', from: ['recognising'], to: 'recognised', basis: ['30.2'], primary: true, by: [justiceDepartment], asks: ['opinion?'], only: anotherThan('proposer', 'mediator'), needs: ['serving'],
      causes: words('名称、地点、开放时间和办公电话公开', 'Name, place, hours and phone of the office are published'),
      then: c => {
        const { kind = 'model', name = '', office: of = '', mediator: account, contact, hours } = c.matter.facts
        if (kind === 'named' && c.needs.serving === undefined) return refuse('not-serving', words('命名的调解员已不在任', 'The mediator it is named after no longer serves'), { basis: ['30.2'], remedy: words('请不予认定，或另行推荐', 'Refuse it, or propose another') })
        return {
          counts: { recognised: 1 },
          effects: [
            { do: 'record', register: 'studio', row: { do: 'recognise', county: c.matter.county, matter: c.matter.id, place: c.matter.region, name, kind, account: account ?? null, office: of, contact: contact ?? null, hours: hours ?? null, since: legalDay(c.now) } },
            toProposer('已认定', 'It was recognised'),
          ],
        }
      },
    },
    refuseIt: { zh: '不予认定', en: 'Do not recognise', from: ['recognising'], to: 'refused', basis: ['30.2'], by: [justiceDepartment], asks: ['opinion'], then: () => ({ effects: [toProposer('未予认定，意见见详情', 'It was not recognised; why stands in it')] }) },
    reviewDue: { zh: '三年期满，复核', en: 'Due for its review', from: ['recognised'], to: 'reviewing', basis: ['30.2'], by: [theClock], then: c => ({ effects: [toJustice(c.matter.region, '调解室、工作室待复核', 'A studio is due for its review')] }) },
    review: {
      zh: '复核', en: 'Review', from: ['recognised', 'reviewing'], to: ['recognised', 'over'], basis: ['30.2'], primary: true, by: [justiceDepartment], asks: ['outcome', 'opinion'], only: anotherThan('mediator'),
      then: c => (c.input.outcome === 'keeps'
        ? { to: 'recognised', counts: { reviewed: 1 }, effects: [{ do: 'record', register: 'studio', row: { do: 'review', county: c.matter.county, matter: c.matter.id, reviewed: legalDay(c.now) } }] }
        : { to: 'over', counts: { reviewed: 1, ended: 1 }, effects: [{ do: 'record', register: 'studio', row: { do: 'end', county: c.matter.county, matter: c.matter.id, ended: legalDay(c.now) } }, toProposer('复核后不再认定，意见见详情', 'It is no longer recognised; why stands in it')] }),
    },
    mediatorLeft: { zh: '命名的调解员已离任', en: 'The mediator no longer serves', from: ['recognised', 'reviewing'], to: 'reviewing', basis: ['30.2'], by: [thePlatform], then: c => ({ set: { left: true }, effects: [toJustice(c.matter.region, '工作室命名的调解员已离任，请复核', 'The mediator a studio is named after no longer serves: please review it')] }) },
    end: {
      zh: '结束', en: 'End it', from: ['recognised', 'reviewing'], to: 'over', basis: ['30.2'], by: [justiceDepartment, named], asks: ['opinion'],
      then: c => ({ counts: { ended: 1 }, effects: [{ do: 'record', register: 'studio', row: { do: 'end', county: c.matter.county, matter: c.matter.id, ended: legalDay(c.now) } }, toJustice(c.matter.region, '调解室、工作室已结束', 'A studio was ended')] }),
    },
    withdraw: { zh: '撤回推荐', en: 'Withdraw', from: ['consenting', 'recognising'], to: 'refused', basis: [], by: [party('proposer', words('推荐人', 'who proposed it')), holder('handler')], asks: ['opinion'] },
    remind: { zh: '逾期未办，提醒', en: 'Not done in time', from: ['recognising', 'reviewing'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'remind', '调解室、工作室事项逾期未办', 'A matter of a studio is late') },
  },
  measures: { proposed: words('推荐', 'Proposed'), recognised: words('认定', 'Recognised'), reviewed: words('复核', 'Reviewed'), ended: words('结束', 'Ended') },
  list: { columns: ['place', 'kind', 'office'] },
  notCovered: [{ basis: '30.2', why: words('不以调解成功率评比', 'Rates of success are not compared') }],
})
