import { region, yesNo } from '../../../kernel/facts.ts'
import { kindOfOffice, officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type Glance, type Move } from '../../../kernel/procedure.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { holder, ofGovernment, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { heavier } from './heavier.ts'
import { itemFaults, items, type ListItem } from './items.ts'
import { anotherPerson, compared, drafting, justiceOf, makingFacts, overtaken, recorded, reminded, tell, tellLeads, untilInForce, untimely, type Base } from './making.ts'

const facts = {
  county: region({ zh: '县（区）', en: 'County', class: 'public', levels: ['county'] }),
  ...makingFacts,
  items,
  again: yesNo({ zh: '须再次征求意见', en: 'To be consulted on again', class: 'public' }),
}

type Facts = typeof facts

/** What communities said to the draft: how many comments are unanswered, and which items they concern that were adopted. */
export type Comments = { readonly open: number; readonly adopted: readonly string[] }

const needs = {
  base: need<Base<ListItem>>('work-list', c => ({ county: c.matter.county })),
  categories: need<readonly string[]>('category-codes', () => ({})),
  comments: need<Comments>('list-comments', c => ({ county: c.matter.county, list: c.matter.id })),
  communities: need<readonly string[]>('communities', c => ({ region: c.matter.county })),
}

type Now = Context<Facts, typeof needs>

/** Offices that draft for the county’s government. */
const drafters: readonly string[] = ['gov', 'lead', 'centre', 'civil-affairs']

const draftsForTheCounty = ({ actor }: Glance<Facts>): Refusal | undefined => (actor.office !== undefined && drafters.includes(kindOfOffice(actor.office)) ? undefined
  : refuse('not-the-drafter', words('清单由县（区）人民政府组织制定', 'The county government has the lists drawn up'), { basis: ['23.1'], remedy: words('需要调整清单的，请提出调整建议', 'Where the lists should change, propose it') }))

/** The draft as it now stands, judged and compared with the version before. */
const drafted = (c: Now): Refusal | Pick<Move<Facts>, 'set' | 'parties'> => {
  const list = c.facts.items ?? []
  const wrong = itemFaults(list, c.needs.categories) ?? untimely(c.facts.since, c.needs.base, c)
  if (wrong) return wrong
  const against = compared(c.needs.base, list, c.facts)
  return isRefusal(against) ? against : { set: against.set, parties: [{ role: 'drafter', account: c.actor.account }] }
}

/** Once communities were consulted, what asks more of them than the draft they saw goes to them again; what they themselves asked for does not. */
const unseen = (c: Now): boolean => {
  const asked = new Set(c.needs.comments?.adopted)
  return c.matter.facts.again === true || heavier(c.matter.facts.items ?? [], c.facts.items ?? []).some(code => !asked.has(code))
}

const told = (c: Now, zh: string, en: string) => (c.needs.communities ?? []).map(office => tell(office, zh, en))

/**
 * 县（区）事项清单: the community’s own items and the items in which it assists government, one versioned document of a county (Art. 23.1):
 * drafted, consulted on, reviewed, published, in force until the next. A change is a new version, compared item by item with the one before.
 */
export const workList = procedure('work-list', {
  title: words('社区工作和协助政府事项清单', 'Lists of communities’ work'),
  since: '2023-02-01',
  basis: ['23.1'],
  facts,
  heading: 'title',
  place: 'county',
  needs,
  records: ['work-list'],
  stages: {
    drafting: { zh: '起草中', en: 'Being drafted', due: within('list.draft', 'remind') },
    consulting: { zh: '征求意见中', en: 'Being consulted on', published: true, due: within('list.consult', 'closeConsultation') },
    answering: { zh: '答复意见、修改', en: 'Comments being answered', published: true, due: within('list.answer', 'remind') },
    reviewing: { zh: '合法性审核中', en: 'Legality review', published: true, due: within('list.review', 'remind') },
    adopting: { zh: '待公布', en: 'To be published', published: true, due: within('list.publish', 'remind') },
    published: { zh: '已公布，待施行', en: 'Published, not yet in force', published: true, due: { then: 'enter', limit: c => untilInForce(c.facts.since, c.now) } },
    inForce: { zh: '施行中', en: 'In force', published: true, settled: true, due: within('list.look-over', 'lookOver') },
    superseded: { zh: '已被新版代替', en: 'Superseded', final: true, published: true },
    dropped: { zh: '已终止', en: 'Given up', final: true },
  },
  steps: {
    draft: {
      zh: '起草清单', en: 'Draft the lists', opens: 'drafting', basis: ['23.1'], by: [post('handler', 'county'), post('dispatcher', 'county'), post('lead', 'county')],
      asks: ['county', 'title', 'since', 'items', 'reason?', 'reasons?'], needs: ['base', 'categories'],
      causes: words('已有清单的，逐项与上一版比较；须征求村（社区）意见、经合法性审核后公布', 'Compared item by item with the version before; communities are consulted and its legality reviewed before it is published'),
      only: draftsForTheCounty,
      then: c => {
        const draft = drafted(c)
        return isRefusal(draft) ? draft : { ...draft, set: { ...draft.set, draftedBy: c.actor.office ?? '' }, holder: { office: c.actor.office ?? '' }, counts: { drafted: 1 } }
      },
    },
    revise: {
      zh: '修改草案', en: 'Revise the draft', from: ['drafting', 'answering'], basis: ['23.1'], by: [holder('handler', 'dispatcher', 'lead')],
      asks: ['title?', 'since?', 'items?', 'reason?', 'reasons?'], needs: ['base', 'categories', 'comments'],
      causes: words('没填的保持不变；征求意见后加重村（社区）负担的修改，须再次征求意见（平台规则）', 'What is left out stays; what asks more of communities after they were consulted goes to them again (a product rule)'),
      then: c => {
        const draft = drafted(c)
        return isRefusal(draft) || c.matter.stage === 'drafting' ? draft : { ...draft, set: { ...draft.set, again: unseen(c) ? true : null } }
      },
    },
    consult: {
      zh: '征求意见', en: 'Consult communities', from: ['drafting', 'answering'], to: 'consulting', basis: ['23.1'], primary: true, by: [holder('handler', 'dispatcher', 'lead')], needs: ['communities'],
      causes: words('草案公开，告知本县（区）各村（社区）和乡镇（街道）', 'The draft becomes public, and every community and township of the county is told'),
      only: c => (c.matter.stage === 'answering' && c.matter.facts.again !== true
        ? refuse('consulted', words('草案已征求过意见', 'The draft has been consulted on'), { remedy: words('请逐条答复后送审', 'Answer each comment and hand it to review') }) : undefined),
      then: c => ({ set: { again: null }, counts: { consulted: 1 }, effects: told(c, '事项清单草案征求意见，请在期限内提出', 'The draft lists are being consulted on; comment in time') }),
    },
    closeConsultation: {
      zh: '征求意见结束', en: 'The consultation ends', from: ['consulting'], to: 'answering', basis: [], by: [theClock],
      then: c => ({ effects: [tell(drafting(c.matter), '清单征求意见已结束，请逐条答复并送审', 'The consultation on the lists is over: answer each comment and hand it to review')] }),
    },
    toReview: {
      zh: '送合法性审核', en: 'Hand to legality review', from: ['answering'], to: 'reviewing', basis: ['23.1'], primary: true, by: [holder('handler', 'dispatcher', 'lead')], needs: ['comments'],
      causes: words('由县（区）司法行政部门审核', 'The county’s justice office reviews it'),
      only: c => (c.matter.facts.again === true ? refuse('consult-again', words('征求意见后有加重村（社区）负担的修改，须再次征求意见（平台规则）', 'The draft asks more of communities than what they were consulted on (a product rule)'), {
        remedy: words('请再次征求意见', 'Consult them again'),
      }) : undefined),
      then: c => {
        const { open = 0 } = c.needs.comments ?? {}
        if (open > 0) return refuse('unanswered', words(`还有 ${open} 条意见没有答复`, `${open} comment(s) are unanswered`), { remedy: words('请逐条答复后再送审', 'Answer each, then hand it on') })
        return { holder: { office: justiceOf(c.matter.county) }, effects: [tell(justiceOf(c.matter.county), '事项清单待合法性审核', 'The lists await their legality review')] }
      },
    },
    pass: {
      zh: '审核通过', en: 'Pass', from: ['reviewing'], to: 'adopting', basis: ['23.1'], primary: true, by: [holder('handler', 'lead')], asks: ['opinion'], only: anotherPerson,
      then: c => ({ holder: { office: officeCode(c.matter.county, 'lead') }, effects: [tell(drafting(c.matter), '清单审核通过', 'The lists passed their review'), tellLeads(c.matter.county, '事项清单待公布', 'The lists await publication')] }),
    },
    object: {
      zh: '提出审核意见，退回', en: 'Object', from: ['reviewing'], to: 'answering', basis: ['23.1'], by: [holder('handler', 'lead')], asks: ['opinion'],
      causes: words('退回起草单位修改', 'It goes back to be mended'),
      then: c => ({ holder: { office: drafting(c.matter) }, effects: [tell(drafting(c.matter), '清单审核有意见，请修改后再送审', 'The review objects: mend the lists and hand them in again')] }),
    },
    publish: {
      zh: '公布', en: 'Publish', from: ['adopting'], to: 'published', basis: ['23.1'], primary: true, by: [ofGovernment('lead', 'county')], asks: ['instrument', 'since?'], needs: ['base', 'communities'],
      causes: words('向社会公布，自施行日期起按新清单执行，上一版同时失效', 'Published; from its day it holds in place of the version before'),
      only: anotherPerson,
      then: c => overtaken(c.matter, c.needs.base) ?? untimely(c.facts.since, c.needs.base, c) ?? {
        holder: { office: drafting(c.matter) }, counts: { published: 1 },
        ...(c.matter.facts.base !== undefined && { links: [{ kind: 'amends', matter: c.matter.facts.base }] }),
        effects: [recorded('work-list', c.matter, c.facts.since ?? '', c.matter.facts.items ?? []), ...told(c, '新的事项清单已公布', 'New lists were published')],
      },
    },
    sendBack: {
      zh: '退回修改', en: 'Send it back', from: ['adopting'], to: 'answering', basis: [], by: [ofGovernment('lead', 'county')], asks: ['sentBackWhy'],
      then: c => ({ holder: { office: drafting(c.matter) }, effects: [tell(drafting(c.matter), '清单被退回修改，理由见详情', 'The lists were sent back; the reason stands in them')] }),
    },
    enter: {
      zh: '施行', en: 'Come into force', from: ['published'], to: 'inForce', basis: ['23.1'], by: [theClock],
      then: c => ({ effects: [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }, tellLeads(c.matter.county, '新的事项清单今日起施行', 'The new lists are in force from today')] }),
    },
    supersede: { zh: '被新版代替', en: 'Be superseded', from: ['inForce'], to: 'superseded', basis: ['23.1'], by: [thePlatform] },
    lookOver: {
      zh: '提醒评估清单', en: 'Ask to look it over', from: ['inForce'], basis: ['23.1'], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'stage', start: 'list.look-over', then: 'lookOver' }],
        effects: [tell(drafting(c.matter), '清单施行已满一年，请评估是否调整', 'The lists have been in force for a year: do they need adjusting?')],
      }),
    },
    dropDraft: {
      zh: '终止起草', en: 'Give up the draft', from: ['drafting', 'consulting', 'answering', 'adopting'], to: 'dropped', basis: [], by: [holder('handler', 'dispatcher', 'lead'), ofGovernment('lead', 'county')], asks: ['droppedWhy'],
      causes: words('草案作废，现行清单不变', 'The draft is void; the lists in force stay'),
      then: () => ({ effects: [{ do: 'follow', link: 'on', step: 'drop', input: {} }] }),
    },
    remind: { zh: '逾期，提醒', en: 'Not done in time', from: ['drafting', 'answering', 'reviewing', 'adopting'], basis: [], by: [theClock], then: c => reminded(c.matter) },
  },
  measures: { drafted: words('起草', 'Drafted'), consulted: words('征求意见', 'Consultations'), published: words('公布', 'Published') },
  list: { columns: ['county', 'since', 'changes'] },
  notCovered: [{ basis: '23.1', why: words('清单事项的设定由县（区）政府依法决定，平台只管程序、版本和公开', 'What stands on the lists is for the county to decide by law; the platform keeps procedure, versions and publication') }],
})
