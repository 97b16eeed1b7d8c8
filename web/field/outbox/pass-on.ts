import { isObject } from '../../../kernel/words.ts'
import { actId } from '../../parts/phone/act-id.ts'
import { isIdle } from './idle.ts'
import { lockNow, openedNow, takeOver, type Opened } from './pin.ts'
import { changed } from './signal.ts'

/**
 * How a PIN once entered lasts over tabs and reloads, with nothing of it on disk (decision 30). A tab asks the others, which hand the key over in memory. A tab
 * that is loaded anew leaves it with the service worker, in memory too and for a minute at most, against a ticket that lies in this tab's own session storage.
 */

const ticketName = 'shanzhi.ticket'

/** Milliseconds to wait for another tab before the PIN is asked for: they mostly answer at once, or are frozen. */
const patience = 400

/** A worker, or a tab far behind, takes a while to wake on a slow phone. */
const waking = 3_000

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('shanzhi-key')

const isOpened = (value: unknown): value is Opened => isObject(value) && typeof CryptoKey !== 'undefined' && (value as { key?: unknown }).key instanceof CryptoKey && typeof value['copy'] === 'string'

/** What was heard is somebody's answer to this page, of the copy it asked for. */
const given = (heard: unknown, copy: string): Opened | undefined => (isOpened(heard) && heard.copy === copy ? { key: heard.key, copy } : undefined)

/** The worker of this door; it may be there before it answers for this page. */
let active: ServiceWorker | null = null
if ('serviceWorker' in navigator) void navigator.serviceWorker.ready.then(registration => { active = registration.active }, () => undefined)

const worker = (): ServiceWorker | null => ('serviceWorker' in navigator ? navigator.serviceWorker.controller ?? active : null)

/** Asks the other tabs. What comes late, when the PIN is asked for already, opens all the same. */
const fromTabs = (copy: string): Promise<Opened | undefined> => new Promise(resolve => {
  if (!channel) { resolve(undefined); return }
  const end = (): void => channel.removeEventListener('message', hear)
  const hear = ({ data }: MessageEvent<unknown>): void => {
    const found = given(data, copy)
    if (!found) return
    end()
    resolve(found)
    if (openedNow()) return
    takeOver(found)
    changed()
  }
  setTimeout(() => resolve(undefined), patience)
  setTimeout(end, waking)
  channel.addEventListener('message', hear)
  channel.postMessage({ ask: copy })
})

const fromWorker = (copy: string): Promise<Opened | undefined> => new Promise(resolve => {
  const ticket = ticketHere()
  const to = worker()
  if (ticket === undefined || !to) { resolve(undefined); return }
  const { port1, port2 } = new MessageChannel()
  const timer = setTimeout(() => resolve(undefined), waking)
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    clearTimeout(timer)
    port1.close()
    resolve(given(data, copy))
  }
  to.postMessage({ claim: ticket }, [port2])
})

/** This tab's ticket; `anew`: another in its place, `none`: away with it. */
const ticketHere = (wish?: 'anew' | 'none'): string | undefined => {
  try {
    if (wish === 'anew') sessionStorage.setItem(ticketName, actId())
    if (wish === 'none') sessionStorage.removeItem(ticketName)
    return sessionStorage.getItem(ticketName) ?? undefined
  } catch {
    // No session storage, no ticket: the PIN is asked for again.
    return undefined
  }
}

/** Opened with the PIN on this page: from now on a reload is expected. The ticket lies there beforehand, as what is written while a page goes may come too late for the next. */
export const expectReload = (): void => { if (ticketHere() === undefined) ticketHere('anew') }

/** The key of this copy, from wherever it is still in memory on this phone; whether there was any. */
export const receive = async (copy: string): Promise<boolean> => {
  const found = await fromWorker(copy) ?? await fromTabs(copy)
  ticketHere(found ? 'anew' : 'none')
  if (!found) return false
  takeOver(found)
  return true
}

/** Locks every tab, and lets the service worker forget. */
export const lockAll = (): void => {
  lockNow()
  ticketHere('none')
  channel?.postMessage('lock')
  worker()?.postMessage('forget-keys')
}

/** Answers other tabs, and leaves the key with the worker as this page goes. `locked` is told where another tab locked this one. */
export const passOn = (locked: () => void): (() => void) => {
  const hear = ({ data }: MessageEvent<unknown>): void => {
    if (data === 'lock' && openedNow()) {
      lockNow()
      ticketHere('none')
      locked()
    }
    const own = openedNow()
    if (isObject(data) && own && data['ask'] === own.copy && !isIdle()) channel?.postMessage(own)
  }
  const leave = (): void => {
    const own = openedNow()
    const ticket = ticketHere()
    if (own && ticket !== undefined && !isIdle()) worker()?.postMessage({ leave: ticket, ...own })
  }
  channel?.addEventListener('message', hear)
  addEventListener('pagehide', leave)
  return () => {
    channel?.removeEventListener('message', hear)
    removeEventListener('pagehide', leave)
  }
}
