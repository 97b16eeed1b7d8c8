import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { people, signInBeneath, type Who } from './people.ts'
import { startSite } from './site.ts'
import { watch } from './watch.ts'

/** The screens that people really have. */
export const screens = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  /** As narrow as the guidelines ask for, on a window that can be resized. */
  narrow: { viewport: { width: 360, height: 740 } },
} as const satisfies Record<string, BrowserContextOptions>

export type Screen = keyof typeof screens
export type Lang = 'zh' | 'en'

/** A site, a browser before it, and everybody's windows. */
export type World = {
  readonly url: string
  readonly browser: Browser
  /** A window of somebody's own, with nothing remembered. */
  open(screen: Screen, lang?: Lang): Promise<Page>
  /** A window of somebody who is signed in already, by one cookie for all their windows. */
  as(who: Who, screen?: Screen, lang?: Lang): Promise<Page>
  /** Keeps pictures of all windows, for whoever looks into a failure. */
  picture(title: string): Promise<void>
  /** Shuts the windows and tells what their pages complained of. */
  settle(): Promise<readonly string[]>
  close(): Promise<void>
}

/** Milliseconds within which a page shows what it is to show, however busy the machine. */
const patience = 30_000

export const newContext = async (browser: Browser, url: string, screen: Screen, lang: Lang = 'zh'): Promise<BrowserContext> => {
  const context = await browser.newContext({ ...screens[screen], baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience)
  // Chosen before, and chosen otherwise from then on where the test does so; an empty window has no storage.
  if (lang === 'en') await context.addInitScript(() => { if (location.protocol === 'http:') localStorage.setItem('shanzhi.lang', localStorage.getItem('shanzhi.lang') ?? 'en') })
  return context
}

export const keepPictures = async (name: string, contexts: readonly BrowserContext[]): Promise<void> => {
  const folder = join(tmpdir(), 'shanzhi-browser-failures')
  await mkdir(folder, { recursive: true })
  for (const [at, page] of contexts.flatMap(context => context.pages()).entries()) {
    const path = join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)}-${at + 1}.png`)
    await page.screenshot({ path, fullPage: true }).then(() => console.log(`  ${page.url()} → ${path}`), () => undefined)
  }
}

export const openWorld = async (matters?: number): Promise<World> => {
  const [site, browser] = await Promise.all([startSite(matters), openBrowser()])
  const faults: string[] = []
  const cookies = new Map<Who, readonly Cookie[]>()
  const open: World['open'] = async (screen, lang) => {
    const context = await newContext(browser, site.url, screen, lang)
    context.on('page', page => watch(page, fault => faults.push(fault)))
    return context.newPage()
  }
  return {
    url: site.url, browser, open,
    as: async (who, screen = people[who].door === 'desk' ? 'desk' : 'phone', lang = 'zh') => {
      const page = await open(screen, lang)
      await page.context().addCookies(cookies.get(who) ?? [])
      // A test may have ended that sign-in.
      if ((await page.request.get('/api/me')).status() === 200) return page
      await signInBeneath(page, people[who].zh)
      cookies.set(who, await page.context().cookies())
      return page
    },
    picture: title => keepPictures(title, browser.contexts()),
    settle: async () => {
      await Promise.all(browser.contexts().map(context => context.close()))
      return faults.splice(0)
    },
    close: async () => {
      await browser.close()
      await site.stop()
    },
  }
}
