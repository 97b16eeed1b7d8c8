/** Registers the service worker of this door; done again, it is the same one. Rejects where the browser has none. */
export const registerWorker = (): Promise<ServiceWorkerRegistration> =>
  navigator.serviceWorker.register('/field/sw.js', { scope: '/field/', updateViaCache: 'none', ...(import.meta.env.DEV && { type: 'module' as const }) })
