import { words, type Words } from './words.ts'

/** How a legal clock counts. Working units follow the calendar of working days and office hours; `hours` run by the clock on the wall, day and night. */
export type Unit = 'hours' | 'workingHours' | 'workingDays' | 'days' | 'months'

/** A length of legal time, such as five working days. */
export type Period = { readonly amount: number; readonly unit: Unit }

const zhUnit = { hours: '小时', workingHours: '个工作小时', workingDays: '个工作日', days: '天', months: '个月' } satisfies Record<Unit, string>
const enUnit = { hours: 'hour', workingHours: 'working hour', workingDays: 'working day', days: 'day', months: 'month' } satisfies Record<Unit, string>

/** Hours counted up to a date come in parts: two days and more are told in days, the last one begun told as one. */
const asSaid = ({ amount, unit }: Period): Period => {
  if (unit !== 'hours' || Number.isInteger(amount)) return { amount, unit }
  return amount >= 48 ? { amount: Math.ceil(amount / 24), unit: 'days' } : { amount: Math.ceil(amount), unit }
}

/** A period as people say it: “5 个工作日”, “5 working days”. */
export const inWords = (period: Period): Words => {
  const { amount, unit } = asSaid(period)
  return words(`${amount} ${zhUnit[unit]}`, `${amount} ${enUnit[unit]}${amount === 1 ? '' : 's'}`)
}

/** What is left of a deadline: “还剩 6 个工作小时”, “6 working hours left”; with amount 0, less than one of the unit. */
export const leftInWords = ({ amount, unit }: Period): Words => {
  if (amount === 0) return words(`剩余不足 1 ${zhUnit[unit]}`, `less than 1 ${enUnit[unit]} left`)
  const left = inWords({ amount, unit })
  return words(`还剩 ${left.zh}`, `${left.en} left`)
}

/** By how much a deadline is missed: “已超期 2 个工作日”, “2 working days late”; with amount 0, by less than one of the unit. */
export const lateInWords = ({ amount, unit }: Period): Words => {
  if (amount === 0) return words(`已超期,不足 1 ${zhUnit[unit]}`, `less than 1 ${enUnit[unit]} late`)
  const late = inWords({ amount, unit })
  return words(`已超期 ${late.zh}`, `${late.en} late`)
}
