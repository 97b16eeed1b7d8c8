import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, officeOf, report } from '../helpers/act.ts'
import { lookOverBoth, type Look } from '../helpers/look.ts'
import type { Who } from '../helpers/people.ts'
import type { Scene } from '../helpers/scene.ts'
import { unfold } from '../helpers/see.ts'
import type { World } from '../helpers/world.ts'

/** One matter in each state that looks different. */
type Matters = { readonly fresh: string; readonly handled: string; readonly toVerify: string; readonly toConfirm: string; readonly closed: string }

const prepare = async (world: World): Promise<Matters> => {
  const [resident, dispatcher, handler, gridWorker] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('handler'), world.as('gridWorker')])
  const office = await officeOf(handler)
  const steps: readonly (readonly [Page, string, object])[] = [
    [dispatcher, 'dispatch', { category: 'village-road', office }], [handler, 'accept', {}], [handler, 'resolve', { outcome: 'fixed', result: '已修好，当天恢复通行' }],
    [gridWorker, 'verify', { verified: true, verifyNote: '看过了' }], [resident, 'confirm', {}],
  ]
  const upTo = async (count: number, text: string): Promise<string> => {
    const { id } = await report(resident, text, { spot: '二社小卖部对面', contactName: '才让卓玛·更登扎西', contactPhone: '13800000000' })
    for (const [page, name, input] of steps.slice(0, count)) await act(page, id, name, input)
    return id
  }
  return {
    fresh: await upTo(0, '巷子里的排水沟堵了，一下雨就倒灌进院子'), handled: await upTo(2, '学校后面的挡墙裂了一道缝，下雨掉土'), toVerify: await upTo(3, '电线杆歪了，拉线断了一根'),
    toConfirm: await upTo(4, '桥头的限高架被撞歪，大车过不去'), closed: await upTo(5, '村口牌子上的字掉了，外来车辆找不到路'),
  }
}

const named = (page: Page, zh: string, en: string) => page.getByRole('button', { name: new RegExp(`${zh}|${en}`) })

const home = (m: Matters): readonly Look[] => [
  { at: '/' }, { at: '/report' }, { at: '/report/where', first: page => named(page, '换一个', 'Change').click() }, { at: '/report/send', first: unfold }, { at: `/reported/${m.fresh}` }, { at: '/matters' }, { at: '/safety' },
  { at: `/matters/${m.fresh}`, first: unfold }, { at: `/matters/${m.toConfirm}`, first: unfold }, { at: `/matters/${m.toConfirm}/reopen` },
  { at: `/matters/${m.closed}/rate` }, { at: `/matters/${m.fresh}/urge` }, { at: '/follow' }, { at: '/notices' }, { at: '/regulation' }, { at: '/regulation/21' }, { at: '/nowhere' },
]

const field = (m: Matters): readonly Look[] => [
  { at: '/field/', first: unfold }, { at: '/field/matters' }, { at: '/field/report', first: unfold }, { at: `/field/matters/${m.toVerify}`, first: unfold },
  { at: `/field/matters/${m.toVerify}/verify`, first: unfold }, { at: '/field/notices' }, { at: '/field/safety' }, { at: '/field/nowhere' },
]

const explain = async (page: Page): Promise<void> => {
  await named(page, '为什么这样', 'Explain').click()
  await page.getByRole('dialog').getByRole('table').waitFor()
}

const notices = async (page: Page): Promise<void> => {
  await named(page, '消息', 'Notices').click()
  await page.getByRole('dialog').getByRole('listitem').first().waitFor()
}

const returning = async (page: Page): Promise<void> => {
  await unfold(page)
  const steps = page.getByRole('region', { name: /下一步|Next steps/ })
  await steps.getByRole('button', { expanded: false }).first().click()
  await steps.locator('form').first().getByRole('button', { name: /(办结报核|Resolve)$/ }).click()
  await steps.getByText(/项需要修改|to mend/).waitFor()
}

const desk = (m: Matters): readonly Look[] => [
  { at: '/desk/' }, { at: '/desk/?scope=region' }, { at: '/desk/', first: notices }, { at: '/desk/area' }, { at: '/desk/matters' }, { at: `/desk/matter/${m.handled}`, first: returning },
  { at: `/desk/matter/${m.closed}`, first: unfold }, { at: `/desk/matter/${m.handled}`, first: explain }, { at: '/desk/registers/regions' }, { at: '/desk/registers/categories' }, { at: '/desk/registers/routing' },
  { at: '/desk/law' }, { at: '/desk/law/21.4' }, { at: '/desk/settings' }, { at: '/desk/nowhere' },
]

const inBoth = async (world: World, who: Who, looks: readonly Look[]): Promise<void> => {
  const found = await lookOverBoth(lang => world.as(who, 'narrow', lang), looks)
  assert.deepEqual(found, [], `\n${found.join('\n')}`)
}

/** Every page of each door, at a desk’s width and a narrow phone’s, in both languages. */
export const looks = (scene: Scene): void => {
  let made: Promise<Matters> | undefined
  const matters = (world: World): Promise<Matters> => (made ??= prepare(world))
  scene('home: every page is clean for axe and fits a narrow phone', async world => inBoth(world, 'resident', home(await matters(world))))
  scene('field: every page is clean for axe and fits a narrow phone', async world => inBoth(world, 'gridWorker', field(await matters(world))))
  scene('desk: every page is clean for axe and fits a narrow phone', async world => inBoth(world, 'handler', desk(await matters(world))))
  scene('the dispatcher’s step and new-matter form, and the lead’s board', async world => {
    const { fresh } = await matters(world)
    await inBoth(world, 'dispatcher', [{ at: `/desk/matter/${fresh}`, first: unfold }, { at: '/desk/new/request/report' }])
    await inBoth(world, 'countyLead', [{ at: '/desk/' }, { at: '/desk/area', first: unfold }])
  })
  scene('whoever is not signed in meets clean pages as well', async world => {
    const found = await lookOverBoth(lang => world.open('narrow', lang), ['/', '/report', '/sign-in', '/field/', '/desk/', '/follow', '/regulation/6'].map(at => ({ at })))
    assert.deepEqual(found, [], `\n${found.join('\n')}`)
  })
}
