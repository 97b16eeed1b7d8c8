import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { above } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { bar } from './offered.ts'
import { aSide, mediated, ownNumber, sideFault, theBody, toHolder, toSides, type DisputeStep, type Moved, type Now, type Seen } from './parts.ts'
import { changed, chosenByAll, unchosen } from './sides.ts'
import { talking } from './stages.ts'

export const noMediator = refuse('no-mediator', words('还没有确定调解员', 'There is no mediator yet'), { basis: ['30.1'], remedy: words('请先由各方选定或者指定调解员', 'Let the sides choose one, or name one, first') })

const hasMediator = refuse('has-mediator', words('已有调解员', 'There is a mediator already'), { basis: ['30.1'], remedy: words('如需更换，请“更换调解员”；当事人可以“申请回避”', 'Take “Let another mediate”; a side may “Challenge the mediator”') })

/** Whoever mediates is in post that day, of the body that has the dispute (Art. 30.1): a people’s mediator of a committee, who works there of any other body. */
const notInPost = refuse('not-in-post', words('此人今天不是本组织在任的调解人员', 'Today they are nobody of this body who mediates'), {
  basis: ['30.1'], remedy: words('请从“可选的调解员”中选；要由此人调解的，先由本组织推荐、任命其为调解员', 'Choose from “Mediators to choose from”; who is to mediate beside them is nominated and appointed by the body first'),
})

/** Why the person given at a field can’t mediate this dispute, if so. */
const unfit = (c: Now, fact: 'mediator' | 'preferred'): Refusal | undefined => {
  const account = c.input[fact] ?? ''
  const one = c.needs.offered?.find(row => row.account === account)
  const barred = bar(c.matter, { account, kin: one?.kin === true })
  return barred ? fault(fact, barred.zh, barred.en) : one ? undefined : notInPost
}

const replaced = (c: Now): Refusal | undefined => (c.input.mediator === c.matter.facts.mediator ? fault('mediator', '请换一名调解员', 'Choose another mediator') : unfit(c, 'mediator'))

/** Sides choose whom the dispute has not had; the body may name one who mediated it before. */
const hadBefore = ({ matter: { facts, parties }, input: { preferred } }: Now): Refusal | undefined =>
  (preferred === facts.mediator ? fault('preferred', '对其的回避申请正待决定，请另选一人', 'A challenge to them waits: choose somebody else')
    : parties.some(one => one.role === 'mediator' && one.account === preferred) ? fault('preferred', '此人已调解过本纠纷，请另选一人；认为仍由其调解更好的，请告知调解组织', 'They mediated this dispute before: choose somebody else, or tell the body if you think they should again') : undefined)

/** What all sides chose is passed over only on a reason that they read. */
const passedOver = ({ matter, input: { mediator, why } }: Now): Refusal | undefined => {
  const chosen = chosenByAll(matter.facts.seats)
  return chosen === undefined || chosen === mediator || why !== undefined ? undefined : fault('why', '各方选了同一名调解员；确定他人的，请写明理由', 'All sides chose the same mediator: say why it is to be somebody else')
}

/** Somebody mediates from now on: what the sides chose before is settled by it. */
const settles = (c: Now, zh: string, en: string): Moved => ({
  set: { seats: unchosen(c.matter.facts.seats), challenged: null, challenge: null, ...(chosenByAll(c.matter.facts.seats) === c.input.mediator && { chosenHow: 'chosen' as const }) }, parties: [{ role: 'mediator', account: c.input.mediator ?? '' }],
  effects: [toSides(zh, en), ...mediated(c, 'giveUp'), ...mediated(c, 'take', c.input.mediator)],
})

/** The sides choose where no mediator is settled, and where the one that is was challenged; to a side, both stand masked before it is asked. */
const unsettled = ({ matter: { facts: { mediator, challenged } } }: Seen): Refusal | undefined => (mediator === undefined || challenged !== undefined ? undefined : hasMediator)

/** Whom the sides choose, or are offered, and how one is challenged and replaced (Art. 30.1). */
export const naming = {
  preferMediator: {
    zh: '选调解员', en: 'Choose a mediator', from: talking, basis: ['30.1'], by: [aSide, theBody], needs: ['offered'], asks: ['seatNumber?', 'preferred'],
    causes: words('各方选同一人的，一般由其调解；选得不同的，由调解组织指定。确定以前可以改选', 'Where all choose the same person, they usually mediate; else the body names somebody. Until then a choice may be changed'),
    only: unsettled,
    then: c => {
      const own = ownNumber(c.matter, c.actor)
      const number = own ?? c.input.seatNumber
      const refused = (own === undefined ? sideFault(c.matter, number) : undefined) ?? hadBefore(c) ?? unfit(c, 'preferred')
      if (refused) return refused
      const seats = changed(c.matter.facts.seats, number, { prefers: c.input.preferred ?? '' })
      return {
        set: { seats },
        effects: chosenByAll(seats) === undefined ? [toSides('有一方选了调解员，请您也选', 'A side chose a mediator; please choose too')]
          : [toSides('各方选了同一名调解员，等调解组织确定', 'All chose the same mediator; the body settles it'), ...toHolder(c.matter, '各方选了同一名调解员，请确定', 'All sides chose the same mediator; please settle it')],
      }
    },
  },
  nameMediator: {
    zh: '确定调解员', en: 'Settle who mediates', from: talking, basis: ['30.1'], primary: true, by: [theBody], needs: ['offered'], asks: ['mediator', 'chosenHow', 'why?'],
    causes: words('各方可以申请回避；更换调解员不用重新开始。各方选了同一人而确定他人的，须写明理由', 'Each side may challenge the mediator; with another nothing starts over. Where all chose the same person, another is named with a reason'),
    only: c => (c.matter.facts.mediator === undefined ? undefined : hasMediator),
    then: c => unfit(c, 'mediator') ?? passedOver(c) ?? settles(c, '调解员已确定，可以申请回避', 'It is settled who mediates; a side may challenge them'),
  },
  challenge: {
    zh: '申请回避', en: 'Challenge the mediator', from: talking, basis: ['30.1'], by: [aSide, theBody], asks: ['challenge'],
    causes: words('由调解组织决定；其间各方可以另选一人', 'The body decides; meanwhile the sides may choose somebody else'),
    only: c => (c.matter.facts.mediator === undefined ? noMediator : c.matter.facts.challenged ? refuse('already-asked', words('已有待决定的回避申请', 'A challenge waits already')) : undefined),
    then: c => ({ set: { challenged: true }, effects: toHolder(c.matter, '有当事人申请调解员回避，请决定', 'A side challenges the mediator; please decide') }),
  },
  decideChallenge: {
    zh: '决定回避申请', en: 'Decide on the challenge', from: talking, basis: ['30.1'], primary: true, by: [theBody, above], needs: ['offered'], asks: ['verdict', 'why', { fact: 'mediator', where: 'verdict', is: 'upheld' }],
    only: c => (c.matter.facts.challenged !== true ? refuse('nothing-open', words('没有待决定的回避申请', 'No challenge waits'))
      : c.matter.parties.some(one => one.role === 'mediator' && one.account === c.actor.account) ? refuse('own-case', words('调解员不能决定对自己的回避申请', 'Nobody decides on a challenge to themselves, or to who mediates in their place'), { remedy: words('请由本组织其他人决定；没有其他人的，由综治中心（调解中心）决定', 'Ask somebody else of the body; where there is nobody else, the centre decides') }) : undefined),
    then: c => {
      if (c.input.verdict !== 'upheld') return { set: { seats: unchosen(c.matter.facts.seats), challenged: null, challenge: null }, effects: [toSides('对回避申请已作决定', 'The challenge was decided')] }
      const { parties = [], ...rest } = settles(c, '回避申请成立，由另一名调解员调解', 'The challenge was upheld: another mediates')
      return replaced(c) ?? { ...rest, parties: [...parties, { role: 'stoodAside', account: c.matter.facts.mediator ?? '' }] }
    },
  },
  replaceMediator: {
    zh: '更换调解员', en: 'Let another mediate', from: talking, basis: ['30.1'], by: [theBody], needs: ['offered'], asks: ['mediator', 'why'],
    causes: words('接着进行，期限不重新计算；待决定的回避申请随之了结', 'It goes on; no limit starts afresh, and a challenge that waits is settled by it'),
    only: c => (c.matter.facts.mediator === undefined ? noMediator : undefined),
    then: c => replaced(c) ?? settles(c, '调解员已更换', 'Another mediates now'),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>
