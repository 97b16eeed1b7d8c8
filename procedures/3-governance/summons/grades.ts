import type { RuleName } from '../../../regulation/rules.ts'

/** How pressing a summons is. Its limits go by it. */
export const grades = {
  urgent: { zh: '紧急', en: 'Urgent' },
  serious: { zh: '重要', en: 'Serious' },
  ordinary: { zh: '一般', en: 'Ordinary' },
} as const

export type Grade = keyof typeof grades

/** The limit of a grade: `limitFor('answer', 'urgent')`. */
export const limitFor = (what: 'answer' | 'attend' | 'report' | 'again' | 'lead' | 'conclude', grade: Grade | undefined): RuleName => `summons.${what}.${grade ?? 'ordinary'}`
