import { legalDay } from '../../../kernel/calendar.ts'
import type { Law } from '../../../kernel/clock.ts'
import { need } from '../../../kernel/procedure.ts'
import { words, type Words } from '../../../kernel/words.ts'

/** What the registers know of who may demand a meeting: the number on the last roll of representatives, or the people of the village’s households by decade of birth and those it does not name. */
export type Entitled = { readonly units: number } | { readonly born: readonly { readonly decade: number | null; readonly people: number }[]; readonly unnamed: number }

export const entitledNeed = need<Entitled>('entitled', c => ({ village: c.matter.region, day: legalDay(c.now), demandBy: c.matter.facts['demandBy'] ?? 'villagers' }))

export type Span = { readonly least: number; readonly most: number }

/** Between how many and how many are entitled by the register: a decade of birth leaves open who in it is old enough. */
export const spanOf = (known: Entitled, law: Pick<Law, 'figure'>, day: string): Span => {
  if ('units' in known) return { least: known.units, most: known.units }
  const [age, year] = [Number(law.figure('roll.adult-age', day).value), Number(day.slice(0, 4))]
  const sum = (which: (decade: number | null) => boolean): number => known.born.reduce((n, { decade, people }) => n + (which(decade) ? people : 0), 0)
  return { least: sum(decade => decade !== null && decade + 9 + age < year), most: sum(decade => decade === null || decade + age <= year) + known.unnamed }
}

export const spanWords = ({ least, most }: Span): Words => (least === most ? words(`${most}人`, `${most}`) : words(`${least}至${most}人`, `${least} to ${most}`))

/** How the number entered stands beside the register: within it, outside it by the reason in the note, or held against nothing. */
export const heldAgainst = (entitled: number, span: Span | undefined): { readonly outside: boolean; readonly words: Words } => {
  if (span === undefined) return { outside: false, words: words('总数为人工填写，名册中没有可核对的数', 'the total was typed: no register knows the number') }
  const { zh, en } = spanWords(span)
  const outside = entitled < span.least || entitled > span.most
  return { outside, words: outside ? words(`总数为人工填写，与名册（${zh}）不同，理由见审查说明`, `the total was typed and differs from the register (${en}); the note says why`) : words(`总数与名册（${zh}）相符`, `the total agrees with the register (${en})`) }
}
