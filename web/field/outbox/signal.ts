/** Tells this tab, the others and the service worker that something on the shelf changed. */
const listeners = new Set<() => void>()

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('shanzhi-outbox')

const tellHere = (): void => { for (const listener of listeners) listener() }

if (channel) channel.onmessage = tellHere

export const changed = (): void => {
  tellHere()
  channel?.postMessage('changed')
}

export const onChange = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
