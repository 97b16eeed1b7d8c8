import { legalDay } from '../../../kernel/calendar.ts'
import type { Law } from '../../../kernel/clock.ts'
import { choice, personName, text, yesNo } from '../../../kernel/facts.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'

const whose = {
  self: { zh: '本人', en: 'Myself' },
  child: { zh: '本人监护的未成年人', en: 'A minor whose guardian I am' },
} as const

const relations = {
  parent: { zh: '父母', en: 'Parent' },
  grandparent: { zh: '祖父母、外祖父母', en: 'Grandparent' },
  sibling: { zh: '兄、姐', en: 'Elder brother or sister' },
  other: { zh: '其他依法担任的监护人', en: 'Another guardian by law' },
} as const

/**
 * Who acts for a minor (Personal Information Protection Law 31). No date of birth and no paper is kept: the committee looks at them in
 * person and attests what it saw.
 */
export const guardianFacts = {
  whose: choice(whose, { zh: '为谁办理', en: 'For whom', class: 'public' }),
  child: personName({ zh: '未成年人姓名', en: 'The minor’s name' }),
  relation: choice(relations, { zh: '监护关系', en: 'Relation' }),
  checked: yesNo({ zh: '已当面核验身份；代未成年人的，含监护关系和年龄', en: 'Identity was looked at in person; for a minor, relation and age too', class: 'public' }),
  attestNote: text({ zh: '核验情况', en: 'What was looked at', min: 4, max: 300, lines: 2 }),
}

/** The committee attests only what it saw, of a minor under the age the law sets. */
export const attests = (checked: boolean | undefined, law: Law, now: Date): Refusal | undefined => {
  if (checked === true) return undefined
  const { value } = law.figure('personal-information.minor-age', legalDay(now))
  return refuse('not-attested', words(`须当面核验监护人身份、监护关系，且未成年人不满 ${Number(value)} 周岁`, `Identity and relation must be looked at in person, and the minor be under ${Number(value)}`), {
    remedy: words('核验不了或不符的，请选“不予核实”；年满的由本人办理', 'Where that can’t be, decline; who is older acts for themselves'),
  })
}
