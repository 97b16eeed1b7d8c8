import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { Router } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import { Refused } from '../api.ts'
import { DoorContext, type Door } from '../door.ts'
import './text-size.ts'
import { unfoldForPrint } from './unfold-for-print.ts'
import './styles/index.css'

/** An answer that names its reason is not asked for again; a lost connection is, twice. */
const retry = (failures: number, error: unknown): boolean =>
  failures < 2 && (!(error instanceof Refused) || error.problem.status === 0 || error.problem.status >= 500)

// Asked even without a connection: the page then says so, instead of waiting in silence.
const client = new QueryClient({ defaultOptions: { queries: { retry, networkMode: 'always' }, mutations: { networkMode: 'always' } } })

const otherDoors = /^\/(desk|field|api)(\/|$)/

/** Plain links inside the door are followed without loading a page. */
const followLinks = (base: string): void => {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const inside = base === '' ? !otherDoors.test(link.pathname) : link.pathname.startsWith(`${base}/`)
    if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin || !inside || link.hash !== '') return
    event.preventDefault()
    navigate(link.pathname + link.search)
  })
}

/** Puts a phone door on the page. `base` is '' for home and '/field' for field. */
export const start = (base: string, door: Door, page: ReactNode): void => {
  followLinks(base)
  unfoldForPrint()
  const root = document.getElementById('root')
  if (!root) return
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <DoorContext value={door}>
          <Router base={base}>{page}</Router>
        </DoorContext>
      </QueryClientProvider>
    </StrictMode>,
  )
}
