/** Seconds to wait after each try that failed; after the last the delivery is dead and waits for a person. A little over a day in all. */
export const waits: readonly number[] = [10, 60, 300, 1800, 7200, 18_000, 36_000, 36_000]

/** The most that another side may ask to be left alone, seconds. */
const longest = 86_400

/** Seconds until the next try after `attempts` of them, a tenth more or less so that what failed together does not return together; `undefined` where it is the last. */
export const waitAfter = (attempts: number, asked?: number, chance = Math.random()): number | undefined => {
  const usual = waits[attempts - 1]
  return usual === undefined ? undefined : Math.min(Math.max(usual * (0.9 + chance / 5), asked ?? 0), longest)
}
