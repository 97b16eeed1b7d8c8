/** What the server keeps of a browser's subscription. */
export type Subscription = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }

/** Whether this browser can be pushed to at all; inside a messaging app it mostly can't. */
export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

/** Waits for a worker just registered to be able to receive. */
const active = async (registration: ServiceWorkerRegistration): Promise<void> => {
  const worker = registration.installing ?? registration.waiting
  if (!worker || registration.active) return
  await new Promise<void>(resolve => { worker.addEventListener('statechange', () => { if (worker.state === 'activated') resolve() }) })
}

/** Asks the person, then the browser's push service; `undefined` where either says no. `key` is the server's own. */
export const subscribe = async (key: string): Promise<Subscription | undefined> => {
  if (await Notification.requestPermission() !== 'granted') return undefined
  try {
    const registration = await navigator.serviceWorker.register('/push.js', { scope: '/push/' })
    await active(registration)
    const { endpoint, keys } = (await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) })).toJSON()
    const { p256dh, auth } = keys ?? {}
    return endpoint !== undefined && p256dh !== undefined && auth !== undefined ? { endpoint, keys: { p256dh, auth } } : undefined
  } catch {
    return undefined
  }
}
