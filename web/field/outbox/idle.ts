/** Milliseconds without a touch or a key after which the PIN is asked for again. */
export const idleAfter = 10 * 60_000

/** Other tabs hear of it no more often than this, milliseconds. */
const seldom = 15_000

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('shanzhi-idle')

let last = Date.now()
let told = 0

/** Whether nobody has touched this door in any of its tabs for so long. A clock set back counts as idle: better to ask once too often. */
export const isIdle = (now = Date.now()): boolean => now - last >= idleAfter || now < last - seldom

const touched = (): void => {
  if (isIdle()) return
  last = Date.now()
  if (last - told < seldom) return
  told = last
  channel?.postMessage(last)
}

/** Begins anew: the PIN was just entered, or the key came from a tab in use. */
export const inUse = (): void => {
  last = Date.now()
}

const events = ['pointerdown', 'keydown', 'scroll'] as const

/** Calls `idle` once nobody has touched any tab for so long; a phone that slept through it is locked as it wakes, before anything can be touched. */
export const watchIdle = (idle: () => void): (() => void) => {
  const look = (): void => { if (isIdle()) idle() }
  const timer = setInterval(look, 10_000)
  const hear = ({ data }: MessageEvent<unknown>): void => { if (typeof data === 'number' && data > last && data <= Date.now()) last = data }
  channel?.addEventListener('message', hear)
  document.addEventListener('visibilitychange', look)
  addEventListener('pageshow', look)
  for (const name of events) addEventListener(name, touched, { passive: true, capture: true })
  return () => {
    clearInterval(timer)
    channel?.removeEventListener('message', hear)
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pageshow', look)
    for (const name of events) removeEventListener(name, touched, { capture: true })
  }
}
