import type { Page } from 'playwright-core'

/** What can be tapped and is smaller than `least` px in height or width; links within a sentence are let be, as WCAG 2.5.8 lets them. */
export const smallTargets = (page: Page, least: number): Promise<readonly string[]> => page.evaluate(px => {
  const seen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getBoundingClientRect().width > 1
  const inSentence = (element: Element): boolean => element.tagName === 'A' && getComputedStyle(element).display === 'inline'
  // A radio, a checkbox or a file is tapped on its whole label.
  const target = (element: Element): Element => (element instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(element.type) ? element.closest('label') ?? element : element)
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option], [role=combobox]')]
  return [...new Set(all.filter(one => seen(one) && !inSentence(one) && one.closest('.skip, .maplibregl-map') === null).map(target))].flatMap(one => {
    const { width, height } = one.getBoundingClientRect()
    return width >= px - 0.5 && height >= px - 0.5 ? [] : [`${one.tagName.toLowerCase()}.${[...one.classList].join('.')} ${Math.round(width)}×${Math.round(height)} px: ${one.textContent.slice(0, 30)}`]
  })
}, least)

/** Text that a box around it cuts off, or that sticks out of its button. */
export const cutOff = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const found: string[] = []
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (element.closest('.unseen, .skip, [aria-hidden=true], .maplibregl-map, select, option') !== null || !element.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '') continue
      range.selectNodeContents(node)
      const text = range.getBoundingClientRect()
      if (text.width === 0) continue
      for (let box: HTMLElement | null = element; box !== null && box !== document.body; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const cutsX = overflowX === 'hidden' || overflowX === 'clip'
        const cutsY = overflowY === 'hidden' || overflowY === 'clip'
        if ((cutsX && (text.left < left - 1 || text.right > right + 1)) || (cutsY && (text.top < top - 1 || text.bottom > bottom + 1))) {
          found.push(`cut off: ${element.textContent.trim().slice(0, 40)}`)
          break
        }
        if (overflowX === 'auto' || overflowX === 'scroll') break
      }
      // A space at the end of a kept line hangs over and is seen by nobody.
      const hangs = getComputedStyle(element).whiteSpace === 'pre-wrap' ? 12 : 1.5
      const button = element.closest('button, a.button, .tab, .head-button, .tag, summary')
      if (button === null) continue
      const { left, right } = button.getBoundingClientRect()
      if (text.left < left - hangs || text.right > right + hangs) found.push(`sticks out: ${element.textContent.trim().slice(0, 40)}`)
    }
  }
  return [...new Set(found)]
})

/** Size of running text in px: that of the body, and the smallest of any text on the page. */
export const textSizesOf = (page: Page): Promise<{ readonly body: number; readonly smallest: number; readonly where: string }> => page.evaluate(() => {
  let smallest = Number.POSITIVE_INFINITY
  let where = ''
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    if (!own || element.closest('.unseen, .skip, [aria-hidden=true], noscript, script, style, .text-sizes, .maplibregl-map') !== null || !element.checkVisibility({ visibilityProperty: true })) continue
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    if (size < smallest) [smallest, where] = [size, `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} ${element.textContent.trim().slice(0, 20)}`]
  }
  return { body: Number.parseFloat(getComputedStyle(document.body).fontSize), smallest, where }
})
