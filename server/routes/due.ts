import { endOfLegalDay, legalDay } from '../../kernel/calendar.ts'

/** The end of today, or of this week's Sunday, as legal days go. */
export const dueBefore = (due: 'today' | 'week', now: Date): Date => {
  const today = endOfLegalDay(legalDay(now))
  const weekday = new Date(`${legalDay(now)}T00:00:00Z`).getUTCDay()
  return due === 'today' ? today : new Date(today.getTime() + ((7 - weekday) % 7) * 86_400_000)
}
