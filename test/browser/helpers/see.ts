import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

type Where = Page | Locator

/** Waits until this can be read there. */
export const sees = (where: Where, text: string | RegExp): Promise<void> => where.getByText(text).filter({ visible: true }).first().waitFor()

/** Waits until this can no longer be read there. */
export const seesNoMore = (where: Where, text: string | RegExp): Promise<void> => where.getByText(text).filter({ visible: true }).first().waitFor({ state: 'hidden' })

/** Everything on the page, folded parts and titles included: what must never be told to somebody stands nowhere. */
export const neverTold = async (page: Page, secret: string): Promise<void> => {
  const html = await page.content()
  assert.ok(!html.includes(secret), `${page.url()} tells ${secret}`)
}

/** Folds out everything that can be folded out. */
export const unfold = (where: Where): Promise<void> => where.locator('details').evaluateAll(all => {
  for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true
})
