import { ancestor } from '../../../kernel/region.ts'
import { words, type Words } from '../../../kernel/words.ts'
import type { Dispute } from './facts.ts'

/** Somebody of the body who mediates, as the register has them. `place`: what they serve; `open`: disputes in hand; `kin`: of the household of a side. Empty fields or languages: nothing is known. */
export type Offered = { readonly account: string; readonly place: string; readonly fields: readonly string[]; readonly open: number; readonly kin: boolean }

/** How far who mediates is from where it arose, by the places of both, the nearest first. */
export const distances = {
  village: words('同村（社区）', 'Same village'),
  township: words('同乡镇（街道）', 'Same township'),
  county: words('同县（区）', 'Same county'),
  other: words('其他地方', 'Elsewhere'),
} as const

export type Distance = keyof typeof distances

export const distanceOf = (place: string, region: string): Distance =>
  (['village', 'township', 'county'] as const).find(level => { const there = ancestor(place, level); return there !== undefined && there === ancestor(region, level) }) ?? 'other'

/** What somebody has in hand, as the sides are told it: no figure, by which nobody is to be measured. */
export const loads = {
  few: words('在办的少', 'few in hand'),
  some: words('在办的不多', 'some in hand'),
  many: words('在办的多', 'many in hand'),
} as const

export type Load = keyof typeof loads

/** `figure`: the rule’s figure in force where the dispute is. */
export const loadOf = (open: number, figure: (name: 'mediator.some-open' | 'mediator.many-open') => number): Load =>
  (open >= figure('mediator.many-open') ? 'many' : open >= figure('mediator.some-open') ? 'some' : 'few')

export const fits = (fields: readonly string[], about: string | undefined): boolean => about === undefined || fields.length === 0 || fields.includes(about)

/** Whose field it is first; of those the nearest, and of those who has the least in hand. */
export const inOrder = <T extends Offered>(rows: readonly T[], { region, facts: { about } }: Pick<Dispute, 'region' | 'facts'>): readonly T[] => {
  const order = Object.keys(distances)
  const far = ({ place }: T): number => order.indexOf(distanceOf(place, region))
  return rows.toSorted((a, b) => Number(fits(b.fields, about)) - Number(fits(a.fields, about)) || far(a) - far(b) || a.open - b.open)
}

/** Why somebody mediates no dispute of these sides, whoever wishes it: their own, one of their household, or one from which they had to stand aside. */
export const bar = ({ parties }: Pick<Dispute, 'parties'>, { account, kin }: Pick<Offered, 'account' | 'kin'>): Words | undefined => {
  const is = (role: string): boolean => parties.some(one => one.role === role && one.account === account)
  if (is('disputant')) return words('当事人不能调解自己的纠纷', 'A side does not mediate its own dispute')
  if (kin) return words('此人与一方当事人同户，应当回避，请另选一人', 'They are of the household of a side and stand aside: choose somebody else')
  return is('stoodAside') ? words('对此人的回避申请已经成立，请另选一人', 'A challenge to them was upheld: choose somebody else') : undefined
}

/** Whom a side may choose: who is not barred, and has not had the dispute before. */
export const openToSides = (matter: Pick<Dispute, 'parties'>, one: Offered): boolean =>
  bar(matter, one) === undefined && !matter.parties.some(({ role, account }) => role === 'mediator' && account === one.account)
