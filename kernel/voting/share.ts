import type { Fraction } from '../../regulation/fraction.ts'
import { toChinese } from '../../regulation/numerals.ts'
import { words, type Words } from '../words.ts'

/** The least whole part of `whole` that satisfies the fraction, exactly; `undefined` of nothing. Throws on numbers that are not whole. */
export const needed = (whole: number, { num, den, strict }: Fraction): number | undefined => {
  const product = BigInt(whole) * BigInt(num)
  const least = strict ? product / BigInt(den) + 1n : (product + BigInt(den) - 1n) / BigInt(den)
  return whole > 0 ? Number(least) : undefined
}

/** 三分之二以上, 过半数, as the law words it. */
export const shareWords = ({ num, den, strict }: Fraction): Words => {
  if (num * 2 === den) return strict ? words('过半数', 'more than half') : words('半数以上', 'at least half')
  const zh = `${toChinese(den)}分之${toChinese(num)}`
  return strict ? words(`超过${zh}`, `more than ${num}/${den}`) : words(`${zh}以上`, `at least ${num}/${den}`)
}
