import { region, rows, text, type RowOf } from '../../../kernel/facts.ts'
import { kindOfOffice, officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type Glance, type Move } from '../../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { levelOf } from '../../../kernel/region.ts'
import { holder, ofGovernment, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { code } from './columns.ts'
import { twice } from './items.ts'
import { anotherPerson, compared, drafting, justiceOf, makingFacts, overtaken, recorded, reminded, tell, tellLeads, untilInForce, untimely, type Base } from './making.ts'

export const dutyColumns = {
  code: code({ zh: '编码', en: 'Code', class: 'public', hint: words('事项的固定编码，修订时不变', 'Stays with the duty when the list is changed') }),
  name: text({ zh: '职责事项', en: 'Duty', class: 'public', max: 100 }),
  basis: text({ zh: '依据', en: 'Basis', class: 'public', max: 200, hint: words('法律、法规、规章或文件的名称和条款', 'The law, rule or instrument, and where in it') }),
} as const

export type DutyItem = RowOf<typeof dutyColumns>

const { draftedBy, ...making } = makingFacts

const facts = {
  place: region({ zh: '县（区）、乡镇（街道）', en: 'County or township', class: 'public', levels: ['county', 'township'] }),
  draftedBy: { ...draftedBy, label: words('单位', 'Office'), search: 'exact' as const },
  ...making,
  duties: rows(dutyColumns, { zh: '职责事项', en: 'Duties', class: 'public', max: 2000 }),
}

type Facts = typeof facts

const needs = { base: need<Base<DutyItem>>('duty-list', c => ({ office: c.matter.facts['draftedBy'] ?? c.actor.office ?? null })) }

type Now = Context<Facts, typeof needs>

/** County departments and township governments have duty lists; who reviews and who is self-governing has none here. */
const hasDuties = ({ actor }: Glance<Facts>): Refusal | undefined => {
  const kind = kindOfOffice(actor.office ?? '')
  return actor.office !== undefined && (levelOf(actor.region) === 'township' ? kind === 'gov' : !['lead', 'centre', 'access'].includes(kind)) ? undefined
    : refuse('no-duty-list', words('职责事项清单由县（区）部门和乡镇政府（街道办事处）编制', 'Duty lists are for county departments and township governments'), { remedy: words('请从该单位的岗位办理', 'Act from a post of such an office') })
}

const drafted = (c: Now): Refusal | Pick<Move<Facts>, 'set' | 'parties'> => {
  const list = c.facts.duties ?? []
  const doubled = twice('duties', list)
  if (doubled.length > 0) return refuse('bad-input', words('清单有编码重复', 'A code stands twice'), { faults: doubled })
  const late = untimely(c.facts.since, c.needs.base, c)
  if (late) return late
  const against = compared(c.needs.base, list, c.facts, 'duties')
  return isRefusal(against) ? against : { set: against.set, parties: [{ role: 'drafter', account: c.actor.account }] }
}

/**
 * 职责事项清单: what is an office’s own by its duties, of every county department and township (Art. 23.3, 50.2). What stands there and on no
 * list of assistance may not be passed down. Drafted by the office, reviewed by justice, published by the county.
 */
export const dutyList = procedure('duty-list', {
  title: words('职责事项清单', 'Duty list'),
  since: '2023-02-01',
  basis: ['23.3', '50.2'],
  facts,
  heading: 'title',
  place: 'place',
  needs,
  records: ['duty-list'],
  stages: {
    drafting: { zh: '起草中', en: 'Being drafted', due: within('list.draft', 'remind') },
    reviewing: { zh: '合法性审核中', en: 'Legality review', due: within('list.review', 'remind') },
    adopting: { zh: '待公布', en: 'To be published', due: within('list.publish', 'remind') },
    published: { zh: '已公布，待施行', en: 'Published, not yet in force', published: true, due: { then: 'enter', limit: c => untilInForce(c.facts.since, c.now) } },
    inForce: { zh: '施行中', en: 'In force', published: true, settled: true, due: within('list.look-over', 'lookOver') },
    superseded: { zh: '已被新版代替', en: 'Superseded', final: true, published: true },
    dropped: { zh: '已终止', en: 'Given up', final: true },
  },
  steps: {
    draft: {
      zh: '起草职责事项清单', en: 'Draft the duty list', opens: 'drafting', basis: ['23.3'], by: [post('handler', 'county', 'township'), post('lead', 'county', 'township')],
      asks: ['place', 'title', 'since', 'duties', 'reason?', 'reasons?'], needs: ['base'],
      causes: words('本单位的清单；经合法性审核后由县（区）公布', 'The list of one’s own office; reviewed, then published by the county'),
      only: hasDuties,
      then: c => {
        if (c.input.place !== c.actor.region) return faultAt('place', '请填本单位所在的县（区）或乡镇（街道）', 'It has to be the place of your own office')
        const draft = drafted(c)
        return isRefusal(draft) ? draft : { ...draft, set: { ...draft.set, draftedBy: c.actor.office ?? '' }, holder: { office: c.actor.office ?? '' }, counts: { drafted: 1 } }
      },
    },
    revise: {
      zh: '修改草案', en: 'Revise the draft', from: ['drafting'], basis: [], by: [holder('handler', 'lead')], asks: ['title?', 'since?', 'duties?', 'reason?', 'reasons?'], needs: ['base'],
      causes: words('没填的保持不变', 'What is left out stays'), then: drafted,
    },
    toReview: {
      zh: '送合法性审核', en: 'Hand to legality review', from: ['drafting'], to: 'reviewing', basis: [], primary: true, by: [holder('handler', 'lead')],
      then: c => ({ holder: { office: justiceOf(c.matter.county) }, effects: [tell(justiceOf(c.matter.county), '职责事项清单待合法性审核', 'A duty list awaits its legality review')] }),
    },
    pass: {
      zh: '审核通过', en: 'Pass', from: ['reviewing'], to: 'adopting', basis: [], primary: true, by: [holder('handler', 'lead')], asks: ['opinion'], only: anotherPerson,
      then: c => ({ holder: { office: officeCode(c.matter.county, 'lead') }, effects: [tell(drafting(c.matter), '清单审核通过', 'The list passed its review'), tellLeads(c.matter.county, '职责事项清单待公布', 'A duty list awaits publication')] }),
    },
    object: {
      zh: '提出审核意见，退回', en: 'Object', from: ['reviewing'], to: 'drafting', basis: [], by: [holder('handler', 'lead')], asks: ['opinion'],
      then: c => ({ holder: { office: drafting(c.matter) }, effects: [tell(drafting(c.matter), '清单审核有意见，请修改后再送审', 'The review objects: mend the list and hand it in again')] }),
    },
    publish: {
      zh: '公布', en: 'Publish', from: ['adopting'], to: 'published', basis: ['23.3'], primary: true, by: [ofGovernment('lead', 'county')], asks: ['instrument', 'since?'], needs: ['base'],
      causes: words('向社会公布，自施行日期起代替上一版', 'Published; from its day it holds in place of the version before'),
      only: anotherPerson,
      then: c => overtaken(c.matter, c.needs.base) ?? untimely(c.facts.since, c.needs.base, c) ?? {
        holder: { office: drafting(c.matter) }, counts: { published: 1 },
        ...(c.matter.facts.base !== undefined && { links: [{ kind: 'amends', matter: c.matter.facts.base }] }),
        effects: [recorded('duty-list', c.matter, c.facts.since ?? '', c.matter.facts.duties ?? [], { office: drafting(c.matter) }), tell(drafting(c.matter), '本单位的职责事项清单已公布', 'The duty list of your office was published')],
      },
    },
    sendBack: {
      zh: '退回修改', en: 'Send it back', from: ['adopting'], to: 'drafting', basis: [], by: [ofGovernment('lead', 'county')], asks: ['sentBackWhy'],
      then: c => ({ holder: { office: drafting(c.matter) }, effects: [tell(drafting(c.matter), '清单被退回修改，理由见详情', 'The list was sent back; the reason stands in it')] }),
    },
    enter: { zh: '施行', en: 'Come into force', from: ['published'], to: 'inForce', basis: [], by: [theClock], then: () => ({ effects: [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }] }) },
    supersede: { zh: '被新版代替', en: 'Be superseded', from: ['inForce'], to: 'superseded', basis: [], by: [thePlatform] },
    lookOver: {
      zh: '提醒评估清单', en: 'Ask to look it over', from: ['inForce'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'stage', start: 'list.look-over', then: 'lookOver' }], effects: [tell(drafting(c.matter), '职责事项清单施行已满一年，请评估是否调整', 'The duty list has been in force for a year: does it need adjusting?')] }),
    },
    dropDraft: {
      zh: '终止起草', en: 'Give up the draft', from: ['drafting', 'adopting'], to: 'dropped', basis: [], by: [holder('handler', 'lead'), ofGovernment('lead', 'county')], asks: ['droppedWhy'],
      causes: words('草案作废，现行清单不变', 'The draft is void; the list in force stays'),
    },
    remind: { zh: '逾期，提醒', en: 'Not done in time', from: ['drafting', 'reviewing', 'adopting'], basis: [], by: [theClock], then: c => reminded(c.matter) },
  },
  measures: { drafted: words('起草', 'Drafted'), published: words('公布', 'Published') },
  list: { columns: ['draftedBy', 'since', 'changes'] },
})
