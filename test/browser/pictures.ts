// The README's pictures, taken from the demo city as anybody gets it: `node test/browser/pictures.ts`, on pages that are built.
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { act, officeOf, report } from './helpers/act.ts'
import { atRest } from './helpers/axe.ts'
import { arrived } from './helpers/look.ts'
import { openWorld, type World } from './helpers/world.ts'

const folder = fileURLToPath(new URL('../../docs/images', import.meta.url))
/** Matters of the demo city that a first start makes. */
const usual = 1500
/** Bytes above which a picture is too heavy for a README. */
const heaviest = 300_000

const take = async (page: Page, name: string): Promise<void> => {
  await arrived(page)
  await atRest(page)
  const path = join(folder, name)
  await page.screenshot({ path, caret: 'hide' })
  const { size } = await stat(path)
  if (size > heaviest) throw new Error(`${name} has ${size} bytes, more than ${heaviest}`)
  console.log(`${name} ${Math.round(size / 1000)} kB`)
}

/** A matter with something to tell: returned once, dispatched again, being handled. */
const tell = async (world: World): Promise<string> => {
  const [resident, dispatcher, department, handler] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('department'), world.as('handler')])
  const [town, transport] = [await officeOf(handler), await officeOf(department)]
  const { id } = await report(resident, '村东头到小学的水泥路塌了一个坑，学生上学绕着走，已经半个月', { spot: '小学校门往东五十米', anonymous: true })
  await act(dispatcher, id, 'dispatch', { category: 'road-damage', office: transport })
  await act(department, id, 'return', { returnReason: '该路段为村道，不属于县道养护范围', returnClause: '《农村公路养护管理办法》第五条', proposedOffice: town })
  await act(dispatcher, id, 'dispatch', { category: 'village-road', categoryReason: '经核实为村道', office: town })
  await act(handler, id, 'accept')
  await act(resident, id, 'supplement', { supplement: '昨天又有一辆三轮车陷进去' })
  await act(handler, id, 'note', { progress: '已围挡并设警示牌，水泥明日到场' })
  return id
}

const world = await openWorld(usual)
try {
  await mkdir(folder, { recursive: true })
  const id = await tell(world)
  const dispatcher = await world.as('dispatcher')
  await dispatcher.goto('/desk/')
  await take(dispatcher, 'desk-todo.png')
  const handler = await world.as('handler')
  await handler.goto(`/desk/matter/${id}`)
  await take(handler, 'desk-matter.png')
  const lead = await world.as('countyLead')
  await lead.goto('/desk/area')
  await take(lead, 'desk-board.png')
  const resident = await world.as('resident')
  await resident.goto(`/matters/${id}`)
  await take(resident, 'home-matter.png')
  const gridWorker = await world.as('gridWorker')
  await gridWorker.goto('/field/')
  await take(gridWorker, 'field-today.png')
} finally {
  await world.close()
}
