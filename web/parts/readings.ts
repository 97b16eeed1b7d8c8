import type { Words } from '../../kernel/words.ts'
import type { ReadingView } from '../../server/wire.ts'
import { procedureOf, procedures } from './procedures.ts'

/** How readings of the log are told: labels instead of names, alike readings as one. */

const ofRegister: Readonly<Record<string, Words>> = {
  address: { zh: '户的住址', en: 'Address of the household' }, name: { zh: '姓名', en: 'Name' }, bornDecade: { zh: '出生年代', en: 'Decade of birth' },
  month: { zh: '月份', en: 'Month' }, fen: { zh: '补贴金额', en: 'Subsidy paid' },
}

const bare = (name: string): Words => ({ zh: name, en: name })

/** What was read, as the declaration calls it and in its order. */
export const labelsRead = ({ matter, register, facts }: Pick<ReadingView, 'matter' | 'register' | 'facts'>): readonly Words[] => {
  const declared = procedureOf(matter?.procedure ?? '')?.facts ?? {}
  const order = Object.keys(declared)
  return facts.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)).map(name => (register === undefined ? undefined : ofRegister[name]) ?? declared[name]?.label ?? bare(name))
}

/** The label of a fact of a matter that is not at hand: as the first procedure that declares it calls it. */
export const labelOf = (fact: string): Words => procedures.flatMap(one => one.facts[fact]?.label ?? []).at(0) ?? bare(fact)

/** Readings that differ in nothing but when: of the same by the same, for the same reason. The newest first, one at the least. */
export type Alike = readonly [ReadingView, ...ReadingView[]]

const sameReading = ({ by, office, kind, purpose, grant, matter, register, region, facts }: ReadingView): string =>
  JSON.stringify([by, office?.code, kind, purpose, grant, matter?.id, register, region.code, facts.toSorted()])

/** Readings, the newest first, with those alike together, in the order of the newest of each. */
export const alike = (readings: readonly ReadingView[]): readonly Alike[] =>
  [...Map.groupBy(readings, sameReading).values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []))
