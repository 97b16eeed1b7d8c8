import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { parseRegulation } from '../../regulation/parse.ts'
import { importCategories } from '../../registers/categories.ts'
import { categories, categoryGroups } from '../../registers/data/categories.ts'
import { routes } from '../../registers/data/routes.ts'
import { keepWords, keptWords } from '../../kernel/kept-words.ts'
import { recordReferenceChange } from '../../registers/reference-change.ts'
import { importRoutes } from '../../registers/routes.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { offices } from '../../test/helpers/world.ts'
import { replaceOfficialText } from '../reads/official-text.ts'
import type { ArticleView, CategoryView, ExplainView, MatterView, OfficeRef, Page, RegionRef, RouteRule, RouteView } from '../wire.ts'

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
  const villages = (await anybody.get<readonly RegionRef[]>('/api/regions?parent=6302&level=village')).body
  assert.ok(villages.length > 2 && villages.every(region => region.level === 'village' && region.code.startsWith('6302')), 'all of a level, however deep')
  assert.deepEqual((await anybody.get<readonly RegionRef[]>('/api/regions?parent=630202001001&level=township')).body, [])
  assert.equal((await anybody.get('/api/regions?parent=6302&level=hamlet')).status, 400)
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

type Rules = Page<RouteRule>
const everyRule = async (reader: Client, filter = ''): Promise<readonly RouteRule[]> => {
  const rows: RouteRule[] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: { readonly status: number; readonly body: Rules; readonly text: string } = await reader.get<Rules>(`/api/reference/route?limit=40${filter}${cursor === '' ? '' : `&cursor=${cursor}`}`)
    assert.equal(page.status, 200, page.text)
    assert.ok(page.body.rows.length <= 40)
    rows.push(...page.body.rows)
    cursor = page.body.next
  }
  return rows
}

test('the whole routing table, page by page in the order of the categories, each rule said in both languages', async () => {
  const rules = await everyRule(await world.as('dispatcher'))
  assert.deepEqual(rules.map(rule => rule.id).toSorted(), routes.map(rule => rule.id).toSorted())
  const order = rules.map(rule => categories.findIndex(category => category.code === rule.category?.code))
  assert.deepEqual(order.filter(at => at >= 0), order.filter(at => at >= 0).toSorted((a, b) => a - b))
  assert.deepEqual(rules.slice(-3).map(rule => rule.id), ['any.city', 'any.county', 'any.township'])
  for (const { words, bearer, category, since } of rules) {
    assert.match(words.zh, /承办$/)
    for (const text of [words.en, bearer.en, category?.en ?? 'any']) assert.doesNotMatch(text, /^$|\p{sc=Han}/u)
    assert.equal(since, '2023-02-01')
  }
})

test('the table narrows to the rules that may fire for a category and a place, and names the office there', async () => {
  const reader = await world.as('resident')
  const of = async (filter: string): Promise<readonly string[]> => (await everyRule(reader, filter)).map(rule => rule.id)
  const anything = ['any.city', 'any.county', 'any.township']
  const roads = ['road-damage.city', 'road-damage.county', 'road-damage.township.rural', 'road-damage.township.urban', ...anything]
  assert.deepEqual(await of('&category=road-damage'), roads)
  assert.deepEqual(await of('&category=road-damage&region=630202'), roads)
  assert.deepEqual(await of('&category=road-damage&region=630202001001'), roads.filter(id => !id.endsWith('.rural')), 'a community')
  assert.deepEqual(await of('&category=road-damage&region=630202101201'), roads.filter(id => !id.endsWith('.urban')), 'a village')
  const there = await everyRule(reader, '&category=road-damage&region=630202101201')
  assert.deepEqual(there.map(rule => rule.office?.code), ['6302/transport', '630202/transport', '630202/transport', ...['6302/gov', '630202/gov', '630202101/gov']].map(code => offices.includes(code) ? code : undefined))
})

test('a rule that two people adopted stands in the table from its day, in its area, with the matter that adopted it', async () => {
  const reader = await world.as('countyDispatcher')
  const change = randomUUID()
  await world.database.scoped(system, tx => recordReferenceChange(tx, {
    change: 'route', category: 'street-light', since: '2099-08-01', area: '630202', reason: '-', from: 'township', level: 'county', kind: 'transport', matter: change,
  }))
  const adopted = async (filter: string): Promise<readonly RouteRule[]> => (await everyRule(reader, `&category=street-light${filter}`)).filter(rule => rule.change !== undefined)
  assert.deepEqual([await adopted(''), await adopted('&on=2099-07-31'), await adopted('&on=2099-08-01&region=630203')], [[], [], []])
  for (const region of ['6302', '630202', '630202001001']) {
    const [rule, ...more] = await adopted(`&on=2099-08-01&region=${region}`)
    assert.deepEqual([rule?.change, rule?.scope.code, rule?.from, rule?.priority, rule?.since, more], [change, '630202', 'township', 100, '2099-08-01', []])
    assert.match(rule?.words.en ?? '', /^Street lights?.* goes to /i)
  }
})

test('a wrong question of the table is refused', async () => {
  const reader = await world.as('dispatcher')
  const ask = async (query: string) => (await reader.get(`/api/reference/route?${query}`)).status
  assert.deepEqual(await Promise.all(['category=nothing', 'region=999999', 'on=2026-02-31', 'on=yesterday', 'limit=0', 'limit=201', 'cursor=a.b', 'urban=true'].map(ask)), [404, 404, 400, 400, 400, 400, 400, 400])
  const { next = '' } = (await reader.get<Rules>('/api/reference/route?limit=5')).body
  assert.equal(await ask(`limit=5&cursor=${next}`), 200)
  assert.equal(await ask(`limit=5&category=road-damage&cursor=${next}`), 400, 'a cursor of another filter')
  assert.equal((await world.anybody().get('/api/reference/route')).status, 401)
})

test('why a matter was dispatched where it was is told in the reader’s language; what was kept before there was English, as it stands', async () => {
  const [resident, dispatcher] = [await world.as('resident'), await world.as('dispatcher')]
  const { id } = (await resident.step('/api/request/report', { input: { text: '路面塌陷一处', place: '630202001001' } })).body
  const keep = (text: string) => world.database.owner(tx => tx.query(`update matter set facts = facts || jsonb_build_object('route', $1::text) where id = $2::uuid`, [text, id]))
  const told = async (language: string): Promise<readonly unknown[]> => {
    const headers = { 'accept-language': language }
    const explained = (await dispatcher.get<ExplainView>(`/api/matters/${id}/explain`, headers)).body
    const page = (await dispatcher.get<MatterView>(`/api/matters/${id}`, headers)).body
    return [explained.route, page.allFacts.find(figure => figure.fact === 'route')?.value]
  }
  await keep(keepWords({ zh: '“道路破损”由交通运输部门承办', en: '“Road damage”: Transport department' }))
  assert.deepEqual(await told('en'), ['“Road damage”: Transport department', '“Road damage”: Transport department'])
  assert.deepEqual(await told('zh'), ['“道路破损”由交通运输部门承办', '“道路破损”由交通运输部门承办'])
  await keep('旧规则')
  assert.deepEqual(await told('en'), ['旧规则', '旧规则'])
  assert.deepEqual(keptWords(keepWords({ zh: '裁定：\n第一、\r\n第二', en: 'one\ntwo' })), { zh: '裁定： 第一、 第二', en: 'one two' }, 'what was typed on several lines')
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
