import { parentPort, workerData } from 'node:worker_threads'
import { codesIn, judgeFile, type Around, type Given, type Reading } from '../../registers/grids/trial.ts'
import { featuresIn, type Features } from './features.ts'
import type { FromThread } from './read.ts'

// A damaged Shapefile may lead its reader round for ever, and a large one takes minutes: here it holds up nobody.
const port = parentPort
const { bytes, reading } = workerData as { readonly bytes: Uint8Array; readonly reading?: Reading }
const say = (message: FromThread, move: readonly ArrayBuffer[] = []): void => port?.postMessage(message, [...move])

/** Grids as JSON already, for the answer: as values they would be taken apart and put together again where others wait. */
const written = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value))

/** Told at most so often, milliseconds. */
const pace = 200

const judgeThem = ({ features, warnings }: Features, of: Reading): void => {
  const given: readonly Given[] = features
  say({ is: 'codes', codes: codesIn(given, of) })
  port?.once('message', (around: Around) => {
    let told = Date.now()
    const { draw, redraw, ...rest } = judgeFile(given, of, around, (done, all) => {
      if (Date.now() - told < pace && done < all) return
      told = Date.now()
      say({ is: 'progress', done, of: all })
    })
    const [first, again] = [written(draw), written(redraw)]
    say({ is: 'judged', trial: { ...rest, bounds: [] }, warnings, draw: first, redraw: again }, [first.buffer, again.buffer])
  })
}

const read = featuresIn(Buffer.from(bytes))
if ('why' in read) say({ is: 'unreadable', read })
else if (reading) judgeThem(read, reading)
else say({ is: 'read', read })
