import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The minified one is less than half as long, and as many pages as are looked at have to take it in. */
const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

type Axe = { readonly axe: typeof axe }

/** Half-faded colours are nobody's: looks once everything that moves has come to rest. */
export const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => Promise.allSettled(document.getAnimations()
    .filter(one => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY).map(one => one.finished)))

/** What axe finds against WCAG 2.2 AA, a line for each element. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  await atRest(page)
  // As the debugger, not as a script of the page: the content policy stays as it is. A page that was looked at before still has it.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source)
  const { violations } = await page.evaluate(
    values => (globalThis as unknown as Axe).axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), tags)
  return violations.flatMap(({ id, impact, help, nodes }) => nodes.map(({ target, html, any, all, none }) => {
    const why = [...any, ...all, ...none].map(check => check.message).join('; ')
    return `${impact ?? '?'} ${id} (${help}) at ${target.join(' ')}: ${why}\n    ${html.slice(0, 200)}`
  }))
}

export const checkAxe = async (page: Page): Promise<void> => {
  const found = await axeFindings(page)
  assert.deepEqual(found, [], `axe at ${page.url()}:\n  ${found.join('\n  ')}`)
}
