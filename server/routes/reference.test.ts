import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { parseRegulation } from '../../regulation/parse.ts'
import { importCategories } from '../../registers/categories.ts'
import { categories, categoryGroups } from '../../registers/data/categories.ts'
import { routes } from '../../registers/data/routes.ts'
import { importRoutes } from '../../registers/routes.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { replaceOfficialText } from '../reads/official-text.ts'
import type { ArticleView, CategoryView, OfficeRef, RegionRef, RouteView, SimilarRow } from '../wire.ts'

let world: TestSite
before(async () => {
  world = await openTestSite()
  await world.database.scoped(system, async tx => {
    await importCategories(tx, categoryGroups, categories, '2023-02-01')
    await importRoutes(tx, routes, '2023-02-01')
  })
  await world.site.directory.refresh()
})
after(() => world.close())

test('places are found by parent, name and pinyin, with their path, in the reader’s language', async () => {
  const anybody = world.anybody()
  const top = (await anybody.get<readonly RegionRef[]>('/api/regions')).body
  assert.deepEqual(top.map(region => region.code), ['6302'])
  const counties = (await anybody.get<readonly RegionRef[]>('/api/regions?parent=6302', { 'accept-language': 'zh' })).body
  assert.deepEqual(counties.map(region => region.name).toSorted(), ['乐都区', '平安区'])
  const found = (await anybody.get<readonly RegionRef[]>(`/api/regions?q=${encodeURIComponent('东关')}`, { 'accept-language': 'zh' })).body
  assert.deepEqual(found[0]?.path, ['海东市', '乐都区', '碾伯街道', '东关社区'])
})

test('offices that answer for a place, nearest first, and who works there, for those who work', async () => {
  const handler = await world.as('handler')
  const offices = (await handler.get<readonly OfficeRef[]>('/api/offices?region=630202001001')).body
  assert.equal(offices[0]?.code, '630202001001/committee')
  assert.ok(offices.some(office => office.code === '6302/centre'))
  const people = (await handler.get<readonly { readonly name: string }[]>('/api/offices/630202001/gov/people')).body
  assert.deepEqual(people.map(one => one.name).toSorted(), ['colleague', 'handler', 'townLead'])
  assert.equal((await (await world.as('resident')).get('/api/offices/630202001/gov/people')).status, 403)
  assert.equal((await handler.get('/api/offices/630202001/nothing/people')).status, 404)
})

test('categories with their limits, and where one goes by which rule', async () => {
  const list = (await world.anybody().get<readonly CategoryView[]>('/api/reference/category')).body
  assert.equal(list.length, categories.length)
  assert.ok(list.every(one => one.limit !== undefined && one.group.zh !== ''))
  const dispatcher = await world.as('dispatcher')
  const route = await dispatcher.get<RouteView>(`/api/route?category=${list[0]?.code ?? ''}&region=630202001001`)
  assert.equal(route.status, 200, route.text)
  assert.notEqual(route.body.rule, '')
  assert.equal((await dispatcher.get('/api/route?category=nothing&region=630202001001')).status, 404)
})

test('like reports of the same place are offered: in full to who may see them, to other residents as category, stage and date', async () => {
  const [resident, dispatcher, stranger] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('stranger')])
  await resident.step('/api/request/report', { input: { text: '东关社区门口路灯不亮好几天了', place: '630202001001' } })
  const ask = `/api/similar?place=630202001001&text=${encodeURIComponent('社区门口的路灯不亮')}`
  const found = (await dispatcher.get<readonly SimilarRow[]>(ask)).body
  assert.ok(found[0] && found[0].likeness > 0.2)
  const told = (await stranger.get<readonly SimilarRow[]>(ask)).body
  assert.equal(told.length, found.length)
  assert.ok(!JSON.stringify(told).includes('路灯'), 'a resident learns that it was said, not what was said')
})

test('the regulation with its duties, and the official text beside it once imported', async () => {
  const bare = (await world.anybody().get<readonly ArticleView[]>('/api/regulation')).body
  assert.equal(bare.length, 52)
  assert.ok(bare.every(article => article.official === undefined && (article.duties.length > 0 || article.none)))
  const text = '海东市基层社会治理促进条例\n第一章 总则\n第一条 为了促进基层社会治理。\n第二条 包括下列事项：\n（一）甲；\n（二）乙。\n'
  await world.database.scoped(system, tx => replaceOfficialText(tx, parseRegulation(text), 'test', new Date()))
  const articles = (await world.anybody().get<readonly ArticleView[]>('/api/regulation')).body
  assert.deepEqual(articles[1]?.official, ['包括下列事项：\n（一）甲；\n（二）乙。'])
  assert.equal(articles[2]?.official, undefined)
})
