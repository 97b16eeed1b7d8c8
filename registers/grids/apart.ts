import { Worker } from 'node:worker_threads'
import { ringsOf, type Shape } from '../../kernel/shape.ts'
import { weigh, type Weighed, type Weighing } from './weigh.ts'

/** Corners up to which judging takes less than starting a thread (some 100 ms); a township of a hundred grids took over a second (`bench/results/grids.md`). */
const few = 1_000
/** Milliseconds one may take, and MiB. */
const [patience, memory] = [300_000, 1024] as const

const corners = (shape: Shape | undefined): number => (shape ? ringsOf(shape).reduce((sum, ring) => sum + ring.length, 0) : 0)

/** Judges grids in a thread of its own where that takes long, so that the server answers others meanwhile. Throws where it fails or takes too long. */
export const weighApart = (what: Weighing): Weighed | Promise<Weighed> => {
  const size = [...what.drawn.map(one => one.shape), ...what.all.map(one => one.shape)].reduce((sum, shape) => sum + corners(shape), 0)
  return size <= few ? weigh(what) : new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: what, resourceLimits: { maxOldGenerationSizeMb: memory } })
    const late = setTimeout(() => { end(() => reject(new Error('grids took too long to judge'))) }, patience)
    const end = (say: () => void): void => { clearTimeout(late); say(); void thread.terminate() }
    thread.once('message', (found: Weighed) => { end(() => resolve(found)) })
    thread.once('error', (error: unknown) => { end(() => reject(error instanceof Error ? error : new Error('the thread that judges grids failed', { cause: error }))) })
    thread.once('exit', () => { end(() => reject(new Error('the thread that judges grids ended'))) })
  })
}
