import { Worker } from 'node:worker_threads'
import type { FoundRow } from './cell.ts'

/** Milliseconds and MiB within which a sheet is read: 5,000 rows of twelve columns took 750 ms on two busy cores. */
const [patience, memory] = [10_000, 256] as const

/** The cells of a workbook's first sheet, row by row; `undefined` where they can't be read. Formulas come as the values they last had. */
export const readCells = (bytes: Uint8Array): Promise<readonly FoundRow[] | undefined> => new Promise(resolve => {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 } })
  const late = setTimeout(() => { done(undefined) }, patience)
  const done = (rows: readonly FoundRow[] | undefined): void => {
    clearTimeout(late)
    resolve(rows)
    void thread.terminate()
  }
  thread.once('message', (rows: readonly FoundRow[] | undefined) => { done(rows) })
  thread.once('error', () => { done(undefined) })
  thread.once('exit', () => { done(undefined) })
})
