const first = 2_000
const most = 5 * 60_000

/** Milliseconds until the next try after so many that failed: doubled each time up to five minutes, half of it by chance, so that a valley coming back online does not knock all at once. */
export const backoff = (tries: number, random: number): number => Math.min(most, first * 2 ** Math.min(tries, 20)) * (0.5 + random / 2)
