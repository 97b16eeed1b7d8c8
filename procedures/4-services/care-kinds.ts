import type { Words } from '../../kernel/words.ts'

/** What somebody may need of their neighbours and the services (Art. 40.2). */
export const careKinds = {
  meals: { zh: '助餐、送餐', en: 'Meals' },
  care: { zh: '居家照护', en: 'Care at home' },
  repair: { zh: '居家修缮、适老改造', en: 'Repairs at home' },
  escort: { zh: '陪同就医、代购', en: 'Going with them, errands' },
  aid: { zh: '申请救助', en: 'Applying for aid' },
  company: { zh: '陪伴、心理慰藉', en: 'Company and comfort' },
  child: { zh: '儿童关爱、课业', en: 'Looking after a child' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Words>>
