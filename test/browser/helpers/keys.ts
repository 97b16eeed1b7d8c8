import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Whether one can see where the keyboard stands: an outline or a ring of shadow around what has the focus. */
export const focusIsSeen = (page: Page): Promise<boolean> => page.evaluate(() => {
  const at = document.activeElement
  if (at === null || at === document.body) return false
  const rings = (element: Element): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  }
  // A field may be framed by what stands around it.
  return [at, at.parentElement, at.closest('.ant-select, .ant-input-affix-wrapper, .ant-radio-wrapper, label')].some(one => one !== null && rings(one))
})

/** Goes on with Tab until this has the focus; every stop on the way must be seen. */
export const tabTo = async (page: Page, target: Locator, most = 60): Promise<void> => {
  await target.waitFor()
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab')
    assert.ok(await focusIsSeen(page), `the focus is not seen on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? '')}`)
    if (await target.evaluate(element => element === document.activeElement)) return
  }
  assert.fail(`${most} times Tab did not reach ${String(target)}`)
}
