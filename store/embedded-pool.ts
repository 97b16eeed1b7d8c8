import { Worker } from 'node:worker_threads'
import type { Connection, Pool } from './connection.ts'
import type { Answer, Order, Place } from './embedded-worker.ts'

type Waiting = { resolve(rows: readonly object[]): void; reject(error: Error): void }

/**
 * The one session of PGlite, lent to one borrower at a time. Without a folder the data lives in memory; there it may begin as a copy of
 * `image`, a file that PGlite dumped, which takes a tenth of the time of a fresh database.
 */
export const embeddedPool = async ({ folder, image }: Place = {}): Promise<Pool> => {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: { folder, image } satisfies Place })
  const waiting = new Map<number, Waiting>()
  let orders = 0
  let gone: Error | undefined

  const fail = (error: Error): void => {
    gone = error
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const ready = Promise.withResolvers<undefined>()
  const closed = Promise.withResolvers<undefined>()
  worker.on('message', (message: Answer | 'ready' | 'closed') => {
    if (message === 'ready') { ready.resolve(undefined); return }
    if (message === 'closed') { closed.resolve(undefined); return }
    const one = waiting.get(message.id)
    waiting.delete(message.id)
    if ('rows' in message) one?.resolve(message.rows)
    else one?.reject(Object.assign(new Error(message.error), { code: message.code, detail: message.detail }))
  })
  worker.on('error', error => {
    const cause = error instanceof Error ? error : new Error(String(error))
    fail(cause)
    ready.reject(cause)
  })
  await ready.promise
  // The process may end while the database idles; whoever waits for an answer keeps it alive.
  worker.unref()

  const order = (text: string, values?: readonly unknown[]): Promise<readonly object[]> => {
    if (gone) return Promise.reject(gone)
    const { promise, resolve, reject } = Promise.withResolvers<readonly object[]>()
    const id = (orders += 1)
    if (waiting.size === 0) worker.ref()
    waiting.set(id, { resolve, reject })
    worker.postMessage({ id, text, ...(values && { values }) } satisfies Order)
    return promise.finally(() => { if (waiting.size === 0) worker.unref() })
  }
  const connection: Connection = {
    simple: async text => { await order(text) },
    query: (text, values) => order(text, values),
  }
  let turn: Promise<void> = Promise.resolve()
  // Borrowers not yet done: the first of them has the session.
  let borrowers = 0
  return {
    borrow: async () => {
      const before = turn
      const mine = Promise.withResolvers<undefined>()
      turn = mine.promise.then(() => undefined)
      borrowers += 1
      await before
      return { connection, giveBack: () => { borrowers -= 1; mine.resolve(undefined) } }
    },
    figures: () => ({ inUse: Math.min(borrowers, 1), idle: borrowers === 0 ? 1 : 0, waiting: Math.max(borrowers - 1, 0) }),
    close: async () => {
      worker.ref()
      worker.postMessage('close')
      await closed.promise
      await worker.terminate()
    },
  }
}
