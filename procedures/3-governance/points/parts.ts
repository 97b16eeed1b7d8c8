import { legalDay, daysAfter } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, reference, rows } from '../../../kernel/facts.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode, type Actor } from '../../../kernel/post.ts'
import { need } from '../../../kernel/procedure.ts'
import type { FactTraits } from '../../../kernel/fact.ts'
import { refuse, type Refusal } from '../../../kernel/refusal.ts'
import { party, type Who } from '../../../kernel/who.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Law } from '../../../kernel/clock.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import type { Line } from './needs.ts'

/** A household of the register; in the rows of a table its code is typed, and doors are offered beside it. */
export const householdCode = (traits: FactTraits) => {
  const household = reference('household', traits)
  return { ...household, schema: { ...household.schema, 'x-suggests': 'household-code' } }
}

const kinships = {
  none: { zh: '与所列各户都没有亲属关系', en: 'No kin to any of these households' },
  some: { zh: '与其中有的户有亲属关系', en: 'Kin to some of them' },
} as const

/** What whoever scores or decides declares of themselves, for this matter alone; nobody’s family is kept anywhere (Art. 27.3). */
export const kinshipFacts = {
  kin: choice(kinships, { zh: '亲属关系声明', en: 'Declaration of kinship', hint: words('由评分、决定的人本人声明', 'Declared by whoever scores or decides') }),
  kinWith: rows({ household: householdCode({ zh: '户编码', en: 'Household' }) }, { zh: '有亲属关系的户', en: 'Households one is kin to', max: 200 }),
}

export const kinAsked = ['kin', { fact: 'kinWith', where: 'kin', is: 'some' }] as const

/** The household that whoever takes the step is known to belong to, whatever they declare. */
export const ownHousehold = need<{ readonly code: string }>('household', c => ({ account: c.actor.account, day: legalDay(c.now) }))

/** Who declared themselves kin to a household, or belongs to it (`own`), leaves it to others. */
export const notToKin = (kinWith: readonly { readonly household?: string }[] | undefined, households: readonly string[], own: string | undefined): Refusal | undefined => {
  const theirs = new Set([...(kinWith ?? []).map(one => one.household), ...(own === undefined ? [] : [own])])
  const rowsOfKin = households.flatMap((one, row) => (theirs.has(one) ? [row] : []))
  if (rowsOfKin.length === 0) return undefined
  return refuse('kin', words('您是其中一户的成员或者亲属，不能由您评分或决定', 'You belong or are kin to one of these households: neither points nor a decision can come from you'), {
    basis: [], faults: households.length > 1 ? rowsOfKin.map(row => ({ fact: 'awards', row, column: 'household', why: words('是您自家或者亲属户', 'It is your own, or kin to you') })) : [],
    remedy: words('请由没有亲属关系的人办理；都有亲属关系的，提请村务监督委员会或邻村评分、计票', 'Leave it to somebody who is not; where all are kin, ask the supervisory committee or a neighbouring village'),
  })
}

export const someScheme = (zh: string, en: string): Refusal => refuse('no-scheme', words(zh, en), {
  basis: ['27.2'], remedy: words('积分办法经居民协商、表决通过并施行后，再办理', 'Come back once the residents have adopted a scheme and it is in force'),
})

export const noHousehold = words('户编码不在本村（社区）名册中', 'No household of this village has that code')

export const committeeOf = (village: string): string => officeCode(village, 'committee')

export const toCommittee = (village: string, zh: string, en: string): Effect => notify({ office: committeeOf(village) }, words(zh, en))

/** Who belongs to the household that a matter is about. */
export const householdMember: Who = party('household', words('该户成员', 'a member of the household'))

/** The village’s supervisory committee; its members hold a post in an office of that kind. */
export const supervisors: Who = { who: 'post', kinds: ['handler'], levels: ['village'], offices: ['supervisory'], ...words('村（居）务监督委员会', 'the supervisory committee') }

export const days = (law: Law, rule: RuleName, now: Date): number => Number(law.figure(rule, legalDay(now)).value)

/** Whether a day lies further back than a rule lets it. */
export const tooLongAgo = (law: Law, rule: RuleName, day: string, now: Date): boolean => day < daysAfter(legalDay(now), -days(law, rule, now))

export const twoPeople = (zh: string, en: string): Refusal => refuse('two-people', words(zh, en), { remedy: words('请由另一人办理', 'Ask somebody else to') })

/** Nobody decides on a line they had a part in: as who gave, proposed, heard, decided, entered or checked it, or stands in this matter in one of these roles. */
export const tookPart = ({ matter, actor, needs }: { readonly matter: Matter; readonly actor: Actor; readonly needs: { readonly line?: Line } }, roles: readonly string[], { zh, en }: Words): Refusal | undefined =>
  (needs.line?.took.includes(actor.account) === true || matter.parties.some(one => one.account === actor.account && roles.includes(one.role)) ? twoPeople(zh, en) : undefined)
