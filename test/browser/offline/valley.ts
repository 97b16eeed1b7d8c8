import { after, before, test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../helpers/browser.ts'
import { signIn, signInBeneath } from '../helpers/people.ts'
import { startSite, type Site } from '../helpers/site.ts'
import { watch } from '../helpers/watch.ts'
import { keepPictures, newContext } from '../helpers/world.ts'
import { setPin, unlock } from './phone.ts'

/** A server that can be killed, and phones that come and go. */
export type Valley = {
  site(): Site
  /** A test of it; pictures of all windows are kept where it fails. */
  tell(title: string, story: (context: TestContext) => Promise<void>): void
  /** A phone with nothing on it; `at`: through another address than the server's own. */
  phone(at?: string): Promise<BrowserContext>
  /** One in a grid worker's hand, the area taken along under a PIN. */
  ready(at?: string): Promise<{ readonly context: BrowserContext; readonly page: Page }>
  /** Somebody at the office, signed in without the pages. */
  office(title: string): Promise<Page>
}

export const openValley = (): Valley => {
  let site: Site
  let browser: Browser
  const faults: string[] = []
  before(async () => { [site, browser] = await Promise.all([startSite(), openBrowser()]) })
  after(async () => {
    await browser.close()
    await site.stop()
    // A server that was killed answers nothing; whatever else a page complained of is a fault.
    assert.deepEqual(faults, [])
  })
  const phone = async (at = site.url): Promise<BrowserContext> => {
    const context = await newContext(browser, at, 'phone')
    context.on('page', page => watch(page, fault => faults.push(fault)))
    return context
  }
  return {
    site: () => site, phone,
    tell: (title, story) => {
      void test(title, async context => {
        try {
          await story(context)
        } catch (error) {
          await keepPictures(title, browser.contexts())
          throw error
        } finally {
          await Promise.all(browser.contexts().map(one => one.close()))
        }
      })
    },
    ready: async at => {
      const context = await phone(at)
      const page = await context.newPage()
      await signIn(page, 'gridWorker')
      await setPin(page)
      return { context, page }
    },
    office: async title => {
      const page = await (await newContext(browser, site.url, 'desk')).newPage()
      await signInBeneath(page, title)
      return page
    },
  }
}

export const leaveSignal = (context: BrowserContext): Promise<void> => context.setOffline(true)
export const comeBack = (context: BrowserContext): Promise<void> => context.setOffline(false)

/** A tab opened anew, as after the phone was switched off. */
export const reopen = async (context: BrowserContext, at = '/field/report'): Promise<Page> => {
  for (const page of context.pages()) await page.close()
  const page = await context.newPage()
  await page.goto(at)
  await unlock(page)
  return page
}

/** Writes a report into the page that is open, and sends it off. */
export const write = async (page: Page, text: string, picture?: Buffer): Promise<void> => {
  await page.getByRole('link', { name: '报事' }).click()
  await page.getByLabel('什么事').fill(text)
  if (picture) {
    await page.getByLabel('从相册选').setInputFiles({ name: 'IMG.JPG', mimeType: 'image/jpeg', buffer: picture })
    await page.getByText('已存在本机').waitFor()
  }
  await page.getByRole('button', { name: '提交', exact: true }).click()
}

/** The same without a signal: until it is said to be safe. */
export const reportHere = async (page: Page, text: string, picture?: Buffer): Promise<void> => {
  await write(page, text, picture)
  await page.getByRole('heading', { level: 1, name: '待发与离线' }).waitFor()
}

/** Many reports, each typed, photographed and sent off through the page's own form; driven from inside the page, as 200 of them from outside take minutes. */
export const reportAll = (page: Page, texts: readonly string[], pictures: readonly Buffer[]): Promise<void> => page.evaluate(async ([words, photos]) => {
  const until = async <T>(find: () => T | null | undefined | false): Promise<T> => {
    for (;;) {
      const found = find()
      if (found) return found
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  }
  const write = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')
  for (const [at, text] of words.entries()) {
    document.querySelector<HTMLElement>('.tabs a[href="/field/report"]')?.click()
    const area = await until(() => document.querySelector<HTMLTextAreaElement>('#found-text'))
    write?.set?.call(area, text)
    area.dispatchEvent(new Event('input', { bubbles: true }))
    const taken = new DataTransfer()
    taken.items.add(new File([Uint8Array.from(atob(photos[at % photos.length] ?? ''), one => one.charCodeAt(0))], 'IMG.JPG', { type: 'image/jpeg' }))
    const input = await until(() => document.querySelector<HTMLInputElement>('input[type=file][multiple]'))
    input.files = taken.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    await until(() => document.querySelector('.photo img'))
    const send = await until(() => document.querySelector<HTMLElement>('form button[type=submit][aria-disabled=false]'))
    send.click()
    await until(() => location.pathname === '/field/outbox')
  }
}, [texts, pictures.map(one => one.toString('base64'))] as const)
