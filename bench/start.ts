import type { Bench } from './parts/bench.ts'
export const start: Bench = { about: '', options: {}, run: () => Promise.resolve() }
