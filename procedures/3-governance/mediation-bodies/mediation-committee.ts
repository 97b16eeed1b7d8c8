import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Law } from '../../../kernel/clock.ts'
import { isMediation } from '../../../kernel/office-kinds.ts'
import { kindOfOffice, regionOfOffice } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { levelOf } from '../../../kernel/region.ts'
import { holder, ofGovernment, party, post, theClock, type Who } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { peoplesOrganisations } from '../../../regulation/bearers.ts'
import { untilDay } from '../../usual/end-date.ts'
import type { MatterAt } from '../deliberation/needs.ts'
import { facts, type CommitteeFacts } from './committee-facts.ts'
import { anotherThan, guideOf, guides, isOfficePhone, justiceDepartment, justiceOf, justiceOffice, lateAgain, toGuides } from './parts.ts'

/** Open disputes that a committee holds: how many, and the first of their numbers. */
export type OpenAt = { readonly count: number; readonly numbers: readonly string[] }
const fault: FaultOf<CommitteeFacts> = faultAt

const organisations: Who = { who: 'post', kinds: ['handler', 'lead'], levels: ['county'], offices: Object.keys(peoplesOrganisations), ...words('人民团体', 'a people’s organisation') }
/** Whoever founds one, and the justice department for those founded by bodies that have nobody here (Art. 31.2). */
const founding = [post('committee', 'village'), ofGovernment('handler', 'township'), ofGovernment('lead', 'township'), organisations, justiceOffice, justiceDepartment]

const toFounder = (zh: string, en: string): Effect => notify({ party: 'founder' }, words(zh, en))

/** Villages, enterprises and institutions elect; everybody else appoints (People's Mediation Law, Art. 9). */
const howChosen = (founder: string | undefined): 'elected' | 'appointed' => (founder === 'committee' || founder === 'enterprise' ? 'elected' : 'appointed')

/** Last day of a term that begins on a day: years from the rule, the day before its anniversary. */
const termEnd = (from: string, law: Law, now: Date): string => {
  const years = Number(law.figure('mediation-committee.term', legalDay(now)).value)
  return daysAfter(new Date(Date.UTC(Number(from.slice(0, 4)) + years, Number(from.slice(5, 7)) - 1, Number(from.slice(8)))).toISOString().slice(0, 10), -1)
}

type Given = { readonly members?: number; readonly assembly?: string; readonly metOn?: string; readonly from?: string; readonly contact?: string; readonly deliberation?: string }

/** What is wrong with the members as they are told: how many, who chose them, when. */
const unfit = (given: Given, founder: string | undefined, meeting: MatterAt | undefined, c: { readonly law: Law; readonly now: Date; readonly matter: { readonly region: string } }): Refusal | undefined => {
  const today = legalDay(c.now)
  const [least, most] = [Number(c.law.figure('mediation-committee.members-least', today).value), Number(c.law.figure('mediation-committee.members-most', today).value)]
  const { members = 0, assembly, metOn, from = today, contact, deliberation } = given
  if (members < least || members > most) return fault('members', `委员为 ${least} 至 ${most} 人（人民调解法第八条）`, `A committee has ${least} to ${most} members (People’s Mediation Law, Art. 8)`)
  if (contact !== undefined && !isOfficePhone(contact)) return fault('contact', '请填固定办公电话；个人手机号不公开', 'Give the phone of the office: no personal number is published')
  if (howChosen(founder) === 'appointed') {
    return assembly === undefined && metOn === undefined ? undefined : fault('assembly', '由设立单位聘任的，不填推选会议', 'Its members are appointed by who founds it: no assembly is named')
  }
  if (assembly === undefined) return fault('assembly', '请说明由哪个会议推选（人民调解法第九条）', 'Say which assembly chose them (People’s Mediation Law, Art. 9)')
  if (metOn === undefined || metOn > today) return fault('metOn', '请填会议日期，不能晚于今天', 'Say when it met; no day to come')
  if (from < metOn) return fault('from', '任期不能早于推选', 'No term begins before the choice')
  return deliberation !== undefined && (meeting?.procedure !== 'deliberation' || meeting.region !== c.matter.region) ? fault('deliberation', '不是本村（社区）的会议事项', 'That is no meeting of this village') : undefined
}

const termDays = words('委员任期', 'the members’ term')

/**
 * 人民调解委员会: founded, its composition attested, filed with the county justice department, guided every year, dissolved once its open disputes have gone to its
 * successor (Art. 30.1, 31). The justice office attests yes or no; who sits there by sex or ethnicity is kept nowhere.
 */
export const mediationCommittee = procedure('mediation-committee', {
  title: words('人民调解委员会', 'Mediation committee'),
  since: '2023-02-01',
  basis: ['30.1', '31.1', '31.2'],
  facts,
  heading: 'name',
  place: 'place',
  records: ['mediation-committee'],
  needs: {
    open: need<OpenAt>('mediation-open', c => ({ county: c.matter.county, office: c.facts['office'] ?? null })),
    standing: need<{ readonly matter: string }>('mediation-committee', c => ({ office: c.facts['office'] ?? null, at: c.now.toISOString() })),
    following: need<{ readonly matter: string }>('mediation-committee', c => ({ office: c.facts['successor'] ?? null, at: c.now.toISOString() })),
    meeting: need<MatterAt>('deliberation-at', c => ({ matter: c.facts['deliberation'] ?? null })),
  },
  stages: {
    attesting: { zh: '待核实组成', en: 'Composition to be attested', due: within('mediation-committee.attest', 'remind') },
    mending: { zh: '待补正', en: 'To be mended', due: within('mediation-committee.mend', 'remind') },
    filing: { zh: '待备案', en: 'To be filed', due: within('mediation-committee.file', 'remind') },
    filed: { zh: '已备案', en: 'Filed', settled: true, published: true, due: within('mediation-committee.guide', 'guidanceLate') },
    dissolving: { zh: '撤销前移交', en: 'Handing over', due: within('mediation-committee.hand-over', 'remind') },
    dissolved: { zh: '已撤销', en: 'Dissolved', final: true, published: true },
    dropped: { zh: '未设立', en: 'Not founded', final: true },
  },
  steps: {
    establish: {
      zh: '登记设立', en: 'Establish', opens: 'attesting', basis: ['30.1', '31.1', '31.2'], by: founding, needs: ['standing', 'meeting'],
      asks: ['place', 'office', 'name', 'founder', 'foundedBy', 'members', 'assembly?', 'metOn?', 'deliberation?', 'from?', 'contact?'],
      causes: words('司法所核实组成，县（区）司法行政部门备案并公开', 'The justice office attests its composition; the county justice department files and publishes it'),
      then: c => {
        const { office = '', founder, from = legalDay(c.now), deliberation } = c.input
        if (!isMediation(kindOfOffice(office)) || regionOfOffice(office) !== c.matter.region) return fault('office', '须是设在该地的人民调解委员会', 'It must be a mediation committee of that place')
        if (founder === 'committee' && levelOf(c.matter.region) !== 'village') return fault('founder', '村（居）民委员会只在本村（社区）设立', 'A village committee founds one in its own village')
        if (c.needs.standing !== undefined) return refuse('filed-already', words('该调解委员会已经备案', 'That committee is filed already'), { remedy: words('换届的，在原事项中办理', 'For a new term, use its own matter') })
        return unfit(c.input, founder, c.needs.meeting, c) ?? {
          holder: { office: guideOf(c.matter.region) }, set: { chosen: howChosen(founder), from, until: termEnd(from, c.law, c.now) }, counts: { established: 1 },
          parties: [{ role: 'founder', account: c.actor.account }, ...(c.actor.office === undefined ? [] : [{ role: 'founder', office: c.actor.office }]), ...guides(c.matter.region)],
          ...(deliberation !== undefined && { links: [{ kind: 'chosen', matter: deliberation }] }),
          effects: toGuides(c.matter.region, '有调解委员会待核实组成', 'A mediation committee awaits attestation'),
        }
      },
    },
    attest: {
      zh: '核实组成', en: 'Attest the composition', from: ['attesting'], to: ['filing', 'mending'], basis: ['31.1'], primary: true, by: [holder('handler', 'lead')], asks: ['sizeMet', 'womanMet', 'groupsMet', 'note?'],
      causes: words('只记是否符合，不留委员的性别和民族', 'Only whether it is met is kept, never anybody’s sex or ethnicity'),
      only: anotherThan('founder'),
      then: c => {
        if (c.input.sizeMet === true && c.input.womanMet === true && c.input.groupsMet !== 'no') {
          return { to: 'filing', holder: { office: justiceOf(c.matter.region) }, counts: { attested: 1 }, effects: [notify({ office: justiceOf(c.matter.region) }, words('有调解委员会待备案', 'A mediation committee awaits filing'))] }
        }
        if (c.input.note === undefined) return fault('note', '不符合的，请说明缺什么', 'Where something is not met, say what')
        return { to: 'mending', counts: { sentBack: 1 }, effects: [toFounder('调解委员会组成不符合规定，请补正', 'The composition is not as the law asks: please mend it')] }
      },
    },
    mend: {
      zh: '补正', en: 'Mend', from: ['mending'], to: 'attesting', basis: ['31.1'], primary: true, by: founding, needs: ['meeting'], asks: ['members', 'assembly?', 'metOn?', 'deliberation?', 'contact?', 'mended'],
      then: c => unfit({ ...c.input, ...(c.matter.facts.from !== undefined && { from: c.matter.facts.from }) }, c.matter.facts.founder, c.needs.meeting, c) ?? {
        holder: { office: guideOf(c.matter.region) }, effects: [notify({ office: guideOf(c.matter.region) }, words('调解委员会已补正，请再核实', 'A mediation committee was mended: please attest again'))],
      },
    },
    file: {
      zh: '备案', en: 'File', from: ['filing'], to: 'filed', basis: ['31.1'], primary: true, by: [justiceDepartment], only: anotherThan('founder'), needs: ['standing'],
      causes: words('名称、设立单位、任期和办公电话公开', 'Name, founder, term and phone of the office are published'),
      then: c => {
        if (c.needs.standing !== undefined && c.needs.standing.matter !== c.matter.id) return refuse('filed-already', words('该调解委员会已经备案', 'That committee is filed already'), { remedy: words('请退回并在原事项中办理', 'Send it back, and use its own matter') })
        const { office = '', name = '', founder = 'committee', foundedBy = '', chosen = 'elected', members = 0, contact, from = '', until = '', filedOn } = c.matter.facts
        const filed = filedOn ?? legalDay(c.now)
        const near = daysAfter(until, -Number(c.law.figure('mediation-committee.term-near', legalDay(c.now)).value))
        return {
          set: { filedOn: filed }, counts: filedOn === undefined ? { filed: 1 } : { renewed: 1 },
          clocks: [{ clock: 'term', start: untilDay(near < legalDay(c.now) ? legalDay(c.now) : near, c.now, termDays), then: 'termNear' }],
          effects: [
            { do: 'record', register: 'mediation-committee', row: { do: 'file', county: c.matter.county, matter: c.matter.id, office, place: c.matter.region, name, founder, foundedBy, chosen, members, contact: contact ?? null, filed, since: from, until } },
            toFounder('调解委员会已备案', 'The mediation committee was filed'),
          ],
        }
      },
    },
    sendBack: { zh: '退回', en: 'Send back', from: ['filing'], to: 'mending', basis: ['31.1'], by: [justiceDepartment], asks: ['note'], then: () => ({ counts: { sentBack: 1 }, effects: [toFounder('备案材料被退回，意见见详情', 'The filing was sent back; why stands in it')] }) },
    drop: { zh: '不再设立', en: 'Do not found it', from: ['attesting', 'mending', 'filing'], to: 'dropped', basis: [], by: [party('founder', words('登记人', 'who entered it')), justiceDepartment], asks: ['note'], only: c => (c.matter.facts.filedOn === undefined ? undefined : refuse('is-filed', words('已备案的调解委员会按撤销办理', 'One that is filed is dissolved'), { basis: ['31.1'], remedy: words('补正、备案后再办理撤销', 'Mend and file it; then dissolve it') })) },
    guide: {
      zh: '登记年度指导', en: 'Record guidance', from: ['filed'], to: 'filed', basis: ['31.1'], primary: true, by: [justiceDepartment, justiceOffice], asks: ['guidedOn', 'guidance'],
      causes: words('下一年度的指导重新计时', 'The next year’s guidance is counted anew'),
      then: c => {
        const { guidedOn = '' } = c.input
        if (guidedOn > legalDay(c.now)) return fault('guidedOn', '不能晚于今天', 'It can’t be a day to come')
        if (guidedOn < (c.matter.facts.filedOn ?? '')) return fault('guidedOn', '不能早于备案', 'Not before it was filed')
        return {
          set: { late: null }, counts: { guided: 1 },
          effects: [{ do: 'record', register: 'mediation-committee', row: { do: 'guide', county: c.matter.county, matter: c.matter.id, guided: guidedOn } }],
        }
      },
    },
    guidanceLate: {
      zh: '未按年度指导', en: 'Not guided in the year', from: ['filed'], basis: ['31.1'], by: [theClock],
      then: c => ({ ...lateAgain(c.matter, 'guidanceLate', '调解委员会一年未指导，请安排', 'A mediation committee was not guided for a year: please arrange it'), set: { late: true }, ...(c.matter.facts.late !== true && { counts: { late: 1 } }) }),
    },
    termNear: {
      zh: '任期将满', en: 'The term ends soon', from: ['filed'], basis: ['30.1'], by: [theClock],
      then: c => ({ effects: [...toGuides(c.matter.region, '调解委员会任期将满，请指导换届', 'A mediation committee’s term ends soon: please see to the next'), toFounder('调解委员会任期将满，请换届', 'The term of the mediation committee ends soon: choose or appoint its members anew')] }),
    },
    newTerm: {
      zh: '换届', en: 'A new term', from: ['filed'], to: 'attesting', basis: ['30.1'], by: founding, needs: ['meeting'], asks: ['members', 'assembly?', 'metOn?', 'deliberation?', 'from', 'contact?'],
      causes: words('组成重新核实；备案前原委员会继续工作', 'Its composition is attested anew; until it is filed the committee of before goes on'),
      then: c => {
        const { from = '', deliberation } = c.input
        if (from <= (c.matter.facts.from ?? '')) return fault('from', '须晚于本届任期的开始', 'It begins after the present term did')
        return unfit(c.input, c.matter.facts.founder, c.needs.meeting, c) ?? {
          holder: { office: guideOf(c.matter.region) }, set: { until: termEnd(from, c.law, c.now), sizeMet: null, womanMet: null, groupsMet: null }, parties: [{ role: 'founder', account: c.actor.account }],
          ...(deliberation !== undefined && { links: [{ kind: 'chosen', matter: deliberation }] }),
          effects: toGuides(c.matter.region, '调解委员会换届，待核实组成', 'A mediation committee has a new term: please attest its composition'),
        }
      },
    },
    planEnd: {
      zh: '准备撤销', en: 'Prepare to dissolve', from: ['filed'], to: 'dissolving', basis: ['31.1'], by: [justiceDepartment], needs: ['open', 'following'], asks: ['why', 'successor'],
      causes: words('先列出未结纠纷，由接续的调解委员会承接', 'Its open disputes are listed first; the successor takes them over'),
      then: c => {
        const { successor = '' } = c.input
        if (!isMediation(kindOfOffice(successor)) || successor === c.matter.facts.office || c.needs.following === undefined) return fault('successor', '请选择另一个已备案的调解委员会', 'Name another committee that is filed')
        const { count = 0, numbers = [] } = c.needs.open ?? {}
        return {
          set: { openDisputes: numbers.map(number => ({ number })) }, parties: [{ role: 'successor', office: successor }],
          effects: [
            toFounder('调解委员会将撤销，理由见详情', 'The committee is to be dissolved; why stands in it'),
            notify({ office: c.matter.facts.office ?? '' }, words(`本调解委员会将撤销，请移交 ${count} 件未结纠纷`, `This committee is to be dissolved: hand over ${count} open dispute(s)`)),
            notify({ office: successor }, words('请承接将撤销的调解委员会的未结纠纷', 'Please take over the open disputes of a committee that is to be dissolved')),
          ],
        }
      },
    },
    keep: { zh: '不再撤销', en: 'Keep it', from: ['dissolving'], to: 'filed', basis: [], by: [justiceDepartment], asks: ['note'], then: () => ({ set: { why: null, successor: null, openDisputes: null } }) },
    dissolve: {
      zh: '撤销', en: 'Dissolve', from: ['dissolving'], to: 'dissolved', basis: ['31.1'], primary: true, by: [justiceDepartment], needs: ['open'],
      causes: words('撤销和接续单位公开', 'That it is dissolved, and who follows, is published'),
      then: c => {
        const { count = 0, numbers = [] } = c.needs.open ?? {}
        return count > 0 ? refuse('disputes-open', words(`还有 ${count} 件未结纠纷没有移交：${numbers.slice(0, 10).join('、')}`, `${count} open dispute(s) are not handed over yet: ${numbers.slice(0, 10).join(', ')}`), { remedy: words('请先移交给接续的调解委员会', 'Hand them over to the successor first'), detail: { numbers: [...numbers] } }) : {
          counts: { dissolved: 1 },
          effects: [
            { do: 'record', register: 'mediation-committee', row: { do: 'dissolve', county: c.matter.county, matter: c.matter.id, dissolved: legalDay(c.now), successor: c.matter.facts.successor ?? '' } },
            toFounder('调解委员会已撤销', 'The mediation committee was dissolved'),
          ],
        }
      },
    },
    remind: { zh: '逾期未办，提醒', en: 'Not done in time', from: ['attesting', 'mending', 'filing', 'dissolving'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'remind', '调解委员会事项逾期未办', 'A matter of a mediation committee is late') },
  },
  measures: {
    established: words('登记设立', 'Entered'), attested: words('核实符合', 'Attested'), sentBack: words('退回补正', 'Sent back'), filed: words('备案', 'Filed'), renewed: words('换届', 'New terms'),
    guided: words('年度指导', 'Guided'), late: words('未按年度指导', 'Not guided in the year'), dissolved: words('撤销', 'Dissolved'),
  },
  list: { columns: ['place', 'office', 'founder', 'until', 'late'] },
  notCovered: [
    { basis: '31.1', why: words('委员的性别、民族不在平台记录，由司法所核实是否符合', 'No member’s sex or ethnicity is kept here: the justice office attests') },
    { basis: '31.2', why: words('社会组织的登记由民政部门办理', 'Social organisations are registered by civil affairs') },
  ],
})
