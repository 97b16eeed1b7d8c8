import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { dayInWords } from '../../../kernel/document.ts'
import type { Awaited } from '../../../kernel/procedure.ts'
import { words } from '../../../kernel/words.ts'
import { ownNumber, type Seen } from './parts.ts'
import { nextRow, stillOwed } from './plan.ts'
import { seatOf } from './sides.ts'

const complete: Awaited = { step: 'complete', ...words('补齐材料', 'Add what is missing') }
const say: Awaited = { step: 'say', ...words('表明是否同意调解', 'Say whether you agree to mediation') }
const acknowledge: Awaited = { step: 'acknowledge', ...words('看告知书，确认已知权利义务', 'Read the notice and confirm your rights and duties') }
const sign: Awaited = words('签署调解协议', 'Sign the agreement')
const apply: Awaited = { step: 'applied', ...words('向办理机构申请', 'Apply to the body that decides') }
const settle: Awaited = { step: 'sayResult', ...words('告知和解结果', 'Say what came of your talks') }

const due = (day: string, yuan: number | undefined) => {
  const sum = yuan?.toLocaleString('en-GB')
  return words(`${dayInWords(day)}前履行协议${sum === undefined ? '' : `：${sum} 元`}`, `Due under the agreement by ${day}${sum === undefined ? '' : `: ${sum} yuan`}`)
}

/** What was agreed falls due soon or has, or a reminder of it went out; whose it is stands in the terms. */
const performance = ({ matter: { facts, clocks }, now, law }: Seen): readonly Awaited[] => {
  const next = nextRow(facts.plan)
  if (next === undefined) return clocks['again'] === undefined ? [] : [{ step: 'sayPerformed', ...words('协议履行到期', 'What was agreed is due') }]
  const today = legalDay(now)
  return next.dueOn > daysAfter(today, Number(law.figure('mediation.remind-first', today).value)) ? [] : [{ step: 'sayPerformed', ...due(next.dueOn, next.yuan === undefined ? undefined : stillOwed(next)) }]
}

/** What a side of a dispute is waited for. Who speaks for no side of it is waited for in nothing. */
export const awaiting = (c: Seen): readonly Awaited[] => {
  const { stage, facts, parties } = c.matter
  const number = ownNumber(c.matter, c.actor)
  const seat = seatOf(facts.seats, number)
  if (!parties.some(one => one.role === 'disputant' && one.account === c.actor.account)) return []
  const untold = facts.mediator !== undefined && seat !== undefined && seat.informed !== true ? [acknowledge] : []
  switch (stage) {
    case 'completing': return [complete]
    case 'consenting': return [...(seat?.consent === 'open' ? [say] : []), ...untold]
    case 'mediating': return untold
    case 'signing': return seat !== undefined && seat.signedOn === undefined ? [sign] : []
    case 'performing': return performance(c)
    case 'applying': return [apply]
    case 'pending': return facts.track === 'reconciliation' ? [settle] : []
    default: return []
  }
}
