import type { Page } from 'playwright-core'

/** Goes on to the next page of a form by its large button. */
export const next = (page: Page, words: string): Promise<void> => page.getByRole('button', { name: words }).click()

/** Chooses one of a few by tapping it. */
export const option = (page: Page, words: string | RegExp): Promise<void> => page.getByRole('radio', { name: words }).check()

/** Chooses one of many: types a part of it, and taps what is found. */
export const pickOne = async (page: Page, label: string, words: string): Promise<void> => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('combobox', { name: label }).fill(words)
  await page.getByRole('option', { name: words, exact: true }).click()
}
