import { openAsBlob } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** PGlite in its own thread, so that one heavy statement never holds up the server's. */
export type Place = { readonly folder?: string | undefined; readonly image?: string | undefined }
export type Order = { readonly id: number; readonly text: string; readonly values?: readonly unknown[] }
export type Answer =
  | { readonly id: number; readonly rows: readonly object[] }
  | { readonly id: number; readonly error: string; readonly code?: string; readonly detail?: string }

const port = parentPort
if (port === null) throw new Error('runs as a worker thread only')

const { folder, image } = workerData as Place
const database = await PGlite.create({
  ...(folder !== undefined && { dataDir: folder, relaxedDurability: false }),
  ...(image !== undefined && { loadDataDir: await openAsBlob(image) }),
})

const answer = async ({ id, text, values }: Order): Promise<Answer> => {
  try {
    if (values === undefined) {
      await database.exec(text)
      return { id, rows: [] }
    }
    const { rows } = await database.query<object>(text, [...values])
    return { id, rows }
  } catch (cause) {
    const { message, code, detail } = cause as { message: string; code?: string; detail?: string }
    return { id, error: message, ...(code && { code }), ...(detail && { detail }) }
  }
}

// Orders are carried out strictly one after another: PGlite is one session.
let last: Promise<void> = Promise.resolve()
port.on('message', (order: Order | 'close') => {
  last = last.then(async () => {
    if (order === 'close') {
      await database.close()
      port.postMessage('closed')
      port.close()
    } else {
      port.postMessage(await answer(order))
    }
  })
})
port.postMessage('ready')
