/// <reference lib="webworker" />
import { note } from '../outbox/base.ts'
import { sendAll } from '../outbox/sending.ts'
import { isObject } from '../../../kernel/words.ts'
import { answerFor, cacheOf, outdated } from './caches.ts'
import { held, makeKeys } from './keys.ts'

declare const self: ServiceWorkerGlobalScope

const { version, page, files } = SHELL
const known = new Set(files)
const own = cacheOf(version)

/** All of a version or nothing: a file that does not arrive leaves the version before in its place. */
const fill = async (): Promise<void> => {
  if (page === '') return
  const cache = await caches.open(own)
  await cache.addAll([page, ...files].map(path => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })))
}

self.addEventListener('install', event => event.waitUntil(fill()))

self.addEventListener('activate', event => {
  const take = async (): Promise<void> => {
    const names = await caches.keys()
    const before = names.filter(name => name.startsWith('field-') && name !== own).at(-1)
    await Promise.all(outdated(names, version, before).map(name => caches.delete(name)))
    // The very first comes to the page that brought it, so that it opens cold from then on; a later one was asked to take over by a person.
    await self.clients.claim()
  }
  event.waitUntil(take())
})

const fromCache = async (request: Request, answer: 'page' | 'file'): Promise<Response> => {
  const cache = await caches.open(own)
  // A page still open from the version before finds its own files: they bear their content's name, and are never mixed up.
  const found = answer === 'page' ? await cache.match(page) : await cache.match(request) ?? await caches.match(request)
  return found ?? fetch(request)
}

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || page === '') return
  const answer = answerFor(new URL(request.url), self.location.origin, request.mode === 'navigate', path => known.has(path))
  if (answer !== 'network') event.respondWith(fromCache(request, answer))
})

const keys = makeKeys<CryptoKey>()

/** Milliseconds a new page waits for what the old one left. */
const farewell = 800

/** A page that goes leaves its key, and this worker stays awake no longer than it may hold it. */
const keepKey = async (ticket: string, key: CryptoKey, copy: string): Promise<void> => {
  keys.leave(ticket, key, copy, Date.now())
  await new Promise(resolve => setTimeout(resolve, held))
  keys.claim(ticket, Date.now())
}

self.addEventListener('message', event => {
  const data: unknown = event.data
  if (data === 'take-over') void self.skipWaiting()
  if (data === 'forget-keys') keys.forget()
  if (!isObject(data)) return
  const { leave, claim, copy } = data
  const key: unknown = (data as { key?: unknown }).key
  if (typeof leave === 'string' && key instanceof CryptoKey && typeof copy === 'string') event.waitUntil(keepKey(leave, key, copy))
  const [port] = event.ports
  if (typeof claim === 'string' && port) event.waitUntil(keys.await(claim, Date.now(), farewell).then(found => port.postMessage(found)))
})

/** The signal came back while the page was shut. */
const sendWaiting = async (): Promise<void> => {
  const account = await note<string>('account')
  if (account === undefined) return
  const drained = await sendAll(account)
  if (drained.end === 'again') throw new Error('not all of it went: the browser tries again')
}

self.addEventListener('sync', event => {
  if ('tag' in event && event.tag === 'outbox' && event instanceof ExtendableEvent) event.waitUntil(sendWaiting())
})
