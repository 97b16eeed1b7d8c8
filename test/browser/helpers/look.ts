import type { Page } from 'playwright-core'
import { axeFindings } from './axe.ts'
import { sideways } from './sideways.ts'

/** A page to look over: its address and what to open there first. */
export type Look = { readonly at: string; readonly first?: (page: Page) => Promise<unknown> }

type Finding = { readonly where: string; readonly what: string }

/** Until the page has something to say and nothing on it is still on its way. */
export const arrived = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('main')?.textContent.trim()
    && ![...document.querySelectorAll('[role=status]')].some(one => /^(正在|Loading|Looking|Reading)/.test(one.textContent)))
}

const widths = [1440, 360] as const

const frame = async (page: Page): Promise<readonly string[]> => {
  const { headings, mains, title } = await page.evaluate(() => ({ headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length, title: document.title }))
  return [...(headings === 1 ? [] : [`${headings} first headings`]), ...(mains === 1 ? [] : [`${mains} main parts`]), ...(title === '' ? ['no title'] : [])]
}

/** What is wrong with the looks of a page, at a desk’s width and a narrow phone’s: for axe, sideways, and in its frame. */
const lookOver = async (page: Page, { at, first }: Look): Promise<readonly Finding[]> => {
  const found: Finding[] = []
  await page.setViewportSize({ width: widths[0], height: 900 })
  await page.goto(at)
  await arrived(page)
  await first?.(page)
  const lang = await page.evaluate(() => document.documentElement.lang)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    // At a desk's width the two languages differ in lengths alone, and those are measured: axe, which takes its time, looks at one of them there.
    const heard = [...await sideways(page), ...(lang.startsWith('en') && width === widths[0] ? [] : await axeFindings(page))]
    found.push(...heard.map(what => ({ where: `${at.replace(/[0-9a-f-]{36}/, ':id')} ${lang} ${width} px`, what })))
  }
  return [...found, ...(await frame(page)).map(what => ({ where: `${at} ${lang}`, what }))]
}

/** The findings over all pages, a thing that many pages share told once. */
export const lookOverAll = async (page: Page, looks: readonly Look[]): Promise<readonly string[]> => {
  const found: Finding[] = []
  for (const look of looks) found.push(...await lookOver(page, look))
  return [...Map.groupBy(found, one => one.what)].map(([what, all]) => `${what}\n    at ${[...new Set(all.map(one => one.where))].join('; ')}`)
}
