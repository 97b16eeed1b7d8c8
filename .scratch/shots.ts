import { openBrowser, newContext } from '../test/browser/helpers/world.ts'
import { signIn, type Who } from '../test/browser/helpers/people.ts'
import { axeFindings } from '../test/browser/helpers/axe.ts'
const url = 'http://127.0.0.1:4591'
const browser = await openBrowser()
const shots: [Who | undefined, 'desk' | 'phone' | 'narrow', string, string, ('zh' | 'en')?][] = [
  ['countyLead', 'desk', '/desk/burden?months=3', 'd-places'],
  ['countyLead', 'desk', '/desk/burden/issuers?region=630202&months=6', 'd-issuers'],
  ['auditor', 'desk', '/desk/burden/refused?region=630202&months=6', 'd-refused'],
  ['deputy', 'desk', '/desk/burden/tasks?region=630202&months=3&only=lacking', 'd-tasks'],
  ['dispatcher', 'desk', '/desk/burden/calendar', 'd-calendar'],
  ['committee', 'desk', '/desk/burden', 'd-village'],
  ['cityLead', 'desk', '/desk/burden?region=6302', 'd-city'],
  ['countyLead', 'phone', '/desk/burden', 'dp-places'],
  ['countyLead', 'narrow', '/desk/burden/calendar', 'dn-calendar', 'en'],
  ['gridWorker', 'phone', '/field/burden', 'f-burden'],
  ['gridWorker', 'phone', '/field/outside', 'f-outside'],
  ['gridWorker', 'phone', '/field/', 'f-today'],
  ['resident', 'phone', '/burden', 'h-burden'],
  [undefined, 'narrow', '/burden/630202210', 'h-town', 'en'],
  [undefined, 'phone', '/burden', 'h-empty'],
]
const only = process.argv[2]
for (const [who, screen, path, name, lang] of shots) {
  if (only && !name.startsWith(only)) continue
  const context = await newContext(browser, url, screen, lang ?? 'zh')
  const page = await context.newPage()
  page.on('console', m => { if (m.type() === 'error') console.log(name, m.text()) })
  if (who) await signIn(page, who)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: `.scratch/${name}.png`, fullPage: name !== 'd-places' && name !== 'd-issuers' })
  console.log(name, await axeFindings(page), await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
  await context.close()
}
await browser.close()
