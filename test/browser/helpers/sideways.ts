import type { Page } from 'playwright-core'

/** What makes a page wider than its window, so that one must scroll sideways; tables and the like may scroll by themselves. */
export const sideways = (page: Page): Promise<readonly string[]> => page.evaluate(() => {
  const width = document.documentElement.clientWidth
  const scrolls = (element: Element): boolean => {
    for (let at = element.parentElement; at !== null && at !== document.body && at.id !== 'page'; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true
    }
    return false
  }
  const main = document.getElementById('page')
  const wide = document.documentElement.scrollWidth > width || (main !== null && main.scrollWidth > main.clientWidth)
  if (!wide) return []
  const found = [...document.body.querySelectorAll('*')]
    .filter(element => element.getBoundingClientRect().right > width + 1 && element.getBoundingClientRect().width > 0 && !scrolls(element))
    .map(element => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} to ${Math.round(element.getBoundingClientRect().right)} px: ${element.textContent.slice(0, 40)}`)
  return [`wider than ${width} px (${document.documentElement.scrollWidth})`, ...found.slice(0, 4)]
})
