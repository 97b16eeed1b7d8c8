import { navigate } from 'wouter/use-browser-location'
import type { Citation } from '../../regulation/citation.ts'
import type { MatterFilter, TaskFilter } from '../parts/paths.ts'
import type { Brought } from '../parts/useBrought.ts'
import { beside, type Beside } from './list/useWords.ts'

/** The addresses of the desk's pages, in one place. */
export const base = '/desk'

const query = (values: { readonly [name: string]: string | undefined }): string => {
  const text = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')).toString()
  return text === '' ? '' : `?${text}`
}

/** What narrows a list; `cursor` and `limit` stay out of it. */
export type ListFilter = Omit<MatterFilter, 'cursor' | 'limit'>

/** The address of a list, which never holds the words looked for. */
const listed = ({ q: _, ...filter }: ListFilter): string => query(filter)

/** Views of the burden page. */
export type BurdenView = 'places' | 'issuers' | 'refused' | 'tasks' | 'calendar'

export const links = {
  todo: `${base}/`,
  todoOf: (filter: ListFilter) => `${base}/${listed(filter)}`,
  map: (region?: string) => `${base}/map${region === undefined ? '' : `/${region}`}`,
  mapOf: (region: string, filter: ListFilter) => `${base}/map/${region}${listed(filter)}`,
  area: (region?: string) => `${base}/area${region === undefined ? '' : `/${region}`}`,
  burden: (view: BurdenView = 'places', filter: Partial<Omit<TaskFilter, 'cursor'>> & { readonly month?: string } = {}) =>
    `${base}/burden${view === 'places' ? '' : `/${view}`}${query({ ...filter, months: filter.months === undefined ? undefined : String(filter.months) })}`,
  matters: (filter: ListFilter = {}) => `${base}/matters${listed(filter)}`,
  matter: (id: string) => `${base}/matter/${id}`,
  open: (procedure: string, step: string) => `${base}/new/${procedure}/${step}`,
  registers: (register = 'regions') => `${base}/registers/${register}`,
  law: (citation?: Citation) => `${base}/law${citation === undefined ? '' : `/${citation}`}`,
  targets: (region?: string) => `${base}/targets${region === undefined ? '' : `/${region}`}`,
  settings: `${base}/settings`,
} as const

export const go = (to: string, state: Beside | Brought | null = null): void => {
  navigate(to, { state })
}

/** Opens the list of all matters with what is looked for beside its address. */
export const find = (words: string): void => go(links.matters(), beside(words))

/** Follows plain links inside the desk without loading a page; a new tab, a download or another door go their usual way. */
export const followLinks = (root: HTMLElement): void => {
  root.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin || !link.pathname.startsWith(`${base}/`)) return
    event.preventDefault()
    // Another view of the same list keeps the words looked for, which stand in no address.
    navigate(link.pathname + link.search + link.hash, { state: link.dataset['view'] !== undefined && link.pathname === location.pathname ? history.state as unknown : null })
  })
}
