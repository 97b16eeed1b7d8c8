import { dueAt, legalDay } from '../../../kernel/calendar.ts'
import { hasRunOut, limitOf } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import type { CovenantInForce } from '../covenant/clauses.ts'
import { documents } from './documents.ts'
import { supervisors } from '../points/parts.ts'
import { directions, facts, type Facts } from './facts.ts'
import { evaluatedIt, kin, outsider, ownCase, ownMatter, stranger, twoEvaluators, unnamed, type Villager } from './people.ts'
import { beyond, clauseIn, touchesRights, untimely } from './within-the-clause.ts'

const needs = {
  now: need<CovenantInForce>('covenantInForce', c => ({ village: c.matter.region, day: legalDay(c.now) })),
  then: need<CovenantInForce>('covenantInForce', c => ({ village: c.matter.region, day: c.facts['happenedOn'] ?? '' })),
  known: need<Villager>('villager', c => ({ village: c.matter.region, account: c.facts['account'] ?? null, at: c.now.toISOString() })),
  namesakes: need<readonly string[]>('namesakes', c => ({ village: c.matter.region, name: c.facts['whom'] ?? null, at: c.now.toISOString() })),
  secondKnown: need<Villager>('villager', c => ({ village: c.matter.region, account: c.facts['second'] ?? null, at: c.now.toISOString() })),
  judgeKnown: need<Villager>('villager', c => ({ village: c.matter.region, account: c.facts['judge'] ?? null, at: c.now.toISOString() })),
}

type Now = Context<Facts, typeof needs>

const committee = post('committee', 'village')
const person = party('person', words('本人', 'the person'))
const evaluator = party('evaluator', words('评议人', 'who evaluated'))
const second = party('second', words('第二名评议人', 'the second evaluator'))
/** A member of the supervisory committee who was asked to hear and decide. */
const judge = party('judge', words('受请听取、决定的人', 'who was asked to hear and decide'))

const committeeOf = (village: string): string => officeCode(village, 'committee')
/** Members of the committee alone: a grid worker of its office is not told that there is such a matter. */
const toCommittee = (matter: Matter<Facts>, zh: string, en: string): Effect => notify({ office: committeeOf(matter.region), kinds: ['committee'] }, words(zh, en))
const toPerson = (zh: string, en: string): Effect => notify({ party: 'person' }, words(zh, en))

const reminder = (matter: Matter<Facts>) => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'remind' }] as const,
  effects: [toCommittee(matter, '信用评价办理逾期，请尽快办理', 'An evaluation is late')],
})

/** The clause that is cited, and what is to follow by it; or why it can't. */
const judged = (c: Now): Refusal | undefined => {
  const { clause = '', direction = 'breaks', measure = 'talk', terms } = c.facts
  const found = clauseIn(c.needs.now, clause, 'now')
  if (isRefusal(found)) return found
  return beyond(found, { clause, direction, measure, ...(terms !== undefined && { terms }) })
}

const evaluated = (c: Now): Refusal | undefined => {
  const { clause = '', happenedOn = '' } = c.facts
  const late = untimely(happenedOn, c.now, c.law)
  if (late) return late
  const before = clauseIn(c.needs.then, clause, 'then')
  if (isRefusal(before)) return before
  const now = clauseIn(c.needs.now, clause, 'now')
  // Under the same number it may have attached something else: an answer or a reward never reaches back.
  return judged(c) ?? (!isRefusal(now) && (before.kind !== now.kind || before.consequence !== now.consequence)
    ? refuse('clause-changed', words(`事情发生时公约第 ${clause} 条规定的后果不同`, `Clause ${clause} attached something else when it happened`), { basis: ['26.2'], remedy: words('只能依据发生时和现在都这样规定的条文评价', 'An evaluation rests on what the clause said then and says now') })
    : undefined)
}

const headline = (clause: string, direction: keyof typeof directions): string => `公约第 ${clause} 条：${directions[direction].zh}`

const overdue = (matter: Matter<Facts>, now: Date): boolean => matter.clocks['stage'] !== undefined && hasRunOut(matter.clocks['stage'], now)

/** The time to object is over, whether or not the clock was called yet. */
const lateObjection = ({ matter, now }: { readonly matter: Matter<Facts>; readonly now: Date }): Refusal | undefined => (overdue(matter, now)
  ? refuse('objection-late', words('提出异议的期限已过', 'The time to object is over'), { basis: ['26.2'], remedy: words('作出决定后，仍可随时申请更正或者移出', 'Once it is decided a correction or removal can be asked for at any time') })
  : undefined)

/** The last day on which an entry counts that is made now. */
const lastDay = (c: Now): string => legalDay(dueAt(c.law.calendar, c.now, limitOf(c.law, 'credit.kept', c.now).period).at)

const objected = (matter: Matter<Facts>): { readonly effects: readonly Effect[] } =>
  ({ effects: [toCommittee(matter, '本人提出异议，请当面听取意见', 'The person objects: hear them in person')] })

const wished = (matter: Matter<Facts>) => ({
  set: { asked: keepWords(words('待答复', 'To be answered')), correction: null, reply: null }, clocks: [{ clock: 'correction', start: 'credit.correct', then: 'remindCorrection' }] as const,
  effects: [toCommittee(matter, '有更正或移出诚信档案的申请，请答复', 'A request to correct an entry awaits your answer')],
})

const ended = (matter: Matter<Facts>, why: 'expired' | 'removed'): Effect => ({ do: 'record', register: 'integrity-end', row: { county: matter.county, matter: matter.id, why } })

/**
 * 信用评价: what somebody did, held against a clause of the covenant in force, by two people who are no kin, told to the person first, heard where they
 * object, decided by another, entered in the integrity file until a day (Art. 26.2). It never leaves the village: see `confined`.
 */
export const creditReview = procedure('credit-review', {
  title: words('信用评价', 'Credit evaluation'),
  since: '2023-02-01',
  basis: ['26.2'],
  confined: true,
  facts,
  heading: 'headline',
  place: 'village',
  needs,
  records: ['integrity', 'integrity-end', 'integrity-link'],
  stages: {
    evaluating: { zh: '待第二人评议', en: 'With the second evaluator', due: within('credit.concur', 'remind') },
    toTell: { zh: '待告知本人', en: 'The person is to be told', due: within('credit.tell', 'remind') },
    told: { zh: '已告知，可提异议', en: 'Told, may object', due: within('credit.object', 'windowEnds') },
    hearing: { zh: '待听取意见', en: 'To be heard', due: within('credit.hear', 'remind') },
    deciding: { zh: '待决定', en: 'To be decided', due: within('credit.decide', 'remind') },
    entered: { zh: '已记入诚信档案', en: 'In the integrity file', settled: true, due: { then: 'expire', limit: c => untilDay(c.facts.until ?? legalDay(c.now), c.now, words('决定载明的有效期', 'the day the decision states')) } },
    expired: { zh: '已到期失效', en: 'Expired', final: true },
    removed: { zh: '已移出诚信档案', en: 'Removed from the file', final: true },
    dropped: { zh: '不作评价', en: 'Nothing entered', final: true },
  },
  steps: {
    evaluate: {
      zh: '评议', en: 'Evaluate', opens: 'evaluating', basis: ['26.2'], by: [committee, supervisors],
      asks: ['village', 'clause', 'direction', 'happenedOn', 'whom', 'door?', 'account?', 'notThese?', 'happened', 'witness?', 'evidence?', 'measure', 'terms?', 'kinship', 'second'], needs: ['now', 'then', 'known', 'namesakes', 'secondKnown'],
      causes: words('由第二名评议人分别评议，都同意的先告知本人；村（社区）以外的任何人看不到', 'A second evaluator judges by themselves; where both agree the person is told first. Nobody outside the village sees it'),
      then: c => {
        const { clause = '', account, evidence = [], witness, direction = 'breaks', second: other = '' } = c.input
        const refused = kin(c.input.kinship) ?? ownCase(account, c.actor) ?? twoEvaluators(c.actor.account, other) ?? (other === account ? faultAt('second', '本人不能评议自己的事', 'Nobody evaluates their own case') : undefined) ?? outsider(c.needs.secondKnown) ?? evaluated(c)
        if (refused) return refused
        if (evidence.length === 0 && witness === undefined) return faultAt('evidence', '评价须有证据', 'An evaluation has evidence')
        const doubtful = account === undefined ? unnamed(c.needs.namesakes ?? [], { actor: c.actor, second: other, notThese: c.input.notThese }) : stranger(c.needs.known, c.needs.known?.name === c.input.whom)
        if (doubtful) return doubtful
        const cited = clauseIn(c.needs.now, clause, 'now')
        return {
          // Whoever evaluates holds it: where the supervisory committee does, no work is given to the other.
          holder: { office: c.actor.office ?? committeeOf(c.matter.region) },
          set: {
            headline: headline(clause, direction), ...(account !== undefined && { account: null, accountOf: [c.input.whom, c.input.door].filter(one => one !== undefined).join(' · ') }), ...(!isRefusal(cited) && { says: cited.text }), ...(c.needs.now && { covenant: c.needs.now.version }),
          },
          parties: [{ role: 'evaluator', account: c.actor.account }, { role: 'second', account: other }, ...(account === undefined ? [] : [{ role: 'person', account }])],
          effects: [notify({ party: 'second' }, words('请就一件事作评议', 'You are asked to evaluate something'))],
        }
      },
    },
    concur: {
      zh: '同意评议', en: 'Concur', from: ['evaluating'], to: 'toTell', basis: ['26.2'], primary: true, by: [second], asks: ['secondKinship', 'secondSays'],
      then: c => kin(c.input.secondKinship) ?? {
        parties: [{ role: 'evaluator', account: c.actor.account }], set: { objectDays: Number(c.law.figure('credit.object', legalDay(c.now)).value) },
        effects: [toCommittee(c.matter, '两名评议人意见一致，请打印告知书，先告知本人', 'Both evaluators agree: print the notice and tell the person first')],
      },
    },
    differ: {
      zh: '不同意评议', en: 'Differ', from: ['evaluating'], to: 'dropped', basis: ['26.2'], by: [second], asks: ['secondKinship', 'secondSays'],
      causes: words('意见不一致的，不作评价', 'Where the two differ nothing is entered'),
      then: c => kin(c.input.secondKinship) ?? { effects: [toCommittee(c.matter, '评议意见不一致，不作评价', 'The evaluators differ; nothing is entered'), toPerson('有关您的一件评议没有成立', 'An evaluation about you came to nothing')] },
    },
    replaceSecond: {
      zh: '更换第二名评议人', en: 'Choose another second', from: ['evaluating'], basis: ['26.2'], by: [committee, evaluator], asks: ['second'], needs: ['secondKnown'], only: ownMatter,
      causes: words('用于回避或者不能评议；被更换的人不再看到这件事', 'Where the second stands aside or can’t; who is replaced sees the matter no more'),
      then: c => {
        const first = c.matter.parties.find(one => one.role === 'evaluator')?.account ?? ''
        const refused = twoEvaluators(first, c.input.second) ?? (c.matter.parties.some(one => one.role === 'person' && one.account === c.input.second) ? faultAt('second', '本人不能评议自己的事', 'Nobody evaluates their own case') : undefined) ?? outsider(c.needs.secondKnown)
        const before = c.matter.parties.filter(one => one.role === 'second' && one.account !== c.input.second)
        return refused ?? { parties: [{ role: 'second', account: c.input.second ?? '' }], gone: before, effects: [notify({ account: c.input.second ?? '' }, words('请就一件事作评议', 'You are asked to evaluate something'))] }
      },
    },
    link: {
      zh: '关联本人的账号', en: 'Link their account', from: ['evaluating', 'toTell', 'told', 'hearing', 'deciding', 'entered'], basis: ['26.2'], by: [committee, evaluator], asks: ['account'], needs: ['known'],
      causes: words('本人从此可以在手机上查看全部内容、提异议、申请更正', 'From then on they read all of it on their phone, object, and ask for corrections'),
      only: c => ownMatter(c) ?? (c.matter.parties.some(one => one.role === 'person') ? refuse('linked-already', words('已关联本人的账号', 'Their account is linked already')) : undefined),
      then: c => {
        const { account = '' } = c.input
        const evaluates = c.matter.parties.some(one => one.account === account && ['evaluator', 'second', 'judge', 'decider'].includes(one.role))
        // The name stands sealed: it is held against what of it is shown.
        const refused = ownCase(account, c.actor) ?? (evaluates ? faultAt('account', '该账号的人参与了评议、听取或决定', 'That account’s person evaluated, heard or decided') : undefined) ?? stranger(c.needs.known, facts.whom.mask(c.needs.known?.name ?? '') === c.matter.facts.whom)
        return refused ?? {
          set: { account: null, accountOf: c.needs.known?.name ?? '' }, parties: [{ role: 'person', account }],
          effects: [...(c.matter.stage === 'entered' ? [{ do: 'record', register: 'integrity-link', row: { county: c.matter.county, matter: c.matter.id, account } } as const] : []), toPerson('有一件关于您的信用评价，请查看', 'There is an evaluation about you: look at it')],
        }
      },
    },
    tell: {
      zh: '告知本人', en: 'Tell the person', from: ['toTell'], to: 'told', basis: ['26.2'], primary: true, by: [committee, evaluator], asks: ['toldHow', 'toldProof?'], only: ownMatter,
      causes: words('先打印告知书送达本人；自告知起算提异议的期限', 'Print the notice and hand it over first; the time to object begins now'),
      then: c => {
        if (c.input.toldHow === 'account' && !c.matter.parties.some(one => one.role === 'person')) return faultAt('toldHow', '本人没有账号，须当面送达', 'They have no account: hand it over')
        if (c.input.toldHow !== 'account' && (c.input.toldProof ?? []).length === 0) return faultAt('toldProof', '请附签收或见证的照片', 'Attach the photo of the signature or the witness’s')
        return { effects: [toPerson('有一件关于您的信用评价，请查看；可以提出异议', 'There is an evaluation about you: look at it, you may object')] }
      },
    },
    object: {
      zh: '提出异议', en: 'Object', from: ['told'], to: 'hearing', basis: ['26.2'], primary: true, by: [person], asks: ['objection', 'objectionSheet?'],
      causes: words('村（居）委会另派人当面听取您的意见，再作决定', 'Another member of the committee hears you in person before anything is decided'),
      only: lateObjection, then: c => objected(c.matter),
    },
    objectFor: {
      zh: '代录异议', en: 'Enter the objection', from: ['told'], to: 'hearing', basis: ['26.2'], by: [committee, evaluator], asks: ['objection', 'objectionSheet'],
      causes: words('须附本人签字的纸页', 'With the sheet they signed'),
      only: lateObjection,
      then: c => objected(c.matter),
    },
    windowEnds: {
      zh: '异议期满', en: 'The time to object ends', from: ['told'], to: 'deciding', basis: ['26.2'], by: [theClock],
      then: c => ({ effects: [toCommittee(c.matter, '异议期已满，请作出决定', 'The time to object is over: decide')] }),
    },
    hear: {
      zh: '听取意见', en: 'Hear the person', from: ['hearing'], to: 'deciding', basis: ['26.2'], primary: true, by: [committee, judge], asks: ['heardOn', 'attended', 'heard'], only: evaluatedIt,
      causes: words('记录本人怎么说；由没有评议过的人听取', 'What they said is recorded; by somebody who did not evaluate'),
      then: c => ((c.input.heardOn ?? '') > legalDay(c.now) ? faultAt('heardOn', '不能晚于今天', 'It can’t lie ahead') : {}),
    },
    decide: {
      zh: '决定记入', en: 'Decide to enter it', from: ['deciding'], to: 'entered', basis: ['26.2'], primary: true, by: [committee, judge], asks: ['deciderKinship', 'reasons'], needs: ['now'],
      causes: words('所决定的就是告知过的内容，不能加重；记入诚信档案，到期自动失效', 'What is decided is what the person was told, no more; it stands in the integrity file until its day'),
      only: evaluatedIt,
      then: c => {
        const refused = kin(c.input.deciderKinship) ?? judged(c)
        if (refused) return refused
        const until = lastDay(c)
        const account = c.matter.parties.find(one => one.role === 'person')?.account
        const { clause = '', direction = 'breaks', measure = 'talk', covenant = '' } = c.facts
        return {
          set: { until }, parties: [{ role: 'decider', account: c.actor.account }],
          effects: [
            { do: 'record', register: 'integrity', row: { county: c.matter.county, matter: c.matter.id, village: c.matter.region, ...(account !== undefined && { account }), covenant, clause, direction, measure, since: legalDay(c.now), until } },
            toPerson('有一件关于您的信用评价已决定，请查看', 'An evaluation about you was decided'),
          ],
        }
      },
    },
    askSupervisors: {
      zh: '请监督委员会听取、决定', en: 'Ask the supervisory committee', from: ['toTell', 'told', 'hearing', 'deciding', 'entered'], basis: ['26.2'], by: [committee], asks: ['judge', 'judgeWhy'], needs: ['judgeKnown'], only: ownMatter,
      causes: words('村（居）委会成员都要回避的，由村（居）务监督委员会的一名成员听取、决定；事情不出村（社区）', 'Where all of the committee stand aside, a member of the supervisory committee hears and decides; it stays in the village'),
      then: c => {
        const takesPart = c.matter.parties.some(one => one.account === c.input.judge && (one.role === 'evaluator' || one.role === 'person'))
        if (takesPart || c.needs.judgeKnown?.supervisory !== true) return faultAt('judge', '请选择没有评议过、不是本人的监督委员会成员', 'Choose a member of the supervisory committee who neither evaluated nor is the person')
        return { parties: [{ role: 'judge', account: c.input.judge ?? '' }], effects: [notify({ account: c.input.judge ?? '' }, words('请就一件事听取意见、作出决定', 'You are asked to hear somebody and to decide'))] }
      },
    },
    drop: {
      zh: '不作评价', en: 'Enter nothing', from: ['evaluating', 'toTell', 'hearing', 'deciding'], to: 'dropped', basis: ['26.2'], by: [committee, judge], asks: ['deciderKinship', 'dropWhy'], only: ownMatter,
      causes: words('不记入诚信档案', 'Nothing goes into the file'),
      then: c => kin(c.input.deciderKinship) ?? ({ effects: [toPerson('有关您的一件评价不成立，没有记入', 'An evaluation about you came to nothing')] }),
    },
    carryOut: {
      zh: '记录奖惩落实', en: 'Record that it was carried out', from: ['entered'], basis: ['26.2'], by: [committee], asks: ['carriedOut'], only: ownMatter,
      then: c => touchesRights(c.input.carriedOut) ?? {},
    },
    expire: {
      zh: '到期失效', en: 'Expire', from: ['entered'], to: 'expired', basis: ['26.2'], by: [theClock],
      then: c => ({ effects: [ended(c.matter, 'expired'), toPerson('一条关于您的信用评价记录已到期失效', 'An entry about you expired')] }),
    },
    askCorrection: {
      zh: '申请更正或移出', en: 'Ask for a correction', from: ['entered'], basis: ['20.2', '26.2'], by: [person], asks: ['wish', 'wishSheet?'],
      causes: words('由没有评议过的人答复', 'Answered by somebody who did not evaluate'), then: c => wished(c.matter),
    },
    askCorrectionFor: {
      zh: '代录更正申请', en: 'Enter a request to correct', from: ['entered'], basis: ['20.2', '26.2'], by: [committee], asks: ['wish', 'wishSheet'],
      then: c => wished(c.matter),
    },
    answerCorrection: {
      zh: '答复更正申请', en: 'Answer the request', from: ['entered'], to: ['removed'], basis: ['20.2', '26.2'], by: [committee, judge],
      asks: ['correction', { fact: 'corrected', where: 'correction', is: 'amended' }, 'reply'],
      only: c => evaluatedIt(c) ?? (c.matter.facts.asked === undefined ? refuse('not-asked', words('没有待答复的更正申请', 'No request to correct it is waiting')) : undefined),
      then: c => {
        const answered = { set: { asked: null, ...(c.input.corrected !== undefined && { happened: c.input.corrected }) }, clocks: [{ clock: 'correction', end: true } as const] }
        return c.input.correction === 'removed'
          ? { ...answered, to: 'removed', effects: [ended(c.matter, 'removed'), toPerson('一条关于您的记录已移出诚信档案', 'An entry about you was removed')] }
          : { ...answered, effects: [toPerson('您的更正申请已答复', 'Your request to correct an entry was answered')] }
      },
    },
    remindCorrection: {
      zh: '更正申请逾期', en: 'The request is late', from: ['entered'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'correction', start: 'credit.correct', then: 'remindCorrection' }], effects: [toCommittee(c.matter, '更正申请逾期未答复', 'A request to correct an entry is late')] }),
    },
    remind: { zh: '逾期，提醒', en: 'Not done in time', from: ['evaluating', 'toTell', 'hearing', 'deciding'], basis: [], by: [theClock], then: c => reminder(c.matter) },
  },
  documents,
  list: { columns: ['clause', 'direction'] },
  notCovered: [{ basis: '26.2', why: words('评价只在本村（社区）内，不与任何公共信用信息、惩戒措施或其他办理程序相通', 'It stays in the village and feeds no public credit information, sanction or other procedure') }],
})
