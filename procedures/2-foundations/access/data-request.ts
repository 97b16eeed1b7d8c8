import { dueAt, legalDay } from '../../../kernel/calendar.ts'
import { hasRunOut } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { holdGrounds, keptKinds, kindsKept, type KeptKind } from '../../../kernel/erasure.ts'
import { choice, files, matterRef, region, text, told, whole } from '../../../kernel/facts.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal, type FaultOf } from '../../../kernel/refusal.ts'
import { ancestor, countyOf, parentOf } from '../../../kernel/region.ts'
import type { Law } from '../../../kernel/clock.ts'
import { anyResident, holder, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { attests, guardianFacts } from './guardian.ts'
import { purposes } from './purposes.ts'
import type { Subject } from './subject.ts'

/** What a person may ask of who keeps their data (Personal Information Protection Law 44–47). */
const rights = {
  see: { zh: '查阅', en: 'See what is kept' },
  copy: { zh: '复制、转移', en: 'Get a copy' },
  correct: { zh: '更正、补充', en: 'Correct or complete' },
  object: { zh: '限制、拒绝处理', en: 'Object to its use' },
  withdraw: { zh: '撤回同意', en: 'Withdraw consent' },
  erase: { zh: '删除', en: 'Erase' },
} as const

const fields = {
  contactName: { zh: '联系人', en: 'Contact' },
  contactPhone: { zh: '联系电话', en: 'Contact phone' },
  keptName: { zh: '匿名反映人姓名', en: 'Name of who reported anonymously' },
  keptPhone: { zh: '匿名反映人电话', en: 'Phone of who reported anonymously' },
  text: { zh: '诉求内容', en: 'What was reported' },
  spot: { zh: '具体位置', en: 'Where exactly' },
  supplement: { zh: '补充内容', en: 'What was added' },
} as const

const scopes = {
  ...keptKinds,
  all: { zh: '以上全部', en: 'All of these' },
  allUnlinked: { zh: '以上全部，并解除与匿名反映人账号的关联', en: 'All of these, and unlink the account of who reported anonymously' },
} as const

/** Why a request is refused: the law’s grounds, no others. */
const grounds = {
  running: { zh: '事项尚在办理，履行法定职责所必需（个人信息保护法第十三条第一款第三项）', en: 'The matter is still being handled; a duty of office needs it (Personal Information Protection Law, Art. 13.1(3))' },
  retention: { zh: '法定或档案保存期限未满（第四十七条第二款）', en: 'The period of keeping set by law or archive is not over (Art. 47.2)' },
  held: { zh: '因诉讼、调查、审计等依法暂缓', en: 'A lawsuit, an investigation or an audit keeps it' },
  secrecy: { zh: '依法应当保密或者不需要告知（第十八条、第三十五条、第四十五条第一款）', en: 'Secrecy the law asks for, or telling would hinder the office’s duty (Art. 18, 35, 45.1)' },
  others: { zh: '涉及他人的个人信息或权益', en: 'It concerns the data or rights of others' },
  technical: { zh: '删除在技术上难以实现，已停止除存储和安全保护之外的处理（第四十七条第二款）', en: 'Erasing is technically hard; all but storing it safely has stopped (Art. 47.2)' },
  accurate: { zh: '经核实，记录与事实相符（第四十六条第二款）', en: 'Looked into, and the record is accurate (Art. 46.2)' },
  identity: { zh: '未能核实身份或监护关系', en: 'Identity or guardianship could not be shown' },
} as const

const facts = {
  right: choice(rights, { zh: '申请事项', en: 'What is asked', class: 'public', search: 'exact' }),
  village: region({ zh: '所在村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  ...guardianFacts,
  about: matterRef({ zh: '所涉事项', en: 'Which matter', hint: words('只涉及某一件事时选择', 'Choose it where one matter is meant') }),
  purpose: choice(purposes, { zh: '撤回哪项同意', en: 'Which consent', class: 'public' }),
  details: text({ zh: '具体请求', en: 'What exactly', min: 4, max: 1000, lines: 4, hint: words('请勿填写身份证号', 'Please give no identity number') }),
  papers: files({ zh: '证明材料', en: 'Papers', class: 'sensitive', max: 3, accept: 'any' }),
  field: choice(fields, { zh: '更正哪一项', en: 'Which fact is corrected' }),
  corrected: text({ zh: '更正为', en: 'Corrected to', class: 'sensitive', max: 2000, lines: 2 }),
  eraseWhat: choice(scopes, { zh: '删除范围', en: 'What is erased', class: 'public' }),
  answer: text({ zh: '答复', en: 'Answer', min: 4, max: 2000, lines: 4 }),
  atOnce: told({ zh: '即时答复', en: 'Answered at once', class: 'public' }),
  refusal: choice(grounds, { zh: '不予办理的依据', en: 'Ground of the refusal', class: 'public' }),
  extendReason: text({ zh: '延长理由', en: 'Reason for the extension', min: 4, max: 500, lines: 2 }),
  extended: whole({ zh: '已延长次数', en: 'Extensions', class: 'public' }),
}

type Facts = typeof facts

const requester = party('reporter', words('申请人', 'who asked'))
const toRequester = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))
const committeeOf = (place: string): string => officeCode(ancestor(place, 'village') ?? place, 'committee')
/** Who answers for data: the lead office of the county, which stands above the offices that handled it. */
const answersFor = (place: string): string => officeCode(countyOf(place), 'lead')

/** Of the office those are told who may answer. */
const toAnswer = (office: string): Effect => notify({ office, kinds: ['lead'] }, words('有个人信息权利申请待答复', 'A request about personal data awaits an answer'))
const tellHolder = ({ holder: held, stage }: Matter<Facts>, zh: string, en: string): readonly Effect[] =>
  held === null ? [] : [notify({ office: held.office, ...(stage === 'answering' && { kinds: ['lead' as const] }) }, words(zh, en))]

const fault: FaultOf<Facts> = faultAt

const atTheDoor = {
  see: words('平台保存的您的信息，可随时在“我的数据”查看', 'What the platform keeps on you can be seen at any time under “My data”'),
  copy: words('平台保存的您的信息，可随时在“我的数据”下载', 'What the platform keeps on you can be downloaded at any time under “My data”'),
  withdraw: words('已撤回，自现在起不再用于此用途', 'Withdrawn; from now on it is used for that no more'),
} as const

const isAtTheDoor = (right: keyof typeof rights | undefined): right is keyof typeof atTheDoor => right !== undefined && right in atTheDoor

/** The matter meant must be one of their own, of this county. */
const notTheirs = (about: string | undefined, subject: Subject | undefined, matter: Matter<Facts>): Refusal | undefined => {
  if (about === undefined) return undefined
  if (!subject?.own) return fault('about', '没有这个事项，或您不是其中的当事人', 'There is no such matter, or you take no part in it')
  if (subject.confined) {
    return refuse('in-the-village', words('该事项只在本村（社区）内办理，县（区）看不到', 'That matter stays in its village; the county sees nothing of it'), { remedy: words('请在该事项中直接申请更正或者移出', 'Ask for its correction or removal in the matter itself') })
  }
  return subject.county === matter.county ? undefined
    : refuse('other-county', words('该事项登记在另一县（区）', 'That matter is registered in another county'), { remedy: words('请选该事项所在的村（社区）申请', 'Ask with the village in which that matter lies') })
}

const kindsOf = (scope: keyof typeof scopes): readonly KeptKind[] => (scope === 'all' || scope === 'allUnlinked' ? kindsKept : [scope])

/** Nothing is erased while the matter runs, a hold keeps it, or before the time an archive rule asks for is over. */
const notYet = (subject: Subject, kinds: readonly KeptKind[], law: Law, now: Date): Refusal | undefined => {
  if (subject.ended === undefined) {
    return refuse('matter-running', words('事项尚在办理，办结前不能删除', 'The matter is still being handled and can’t be erased before its end'), { remedy: words('请以“事项尚在办理”为由答复，或待办结后再删除', 'Answer on that ground, or erase it once it ended') })
  }
  if (subject.held !== undefined) return refuse('held', words(`因“${holdGrounds[subject.held].zh}”暂缓删除`, `A hold keeps it: ${holdGrounds[subject.held].en}`), { remedy: words('暂缓解除或到期后再删除', 'It can be erased once the hold is lifted or over') })
  const ended = new Date(subject.ended)
  const kind = kinds.find(one => dueAt(law.calendar, ended, { amount: Number(law.figure(`archive.${one}`, legalDay(now)).value), unit: 'months' }).at > now)
  return kind === undefined ? undefined
    : refuse('kept-by-archive', words(`“${keptKinds[kind].zh}”的最短保存期限未满`, `${keptKinds[kind].en} must be kept a while longer`), { remedy: words('请以保存期限未满为由答复', 'Answer on that ground') })
}

const noMatter = refuse('no-matter', words('申请未指明事项', 'The request names no matter'), { remedy: words('请答复申请人，请其指明事项后另行申请', 'Answer, and ask them to name the matter in a new request') })

const hasPassed = (matter: Matter<Facts>, now: Date): boolean => !matter.clocks['stage'] || hasRunOut(matter.clocks['stage'], now)

/**
 * 个人信息权利申请: a person, or a minor’s guardian, asks to see, copy, correct, object, withdraw or erase (Personal Information Protection Law
 * 44–50). What the account holds and consent withdrawn are answered at once; all else by the county’s lead office, in time or with a reason.
 */
export const dataRequest = procedure('data-request', {
  title: words('个人信息权利申请', 'Request about one’s data'),
  since: '2023-02-01',
  basis: ['20.2'],
  facts,
  heading: 'details',
  place: 'village',
  needs: { subject: need<Subject>('subject', c => ({ id: c.facts['about'] ?? null, at: c.now.toISOString() })) },
  records: ['erasure', 'correction', 'consent-withdrawal'],
  stages: {
    attesting: { zh: '待核实监护人', en: 'Guardian to be attested', due: within('data-request.attest', 'escalate') },
    answering: { zh: '待答复', en: 'To be answered', due: within('data-request.answer', 'escalate') },
    answered: { zh: '已答复', en: 'Answered', final: true },
    refused: { zh: '不予办理', en: 'Refused', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    ask: {
      zh: '提出申请', en: 'Ask', opens: 'answering', to: ['attesting', 'answered'], basis: ['20.2'], by: [anyResident], needs: ['subject'],
      asks: [
        'right', 'village', 'whose', { fact: 'child', where: 'whose', is: 'child' }, { fact: 'relation', where: 'whose', is: 'child' },
        { fact: 'purpose', where: 'right', is: 'withdraw' }, 'about?', 'details', 'papers?',
      ],
      causes: words('账号里的信息和撤回同意当场办理，其余由县（区）按期书面答复', 'What your account holds, and consent, is dealt with at once; all else the county answers in time'),
      then: c => {
        const refused = notTheirs(c.input.about, c.needs.subject, c.matter)
        if (refused) return refused
        const { right, whose, purpose = '' } = c.input
        const asks = {
          parties: [{ role: 'reporter', account: c.actor.account, ...(c.needs.subject?.hidden && { hidden: true as const }) }], counts: { asked: 1 },
          ...(c.needs.subject && { links: [{ kind: 'about', matter: c.needs.subject.id }] }),
        }
        if (whose === 'child') {
          const office = committeeOf(c.matter.region)
          return { ...asks, to: 'attesting', holder: { office }, effects: [notify({ office }, words('监护关系待当面核实', 'A guardian is to be attested in person'))] }
        }
        const office = answersFor(c.matter.region)
        if (!isAtTheDoor(right)) return { ...asks, holder: { office }, effects: [toAnswer(office)] }
        return {
          ...asks, to: 'answered', holder: { office }, set: { atOnce: keepWords(atTheDoor[right]) }, counts: { asked: 1, granted: 1 },
          ...(right === 'withdraw' && { effects: [{ do: 'record' as const, register: 'consent-withdrawal', row: { account: c.actor.account, purpose } }] }),
        }
      },
    },
    attest: {
      zh: '核实监护人', en: 'Attest the guardian', from: ['attesting'], to: 'answering', basis: ['20.2'], primary: true, by: [post('committee')], asks: ['checked', 'attestNote'],
      causes: words('转由县（区）答复，答复期限自现在起算', 'It goes to the county, whose time to answer begins now'),
      then: c => attests(c.input.checked, c.law, c.now)
        ?? { holder: { office: answersFor(c.matter.region) }, effects: [toAnswer(answersFor(c.matter.region))] },
    },
    decline: {
      zh: '不予核实', en: 'Decline', from: ['attesting'], to: 'refused', basis: ['20.2'], by: [post('committee')], asks: ['attestNote'],
      then: () => ({ set: { refusal: 'identity' }, counts: { refused: 1 }, effects: [toRequester('监护关系未能核实，申请不予办理', 'The guardian could not be attested; your request was refused')] }),
    },
    extend: {
      zh: '延长答复期限', en: 'Extend', from: ['answering'], basis: ['20.2'], by: [holder('lead')], asks: ['extendReason'],
      causes: words('只能延长一次，理由告知申请人（平台规则）', 'Once only, and the person is told why (a product rule)'),
      only: c => {
        if (hasPassed(c.matter, c.now)) return refuse('too-late', words('答复期限已过，不能再延长', 'The time to answer has passed; it can no longer be extended'))
        return (c.matter.facts.extended ?? 0) > 0 ? refuse('once-only', words('答复期限只能延长一次（平台规则）', 'The time to answer is extended once only (a product rule)')) : undefined
      },
      then: c => ({
        set: { extended: 1 }, clocks: [{ clock: 'stage', extend: { amount: Number(c.law.figure('data-request.extension', legalDay(c.now)).value), unit: 'workingDays' } }],
        effects: [toRequester('答复期限已延长，理由见详情', 'The time to answer was extended; the reason stands in the matter')],
      }),
    },
    answer: {
      zh: '答复', en: 'Answer', from: ['answering'], to: 'answered', basis: ['20.2'], primary: true, by: [holder('lead')], asks: ['answer', 'papers?'],
      only: c => (c.matter.facts.right === 'erase' || c.matter.facts.right === 'correct'
        ? refuse('do-or-refuse', words('更正、删除须办理，或依法说明不予办理的理由', 'A correction or an erasure is carried out, or refused with the law’s ground'))
        : undefined),
      then: () => ({ counts: { granted: 1 }, effects: [toRequester('您的个人信息权利申请已答复', 'Your request about your data was answered')] }),
    },
    rectify: {
      zh: '准予更正', en: 'Correct', from: ['answering'], to: 'answered', basis: ['20.2'], primary: true, by: [holder('lead')], asks: ['field', 'corrected', 'answer?'], needs: ['subject'],
      causes: words('事项中该项随即更正；更正前的内容密封留存', 'That fact of the matter is corrected at once; what stood there before stays sealed'),
      only: c => isRight(c.matter, 'correct'),
      then: c => {
        const { subject } = c.needs
        if (!subject) return noMatter
        if (!subject.facts.includes(c.input.field ?? '')) return fault('field', '该事项没有这一项', 'The matter has no such fact')
        return {
          counts: { granted: 1 },
          effects: [
            { do: 'record', register: 'correction', row: { county: subject.county, matter: subject.id, field: c.input.field ?? '', value: c.input.corrected ?? '' } },
            toRequester('您的信息已更正', 'Your data was corrected'),
          ],
        }
      },
    },
    grantErasure: {
      zh: '准予删除', en: 'Erase', from: ['answering'], to: 'answered', basis: ['20.2'], primary: true, by: [holder('lead')], asks: ['eraseWhat', 'answer?'], needs: ['subject'],
      causes: words('所选内容随即从事项、检索和文件中删除，不能恢复；办理过程的记录仍在', 'What is chosen is erased from matter, search and files at once and for good; the record of what was done stays'),
      only: c => isRight(c.matter, 'erase'),
      then: c => {
        const { subject } = c.needs
        const scope = c.input.eraseWhat ?? 'all'
        if (!subject) return noMatter
        return notYet(subject, kindsOf(scope), c.law, c.now) ?? {
          counts: { granted: 1 },
          effects: [
            { do: 'record', register: 'erasure', row: { county: subject.county, matter: subject.id, kinds: kindsOf(scope), ground: 'request', unlink: scope === 'allUnlinked' } },
            toRequester('您申请删除的信息已删除', 'The data you asked about was erased'),
          ],
        }
      },
    },
    refuse: {
      zh: '不予办理', en: 'Refuse', from: ['answering'], to: 'refused', basis: ['20.2'], by: [holder('lead')], asks: ['refusal', 'answer'], needs: ['subject'],
      causes: words('申请人可向网信部门投诉举报，或依法提起诉讼', 'The person may complain to the cyberspace administration or go to court'),
      then: c => {
        const { subject } = c.needs
        if (c.input.refusal === 'running' && subject?.ended !== undefined) return fault('refusal', '该事项已办结', 'That matter has ended')
        if (c.input.refusal === 'held' && subject && subject.held === undefined) return fault('refusal', '该事项没有暂缓删除', 'No hold keeps that matter')
        return { counts: { refused: 1 }, effects: [toRequester('您的申请不予办理，依据和理由见详情', 'Your request was refused; ground and reason stand in the matter')] }
      },
    },
    withdraw: {
      zh: '撤回申请', en: 'Withdraw', from: ['attesting', 'answering'], to: 'withdrawn', basis: ['20.2'], by: [requester],
      then: c => ({ effects: tellHolder(c.matter, '申请人已撤回', 'The request was withdrawn') }),
    },
    escalate: {
      zh: '逾期升级', en: 'Escalate', from: ['attesting', 'answering'], basis: ['20.2'], by: [theClock],
      then: c => {
        const above = parentOf(countyOf(c.matter.region)) ?? countyOf(c.matter.region)
        const region = c.matter.stage === 'attesting' ? countyOf(c.matter.region) : above
        return {
          clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'escalate' }], ...(c.matter.clocks['escalation'] === undefined && { counts: { late: 1 } }),
          effects: [
            ...tellHolder(c.matter, '个人信息权利申请已超期', 'A request about personal data is late'),
            notify({ posts: 'lead', region }, words('个人信息权利申请逾期，请督促', 'A request about personal data is late and has reached you')),
          ],
        }
      },
    },
  },
  measures: { asked: words('申请', 'Asked'), granted: words('已办理', 'Carried out'), refused: words('不予办理', 'Refused'), late: words('逾期', 'Late') },
  rates: { lateRate: { ...words('逾期率', 'Late'), of: 'late', among: 'asked' } },
  list: { columns: ['right', 'village'] },
})

const isRight = (matter: Matter<Facts>, right: keyof typeof rights): Refusal | undefined =>
  matter.facts.right === right ? undefined : refuse('another-right', words(`申请的是“${rights[matter.facts.right ?? 'see'].zh}”`, `What is asked is to ${rights[matter.facts.right ?? 'see'].en.toLowerCase()}`))
