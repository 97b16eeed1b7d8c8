import { Worker } from 'node:worker_threads'
import { words } from '../../kernel/words.ts'
import type { Features, Unreadable } from './features.ts'

/** Milliseconds and MiB within which a file is read: 10,000 grids of fifty points took under two seconds. */
const [patience, memory] = [30_000, 1024] as const

const damaged: Unreadable = { why: words('文件已损坏或过大，无法读取', 'the file is damaged or too large to be read') }

/** The features of a GeoJSON or a zipped Shapefile, read in a thread of its own. */
export const readFeatures = (bytes: Uint8Array): Promise<Features | Unreadable> => new Promise(resolve => {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 } })
  const late = setTimeout(() => { done(damaged) }, patience)
  const done = (found: Features | Unreadable): void => {
    clearTimeout(late)
    resolve(found)
    void thread.terminate()
  }
  thread.once('message', (found: Features | Unreadable) => { done(found) })
  thread.once('error', () => { done(damaged) })
  thread.once('exit', () => { done(damaged) })
})
