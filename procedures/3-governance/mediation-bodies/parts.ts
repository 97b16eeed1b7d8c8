import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor, countyOf, levelOf, type Level } from '../../../kernel/region.ts'
import type { Who } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'

/** The county justice department, with which committees are filed and which recognises studios (Art. 30, 31). */
export const justiceOf = (region: string): string => officeCode(countyOf(region), 'justice')

/** Who guides what lies here: the township's justice office for villages and townships, the county justice department for the rest. */
export const guideOf = (region: string): string => {
  const township = ancestor(region, 'township')
  return township === undefined ? justiceOf(region) : officeCode(township, 'justice-office')
}

const inOffices = (level: Level, offices: readonly string[], zh: string, en: string): Who => ({ who: 'post', kinds: ['handler', 'lead'], levels: [level], offices, zh, en })

export const justiceDepartment = inOffices('county', ['justice'], '县（区）司法行政部门', 'the county justice department')
export const justiceOffice = inOffices('township', ['justice-office'], '司法所', 'the justice office')
/** Who supervises mediators and advisers: the county justice department and the township's justice office (Art. 32.2). */
export const supervisors: readonly Who[] = [justiceDepartment, justiceOffice]

/** Both see the matter, whichever of them holds it. */
export const guides = (region: string): readonly { readonly role: string; readonly office: string }[] => [...new Set([guideOf(region), justiceOf(region)])].map(office => ({ role: 'guide', office }))

export const toGuides = (region: string, zh: string, en: string): readonly Effect[] => guides(region).map(({ office }) => notify({ office }, words(zh, en)))

/** The lead of the government there: of the township, or of the county. */
export const toLead = (region: string, zh: string, en: string): Effect => notify({ posts: 'lead', region: levelOf(region) === 'county' ? region : ancestor(region, 'township') ?? region }, words(zh, en))

/** Late, whoever holds it and the lead above are told, and told again. */
export const lateAgain = <const T extends string>(matter: Pick<Matter, 'holder' | 'region'>, step: T, zh: string, en: string) => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: step }],
  effects: [...(matter.holder === null ? [] : [notify({ office: matter.holder.office }, words(zh, en))]), notify({ posts: 'lead', region: countyOf(matter.region) }, words(zh, en))],
} as const)

/** Nobody decides on what they put forward, nor on themselves. */
export const anotherThan = (...roles: readonly string[]) => ({ matter, actor }: { readonly matter: Pick<Matter, 'parties'>; readonly actor: { readonly account: string } }): Refusal | undefined =>
  (matter.parties.some(one => roles.includes(one.role) && one.account === actor.account)
    ? refuse('two-people', words('提出人和本人不能办理（平台规则）', 'Neither who put it forward nor the person concerned deals with it (a product rule)'), { remedy: words('请由另一人办理', 'Ask another person to') }) : undefined)

/** A phone of an office, not of a person: it stands published. */
export const isOfficePhone = (text: string): boolean => /^[0-9][0-9 -]{5,19}$/.test(text) && !/^1[3-9]\d{9}$/.test(text.replaceAll(/[ -]/g, ''))
