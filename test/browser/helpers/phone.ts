import type { Page } from 'playwright-core'

/** Goes on to the next page of a form by its large button. */
export const next = (page: Page, words: string): Promise<void> => page.getByRole('button', { name: words }).click()

/** Chooses one of a few by tapping it. */
export const option = (page: Page, words: string | RegExp): Promise<void> => page.getByRole('radio', { name: words }).check()
