import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { isMediation } from '../../../kernel/office-kinds.ts'
import { kindOfOffice, regionOfOffice } from '../../../kernel/post.ts'
import { need, procedure, within, type Context, type NoNeeds } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { ofGovernment, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { untilDay } from '../../usual/end-date.ts'
import type { KnownAccount } from '../../2-foundations/access/account-opening.ts'
import { facts, kinds, type MediatorFacts } from './mediator-facts.ts'
import { anotherThan, guides, justiceDepartment, justiceOf, lateAgain, supervisors, toGuides, toLead } from './parts.ts'

/** A committee that is filed and stands: the matter that filed it, and how its members come to it. */
export type FiledCommittee = { readonly matter: string; readonly name: string; readonly chosen: 'elected' | 'appointed'; readonly until: string }
/** One mediator’s year in absolute figures. */
export type MediatorYear = { readonly hours: number; readonly took: number; readonly agreed: number; readonly failed: number }

const fault: FaultOf<MediatorFacts> = faultAt

const candidate = party('candidate', words('本人', 'the person'))
const toCandidate = (zh: string, en: string): Effect => notify({ party: 'candidate' }, words(zh, en))
const toNominator = (zh: string, en: string): Effect => notify({ party: 'nominator' }, words(zh, en))

const another = anotherThan('candidate', 'nominator')

type Told = Context<MediatorFacts, NoNeeds>['input']

/** Each field and language once. */
const repeated = ({ fields = [], languages = [] }: Pick<Told, 'fields' | 'languages'>): Refusal | undefined => {
  const once = words('只填一次', 'Named once')
  const faults: readonly Fault[] = [
    ...fields.flatMap(({ field }, row) => (fields.findIndex(one => one.field === field) < row ? [{ fact: 'fields', row, column: 'field', why: once }] : [])),
    ...languages.flatMap(({ language }, row) => (languages.findIndex(one => one.language === language) < row ? [{ fact: 'languages', row, column: 'language', why: once }] : [])),
  ]
  return faults.length === 0 ? undefined : faulty(faults)
}

const rowOf = (matter: Matter<MediatorFacts>, { fields = [], languages = [] }: Pick<Told, 'fields' | 'languages'>): JsonObject => ({
  do: 'serve', county: matter.county, matter: matter.id, account: matter.facts.candidate ?? '', office: matter.facts.office ?? '', place: matter.region, kind: matter.facts.kind ?? 'full',
  fields: fields.map(one => one.field ?? 'other'), languages: languages.map(one => one.language ?? 'zh'), since: matter.facts.from ?? '', until: matter.facts.until ?? '',
})

const ended = (matter: Matter, now: Date): Effect => ({ do: 'record', register: 'mediator', row: { do: 'end', county: matter.county, matter: matter.id, ended: legalDay(now) } })

const theTerm = words('调解员任期', 'the mediator’s term')

/**
 * 人民调解员: nominated, willing, reviewed, and given a post by the procedure for every post; trained, evaluated each year, and ended by term, by a resignation that is
 * answered in time, or by a removal that gives a reason and hears the person (Art. 30.1, 30.2). Beyond the name only fields, languages and the area served are kept.
 */
export const mediator = procedure('mediator', {
  title: words('人民调解员', 'Mediator'),
  since: '2023-02-01',
  basis: ['30.1', '30.2'],
  facts,
  heading: 'about',
  place: 'place',
  records: ['mediator'],
  needs: {
    known: need<KnownAccount>('account', c => ({ account: c.facts['candidate'] ?? null })),
    committee: need<FiledCommittee>('mediation-committee', c => ({ office: c.facts['office'] ?? null, at: c.now.toISOString() })),
    year: need<MediatorYear>('mediator-year', c => ({ county: c.matter.county, matter: c.matter.id, account: c.matter.facts['candidate'] ?? null, year: Number(legalDay(c.now).slice(0, 4)) })),
  },
  stages: {
    asked: { zh: '待本人答复', en: 'For the person to answer', due: within('mediator.answer', 'lapse') },
    reviewing: { zh: '待审核', en: 'Under review', due: within('mediator.review', 'remind') },
    appointing: { zh: '待提出任命', en: 'Post to be proposed', due: within('mediator.appoint', 'remind') },
    confirming: { zh: '任命审核中', en: 'Post being confirmed', due: within('mediator.posted', 'remind') },
    serving: { zh: '在任', en: 'Serving', settled: true, published: true, due: within('mediator.evaluate', 'evaluationLate') },
    hearing: { zh: '拟解聘，待本人陈述', en: 'Removal proposed, the person to be heard', due: within('mediator.hearing', 'hearingOver') },
    deciding: { zh: '待决定是否解聘', en: 'Removal to be decided', due: within('mediator.end', 'remind') },
    ending: { zh: '待办理免职', en: 'Post to be ended', due: within('mediator.end', 'remind') },
    over: { zh: '已结束', en: 'Over', final: true },
    refused: { zh: '未任用', en: 'Not appointed', final: true },
  },
  steps: {
    nominate: {
      zh: '推荐调解员', en: 'Nominate a mediator', opens: 'asked', basis: ['30.1', '30.2'], by: [post('committee', 'village'), ofGovernment('handler', 'township'), ofGovernment('lead', 'township'), post('mediator'), ...supervisors],
      asks: ['place', 'office', 'candidate', 'kind', 'how', 'metOn?', 'fields', 'languages', 'why'], needs: ['known', 'committee'],
      causes: words('先问本人是否愿意；任用后公开姓名、领域、语言和服务地区', 'The person is asked first; once appointed, name, fields, languages and area are published'),
      then: c => {
        const { office = '', candidate: account = '', how, metOn, kind } = c.input
        const { committee, known } = c.needs
        if (!isMediation(kindOfOffice(office)) || !isWithin(c.matter.region, regionOfOffice(office))) return fault('office', '请选择服务地区所属的调解委员会', 'Name a committee in whose area the mediator serves')
        if (committee === undefined) return refuse('not-filed', words('该调解委员会还没有备案', 'That committee is not filed'), { basis: ['31.1'], remedy: words('请先登记设立并备案', 'Establish and file it first') })
        if (known === undefined) return fault('candidate', '没有这个账号，或已停用', 'There is no such account, or it is closed')
        if (account === c.actor.account) return fault('candidate', '不能推荐自己', 'Nobody nominates themselves')
        if (how === 'elected' && committee.chosen === 'appointed') return fault('how', '该调解委员会的委员由聘任产生', 'Members of that committee are appointed')
        if (how === 'elected' && (metOn === undefined || metOn > legalDay(c.now))) return fault('metOn', '请填推选会议日期，不能晚于今天', 'Say when the assembly met; no day to come')
        return repeated(c.input) ?? {
          holder: { office: justiceOf(c.matter.region) }, set: { name: known.name, about: `${kinds[kind ?? 'full'].zh}人民调解员` }, counts: { nominated: 1 },
          parties: [{ role: 'candidate', account }, { role: 'nominator', account: c.actor.account }, ...guides(c.matter.region)],
          effects: [toCandidate('您被推荐为人民调解员，请答复是否愿意', 'You were nominated as a mediator; please say whether you are willing')],
        }
      },
    },
    agree: {
      zh: '愿意担任', en: 'I am willing', from: ['asked'], to: 'reviewing', basis: ['30.1'], primary: true, by: [candidate],
      causes: words('任用后公开姓名、领域、语言和服务地区；不公开电话', 'Once appointed, name, fields, languages and area are published; no phone is'),
      then: c => ({ effects: [notify({ office: justiceOf(c.matter.region) }, words('有调解员人选待审核', 'A mediator awaits review'))] }),
    },
    declineIt: { zh: '不愿担任', en: 'I am not willing', from: ['asked'], to: 'refused', basis: ['30.1'], by: [candidate], asks: ['declined?'], then: () => ({ effects: [toNominator('被推荐人不愿担任调解员', 'Whoever you nominated is not willing')] }) },
    lapse: { zh: '本人逾期未答复', en: 'No answer in time', from: ['asked'], to: 'refused', basis: [], by: [theClock], then: () => ({ effects: [toNominator('被推荐人逾期未答复', 'Whoever you nominated did not answer')] }) },
    review: {
      zh: '审核', en: 'Review', from: ['reviewing'], to: ['appointing', 'refused'], basis: ['30.1'], primary: true, by: [justiceDepartment], asks: ['qualified', 'note'], only: another,
      then: c => (c.input.qualified === 'yes' ? { to: 'appointing', effects: [toLead(c.matter.region, '调解员人选已审核，请提出任命', 'A mediator was reviewed: please propose the post')] }
        : { to: 'refused', counts: { unqualified: 1 }, effects: [toCandidate('审核未通过，理由见详情', 'You do not qualify; why stands in it'), toNominator('您推荐的人选未通过审核', 'Whoever you nominated does not qualify')] }),
    },
    appoint: {
      zh: '提出任命', en: 'Propose the post', from: ['appointing'], to: 'confirming', basis: ['20.2', '30.1'], primary: true, by: [ofGovernment('lead', 'township', 'county')], asks: ['from?', 'until'],
      causes: words('按岗位任命程序由安全管理员审核后上岗', 'By the procedure for every post: a security administrator confirms it'),
      only: another,
      then: c => {
        const [today, { until: before, post: held }] = [legalDay(c.now), c.matter.facts]
        const next = held !== undefined && before !== undefined ? daysAfter(before, 1) : today
        const from = c.input.from ?? (next > today ? next : today)
        const { office = '' } = c.matter.facts
        return {
          set: { from, post: null, other: null },
          effects: [{
            do: 'open', procedure: 'appointment', step: 'propose', link: 'mediator',
            input: { region: regionOfOffice(office), person: c.matter.facts.candidate ?? '', kind: 'mediator', office, clearance: 'sensitive', from, until: c.input.until ?? from, reason: c.matter.facts.how === 'elected' ? '推选产生的人民调解委员会委员' : '聘任的人民调解员' },
          }],
        }
      },
    },
    posted: {
      zh: '任命已审核通过', en: 'The post was confirmed', from: ['confirming'], to: 'serving', basis: ['20.2'], by: [thePlatform], asks: ['post'],
      then: c => {
        const { until = legalDay(c.now), kind } = c.matter.facts
        const near = daysAfter(until, -Number(c.law.figure('mediator.term-near', legalDay(c.now)).value))
        return {
          counts: { [kind === 'invited' ? 'invited' : 'fullTime']: 1 },
          clocks: [{ clock: 'term', start: untilDay(near < legalDay(c.now) ? legalDay(c.now) : near, c.now, theTerm), then: 'termNear' }],
          effects: [{ do: 'record', register: 'mediator', row: rowOf(c.matter, c.matter.facts) }, ...toGuides(c.matter.region, '调解员已上岗，请安排培训', 'A mediator took up the post: please arrange training')],
        }
      },
    },
    notPosted: { zh: '任命未通过', en: 'The post was not confirmed', from: ['confirming'], to: 'appointing', basis: ['20.2'], by: [thePlatform], then: c => ({ effects: [toLead(c.matter.region, '调解员任命未通过，请重新提出', 'The post was not confirmed: please propose it anew')] }) },
    postEnded: {
      zh: '岗位已结束', en: 'The post ended', from: ['serving', 'hearing', 'deciding', 'ending'], to: ['over', 'serving', 'hearing', 'deciding', 'ending'], basis: ['20.2'], by: [thePlatform], asks: ['other'],
      // The end of the term before is not the end of this one.
      then: c => (c.input.other !== c.matter.facts.post ? { to: c.matter.stage === 'hearing' || c.matter.stage === 'deciding' || c.matter.stage === 'ending' ? c.matter.stage : 'serving', set: { other: null } } : {
        to: 'over', counts: { ended: 1 }, effects: [ended(c.matter, c.now), ...toGuides(c.matter.region, '调解员岗位已结束，请移交其未结纠纷', 'A mediator’s post ended: please hand on the open disputes'), { do: 'follow', link: 'studio', step: 'mediatorLeft', input: {} }],
      }),
    },
    drop: {
      zh: '不再任用', en: 'Do not appoint', from: ['asked', 'reviewing', 'appointing'], to: ['refused', 'over'], basis: [], by: [justiceDepartment], asks: ['note'],
      then: c => (c.matter.facts.from === undefined ? { to: 'refused', effects: [toNominator('调解员人选不再任用', 'Whoever you nominated is not appointed')] } : { to: 'over', counts: { ended: 1 }, effects: [ended(c.matter, c.now), toCandidate('不再续任，理由见详情', 'Your term is not renewed; why stands in it')] }),
    },
    update: {
      zh: '更新领域和语言', en: 'Update fields and languages', from: ['serving'], basis: ['30.1'], by: [candidate, ...supervisors], asks: ['fields', 'languages'],
      then: c => repeated(c.input) ?? { effects: [{ do: 'record', register: 'mediator', row: rowOf(c.matter, c.input) }] },
    },
    train: {
      zh: '登记培训', en: 'Record training', from: ['serving'], basis: ['30.1'], by: supervisors, asks: ['trainedOn', 'hours', 'topic'], only: anotherThan('candidate'),
      then: c => {
        const { trainedOn = '', hours = 0 } = c.input
        if (trainedOn > legalDay(c.now)) return fault('trainedOn', '不能晚于今天', 'It can’t be a day to come')
        return { counts: { trainedHours: hours }, effects: [{ do: 'record', register: 'mediator', row: { do: 'train', county: c.matter.county, matter: c.matter.id, account: c.matter.facts.candidate ?? '', held: trainedOn, hours } }, toCandidate('已登记您的培训', 'Your training was recorded')] }
      },
    },
    evaluate: {
      zh: '年度评价', en: 'Evaluate the year', from: ['serving'], to: 'serving', basis: ['30.1'], primary: true, by: supervisors, asks: ['rating', 'evaluation'], needs: ['year'], only: anotherThan('candidate'),
      causes: words('本人可以看到并说明；不排名、不比成功率', 'The person sees it and may answer; nobody is ranked, no rate of success compared'),
      then: c => {
        const { hours = 0, took = 0, agreed = 0, failed = 0 } = c.needs.year ?? {}
        return { set: { yearHours: hours, yearTook: took, yearAgreed: agreed, yearFailed: failed, answer: null }, counts: { evaluated: 1 }, effects: [toCandidate('您的年度评价已作出，可以提出意见', 'Your yearly evaluation stands; you may answer it')] }
      },
    },
    answerEvaluation: {
      zh: '说明情况', en: 'Answer the evaluation', from: ['serving'], basis: ['30.1'], by: [candidate], asks: ['answer'],
      only: c => (c.matter.facts.rating === undefined ? refuse('nothing-open', words('还没有年度评价', 'There is no evaluation yet'), { remedy: words('作出评价后可以说明', 'You may answer once there is one') }) : undefined),
      then: c => ({ effects: toGuides(c.matter.region, '调解员对年度评价作了说明', 'A mediator answered the evaluation') }),
    },
    evaluationLate: { zh: '未按年度评价', en: 'Not evaluated in the year', from: ['serving'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'evaluationLate', '调解员一年未评价', 'A mediator was not evaluated for a year') },
    termNear: { zh: '任期将满', en: 'The term ends soon', from: ['serving'], basis: [], by: [theClock], then: c => ({ effects: [...toGuides(c.matter.region, '调解员任期将满，请研究续任', 'A mediator’s term ends soon: please decide on its renewal'), toCandidate('您的调解员任期将满', 'Your term as mediator ends soon')] }) },
    renew: { zh: '续任', en: 'Renew', from: ['serving'], to: 'appointing', basis: ['30.1'], by: [justiceDepartment], asks: ['note'], only: anotherThan('candidate'), causes: words('须再经任命；原岗位到期前不变', 'The post is given anew; the present one stays until its end'), then: c => ({ counts: { renewals: 1 }, effects: [toLead(c.matter.region, '调解员续任，请提出任命', 'A mediator’s term is renewed: please propose the post')] }) },
    resign: {
      zh: '提出辞职', en: 'Resign', from: ['serving'], basis: ['30.1'], by: [candidate], asks: ['resigned?'],
      causes: words('按时答复；答复后在岗位任命事项中办理免职', 'It is answered in time; then the post is ended in its own matter'),
      only: c => (c.matter.clocks['resignation'] === undefined ? undefined : refuse('asked-already', words('已经提出辞职，等待答复', 'You resigned already; an answer is owed'), { remedy: words('请等待答复', 'Wait for the answer') })),
      then: c => ({ counts: { resigned: 1 }, clocks: [{ clock: 'resignation', start: 'mediator.resignation', then: 'resignationLate' }], effects: toGuides(c.matter.region, '调解员提出辞职，请按时答复', 'A mediator resigns: please answer in time') }),
    },
    answerResignation: {
      zh: '答复辞职', en: 'Answer the resignation', from: ['serving'], to: 'ending', basis: ['30.1'], by: supervisors, asks: ['reply'],
      causes: words('写明未结纠纷交给谁；由负责人在岗位任命事项中办理免职', 'Say who takes the open disputes; a lead ends the post in its own matter'),
      only: c => anotherThan('candidate')(c) ?? (c.matter.clocks['resignation'] === undefined ? refuse('nothing-open', words('没有待答复的辞职', 'No resignation awaits an answer'), { remedy: words('由本人提出', 'The person resigns first') }) : undefined),
      then: c => ({ clocks: [{ clock: 'resignation', end: true }], effects: [toCandidate('您的辞职已有答复', 'Your resignation was answered'), toLead(c.matter.region, '调解员辞职，请在岗位任命中办理免职', 'A mediator resigns: please end the post in its own matter')] }),
    },
    resignationLate: {
      zh: '辞职逾期未答复', en: 'A resignation not answered in time', from: ['serving'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'resignation', start: 'oversight.escalate-again', then: 'resignationLate' }], effects: [...toGuides(c.matter.region, '调解员辞职逾期未答复', 'A mediator’s resignation is not answered in time'), toLead(c.matter.region, '调解员辞职逾期未答复，请督促', 'A mediator’s resignation is not answered in time; please see to it')] }),
    },
    proposeRemoval: {
      zh: '提出解聘、罢免', en: 'Propose removal', from: ['serving'], to: 'hearing', basis: ['30.1'], by: supervisors, asks: ['ground', 'statement'], only: anotherThan('candidate'),
      causes: words('本人收到理由，可以陈述；由另一人决定', 'The person is told why and may answer; somebody else decides'),
      then: c => ({ parties: [{ role: 'proposer', account: c.actor.account }], set: { answer: null, verdict: null }, clocks: [{ clock: 'resignation', end: true }], effects: [toCandidate('有人提出解聘您，理由见详情，请在期限内陈述', 'Your removal is proposed; why stands in it: please answer in time')] }),
    },
    speak: { zh: '陈述', en: 'Answer', from: ['hearing'], to: 'deciding', basis: ['30.1'], primary: true, by: [candidate], asks: ['answer'], then: c => ({ effects: toGuides(c.matter.region, '调解员已陈述，请决定', 'The mediator answered: please decide') }) },
    hearingOver: { zh: '陈述期满', en: 'The time to answer is over', from: ['hearing'], to: 'deciding', basis: [], by: [theClock], then: c => ({ effects: toGuides(c.matter.region, '陈述期满，请决定', 'The time to answer is over: please decide') }) },
    decideRemoval: {
      zh: '决定', en: 'Decide', from: ['deciding'], to: ['ending', 'serving'], basis: ['30.1'], primary: true, by: supervisors, asks: ['verdict', 'reasons'], only: anotherThan('candidate', 'proposer'),
      then: c => (c.input.verdict === 'removed'
        ? { to: 'ending', counts: { removed: 1 }, effects: [ended(c.matter, c.now), toCandidate('决定解聘，理由见详情', 'Your removal was decided; the reasons stand in it'), toLead(c.matter.region, '调解员被解聘，请在岗位任命中办理免职', 'A mediator was removed: please end the post in its own matter')] }
        : { to: 'serving', effects: [toCandidate('决定不解聘，理由见详情', 'You stay; the reasons stand in it')] }),
    },
    remind: { zh: '逾期未办，提醒', en: 'Not done in time', from: ['reviewing', 'appointing', 'confirming', 'deciding', 'ending'], basis: [], by: [theClock], then: c => lateAgain(c.matter, 'remind', '调解员事项逾期未办', 'A matter of a mediator is late') },
  },
  measures: {
    nominated: words('推荐', 'Nominated'), unqualified: words('不符合', 'Did not qualify'), fullTime: words('专职上岗', 'Full-time, took up the post'), invited: words('受邀上岗', 'Invited, took up the post'),
    trainedHours: words('培训课时', 'Hours trained'), evaluated: words('年度评价', 'Evaluated'), renewals: words('续任', 'Renewals'), resigned: words('辞职', 'Resigned'), removed: words('解聘、罢免', 'Removed'), ended: words('结束', 'Ended'),
  },
  list: { columns: ['place', 'office', 'kind', 'until'] },
  notCovered: [
    { basis: '30.2', why: words('老党员、教师、政法工作者、退伍军人等身份不记录，只记受邀', 'Whether somebody is a senior Party member, teacher, legal worker or veteran is not kept: only that they were invited') },
    { basis: '30.3', why: words('调解补贴另有程序', 'The subsidy of an agreement is a procedure of its own') },
  ],
})
