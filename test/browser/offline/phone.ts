import type { BrowserContext, Page } from 'playwright-core'

/** What one does with the phone itself. */

export const pin = '739164'

/** Sets a PIN and waits until the area is there. */
export const setPin = async (page: Page): Promise<void> => {
  await page.goto('/field/outbox')
  await page.getByLabel('本机密码').fill(pin)
  await page.getByLabel('再输一遍').fill(pin)
  await page.getByRole('button', { name: '设好并取下来' }).click()
  await page.getByText('已取好').waitFor({ timeout: 60_000 })
}

/** The last digit opens; nothing is to be pressed. */
export const unlock = async (page: Page, typed = pin): Promise<void> => {
  await page.getByRole('button', { name: '打开', exact: true }).waitFor()
  await page.getByLabel('本机密码').fill(typed)
}

/** Small pictures, each unlike the others, drawn by the browser. */
export const small = async (page: Page, count: number): Promise<readonly Buffer[]> => {
  const drawn = await page.evaluate(n => Array.from({ length: n }, (_, at) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 180 })
    const paper = canvas.getContext('2d')
    for (let i = 0; paper && i < 60; i += 1) {
      paper.fillStyle = `hsl(${(i * 47 + at * 31) % 360} 60% 50%)`
      paper.fillRect((i * 97 + at * 13) % 240, (i * 61) % 180, 30, 20)
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? ''
  }), count)
  return drawn.map(one => Buffer.from(one, 'base64'))
}

/** Writes down the digest of every full picture that the page draws afresh, in the order it does. */
export const writeDown = (context: BrowserContext): Promise<unknown> => context.addInitScript(() => {
  const made: string[] = []
  Reflect.set(globalThis, 'made', made)
  const draw: (this: HTMLCanvasElement, done: BlobCallback, type?: string, quality?: number) => void = Reflect.get(HTMLCanvasElement.prototype, 'toBlob')
  let turn = 0
  HTMLCanvasElement.prototype.toBlob = function (done, type, quality) {
    // The second drawing of each is the little one to look at.
    const isFull = turn % 2 === 0
    turn += 1
    draw.call(this, blob => {
      if (isFull && blob) void blob.arrayBuffer().then(bytes => crypto.subtle.digest('SHA-256', bytes)).then(hash => made.push(Array.from(new Uint8Array(hash), one => one.toString(16).padStart(2, '0')).join('')))
      done(blob)
    }, type, quality)
  }
})

export const digestsOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => Reflect.get(globalThis, 'made') as string[])

/** The phone's clock stands so many milliseconds before or behind ours. */
export const shiftClock = (context: BrowserContext, by: number): Promise<unknown> => context.addInitScript(shift => {
  const real = Date
  const now = (): number => real.now() + shift
  globalThis.Date = new Proxy(real, {
    construct: (target, given: readonly unknown[], made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made) as object,
    get: (target, name, self) => (name === 'now' ? now : Reflect.get(target, name, self) as unknown),
  })
}, by)

/** Writes a little beside the door's own; whether the browser took it. */
const hasRoom = (page: Page): Promise<boolean> => page.evaluate(() => new Promise<boolean>(resolve => {
  const opening = indexedDB.open('a-little', 1)
  opening.onupgradeneeded = () => { opening.result.createObjectStore('a') }
  opening.onerror = () => resolve(false)
  opening.onsuccess = () => {
    const end = (took: boolean) => () => {
      opening.result.close()
      resolve(took)
    }
    const tx = opening.result.transaction('a', 'readwrite')
    tx.objectStore('a').put(new ArrayBuffer(1024), 'b')
    tx.oncomplete = end(true)
    tx.onabort = end(false)
  }
}))

/** The room the browser gives this site: all taken, or as ever. Chromium looks only every half minute how much there is left. */
export const quota = async (page: Page): Promise<{ fill(): Promise<void>; free(): Promise<unknown> }> => {
  const tools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  return {
    fill: async () => {
      const { usage } = await tools.send('Storage.getUsageAndQuota', { origin })
      await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage })
      while (await hasRoom(page)) await page.waitForTimeout(1_000)
    },
    free: async () => {
      // The window through which it was said may be shut by now.
      const again = await page.context().newCDPSession(page.context().pages()[0] ?? page)
      await again.send('Storage.overrideQuotaForOrigin', { origin })
    },
  }
}

/** Waits until so many begun forms rest in the phone's database. */
export const begunFormsKept = (page: Page, count: number): Promise<unknown> => page.waitForFunction(many => new Promise<boolean>(resolve => {
  indexedDB.open('shanzhi-field').onsuccess = event => {
    const database = (event.target as IDBOpenDBRequest).result
    database.transaction('drafts').objectStore('drafts').count().onsuccess = found => {
      database.close()
      resolve((found.target as IDBRequest<number>).result === many)
    }
  }
}), count)
