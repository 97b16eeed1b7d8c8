import type { Fact } from './fact.ts'
import type { Words } from './words.ts'

/** On what legal ground a value is erased (Personal Information Protection Law 47). */
export const erasureGrounds = {
  retention: { zh: '保存期限届满（个人信息保护法第四十七条第一款第二项）', en: 'Its time of keeping is over (Personal Information Protection Law, Art. 47.1(2))' },
  request: { zh: '本人请求，处理目的已实现（个人信息保护法第四十七条第一款第一项）', en: 'Asked for by the person; the purpose is achieved (Personal Information Protection Law, Art. 47.1(1))' },
  withdrawn: { zh: '本人撤回同意（个人信息保护法第四十七条第一款第三项）', en: 'The person withdrew consent (Personal Information Protection Law, Art. 47.1(3))' },
  unlawful: { zh: '违法或违反约定处理（个人信息保护法第四十七条第一款第四项）', en: 'Handled against law or agreement (Personal Information Protection Law, Art. 47.1(4))' },
} as const satisfies Readonly<Record<string, Words>>

export type ErasureGround = keyof typeof erasureGrounds

/** What kinds of personal data are kept for how long: each has its figures in `regulation/rules/privacy.ts`. */
export const keptKinds = {
  contact: { zh: '联系方式等敏感信息', en: 'Contact details and other sensitive data' },
  photos: { zh: '照片和材料', en: 'Photos and papers' },
  text: { zh: '文字内容和位置', en: 'What was written, and points on the map' },
} as const satisfies Readonly<Record<string, Words>>

export type KeptKind = keyof typeof keptKinds

export const kindsKept = Object.keys(keptKinds) as readonly KeptKind[]

/** Why what is due to be erased may have to be kept. */
export const holdGrounds = {
  litigation: { zh: '诉讼、仲裁', en: 'Litigation or arbitration' },
  investigation: { zh: '监察、执法、司法调查', en: 'An investigation' },
  audit: { zh: '审计', en: 'An audit' },
  claim: { zh: '尚未了结的赔偿、补偿或信访', en: 'A claim or petition not yet settled' },
} as const satisfies Readonly<Record<string, Words>>

export type HoldGround = keyof typeof holdGrounds

/** Stands in the place of a title whose fact was erased. A title is one text for every reader, so it says so in both languages. */
export const erasedTitle = '（已依法删除 erased by law）'

/** Who a hidden party is once it was unlinked: nobody. No account bears this id. */
export const nobody = '00000000-0000-0000-0000-000000000000'

/** Whether a fact can be erased: what is public stands in the entry itself, and some are kept by their declaration. */
export const isErasable = (fact: Fact): boolean => fact.class !== 'public' && fact.kept === undefined

/** Under which kind a fact is kept and erased; `undefined` for what says nothing of a person (choices, offices, who in the office did it). */
export const keptKindOf = (fact: Fact): KeptKind | undefined => {
  if (!isErasable(fact)) return undefined
  if (fact.kind === 'files') return 'photos'
  if (fact.class !== 'internal') return 'contact'
  return fact.kind === 'text' || fact.kind === 'point' || fact.kind === 'day' ? 'text' : fact.kind === 'people' || fact.kind === 'personName' || fact.kind === 'phone' || fact.kind === 'idNumber' ? 'contact' : undefined
}
