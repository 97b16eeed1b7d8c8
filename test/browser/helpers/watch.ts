import type { Page } from 'playwright-core'

/** Where nothing may go wrong in silence: what the page complained of, and what the server could not do. */
export const watch = (page: Page, tell: (fault: string) => void): void => {
  const at = (): string => new URL(page.url(), 'http://nowhere').pathname
  page.on('pageerror', error => tell(`${at()}: uncaught ${error.message}`))
  page.on('crash', () => tell(`${at()}: the page crashed`))
  page.on('console', message => {
    // Refusals are answers; what may not happen among them is looked at by its status below. Breaches of the content policy are errors here.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) tell(`${at()}: console ${message.text()}`)
  })
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    const missing = response.status() === 404 && !pathname.startsWith('/api/')
    if (response.status() >= 500 || missing) tell(`${at()}: ${response.status()} for ${response.request().method()} ${pathname}`)
  })
}
