/** Choices that follow from one number: the same number, the same choices. */
export const choices = (seed: number) => {
  let state = (seed >>> 0) || 1
  const below = (n: number): number => {
    // mulberry32
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n
  }
  return {
    below,
    oneOf: <T>(list: readonly T[]): T => {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
    /** Once in so many times. */
    once: (inSo: number): boolean => below(inSo) === 0,
  }
}

export type Choices = ReturnType<typeof choices>
