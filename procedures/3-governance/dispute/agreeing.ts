import { legalDay } from '../../../kernel/calendar.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { officeIn, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { notConfirmable } from './confirmable.ts'
import { fault } from './facts.ts'
import { interrupted } from './limitation.ts'
import { limitFrom } from './limits.ts'
import { formerBody, mediated, pastDay, recently, sideFault, sourceOf, theBody, toClosed, toHolder, toOffice, toSides, type DisputeStep, type Moved, type Now, type Seen } from './parts.ts'
import { countedAs } from './registering.ts'
import { comingUp, planFault, type DueRow } from './plan.ts'
import { changed, seatOf, seatsFor, sidesFault, unsigned, type Seat } from './sides.ts'
import { notToMediate, trackOf } from './tracks.ts'
import { unagreed } from './unagreed.ts'

/** What must stand before an agreement: a mediator, and everybody told their rights. */
const notReady = ({ matter }: Seen): Refusal | undefined => {
  const { mediator, seats = [], challenged } = matter.facts
  if (challenged === true) return refuse('challenge-waits', words('有待决定的回避申请', 'A challenge to the mediator waits'), { basis: ['30.1'], remedy: words('请先“决定回避申请”', 'Take “Decide on the challenge” first') })
  if (mediator === undefined) return refuse('no-mediator', words('还没有确定调解员', 'There is no mediator yet'), { basis: ['30.1'] })
  const untold = seats.find(seat => seat.informed !== true)
  return untold === undefined ? undefined : refuse('not-told', words(`第 ${untold.number ?? ''} 方还没有签收权利义务告知书`, `Side ${untold.number ?? ''} was not told its rights and duties yet`), { basis: ['30.1'], remedy: words('请先“告知权利义务”', 'Take “Tell a side its rights and duties” first') })
}

/** Nobody signs what they did not understand: a written agreement stands on a session and its minutes, read aloud. */
const notRead = ({ matter }: Seen): Refusal | undefined =>
  (matter.facts.readAloud === true ? undefined : refuse('not-read', words('没有已经宣读并确认理解的调解记录', 'There are no minutes that were read aloud and understood'), { basis: ['29.1'], remedy: words('请宣读、翻译后“记录调解”，再达成书面协议；当场谈成的可以“达成口头协议”', 'Read them aloud, with an interpreter where needed, and take “Record a session”; what was agreed by word of mouth is “Agreed, orally”') }))

/**
 * An agreement takes effect on the day the last signature or seal it needs was given, never on the day somebody recorded it (People’s Mediation
 * Law, Art. 29); an oral one on the day it was made (Art. 30). From that day counts the time to ask the court; and as it acknowledges the claim,
 * the limitation counts anew.
 */
const takesEffect = (c: Now, effectiveOn: string, set: NonNullable<Moved['set']>): Moved => {
  const { lateToSign, body } = c.matter.facts
  const acknowledged = interrupted(c, { on: effectiveOn, how: 'acknowledged' })
  const unasked = notConfirmable({ about: c.facts.about, effectiveOn }, c.law, legalDay(c.now))
  return {
    to: 'performing', counts: { agreed: 1, [c.facts.form ?? 'written']: 1, ...(lateToSign === true && { failed: -1 }) }, set: { ...acknowledged.set, ...set, ...anew, effectiveOn, broken: null, lateToSign: null },
    ...(lateToSign === true && body !== undefined && { holder: { office: body } }),
    clocks: [
      ...acknowledged.clocks, { clock: 'again', end: true }, { clock: 'court', end: true }, comingUp(set.plan === null ? undefined : c.facts.plan, c.law, c.now),
      unasked === undefined ? { clock: 'confirmation', start: limitFrom(c.law, 'judicial-confirmation.window', effectiveOn, c.now), then: 'closeWindow' } : { clock: 'confirmation', end: true },
    ],
    effects: [...mediated(c, 'agree'), ...toldCourt(c.matter.facts), unasked === undefined ? toSides('调解协议已生效；可以在期限内共同申请司法确认', 'The agreement is in effect; the court may be asked together to confirm it, in time') : toSides(`调解协议已生效。${unasked.why.zh}`, `The agreement is in effect. ${unasked.why.en}`)],
  }
}

/** No seal stands in for a signature where none is asked. */
const noSeal = ({ matter: { facts: { track } } }: Now): Refusal | undefined => {
  const { seal, zh, en } = trackOf(track)
  return seal === true ? undefined : fault('signer', `“${zh}”的协议不需要盖章，请登记当事人和调解员的签字`, `“${en}” asks for no seal: record the signatures of the sides and of the mediator`)
}

type Signed = { readonly seats: readonly Seat[]; readonly mediatorSigned: string | undefined; readonly sealedOn: string | undefined; readonly seal: boolean }

/** The day of the last signature once all are there. */
export const lastSignature = ({ seats, mediatorSigned, sealedOn, seal }: Signed): string | undefined => {
  const days = [...seats.map(seat => seat.signedOn), mediatorSigned, ...(seal ? [sealedOn] : [])]
  return days.some(day => day === undefined) ? undefined : days.toSorted().at(-1)
}

/** What a court said of an agreement before says nothing of the one that takes its place; until that is in effect, the one before stands, and can be enforced. */
const anew = { confirmation: null, rulingNumber: null, enforcedOn: null } as const

/** Another text is to be signed: of the one before nothing is asked of a court any more. */
const windowOver = { clock: 'confirmation', end: true } as const

/** A court that still has the agreement before is told that another took its place. */
const toldCourt = ({ confirmation, court }: Now['matter']['facts']) => (confirmation === 'asked' || confirmation === 'accepted' ? toOffice(court, '申请司法确认的协议已被新协议取代', 'Another agreement took the place of the one you were to confirm') : [])

const planned = (plan: readonly DueRow[] | undefined) => (plan === undefined ? { plan: null } : {})

/** What may be an offence is nobody’s to settle where it arose: it comes to the one door, and the police are told. */
const dangerFirst = refuse('register-it', words('可能涉及治安、刑事案件或者家庭暴力，不能就地调解办结', 'It may be an offence or domestic violence: it is not settled on the spot'), {
  basis: ['28.2'], remedy: words('请“登记纠纷”并填写风险，再“报告公安机关”；紧急的先拨打 110', 'Take “Register a dispute” and say what was seen, then “Warn the police”; in an emergency dial 110 first'),
})

/** Who mediated records what was signed, also where the dispute has gone back to the centre meanwhile. */
const whoMediated = officeIn('held', words('主持调解的组织', 'the body that mediated'))

/** A text waits for its signatures where it is to be signed, and after that for as long as no other way is chosen. */
const toBeSigned = ({ matter: { stage, facts } }: Seen): Refusal | undefined =>
  (stage === 'signing' || facts.lateToSign === true ? undefined : refuse('nothing-to-sign', words('没有待签署的协议', 'No agreement waits to be signed'), { basis: ['29.1'], remedy: words('请先“达成书面协议”', 'Take “Agreed, in writing” first') }))

/** What was agreed, oral or written (Art. 29.1, 29.3). */
export const agreeing = {
  agree: {
    zh: '达成书面协议', en: 'Agreed, in writing', from: ['mediating'], to: 'signing', basis: ['29.1'], by: [theBody], asks: ['issues', 'terms', 'agreedOn', 'plan?'],
    causes: words('各方和调解员都签字后生效，人民调解还须调解组织盖章；以最后一个签署日期为准', 'In effect once all sides and the mediator signed, and in people’s mediation the body sealed it: on the day of the last of them'),
    only: c => notReady(c) ?? notRead(c),
    then: c => pastDay('agreedOn', c.input.agreedOn ?? '', c, 'registered') ?? planFault(c.input.plan, c.input.agreedOn ?? '') ?? {
      clocks: [windowOver],
      set: { ...planned(c.input.plan), form: 'written', seats: unsigned(c.matter.facts.seats), mediatorSigned: null, sealedOn: null, effectiveOn: null },
      effects: [toSides('已达成协议，请签署', 'There is an agreement; please sign it')],
    },
  },
  agreeOrally: {
    zh: '达成口头协议', en: 'Agreed, orally', from: ['mediating'], to: 'performing', basis: ['29.1'], by: [theBody], asks: ['issues', 'terms', 'agreedOn', 'plan?', 'readAloud', 'sheet?'],
    causes: words('由调解员记录，自达成之日起生效', 'The mediator records it; in effect from the day it was made'),
    only: notReady,
    then: c => recently('agreedOn', c.input.agreedOn ?? '', c.now) ?? pastDay('agreedOn', c.input.agreedOn ?? '', c, 'registered') ?? planFault(c.input.plan, c.input.agreedOn ?? '')
      ?? (c.input.readAloud === true ? undefined : fault('readAloud', '口头协议须宣读并由各方确认', 'An oral agreement is read aloud and confirmed by all'))
      ?? takesEffect({ ...c, facts: { ...c.facts, form: 'oral' } }, c.input.agreedOn ?? '', { ...planned(c.input.plan), form: 'oral', seats: unsigned(c.matter.facts.seats), mediatorSigned: null, sealedOn: null }),
  },
  sign: {
    zh: '登记签署', en: 'Record a signature', from: ['signing', 'between'], to: ['performing'], basis: ['29.1'], primary: true, by: [theBody, whoMediated],
    asks: ['signer', { fact: 'seatNumber', where: 'signer', is: 'side' }, 'signedOn', 'sheet'],
    causes: words('附签字页照片，或者当场手写签名；补录不改变实际签署日期', 'With a photo of the signed page, or signed by hand on the spot; recording it later changes no date'),
    only: c => toBeSigned(c) ?? formerBody(c),
    then: c => {
      const { signer = 'side', seatNumber, signedOn = '' } = c.input
      const refused = (signer === 'side' ? sideFault(c.matter, seatNumber) : undefined) ?? (signer === 'seal' ? noSeal(c) : undefined) ?? pastDay('signedOn', signedOn, c)
        ?? (signedOn < (c.matter.facts.agreedOn ?? '') ? fault('signedOn', '不能早于达成日期', 'Not before it was agreed') : undefined)
      if (refused) return refused
      const before = c.matter.facts
      if ((signer === 'side' ? seatOf(before.seats, seatNumber)?.signedOn : signer === 'mediator' ? before.mediatorSigned : before.sealedOn) !== undefined) return refuse('signed-already', words('已登记过签署', 'That signature was recorded already'))
      const seats = signer === 'side' ? changed(before.seats, seatNumber, { signedOn }) : before.seats ?? []
      const mediatorSigned = signer === 'mediator' ? signedOn : before.mediatorSigned
      const sealedOn = signer === 'seal' ? signedOn : before.sealedOn
      const set = { seats, ...(mediatorSigned !== undefined && { mediatorSigned }), ...(sealedOn !== undefined && { sealedOn }) }
      const last = lastSignature({ seats, mediatorSigned, sealedOn, seal: trackOf(before.track).seal === true })
      return last === undefined ? { set } : takesEffect(c, last, set)
    },
  },
  reopen: {
    zh: '修改协议，继续调解', en: 'Change the text: mediation goes on', from: ['signing'], to: 'mediating', basis: ['29.1'], by: [theBody], asks: ['why'],
    causes: words('已有的签字作废，调解期限接着计算', 'Signatures so far count no more; its time goes on with what was left'),
    then: c => ({ set: { seats: unsigned(c.matter.facts.seats), mediatorSigned: null, sealedOn: null, terms: null, plan: null }, effects: [toSides('协议文本修改，继续调解', 'The text is changed; mediation goes on')] }),
  },
  /** A paper may be signed by all and recorded by nobody: that is asked before anything is said of it. */
  askSigned: {
    zh: '到期没有登记完签署', en: 'Not all signatures are recorded', from: ['signing'], basis: [], by: [theClock],
    then: c => ({
      clocks: [{ clock: 'stage', start: 'mediation.sign-asked', then: 'unsigned' }],
      effects: [toSides('协议的签署还没有登记完；没有签的请签署，已经签的请告知调解组织', 'Not all signatures of the agreement are recorded: who has not signed please does, and who has please tells the body that mediates'), ...toHolder(c.matter, '协议的签署还没有登记完；已经签署、盖章的请补录', 'Not all signatures of an agreement are recorded; what was signed and sealed please record')],
    }),
  },
  /** What was signed stays so: effect is counted from it, whenever the last of it is recorded. */
  unsigned: {
    zh: '逾期没有签完', en: 'Not signed in time', from: ['signing'], to: 'between', basis: [], by: [theClock],
    then: c => unagreed(c, '协议到期没有登记完签署；已经签署的仍然算数，可以补录，也可以另选途径', 'Not all signatures were recorded in time; those given still count and the rest may be recorded, or another way is chosen', { set: { seats: c.matter.facts.seats ?? null, lateToSign: true }, counts: { failed: 1 } }),
  },
  /** The five-minute card of who settles a quarrel where it arose: also without a signal. */
  settleOnSpot: {
    zh: '就地调解成功（口头协议卡）', en: 'Settled on the spot (card of an oral agreement)', opens: 'performing', to: ['performing', 'closed'], basis: ['28.1', '29.1'], by: [post('mediator'), post('committee'), post('gridWorker')],
    asks: ['headline', 'place', 'about', 'danger', 'sides', 'issues', 'terms', 'agreedOn', 'performedNow', 'readAloud', 'plan?', 'sheet?', 'papers?'],
    causes: words('当场履行的直接办结；以后履行的到期提醒', 'Performed on the spot, it closes; else its day is watched'),
    then: c => {
      const { sides = [], agreedOn = '', performedNow } = c.input
      const refused = sidesFault(sides) ?? recently('agreedOn', agreedOn, c.now, 14) ?? planFault(c.input.plan, agreedOn)
        ?? (c.input.readAloud === true ? undefined : fault('readAloud', '须宣读并由各方确认', 'Read it aloud and let all confirm'))
        ?? (c.input.danger === 'none' ? undefined : dangerFirst) ?? notToMediate({ kind: c.input.about, refused: false, danger: false, warned: false })
      if (refused) return refused
      const office = c.actor.office ?? ''
      const set = { seats: seatsFor(sides).map(seat => ({ ...seat, consent: 'agreed' as const, informed: true })), source: sourceOf(c.actor) ?? 'self', track: 'people', form: 'oral', mediator: c.actor.account, sourceOffice: office } as const
      const onSpot = [...mediated(c, 'take', c.actor.account), ...mediated(c, 'agree', c.actor.account)]
      const begun = { holder: { office }, parties: [{ role: 'mediator', account: c.actor.account }, { role: 'source', office }] } as const
      if (performedNow === 'atOnce') return toClosed(c, 'performed', { ...begun, effects: [...onSpot, ...mediated(c, 'keep', c.actor.account)], set: { ...set, effectiveOn: agreedOn }, counts: { ...countedAs(c.input.about), agreed: 1, oral: 1, onSpot: 1 } })
      const effect = takesEffect({ ...c, facts: { ...c.facts, form: 'oral' } }, agreedOn, set)
      return { ...effect, ...begun, effects: [...effect.effects ?? [], ...onSpot], counts: { ...effect.counts, ...countedAs(c.input.about), onSpot: 1 } }
    },
  },
} as const satisfies Readonly<Record<string, DisputeStep>>
