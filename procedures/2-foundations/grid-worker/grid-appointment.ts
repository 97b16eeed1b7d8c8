import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Glance, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'
import { anyResident, holder, ofGovernment, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { toTownship, townshipOf, villageOf } from '../../usual/field-work.ts'
import type { KnownAccount } from '../access/account-opening.ts'
import { duties, facts, origins, partTimeOnly, type GridAppointmentFacts } from './appointment-facts.ts'

type Appointing = Matter<GridAppointmentFacts>

const fault: FaultOf<GridAppointmentFacts> = faultAt

const candidate = party('candidate', words('本人', 'the person'))
const toCandidate = (zh: string, en: string): Effect => notify({ party: 'candidate' }, words(zh, en))
const toLead = (matter: Appointing, zh: string, en: string): Effect => notify({ posts: 'lead', region: ancestor(matter.region, 'township') ?? matter.region }, words(zh, en))

/** Nobody reviews, records or proposes their own appointment, nor reviews whom they recommended. */
const another = ({ matter, actor }: Glance<GridAppointmentFacts>): Refusal | undefined =>
  (matter.parties.some(one => ['candidate', 'recommender'].includes(one.role) && one.account === actor.account)
    ? refuse('two-people', words('推荐人和本人不能办理（平台规则）', 'Neither the person nor who recommended them deals with it (a product rule)'), { remedy: words('请由另一人办理', 'Ask another person to') }) : undefined)

/** Full-time or part-time as Art. 21.3 has it for where somebody comes from. */
const unfitDuty = ({ origin, duty }: { readonly origin?: keyof typeof origins; readonly duty?: keyof typeof duties }): Refusal | undefined =>
  (origin !== undefined && duty === 'full' && partTimeOnly.includes(origin)
    ? fault('duty', `${origins[origin].zh}聘为兼职网格员（第二十一条第三款）`, `${origins[origin].en}: part-time (Art. 21.3)`) : undefined)

const heading = (duty: keyof typeof duties | undefined): string => `${duties[duty ?? 'full'].zh}网格员人选`

/** Who has to fill a post that is empty, or will be, is told so. */
const vacancy = (matter: Appointing, zh: string, en: string): readonly Effect[] => [toTownship(matter.region, words(zh, en)), toLead(matter, zh, en)]

/** A meeting that does not agree: nobody is appointed; who serves already does so to the end of the term, and the vacancy is known in time. */
const notAgreed = ({ facts, ...matter }: Appointing): Move<GridAppointmentFacts, 'refused' | 'serving' | 'over'> => {
  const counts = { notAgreed: 1 }
  const told = toCandidate('会议研究未通过', 'The meeting did not agree')
  if (facts.renewal !== true) return { to: 'refused', counts, effects: [told] }
  if (facts.vacant === true) return { to: 'over', counts, effects: [told, ...vacancy({ facts, ...matter }, '网格员续聘未通过，岗位空缺，请及时补充', 'A renewal was not agreed and the post is vacant: please fill it')] }
  return {
    to: 'serving', set: { renewal: null, until: facts.ending ?? null, ending: null }, counts,
    effects: [told, ...vacancy({ facts, ...matter }, '网格员续聘未通过，任期届满后岗位空缺，请及时物色人选', 'A renewal was not agreed: the post falls vacant when the term ends; please look for somebody')],
  }
}

const isResigning = (matter: Appointing): boolean => matter.clocks['resignation'] !== undefined

/** Some days before the term ends; at the earliest by the end of today. */
const renewalDay = (until: string, before: number, now: Date): string => [daysAfter(until, -before), legalDay(now)].toSorted().at(-1) ?? until

/**
 * 网格员任用: recommended or self-nominated, reviewed, decided on by a meeting, and only then appointed (Art. 21.3). The post itself is given, confirmed and
 * ended by the procedure for every post; what becomes of it there is heard here.
 */
export const gridAppointment = procedure('grid-appointment', {
  title: words('网格员任用', 'Appointment of a grid worker'),
  since: '2023-02-01',
  basis: ['21.3'],
  facts,
  heading: 'about',
  place: 'place',
  needs: { known: need<KnownAccount>('account', c => ({ account: c.facts['candidate'] ?? null })) },
  stages: {
    asked: { zh: '待本人答复', en: 'For the person to answer', due: within('grid-appointment.answer', 'lapse') },
    reviewing: { zh: '资格审查', en: 'Under review', due: within('grid-appointment.review', 'remind') },
    meeting: { zh: '待会议研究', en: 'For a meeting', due: within('grid-appointment.meet', 'remind') },
    appointing: { zh: '待提出任命', en: 'Post to be proposed', due: within('grid-appointment.appoint', 'remind') },
    confirming: { zh: '任命审核中', en: 'Post being confirmed', due: within('grid-appointment.posted', 'remind') },
    serving: { zh: '在任', en: 'Serving', settled: true, due: {
      then: 'termNear',
      limit: c => untilDay(renewalDay(c.facts.until ?? legalDay(c.now), Number(c.law.figure('grid-appointment.renew-before', legalDay(c.now)).value), c.now), c.now, words('任期', 'the term')),
    } },
    over: { zh: '已结束', en: 'Over', final: true },
    refused: { zh: '未任用', en: 'Not appointed', final: true },
  },
  steps: {
    recommend: {
      zh: '推荐', en: 'Recommend', opens: 'asked', basis: ['21.3'], by: [post('committee'), ofGovernment('handler', 'township'), ofGovernment('lead', 'township')], asks: ['place', 'candidate', 'origin', 'duty', 'why'], needs: ['known'],
      causes: words('先问本人是否愿意，再作资格审查', 'The person is asked first, then reviewed'),
      then: c => {
        const { candidate: account = '' } = c.input
        if (c.needs.known === undefined) return fault('candidate', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        return unfitDuty(c.input) ?? (account === c.actor.account ? fault('candidate', '推荐自己请用“自荐”', 'To put yourself forward, nominate yourself') : {
          holder: { office: townshipOf(c.matter.region) }, set: { name: c.needs.known.name, self: false, about: heading(c.input.duty) }, counts: { recommended: 1 },
          parties: [{ role: 'candidate', account }, { role: 'recommender', account: c.actor.account }], effects: [toCandidate('您被推荐为网格员，请答复是否愿意', 'You were recommended as a grid worker; please say whether you are willing')],
        })
      },
    },
    nominate: {
      zh: '自荐', en: 'Nominate yourself', opens: 'reviewing', basis: ['21.3'], by: [anyResident], asks: ['place', 'origin', 'duty', 'why'],
      causes: words('由乡镇（街道）资格审查，会议研究后答复', 'The township reviews it, a meeting decides, and you are told'),
      then: c => unfitDuty(c.input) ?? ({
        holder: { office: townshipOf(c.matter.region) }, set: { candidate: c.actor.account, self: true, about: heading(c.input.duty) }, counts: { selfNominated: 1 },
        parties: [{ role: 'candidate', account: c.actor.account }], effects: [toTownship(c.matter.region, words('有人自荐网格员，请资格审查', 'Somebody put themselves forward as a grid worker: please review'))],
      }),
    },
    agree: { zh: '愿意担任', en: 'I am willing', from: ['asked'], to: 'reviewing', basis: ['21.3'], primary: true, by: [candidate], then: c => ({ effects: [toTownship(c.matter.region, words('网格员人选待资格审查', 'A candidate awaits review'))] }) },
    declineIt: { zh: '不愿担任', en: 'I am not willing', from: ['asked'], to: 'refused', basis: ['21.3'], by: [candidate], asks: ['declined?'], then: () => ({ effects: [notify({ party: 'recommender' }, words('被推荐人不愿担任', 'Whoever you recommended is not willing'))] }) },
    lapse: { zh: '本人逾期未答复', en: 'No answer in time', from: ['asked'], to: 'refused', basis: [], by: [theClock], then: () => ({ effects: [notify({ party: 'recommender' }, words('被推荐人逾期未答复', 'Whoever you recommended did not answer'))] }) },
    review: {
      zh: '资格审查', en: 'Review', from: ['reviewing'], to: ['meeting', 'refused'], basis: ['21.3'], primary: true, by: [holder('handler', 'lead')], asks: ['qualified', 'reviewNote'],
      only: another,
      then: c => (c.input.qualified === 'yes' ? { to: 'meeting' } : { to: 'refused', counts: { unqualified: 1 }, effects: [toCandidate('资格审查未通过，理由见详情', 'You do not qualify; why stands in it'), notify({ party: 'recommender' }, words('您推荐的人选未通过资格审查', 'Whoever you recommended does not qualify'))] }),
    },
    meet: {
      zh: '登记会议研究', en: 'Record the meeting', from: ['meeting'], to: ['appointing', 'refused', 'serving', 'over'], basis: ['21.3'], primary: true, by: [holder('handler', 'lead')], asks: ['metOn', 'meeting', 'present', 'inFavour', 'minutes?'],
      causes: words('过半数同意的提出任命', 'With more than half in favour the post is proposed'),
      only: another,
      then: c => {
        const { metOn = '', present = 0, inFavour = 0 } = c.input
        const least = Number(c.law.figure('grid-appointment.present-least', legalDay(c.now)).value)
        if (metOn > legalDay(c.now)) return fault('metOn', '不能晚于今天', 'It can’t be a day to come')
        const put = legalDay(new Date(c.matter.clocks['stage']?.started ?? c.now))
        if (metOn < put) return fault('metOn', `${put} 起才提交会议研究，不能填以前的会议`, `It is put to a meeting from ${put} on: one held before is no ground`)
        if (present < least) return fault('present', `会议至少 ${least} 人（平台规则）`, `A meeting has ${least} at the least (a product rule)`)
        if (inFavour > present) return fault('inFavour', '不能多于到会人数', 'More than were present')
        return inFavour * 2 > present ? { to: 'appointing', effects: [toLead(c.matter, '网格员人选已经会议研究，请提出任命', 'A meeting agreed on a grid worker: please propose the post')] }
          : notAgreed(c.matter)
      },
    },
    appoint: {
      zh: '提出任命', en: 'Propose the post', from: ['appointing'], to: 'confirming', basis: ['20.2', '21.3'], primary: true, by: [ofGovernment('lead', 'township', 'county')], asks: ['from?', 'until'],
      causes: words('按岗位任命程序由安全管理员审核后上岗', 'By the procedure for every post: a security administrator confirms it'),
      only: another,
      then: c => {
        // Renewed, the next term begins when the one before is over.
        const next = c.matter.facts.ending !== undefined ? daysAfter(c.matter.facts.ending, 1) : legalDay(c.now)
        const from = c.input.from ?? [next, legalDay(c.now)].toSorted().at(-1) ?? next
        return {
          set: { from, post: null, other: null },
          effects: [{
            do: 'open', procedure: 'appointment', step: 'propose', link: 'grid-appointment',
            input: {
              region: c.matter.region, person: c.matter.facts.candidate ?? '', kind: 'gridWorker', office: officeCode(villageOf(c.matter.region), 'committee'), clearance: 'internal', from, until: c.input.until ?? from,
              reason: `${duties[c.matter.facts.duty ?? 'full'].zh}网格员，经${c.matter.facts.meeting ?? '会议'}研究`,
            },
          }],
        }
      },
    },
    posted: {
      zh: '任命已审核通过', en: 'The post was confirmed', from: ['confirming'], to: 'serving', basis: ['20.2'], by: [thePlatform], asks: ['post'],
      then: c => ({ set: { ending: null, vacant: null }, counts: { [c.matter.facts.duty === 'part' ? 'partTime' : 'fullTime']: 1 }, effects: [toTownship(c.matter.region, words('网格员已上岗', 'A grid worker took up the post'))] }),
    },
    notPosted: {
      zh: '任命未通过', en: 'The post was not confirmed', from: ['confirming'], to: 'appointing', basis: ['20.2'], by: [thePlatform],
      then: c => ({ effects: [toLead(c.matter, '网格员任命未通过，请重新提出', 'The post was not confirmed: please propose it anew')] }),
    },
    postEnded: {
      zh: '岗位已结束', en: 'The post ended', from: ['serving', 'meeting', 'appointing', 'confirming'], to: ['over'], basis: ['20.2'], by: [thePlatform], asks: ['other'],
      then: c => {
        if (c.matter.stage !== 'serving') return { set: { vacant: true, other: null }, effects: vacancy(c.matter, '网格员岗位已结束，续聘还未办结，岗位空缺', 'A grid worker’s post ended while its renewal is not settled: it is vacant') }
        // The end of the term before is not the end of this one.
        return c.input.other === c.matter.facts.post ? { to: 'over', effects: vacancy(c.matter, '网格员岗位已结束，请及时补充', 'A grid worker’s post ended: please fill it') } : { set: { other: null } }
      },
    },
    termNear: {
      zh: '任期将满，提醒', en: 'The term ends soon', from: ['serving'], basis: [], by: [theClock],
      then: c => ({ effects: [toLead(c.matter, '网格员任期将满，请研究续聘', 'A grid worker’s term ends soon: please decide on its renewal'), toCandidate('您的网格员任期将满', 'Your term as grid worker ends soon')] }),
    },
    renew: {
      zh: '研究续聘', en: 'Renew', from: ['serving'], to: 'meeting', basis: ['21.3'], by: [holder('handler', 'lead')], asks: ['why'],
      causes: words('须再经会议研究；原岗位到期前不变', 'A meeting decides again; the present post stays until its end'),
      only: c => another(c) ?? (isResigning(c.matter) ? refuse('resigning', words('本人已提出辞职', 'They resigned'), { remedy: words('请先办理辞职，或由本人撤回', 'Deal with the resignation first, or have them take it back') }) : undefined),
      then: c => ({ set: { renewal: true, ending: c.matter.facts.until ?? null }, counts: { renewals: 1 }, effects: [toCandidate('您的续聘将由会议研究', 'A meeting will decide on your renewal')] }),
    },
    resign: {
      zh: '提出辞职', en: 'Resign', from: ['serving'], basis: [], by: [candidate], asks: ['resigned?'],
      causes: words('由负责人按时在岗位任命事项中办理免职（平台规则）', 'A lead ends the post in its own matter, in time (a product rule)'),
      only: ({ matter }) => (isResigning(matter) ? refuse('resigned-already', words('已提出辞职', 'It was said already'), { remedy: words('请等待办理，或撤回', 'Wait for it to be dealt with, or take it back') }) : undefined),
      then: c => ({
        clocks: [{ clock: 'resignation', start: 'grid-appointment.resigned', then: 'resignationLate' }],
        effects: vacancy(c.matter, '网格员提出辞职，请在岗位任命中办理，并物色人选', 'A grid worker resigns: please end the post in its own matter, and look for somebody'),
      }),
    },
    stay: {
      zh: '撤回辞职', en: 'Take it back', from: ['serving'], basis: [], by: [candidate],
      only: ({ matter }) => (isResigning(matter) ? undefined : refuse('not-resigned', words('没有待办理的辞职', 'No resignation is open'), { remedy: words('无需办理', 'There is nothing to do') })),
      then: c => ({ set: { resigned: null }, clocks: [{ clock: 'resignation', end: true }], effects: [toLead(c.matter, '网格员撤回辞职', 'A grid worker takes a resignation back')] }),
    },
    resignationLate: {
      zh: '辞职逾期未办，提醒', en: 'Resignation not dealt with', from: ['serving'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'resignation', start: 'oversight.escalate-again', then: 'resignationLate' }],
        effects: [
          ...vacancy(c.matter, '网格员辞职逾期未办，请办理', 'A grid worker’s resignation is not dealt with in time'), toCandidate('您的辞职还未办理，已提醒负责人', 'Your resignation is not dealt with yet; the lead was reminded'),
          notify({ posts: 'lead', region: countyOf(c.matter.region) }, words('网格员辞职逾期未办，请督促', 'A grid worker’s resignation is not dealt with in time; please see to it')),
        ],
      }),
    },
    remind: {
      zh: '逾期未办，提醒', en: 'Not done in time', from: ['reviewing', 'meeting', 'appointing', 'confirming'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }], effects: [toTownship(c.matter.region, words('网格员任用逾期未办', 'The appointment of a grid worker is late')), toLead(c.matter, '网格员任用逾期未办，请督促', 'The appointment of a grid worker is late; please see to it')] }),
    },
  },
  measures: {
    recommended: words('推荐', 'Recommended'), selfNominated: words('自荐', 'Self-nominated'), unqualified: words('资格不符', 'Did not qualify'), notAgreed: words('会议未通过', 'Not agreed'),
    fullTime: words('专职上岗', 'Full-time, took up the post'), partTime: words('兼职上岗', 'Part-time, took up the post'), renewals: words('研究续聘', 'Renewals'),
  },
  list: { columns: ['place', 'duty', 'origin', 'until'] },
  notCovered: [
    { basis: '21.2', why: words('网格划分和覆盖检查另有程序', 'How grids are drawn and covered is a procedure of its own') },
    { basis: '21.3', why: words('政治面貌等政审材料不在平台记录', 'No political profile is kept here') },
  ],
})
