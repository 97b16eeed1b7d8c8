import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { checkAxe } from '../helpers/axe.ts'
import { sees } from '../helpers/see.ts'
import { unlock } from './phone.ts'
import { leaveSignal, type Valley } from './valley.ts'

const today = (page: Page): Promise<void> => page.getByRole('heading', { level: 1, name: '今天' }).waitFor()
const asked = (page: Page): Promise<void> => page.getByRole('heading', { level: 1, name: '输入本机密码' }).waitFor()

/** Everything the browser keeps on disk for this site, as far as it could hold a key: what stands in its databases and storages. */
const keysAtRest = `(async () => {
  const found = []
  const look = (value, where) => {
    if (value instanceof CryptoKey) found.push(where)
    else if (value && typeof value === 'object' && !(value instanceof ArrayBuffer)) for (const [name, one] of Object.entries(value)) look(one, where + '.' + name)
  }
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise(done => { const opening = indexedDB.open(name); opening.onsuccess = () => done(opening.result) })
    for (const store of base.objectStoreNames) look(await new Promise(done => { const all = base.transaction(store).objectStore(store).getAll(); all.onsuccess = () => done(all.result) }), name + '.' + store)
    base.close()
  }
  return [...found, ...Object.values({ ...sessionStorage, ...localStorage }).filter(one => one.length > 36)]
})()`

/** How often the PIN is asked for. */
export const pinOnce = (valley: Valley): void => {
  valley.tell('entered once, the PIN lasts over reloads and tabs and no longer: no key lies on disk, and a phone whose tabs are shut asks again', async () => {
    const { context, page } = await valley.ready()
    await page.evaluate('navigator.serviceWorker.ready')
    await page.goto('/field/')
    await leaveSignal(context)
    for (let times = 0; times < 3; times += 1) {
      await page.reload()
      await today(page)
    }
    assert.deepEqual(await page.evaluate(keysAtRest), [], 'no key was written down')
    const second = await context.newPage()
    await second.goto('/field/')
    await today(second)
    await page.close()
    await second.goto('/field/matters')
    await second.getByRole('heading', { level: 1, name: '查找' }).waitFor()
    await second.close()
    const third = await context.newPage()
    await third.goto('/field/')
    await asked(third)
    assert.equal(await third.evaluate(() => document.activeElement?.id), 'pin', 'nothing is to be tapped before the digits')
    assert.equal(await third.getByLabel('本机密码').getAttribute('inputmode'), 'numeric')
    await checkAxe(third)
    await third.keyboard.type('739164')
    await today(third)
  })

  valley.tell('left alone for ten minutes, every tab locks and forgets what it showed; a tab opened then, or loaded anew, asks too', async () => {
    const { context, page } = await valley.ready()
    await page.goto('/field/')
    await today(page)
    const second = await context.newPage()
    await second.clock.install()
    await second.goto('/field/')
    await today(second)
    await leaveSignal(context)
    await second.clock.fastForward('11:00')
    await asked(second)
    await asked(page)
    await page.reload()
    await asked(page)
    await unlock(second)
    await today(second)
    await sees(page, '今天')
  })
}
