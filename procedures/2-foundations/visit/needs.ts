import type { Words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'

/** Why a household is visited: few and coarse, each with its household’s consent. Nobody’s ethnicity, faith, record or illness is among them. */
export const needs = {
  alone: { zh: '独居、空巢老人', en: 'An older person living alone' },
  mobility: { zh: '行动不便', en: 'Somebody who can hardly go out' },
  child: { zh: '留守儿童', en: 'A child left behind' },
  hardship: { zh: '生活困难', en: 'Hardship' },
  safety: { zh: '用火、用电、用气安全', en: 'Fire, power and gas at home' },
  other: { zh: '其他需要（住户提出）', en: 'Another need, as the household says' },
} as const satisfies Readonly<Record<string, Words>>

export type VisitNeed = keyof typeof needs

export const everyFor = (need: VisitNeed | undefined): RuleName => `visit.every.${need ?? 'other'}`

/** Who agreed that they are visited. */
export const consents = {
  self: { zh: '本人同意', en: 'The person' },
  guardian: { zh: '监护人同意', en: 'The guardian' },
  family: { zh: '同住家属同意', en: 'Family in the household' },
} as const satisfies Readonly<Record<string, Words>>
