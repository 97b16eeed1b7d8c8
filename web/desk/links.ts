import { navigate } from 'wouter/use-browser-location'
import type { Citation } from '../../regulation/citation.ts'
import type { MatterFilter } from '../parts/paths.ts'

/** The addresses of the desk's pages, in one place. */
export const base = '/desk'

const query = (values: { readonly [name: string]: string | undefined }): string => {
  const text = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')).toString()
  return text === '' ? '' : `?${text}`
}

/** What a list's address can hold; `cursor` and `limit` stay out of it. */
export type ListFilter = Omit<MatterFilter, 'cursor' | 'limit'>

export const links = {
  todo: `${base}/`,
  todoOf: (filter: ListFilter) => `${base}/${query(filter)}`,
  area: (region?: string) => `${base}/area${region === undefined ? '' : `/${region}`}`,
  matters: (filter: ListFilter = {}) => `${base}/matters${query(filter)}`,
  matter: (id: string) => `${base}/matter/${id}`,
  open: (procedure: string, step: string) => `${base}/new/${procedure}/${step}`,
  registers: (register = 'regions') => `${base}/registers/${register}`,
  law: (citation?: Citation) => `${base}/law${citation === undefined ? '' : `/${citation}`}`,
  settings: `${base}/settings`,
} as const

export const go = (to: string): void => {
  navigate(to)
}

/** Follows plain links inside the desk without loading a page; a new tab, a download or another door go their usual way. */
export const followLinks = (root: HTMLElement): void => {
  root.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin || !link.pathname.startsWith(`${base}/`)) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
  })
}
