import { notify } from '../../../kernel/effect.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault, type Dispute } from './facts.ts'
import { leaveGrounds } from './facts/intake.ts'
import { seatRole, sideFault, theBody, toHolder, toSides, type DisputeStep } from './parts.ts'
import { authorityFault, changed, keepsOrder, seatOf, seatsWith, sidesFault, unchosen } from './sides.ts'
import { open } from './stages.ts'

/** Whoever registered a dispute of their own did not join it by a code. */
const registrant = ({ facts, parties }: Dispute): string | undefined => (facts.sourceOffice === undefined ? parties.find(one => one.role === 'applicant')?.account : undefined)

/** Sides come to their dispute with an account, and whoever came by mistake goes again. */
export const joining = {
  /** With the number and the code on the notice; the server asks for them. */
  join: {
    zh: '当事人加入', en: 'A side joins', from: open, basis: ['29.1'], by: [thePlatform], asks: ['seatNumber', 'joiner'],
    then: c => {
      const number = c.input.seatNumber ?? 0
      const account = c.input.joiner ?? ''
      const seat = seatOf(c.matter.facts.seats, number)
      if (!seat) return fault('seatNumber', '没有这个序号的当事人', 'There is no side of that number')
      if (c.matter.parties.some(one => one.role.startsWith('seat-') && one.role !== seatRole(number) && one.account === account)) return refuse('other-side', words('该账号已是另一方当事人', 'That account is another side already'))
      if (c.matter.facts.mediator === account) return refuse('mediates-it', words('调解员不能加入为当事人', 'Who mediates does not join as a side'), { basis: ['30.1'], remedy: words('请先更换调解员', 'Let another mediate first') })
      return {
        parties: [{ role: 'disputant', account }, { role: seatRole(number), account }, ...(seat.role === 'applicant' ? [{ role: 'applicant', account }] : [])],
        effects: [...toHolder(c.matter, '一方当事人已加入', 'A side has joined'), toSides(`第 ${number} 方有账号加入；不是本人加入的，请告知调解组织`, `An account joined as side ${number}; if that was not you, tell the body that mediates`)],
      }
    },
  },
  /** Agents change, names are written better, a third side shows: nobody who was named is taken out or changes places. */
  amendSides: {
    zh: '更正、追加当事人', en: 'Correct or add to the sides', from: open, to: ['consenting'], basis: ['29.1'], by: [theBody], asks: ['sides', 'authority?', 'why'],
    causes: words('不能去掉、调换已登记的当事人；调解中追加的，先征求其意愿', 'Nobody who was named is taken out or changes places; who is added during mediation is asked first'),
    then: c => {
      const { sides = [] } = c.input
      const { seats = [] } = c.matter.facts
      const added = sides.length > seats.length
      const refused = sidesFault(sides) ?? authorityFault(sides, c.input.authority) ?? (keepsOrder(seats, sides) ? undefined : fault('sides', '已登记的当事人不能去掉或者调换，新的写在后面', 'Nobody who was named is taken out or changes places; others come behind them'))
        ?? (added && c.matter.facts.effectiveOn !== undefined ? refuse('agreed-already', words('协议已达成，不能追加当事人', 'It was agreed; no side is added to that'), { basis: ['29.1'], remedy: words('涉及他人的，请另行登记纠纷', 'Where it concerns others, register another dispute') }) : undefined)
        ?? (added && c.matter.stage === 'signing' ? refuse('being-signed', words('协议正在签署，不能追加当事人', 'It is being signed; no side is added now'), { basis: ['29.1'], remedy: words('请先“修改协议，继续调解”', 'Take “Change the text” first') }) : undefined)
      if (refused) return refused
      return { ...(added && c.matter.stage === 'mediating' && { to: 'consenting' as const }), set: { seats: seatsWith(seats, sides) }, effects: [toSides('当事人情况有更正或者追加，见详情', 'The sides were corrected or added to; see there')] }
    },
  },
  /** A code in wrong hands opens nothing twice: it goes with whoever used it, and the side joins anew by another. */
  removeJoined: {
    zh: '移出误加入的账号', en: 'Take out who joined by mistake', from: open, basis: ['29.1'], by: [theBody], asks: ['seatNumber', 'leaveGround', 'why'],
    causes: words('该方加入的账号都移出，不能再看本纠纷；加入码同时更换，本人凭新码重新加入', 'All accounts that joined as that side go and read nothing of it any more; its code changes, and who speaks for it joins anew'),
    then: c => {
      const { seatNumber: number = 0, leaveGround = 'stranger' } = c.input
      const refused = sideFault(c.matter, number)
      if (refused) return refused
      const out = new Set(c.matter.parties.flatMap(one => (one.role === seatRole(number) && one.account !== undefined && one.account !== registrant(c.matter) ? [one.account] : [])))
      if (out.size === 0) return refuse('nobody-joined', words('该方没有凭加入码加入的账号', 'Nobody joined as that side'), { basis: ['29.1'] })
      const seat = seatOf(c.matter.facts.seats, number)
      const unheard = c.matter.stage === 'consenting' ? { consent: 'open' as const, informed: false } : { informed: false }
      const { zh, en } = leaveGrounds[leaveGround]
      return {
        gone: c.matter.parties.filter(one => one.account !== undefined && out.has(one.account)),
        set: { seats: changed(unchosen(c.matter.facts.seats, number), number, { ...unheard, renewed: (seat?.renewed ?? 0) + 1 }) },
        effects: [
          ...[...out].map(account => notify({ account }, words(`您已移出一起纠纷（${zh}），不能再查看；有异议的，请联系办理机构`, `You were taken out of a dispute (${en}) and read it no more; if you disagree, ask the body that has it`))),
          toSides(`第 ${number} 方加入的账号已移出，加入码已更换`, `Whoever joined as side ${number} was taken out, and its code changed`),
        ],
      }
    },
  },
} as const satisfies Readonly<Record<string, DisputeStep>>
