/** An address of our own pages, never another site's and never a door of the API; `/` where it is none. */
export const ownPath = (next: string | undefined): string => {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return '/'
  const url = URL.parse(next, 'http://here')
  return url?.origin === 'http://here' && !url.pathname.startsWith('//') && !/^\/api(\/|$)/.test(url.pathname) ? url.pathname + url.search : '/'
}

const doorOf = (path: string): string => /^\/(desk|field)(?=\/|$)/.exec(path)?.[0] ?? ''

/** Where somebody who was not let in reads why: the sign-in page of the door they came by, which then goes on to `next`. */
export const signInPage = (next: string, code: string): string => {
  const door = doorOf(next)
  if (door === '/desk') return withRefusal(next, code)
  const then = next.slice(door.length)
  return `${door}/sign-in?${new URLSearchParams({ ...(then !== '' && then !== '/' && { then }), refused: code }).toString()}`
}

/** The same page with the code of a refusal; the words are asked for by it. */
export const withRefusal = (next: string, code: string): string => {
  const url = new URL(next, 'http://here')
  url.searchParams.set('refused', code)
  return url.pathname + url.search
}
