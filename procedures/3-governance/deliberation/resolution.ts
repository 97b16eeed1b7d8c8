import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, ofGovernment, theClock } from '../../../kernel/who.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { endTooFar, isOver } from '../../usual/end-date.ts'
import { aboveToo, committeeOf, fault, ofThisVillage, onBehalf, record, theCommittee, theSupervisors, theTownship, toCommittee, told, toldAll, toRaiser, toSupervisors, townshipOffice, villagers, type DeliberationStep, type Moved, type Now, type Seen } from './parts.ts'
import type { Effect } from '../../../kernel/effect.ts'
import { ofContent } from './kinds.ts'

const carried = ({ matter }: Pick<Now, 'matter'>): boolean => matter.facts.outcome === 'passed' || matter.facts.outcome === 'agreed'

/** The window is over and nothing stands against it: in force, or known not to be passed. */
const settled = (c: Now): Moved => {
  const committee = { office: committeeOf(c.matter) }
  if (!carried(c)) return { to: 'notPassed', holder: committee, effects: [...toldAll(c.matter, '公示期满，议题未通过，办结', 'The window is over: the topic was not passed'), ...told(c, 'notAdopted', { why: '表决未通过' })] }
  const { declaredOn = legalDay(c.now), inForceOn } = c.matter.facts
  const from = inForceOn ?? daysAfter(legalDay(c.now), 1)
  return {
    to: 'carryingOut', holder: committee, set: { inForceOn: from }, counts: { inForce: 1 },
    effects: [...toldAll(c.matter, '公示期满，决议生效，开始落实', 'The window is over: the resolution is carried out'), toCommittee(c.matter, '决议生效，请分解任务', 'The resolution stands: set out its tasks'), ...told(c, 'adopt', { passedOn: declaredOn, inForceOn: from })],
  }
}

const annulled = (c: Now, why: Words): Moved => ({
  to: 'annulled', holder: { office: committeeOf(c.matter) }, set: { annulledBecause: keepWords(why) }, counts: { annulled: 1 },
  effects: [...toldAll(c.matter, '决议被撤销', 'The resolution was annulled'), toCommittee(c.matter, '决议被撤销', 'The resolution was annulled'), { do: 'follow', link: 'carries', step: 'fall', input: {} }, ...told(c, 'notAdopted', { why: why.zh })],
})

const somethingOpen = ({ matter }: Pick<Now, 'matter'>): Refusal | undefined => ((matter.facts.objectionsOpen ?? 0) > 0 ? undefined : refuse('nothing-open', words('没有待处理的异议', 'No objection is open')))

const heardAbove = words('由乡镇（街道）按时处理；程序、计票有误的，重新计票或者重新表决；内容违法的，可以撤销', 'The township decides in time: where procedure or count was wrong it is counted or voted on again; what is unlawful may be annulled')

const windowOver = (c: Seen): Refusal | undefined =>
  (c.matter.stage === 'objected' || isOver(c) !== undefined ? refuse('window-over', words('公示异议期已过', 'The window to object is over'), { basis: ['25.3'], remedy: words('认为合法权益受到侵害的，可以依法向人民法院申请撤销', 'Whoever’s lawful rights are infringed may ask the court to annul it') }) : undefined)

const objected = ({ matter, input }: Now): Moved => {
  const { objections = 0, objectionsOpen = 0, contentOpen = 0 } = matter.facts
  return {
    set: { objections: objections + 1, objectionsOpen: objectionsOpen + 1, contentOpen: contentOpen + (ofContent.has(input.objectionGround ?? '') ? 1 : 0) }, counts: { objected: 1 },
    effects: [aboveToo(matter, '有人对村（社区）决议提出异议，请按时处理', 'Somebody objects to a village’s resolution: please decide in time'), toCommittee(matter, '有人对决议提出异议', 'Somebody objects to the resolution'), toSupervisors(matter, '有人对决议提出异议', 'Somebody objects to the resolution')],
  }
}

const afterPublication = ['objecting', 'objected', 'carryingOut', 'reported'] as const

/** Dismissed, the window goes on as it was. Where procedure or count was wrong, what was decided is open again: counted anew, or set aside and convened again. What is said to be unlawful stays to be decided. */
function ruled(c: Now): Moved | Refusal {
  const { ruling = 'dismissed' } = c.input
  const { objectionsOpen = 0, contentOpen = 0, outcome, rollUnits } = c.matter.facts
  const tell = (zh: string, en: string): readonly Effect[] => [{ do: 'notify', to: { party: 'objector' }, words: words(zh, en) }]
  if (ruling === 'dismissed') {
    const tells = tell('对决议的异议已处理，不成立', 'Your objection to the resolution was dismissed')
    const dismissed = { objectionsOpen: 0, contentOpen: 0, annulBy: null, annulWhy: null }
    if (c.matter.stage === 'objecting') return { set: dismissed, effects: tells }
    const move = settled(c)
    return { ...move, set: { ...move.set, ...dismissed }, effects: [...tells, ...move.effects ?? []] }
  }
  if (objectionsOpen === contentOpen) return fault('ruling', '没有关于程序、计票的异议', 'No objection is about procedure or count')
  if (ruling === 'recount' && rollUnits === undefined) return fault('ruling', '协商没有计票', 'Nothing was counted in a consultation')
  const committee = { office: committeeOf(c.matter) }
  const taken = { ...(outcome !== undefined && { [outcome]: -1 }), published: -1 }
  if (ruling === 'revote') {
    return {
      to: 'setAside', holder: committee, counts: taken, set: { objectionsOpen: 0, contentOpen: 0, outcome: null, explained: null },
      effects: [...tell('异议成立，须重新表决', 'Your objection was held: it is voted on again'), ...toldAll(c.matter, '乡镇（街道）认为程序、计票有误，须重新表决', 'Procedure or count was wrong: it is voted on again'), toCommittee(c.matter, '须重新表决，请再次召开', 'It is to be voted on again: convene the meeting')],
    }
  }
  return {
    to: 'counting', holder: committee, counts: taken,
    set: { objectionsOpen: contentOpen, outcome: null, explained: null, declaredOn: null, came: null, bookDigest: null, urnDigest: null, bookChecker: null, resolution: null, inForceOn: null, publishedOn: null },
    effects: [record(c, 'poll-recount'), ...tell('异议成立，须重新计票', 'Your objection was held: it is counted again'), ...toldAll(c.matter, '乡镇（街道）认为程序、计票有误，须重新计票', 'Procedure or count was wrong: it is counted again'), toCommittee(c.matter, '须重新核对签到册、重新计票', 'Check the attendance book and count again')],
  }
}

/** Published, objected to or not, carried out, reported back. */
export const resolving = {
  publish: {
    zh: '公布', en: 'Publish', from: ['declared'], to: 'objecting', basis: ['25.1', '25.3'], primary: true, by: theCommittee, asks: ['resolution', 'inForceOn?'],
    causes: words('决议和计票说明公开；公示期内可以提出异议', 'The resolution and how it was counted are public; objections are heard within the window'),
    then: c => {
      const { inForceOn } = c.input
      const today = legalDay(c.now)
      const days = Number(c.law.figure('deliberation.objection', today).value)
      const first = daysAfter(today, days + 1)
      if (inForceOn !== undefined && inForceOn < first) return fault('inForceOn', `公示期满后生效，最早 ${first}`, `In force after the window to object: ${first} at the earliest`)
      return { set: { publishedOn: today }, counts: { published: 1 }, effects: [...toldAll(c.matter, '决议、结果已公布', 'The resolution and the result are published'), { do: 'notify', to: { posts: 'gridWorker', region: c.matter.region }, words: words('村（社区）决议已公布，请告知网格内住户', 'A resolution was published: please tell the households of your grid') }] }
    },
  },
  object: {
    zh: '提出异议', en: 'Object', from: ['objecting', 'objected'], basis: ['25.3'], by: [anyResident], asks: ['objectionGround', 'objection'],
    causes: heardAbove,
    only: c => ofThisVillage(c) ?? windowOver(c),
    then: c => ({ ...objected(c), parties: [{ role: 'objector', account: c.actor.account }] }),
  },
  objectFor: {
    zh: '代为提出异议', en: 'Object on behalf', from: ['objecting', 'objected'], basis: ['25.3'], by: onBehalf, asks: ['objectionGround', 'objection', 'sheet'],
    causes: heardAbove,
    only: windowOver,
    then: c => objected(c),
  },
  closeWindow: {
    zh: '公示期满', en: 'The window is over', from: ['objecting'], to: ['objected', 'carryingOut', 'notPassed'], basis: ['25.3'], by: [theClock],
    then: c => ((c.matter.facts.objectionsOpen ?? 0) > 0
      ? { to: 'objected', holder: { office: townshipOffice(c.matter) }, effects: [aboveToo(c.matter, '决议公示期满，异议待处理', 'The window is over and objections are undecided')] }
      : settled(c)),
  },
  rule: {
    zh: '处理异议', en: 'Decide on the objections', from: ['objecting', 'objected'], to: ['carryingOut', 'notPassed', 'counting', 'setAside'], basis: [], primary: true, by: theTownship, asks: ['ruling', 'rulingReason'],
    causes: words('不成立的，继续；程序、计票有误的，重新计票或者重新表决（平台规则，法律未规定由乡镇撤销）；内容违法的，用“提出撤销”', 'Dismissed, it goes on; where procedure or count was wrong it is counted or voted on again (a product rule: the law gives no township the power to annul for that); for what is unlawful take “Propose to annul”'),
    only: somethingOpen,
    then: ruled,
  },
  proposeAnnul: {
    zh: '提出撤销', en: 'Propose to annul', from: ['objecting', 'objected'], basis: [], by: [ofGovernment('handler', 'township')], asks: ['annulWhy'],
    causes: words('只限内容违法；由乡镇（街道）负责人决定', 'For what is unlawful alone; the head of the township decides'),
    only: ({ matter }) => ((matter.facts.contentOpen ?? 0) > 0 ? undefined : refuse('not-of-content', words('没有关于内容违法的异议', 'No objection says that it is unlawful'), { remedy: words('程序、计票有误的，责令重新计票或者重新表决', 'Where procedure or count was wrong, order a recount or a new vote') })),
    then: c => ({ set: { annulBy: c.actor.account }, effects: [{ do: 'notify', to: { posts: 'lead', region: c.matter.region.slice(0, 9) }, words: words('拟撤销一项村（社区）决议，请决定', 'It is proposed to annul a village’s resolution: please decide') }] }),
  },
  annul: {
    zh: '撤销决议', en: 'Annul', from: ['objecting', 'objected'], to: 'annulled', basis: [], by: [ofGovernment('lead', 'township')],
    causes: words('经办人提出、负责人决定，是平台规则；法律写明的是责令改正和请求法院撤销（《村民委员会组织法》第二十七条、第三十六条，待司法行政部门确认）', 'Proposed by one, decided by the head: a product rule. The law names an order to correct, and the court (Organic Law of Village Committees, Art. 27 and 36; to be confirmed by the justice office)'),
    only: ({ matter, actor }) => (matter.facts.annulBy === undefined ? refuse('not-proposed', words('经办人还没有提出撤销', 'Nobody has proposed to annul it'), { remedy: words('由经办人写明违反哪一条法律', 'A handler proposes it and names the law') })
      : actor.kind !== 'clock' && actor.kind !== 'system' && actor.account === matter.facts.annulBy ? refuse('two-people', words('提出人不能自己决定', 'Whoever proposed it does not decide')) : undefined),
    then: c => {
      const move = annulled(c, words(`内容违法，乡镇（街道）撤销：${c.matter.facts.annulWhy ?? ''}`, 'Unlawful, and annulled by the township; its reasons stand beside it'))
      return { ...move, set: { ...move.set, objectionsOpen: 0, contentOpen: 0 } }
    },
  },
  lateRuling: {
    zh: '异议逾期未处理，提醒', en: 'Objections not decided in time', from: ['objected', 'referred', 'reviewing'], basis: [], by: [theClock],
    then: c => ({ set: { late: true }, clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'lateRuling' }], effects: [aboveToo(c.matter, '村（社区）议题待答复，已逾期', 'A village waits for your answer on a topic, and it is late'), { do: 'notify', to: { posts: 'lead', region: c.matter.region.slice(0, 9) }, words: words('村（社区）议题待答复，已逾期，请督促', 'A village’s topic waits for an answer and is late') }] }),
  },
  assign: {
    zh: '分解任务', en: 'Set out the tasks', from: ['carryingOut'], basis: ['25.1'], primary: true, by: theCommittee, asks: ['tasks'],
    causes: words('每项任务单独记录，到期未完成的公开显示；这是村（居）民自己的决定，不是上级任务', 'Each is a matter of its own; what is late shows. It is the village’s own decision and nobody’s order'),
    then: c => {
      const { tasks = [] } = c.input
      const today = legalDay(c.now)
      const wrong = tasks.map(({ until = '' }, row) => ({ row, far: endTooFar({ until, now: c.now, law: c.law, from: today, longest: 'deliberation.longest-task', fact: 'tasks' }) })).find(one => one.far !== undefined)
      if (wrong?.far) return refuse('bad-input', wrong.far.why, { faults: (wrong.far.faults ?? []).map(one => ({ ...one, row: wrong.row, column: 'until' })) })
      return {
        set: { tasks: null, ...(c.matter.facts.late === true && { late: null }) }, counts: { tasks: tasks.length }, clocks: [{ clock: 'stage', start: 'deliberation.follow', then: 'lookAt' }, { clock: 'again', end: true }],
        effects: [...tasks.map(({ what = '', responsible = '', until = '' }): Effect => ({ do: 'open', procedure: 'resolution-task', step: 'set', link: 'carries', input: { of: c.matter.id, village: c.matter.region, what, responsible, until } })), toSupervisors(c.matter, '决议任务已分解', 'The tasks of a resolution are set out')],
      }
    },
  },
  lookAt: {
    zh: '检查落实', en: 'Look at how it is carried out', from: ['carryingOut'], basis: ['25.1'], by: [theClock],
    then: c => ({ clocks: [{ clock: 'again', start: 'deliberation.follow', then: 'lookAt' }], effects: [toCommittee(c.matter, '请检查决议落实情况', 'Please look at how a resolution is carried out'), toSupervisors(c.matter, '请监督决议落实情况', 'Please look at how a resolution is carried out')] }),
  },
  reportBack: {
    zh: '报告落实情况', en: 'Report back', from: ['carryingOut'], to: 'reported', basis: ['25.1', '25.3'], by: theCommittee, asks: ['report'], needs: ['tasks'],
    causes: words('报告公开；村（居）民认为没有落实的，可以提出', 'It is published; residents may say what was not done'),
    then: c => ((c.needs.tasks ?? 0) > 0
      ? refuse('tasks-open', words(`还有 ${c.needs.tasks ?? 0} 项任务没有完成`, `${c.needs.tasks ?? 0} task(s) are not done`), { remedy: words('请完成任务，或者说明理由取消任务后再报告', 'Finish them, or drop them with a reason, then report') })
      : { counts: { reported: 1 }, effects: toldAll(c.matter, '决议落实情况已公布', 'What came of the resolution is published') }),
  },
  closeUp: { zh: '办结', en: 'Close', from: ['reported'], to: 'closed', basis: ['25.1'], by: [theClock], then: c => ({ counts: { closed: 1 }, effects: [toRaiser('议题已办结', 'The topic is closed'), toSupervisors(c.matter, '议题已办结', 'The topic is closed')] }) },
  contest: {
    zh: '认为没有落实', en: 'Say it was not done', from: ['reported'], to: 'carryingOut', basis: ['25.3'], by: [...villagers, theSupervisors], asks: ['contested'],
    causes: words('退回继续落实，须重新报告', 'It goes back to be carried out and reported on again'),
    only: ofThisVillage,
    then: c => ({ counts: { contested: 1 }, effects: [toCommittee(c.matter, '有人认为决议没有落实，请继续办理', 'Somebody says a resolution was not carried out'), toSupervisors(c.matter, '有人认为决议没有落实', 'Somebody says a resolution was not carried out')] }),
  },
  supervise: {
    zh: '提出监督意见', en: 'Note of supervision', from: 'open', basis: ['25.1'], by: [theSupervisors], asks: ['supervision'],
    causes: words('公开；村（居）委会会收到', 'Published, and told to the committee'),
    then: c => ({ effects: [toCommittee(c.matter, '村务监督委员会提出监督意见', 'The supervisory committee made a note'), toRaiser('村务监督委员会对议题提出监督意见', 'The supervisory committee made a note on the topic')] }),
  },
  sue: {
    zh: '登记诉讼', en: 'Record a suit', from: afterPublication, basis: [], by: villagers, asks: ['court', 'suedOn'],
    causes: words('登记有人依法请求法院撤销决议，判决后登记结果；诉讼期间决议是否停止执行由法院决定', 'It is recorded that somebody asked a court to annul the resolution; whether it rests meanwhile is the court’s to say'),
    only: ofThisVillage,
    then: c => ((c.input.suedOn ?? '') > legalDay(c.now) ? fault('suedOn', '不能晚于今天', 'It can’t be a day to come')
      : { set: { suits: (c.matter.facts.suits ?? 0) + 1 }, effects: [toCommittee(c.matter, '有人就决议起诉', 'Somebody sued over the resolution'), toSupervisors(c.matter, '有人就决议起诉', 'Somebody sued over the resolution')] }),
  },
  judge: {
    zh: '登记判决', en: 'Record a judgment', from: afterPublication, to: ['annulled'], basis: [], by: [...theCommittee, ...theTownship], asks: ['judgment', 'judgmentNumber'],
    causes: words('法院撤销的，决议终止', 'Annulled by the court, the resolution ends'),
    only: ({ matter }) => ((matter.facts.suits ?? 0) > 0 ? undefined : refuse('nothing-open', words('没有登记诉讼', 'No suit is recorded'))),
    then: c => (c.input.judgment === 'annulled'
      ? annulled(c, words(`人民法院撤销：${c.input.judgmentNumber ?? ''}`, `Annulled by the court: ${c.input.judgmentNumber ?? ''}`))
      : { effects: toldAll(c.matter, '法院判决决议有效', 'The court let the resolution stand') }),
  },
  lateScreening: {
    zh: '逾期未审查，提醒', en: 'Not screened in time', from: ['raised', 'demanded', 'branch', 'conferring', 'party'], basis: [], by: [theClock],
    then: c => ({
      set: { late: true }, clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'lateScreening' }],
      effects: [toCommittee(c.matter, '议题逾期未办理', 'A topic is late'), toSupervisors(c.matter, '议题逾期未办理，请督促', 'A topic is late: please see to it'), aboveToo(c.matter, '村（社区）议题逾期未办理，请督促', 'A village’s topic is late: please see to it')],
    }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>
