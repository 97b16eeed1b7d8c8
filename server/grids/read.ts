import { Worker } from 'node:worker_threads'
import { words } from '../../kernel/words.ts'
import type { Around, Reading, Trial } from '../../registers/grids/trial.ts'
import type { Words } from '../../kernel/words.ts'
import type { Features, Unreadable } from './features.ts'

/** Milliseconds within which a file is read (10,000 grids of fifty points took under two seconds) and judged, and MiB. */
const [patience, judging, memory] = [30_000, 600_000, 1536] as const

const damaged: Unreadable = { why: words('文件已损坏或过大，无法读取', 'the file is damaged or too large to be read') }

/** A file judged: what is small as values, the grids themselves as JSON ready to be sent. */
export type Judged = { readonly trial: Omit<Trial, 'draw' | 'redraw'>; readonly warnings: readonly Words[]; readonly draw: Uint8Array<ArrayBuffer>; readonly redraw: Uint8Array<ArrayBuffer> }

export type FromThread =
  | { readonly is: 'unreadable'; readonly read: Unreadable }
  | { readonly is: 'read'; readonly read: Features }
  | { readonly is: 'codes'; readonly codes: readonly string[] }
  | { readonly is: 'progress'; readonly done: number; readonly of: number }
  | ({ readonly is: 'judged' } & Judged)

type Hears = { readonly on: (message: FromThread, thread: Worker, done: (found: Judged | Features | Unreadable) => void) => void; readonly signal?: AbortSignal; readonly patience: number }

const inThread = (workerData: object, { on, signal, patience: most }: Hears): Promise<Judged | Features | Unreadable> => new Promise(resolve => {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData, resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 } })
  const late = setTimeout(() => { done(damaged) }, most)
  const done = (found: Judged | Features | Unreadable): void => {
    clearTimeout(late)
    resolve(found)
    void thread.terminate()
  }
  thread.on('message', (message: FromThread) => { on(message, thread, done) })
  thread.once('error', () => { done(damaged) })
  thread.once('exit', () => { done(damaged) })
  signal?.addEventListener('abort', () => { done(damaged) })
})

/** The features of a GeoJSON or a zipped Shapefile, read in a thread of its own. */
export const readFeatures = async (bytes: Uint8Array): Promise<Features | Unreadable> => {
  const found = await inThread({ bytes }, { patience, on: (message, _, done) => { if (message.is === 'read' || message.is === 'unreadable') done(message.read) } })
  return 'trial' in found ? damaged : found
}

export type Judging = {
  readonly reading: Reading
  /** Asked once what the registers know of the codes the file names. */
  readonly around: (codes: readonly string[]) => Promise<Around>
  readonly tell: (done: number, of: number) => void
  /** Who asked has gone: nobody waits for it. */
  readonly signal: AbortSignal
}

/** Reads and judges a file in a thread of its own: the server answers others meanwhile, and only what the registers are asked for passes through here. */
export const judgeApart = async (bytes: Uint8Array, { reading, around, tell, signal }: Judging): Promise<Judged | Unreadable> => {
  let failed: { readonly error: unknown } | undefined
  const found = await inThread({ bytes, reading }, {
    patience: judging, signal,
    on: (message, thread, done) => {
      if (message.is === 'unreadable') done(message.read)
      else if (message.is === 'progress') tell(message.done, message.of)
      else if (message.is === 'judged') done(message)
      else if (message.is === 'codes') around(message.codes).then(known => { thread.postMessage(known) }, (error: unknown) => { failed = { error }; done(damaged) })
    },
  })
  if (failed) throw failed.error
  return 'features' in found ? damaged : found
}
