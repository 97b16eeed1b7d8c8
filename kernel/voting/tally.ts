import { reaches } from '../../regulation/fraction.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { words, type Words } from '../words.ts'
import type { Bar, Selected } from './select.ts'
import { needed, shareWords } from './share.ts'
import { rollUnits, type Mark, type RollUnit } from './track.ts'

export { needed } from './share.ts'

/** Votes of one kind: heads, or area in hundredths of a square metre. Whole numbers. */
export type Votes = { readonly [M in Mark]: number }

export const noVotes: Votes = { for: 0, against: 0, abstain: 0, spoilt: 0 }

/** Heads, and beside them the area of owners (hundredths of a square metre). */
export type Counted = { readonly units: number; readonly area?: number }

export type Figures = { readonly roll: Counted; readonly present: Counted; readonly votes: Votes; readonly area?: Votes }

/** One bar: what it took, what there was. */
export type Line = { readonly what: 'quorum' | 'pass'; readonly bar: Bar; readonly whole: number; readonly needed?: number; readonly got: number; readonly reached: boolean }

export type Outcome = 'passed' | 'failed' | 'no-quorum'

export const outcomes = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'not passed' },
  'no-quorum': { zh: '参加人数不足，不能作出决定', en: 'no quorum, nothing is decided' },
} as const satisfies Record<Outcome, Words>

/** The result, and the sentence that explains it. */
export type Tally = { readonly outcome: Outcome; readonly lines: readonly Line[]; readonly words: Words }

/** What a tally needs of the selection; its JSON stands in the published file. */
export type Measure = Required<Pick<Selected, 'unit'>> & Pick<Selected, 'quorum' | 'pass' | 'articles'>

const sum = (votes: Votes): number => votes.for + votes.against + votes.abstain + votes.spoilt

/** Counts that can't be: more votes than people, parts of a vote, an area without owners. Named in plain words. */
const conflict = (figures: Figures, byArea: boolean): Words | undefined => {
  const { roll, present, votes, area } = figures
  const numbers = [roll.units, present.units, ...Object.values(votes), ...(byArea ? [roll.area ?? Number.NaN, present.area ?? Number.NaN, ...Object.values(area ?? { for: Number.NaN })] : [])]
  if (numbers.some(n => !Number.isSafeInteger(n) || n < 0)) return words('数字须为非负整数', 'a figure is no whole number')
  if (present.units > roll.units) return words(`参加的有${present.units}，名册上只有${roll.units}`, `${present.units} took part, ${roll.units} stand on the roll`)
  if (sum(votes) > present.units) return words(`计出${sum(votes)}票，参加的只有${present.units}`, `${sum(votes)} votes were counted, ${present.units} took part`)
  if (!byArea) return undefined
  if ((present.area ?? 0) > (roll.area ?? 0)) return words('参加的面积大于名册总面积', 'more area took part than stands on the roll')
  return sum(area ?? noVotes) > (present.area ?? 0) ? words('计出的面积大于参加的面积', 'more area was counted than took part') : undefined
}

/** Computes the result in whole numbers and says how. Refuses figures that contradict each other. */
export const tally = (measure: Measure, figures: Figures): Tally | Refusal => {
  const { quorum, pass } = measure
  const wrong = conflict(figures, [...quorum, ...pass].some(bar => bar.of === 'area'))
  if (wrong) return refuse('figures-conflict', words(`票数不能成立：${wrong.zh}`, `The counts can’t be: ${wrong.en}`), { remedy: words('请核对签到册和计票单', 'Check the attendance book and the count sheets') })
  const lines = [...quorum.map(bar => lineOf('quorum', bar, figures)), ...pass.map(bar => lineOf('pass', bar, figures))]
  const met = lines.every(line => line.what === 'pass' || line.reached)
  const outcome = !met ? 'no-quorum' : lines.every(line => line.reached) ? 'passed' : 'failed'
  return { outcome, lines, words: explained(measure, figures, lines, outcome) }
}

const lineOf = (what: Line['what'], bar: Bar, { roll, present, votes, area }: Figures): Line => {
  const of = (counted: Counted): number => (bar.of === 'area' ? counted.area ?? 0 : counted.units)
  const whole = of(bar.whole === 'roll' ? roll : present)
  const got = what === 'quorum' ? of(present) : (bar.of === 'area' ? area : votes)?.for ?? 0
  const least = needed(whole, bar.share)
  return { what, bar, whole, ...(least !== undefined && { needed: least }), got, reached: reaches(got, whole, bar.share) }
}

/** Hundredths of a square metre, as they are written. */
export const squareMetres = (hundredths: number): string => {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const number = (of: Bar['of'], unit: RollUnit, n: number): Words =>
  (of === 'area' ? words(`${squareMetres(n)}平方米`, `${squareMetres(n)} m²`) : words(`${n}${rollUnits[unit].one}`, String(n)))

const quorumWords = ({ bar, whole, needed: least, got }: Line, unit: RollUnit): Words => {
  const [all, need, there] = [number(bar.of, unit, whole), number(bar.of, unit, least ?? 0), number(bar.of, unit, got)]
  const head = bar.of === 'area' ? words(`专有部分面积共${all.zh}`, all.en) : words(`名册共${all.zh}`, `${all.en} ${rollUnits[unit].each}`)
  return least === undefined
    ? words(`${head.zh}，名册为空`, `${head.en}; the roll is empty`)
    : words(`${head.zh}，须有${need.zh}参加（${shareWords(bar.share).zh}），实际参加${there.zh}`, `${head.en}; ${need.en} needed (${shareWords(bar.share).en}); ${there.en} present`)
}

const passWords = ({ bar, needed: least, got }: Line, unit: RollUnit): Words => {
  const vote = (n: number): Words => (bar.of === 'area' ? number('area', unit, n) : words(`${n}票`, String(n)))
  const base = bar.whole === 'roll' ? words('全体', 'of all') : words('参加表决的', 'of those present')
  return words(`通过须${vote(least ?? 0).zh}（${base.zh}${shareWords(bar.share).zh}），同意${vote(got).zh}`, `${vote(least ?? 0).en} to pass (${shareWords(bar.share).en} ${base.en}); ${vote(got).en} for`)
}

const explained = ({ unit, articles }: Measure, { votes }: Figures, lines: readonly Line[], outcome: Outcome): Words => {
  const parts = lines.filter(line => line.what === 'quorum' || outcome !== 'no-quorum').map(line => (line.what === 'quorum' ? quorumWords : passWords)(line, unit))
  const others = outcome === 'no-quorum' ? words('', '') : words(`（反对${votes.against}票、弃权${votes.abstain}票、废票${votes.spoilt}张）`, ` (${votes.against} against, ${votes.abstain} abstained, ${votes.spoilt} spoilt)`)
  return words(
    `${parts.map(one => one.zh).join('；')}${others.zh}：${outcomes[outcome].zh}。依据：${articles.map(one => one.zh).join('；')}。`,
    `${parts.map(one => one.en).join('; ')}${others.en}: ${outcomes[outcome].en}, by ${articles.map(one => one.en).join('; ')}.`)
}
