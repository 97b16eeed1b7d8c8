import type { Page } from 'playwright-core'
import { axeFindings } from './axe.ts'
import { sideways } from './sideways.ts'
import type { Lang } from './world.ts'

/** A page to look over: its address and what to open there first. */
export type Look = { readonly at: string; readonly first?: (page: Page) => Promise<unknown> }

type Finding = { readonly where: string; readonly what: string }

/** Until the page has something to say and nothing on it is still on its way. */
export const arrived = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('main')?.textContent.trim()
    && ![...document.querySelectorAll('[role=status]')].some(one => /^(正在|Loading|Looking|Reading)/.test(one.textContent)))
}

const widths = [1440, 360] as const

/** Until the page has answered its new width: what asks the width itself is drawn anew in the first frame, and laid out by the second. */
const resized = async (page: Page, width: number): Promise<void> => {
  await page.setViewportSize({ width, height: 900 })
  await page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => { requestAnimationFrame(resolve) }) }))
}

const frame = async (page: Page): Promise<readonly string[]> => {
  const { headings, mains, title } = await page.evaluate(() => ({ headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length, title: document.title }))
  return [...(headings === 1 ? [] : [`${headings} first headings`]), ...(mains === 1 ? [] : [`${mains} main parts`]), ...(title === '' ? ['no title'] : [])]
}

/** What is wrong with the looks of a page, at a desk’s width and a narrow phone’s: for axe at those of `axeAt`, sideways, and in its frame. */
const lookOver = async (page: Page, { at, first }: Look, axeAt: readonly number[]): Promise<readonly Finding[]> => {
  const found: Finding[] = []
  await page.setViewportSize({ width: widths[0], height: 900 })
  await page.goto(at)
  await arrived(page)
  await first?.(page)
  const lang = await page.evaluate(() => document.documentElement.lang)
  for (const width of widths) {
    await resized(page, width)
    const heard = [...await sideways(page), ...(axeAt.includes(width) ? await axeFindings(page) : [])]
    found.push(...heard.map(what => ({ where: `${at.replace(/[0-9a-f-]{36}/, ':id')} ${lang} ${width} px`, what })))
  }
  return [...found, ...(await frame(page)).map(what => ({ where: `${at} ${lang}`, what }))]
}

/** The findings, a thing that many pages share told once. */
const told = (found: readonly Finding[]): readonly string[] =>
  [...Map.groupBy(found, one => one.what)].map(([what, all]) => `${what}\n    at ${[...new Set(all.map(one => one.where))].join('; ')}`)

/** The findings over all pages in the language of the window. */
export const lookOverAll = async (page: Page, looks: readonly Look[]): Promise<readonly string[]> => {
  const found: Finding[] = []
  for (const look of looks) found.push(...await lookOver(page, look, widths))
  return told(found)
}

/**
 * The findings over all pages in both languages, in a window each. At one width the languages differ in lengths alone, and those are measured
 * everywhere: axe, which takes its time, looks at every page in both languages and at both widths, but in each language at one of them, in turn.
 */
export const lookOverBoth = async (open: (lang: Lang) => Promise<Page>, looks: readonly Look[]): Promise<readonly string[]> => {
  const over = async (lang: Lang, turn: 0 | 1): Promise<readonly Finding[]> => {
    const page = await open(lang)
    const found: Finding[] = []
    for (const [at, look] of looks.entries()) found.push(...await lookOver(page, look, [widths[at % 2 === turn ? 0 : 1]]))
    return found
  }
  return told((await Promise.all([over('zh', 0), over('en', 1)])).flat())
}
