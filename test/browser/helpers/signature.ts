import type { Page } from 'playwright-core'

type Spot = readonly [x: number, y: number]
type Line = readonly [Spot, ...Spot[]]

/** 王, in shares of the pad’s width from its upper left corner. */
const name: readonly Line[] = [
  [[0.3, 0.1], [0.6, 0.09]], [[0.33, 0.22], [0.58, 0.21]], [[0.45, 0.1], [0.45, 0.2], [0.44, 0.33]], [[0.26, 0.35], [0.4, 0.34], [0.66, 0.34]],
]

const onPad = async (page: Page): Promise<(spot: Spot) => { readonly x: number; readonly y: number }> => {
  const box = await page.locator('.pad canvas').boundingBox()
  if (!box) throw new Error('no pad')
  return ([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.width })
}

export const openPad = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '手写签名' }).click()
  await page.getByRole('dialog', { name: '手写签名' }).waitFor()
}

/** Writes by mouse, or by a finger where the screen is one that is touched. */
export const write = async (page: Page, lines = name): Promise<void> => {
  const at = await onPad(page)
  const touched = await page.evaluate(() => navigator.maxTouchPoints > 0)
  const glass = touched ? await page.context().newCDPSession(page) : undefined
  for (const [first, ...rest] of lines) {
    if (glass) {
      await glass.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(first)] })
      for (const spot of rest) await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(spot)] })
      await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    } else {
      await page.mouse.move(at(first).x, at(first).y)
      await page.mouse.down()
      for (const spot of rest) await page.mouse.move(at(spot).x, at(spot).y, { steps: 6 })
      await page.mouse.up()
    }
  }
  await glass?.detach()
}

export const strokesOn = (page: Page, count: number): Promise<void> => page.getByRole('img', { name: `签名板，已写 ${count} 笔` }).waitFor()

export const useSignature = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '用这个签名' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
