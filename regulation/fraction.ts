/**
 * A share as the law words it. `strict` is 过半数 (more than the fraction); without it the fraction itself is enough,
 * as in 三分之二以上 (Civil Code 1259: 以上 includes the number itself).
 */
export type Fraction = { readonly num: number; readonly den: number; readonly strict: boolean }

/** 三分之二以上: at least `num`/`den`. */
export const atLeast = (num: number, den: number): Fraction => ({ num, den, strict: false })

/** 过半数: more than half. */
export const moreThanHalf: Fraction = { num: 1, den: 2, strict: true }

/**
 * Whether `part` of `whole` satisfies the fraction, without rounding. Whole numbers only (votes, households, areas in
 * hundredths of a square metre); throws on anything else. Nothing of nothing satisfies no fraction.
 */
export const reaches = (part: number | bigint, whole: number | bigint, { num, den, strict }: Fraction): boolean => {
  const left = BigInt(part) * BigInt(den)
  const right = BigInt(whole) * BigInt(num)
  return BigInt(whole) > 0n && (strict ? left > right : left >= right)
}
