import { disputeKinds } from '../dispute/kinds.ts'

/** No mediator deals with the acts of an authority. */
const { administrative: _, ...fields } = disputeKinds

/** What mediators deal with, by the names that kinds of dispute have (Art. 28 to 31). */
export const mediationFields = fields

export type MediationField = keyof typeof mediationFields

/** What is spoken in Haidong. */
export const languages = {
  zh: { zh: '汉语', en: 'Chinese' },
  bo: { zh: '藏语', en: 'Tibetan' },
  slr: { zh: '撒拉语', en: 'Salar' },
  mjg: { zh: '土语', en: 'Monguor (Tu)' },
} as const

export type Language = keyof typeof languages
