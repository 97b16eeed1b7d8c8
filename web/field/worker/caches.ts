/** How the door's own files are held: one cache a version, filled whole or not at all. */

const prefix = 'field-'
export const cacheOf = (version: string): string => prefix + version

/** Caches that may go once a version has taken over: all but its own and the one before it, whose pages may still stand open somewhere. */
export const outdated = (names: readonly string[], version: string, before: string | undefined): readonly string[] =>
  names.filter(name => name.startsWith(prefix) && name !== cacheOf(version) && name !== before)

/** What a request is answered with: the door's page, one of its files, or the network. What the API says is never held here. */
export const answerFor = (url: URL, origin: string, navigation: boolean, known: (path: string) => boolean): 'page' | 'file' | 'network' => {
  if (url.origin !== origin || url.pathname.startsWith('/api/')) return 'network'
  if (known(url.pathname) || url.pathname.startsWith('/assets/')) return 'file'
  return navigation && url.pathname.startsWith('/field') && !/\.[A-Za-z][A-Za-z0-9]*$/.test(url.pathname) ? 'page' : 'network'
}
