/** A reason not to measure that a person can act on; printed without a stack. */
export class CannotMeasure extends Error {}

const began = performance.now()

/** Progress, on stderr, with the seconds since the start: stdout is for figures. */
export const say = (text: string): void => { console.error(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}`) }
