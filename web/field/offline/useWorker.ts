import { useEffect, useState } from 'react'
import { registerWorker } from '../worker/register.ts'

/** An hour: a phone that is left open hears of a new version the same day. */
const often = 3_600_000

/** Milliseconds in which a first page on a slow line has come with its list. */
const firstPage = 4_000

/**
 * The service worker that lets the door open without a signal. A new version waits until its reader says so: then it takes over and every tab is loaded anew,
 * so that no old page ever meets new code. What is typed is kept meanwhile.
 */
export const useWorker = (): { readonly ready: (() => void) | undefined } => {
  const [waiting, setWaiting] = useState<ServiceWorker>()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    const first = serviceWorker.controller === null
    let gone = false
    let again: ReturnType<typeof setInterval> | undefined
    const reload = (): void => { if (!first) location.reload() }
    const seen = (registration: ServiceWorkerRegistration): void => {
      const { waiting: next } = registration
      if (next && registration.active && !gone) setWaiting(next)
    }
    serviceWorker.addEventListener('controllerchange', reload)
    const register = (): void => void registerWorker().then(registration => {
      seen(registration)
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => seen(registration))
      })
      again = setInterval(() => void registration.update().catch(() => undefined), often)
    }).catch(() => undefined)
    // On a phone that never saw the door, its first page has the line to itself; the rest of the door comes after.
    const begin = setTimeout(register, first ? firstPage : 0)
    return () => {
      gone = true
      clearTimeout(begin)
      clearInterval(again)
      serviceWorker.removeEventListener('controllerchange', reload)
    }
  }, [])
  return { ready: waiting && (() => waiting.postMessage('take-over')) }
}
