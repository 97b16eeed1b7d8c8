import type { Words } from '../../../kernel/words.ts'

type Purpose = Words & { /** It handles sensitive personal information: consent must be given for it alone (Personal Information Protection Law 29). */ readonly sensitive?: true }

/** For what a person's data may be used only with their consent. Duties of office need none (13.1(3)) and stand not here. */
export const purposes = {
  publishName: { zh: '公开姓名', en: 'Publishing a name' },
  publishPhoto: { zh: '公开可辨认本人的照片', en: 'Publishing a photo in which one can be recognised', sensitive: true },
  shareService: { zh: '提供给为您服务的机构或志愿者', en: 'Passing on to a service or volunteers who help', sensitive: true },
  careNeeds: { zh: '登记健康、照护等敏感情况', en: 'Keeping sensitive needs of health and care', sensitive: true },
  contactAgain: { zh: '事后回访、通知其他服务', en: 'Being contacted later about other services' },
} as const satisfies Readonly<Record<string, Purpose>>

export type PurposeName = keyof typeof purposes

export const isSensitive = (name: PurposeName | undefined): boolean => name !== undefined && 'sensitive' in purposes[name]
