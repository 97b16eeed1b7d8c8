import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWithin } from '../kernel/region.ts'
import { kindOfOffice, regionOfOffice } from '../kernel/post.ts'
import { categories, categoryGroups } from './data/categories.ts'
import { routes } from './data/routes.ts'
import { haidongRegions } from './haidong.ts'
import { isOfficeKind, officeKinds } from './office-kinds.ts'
import { shippedDirectory } from './reference.ts'
import { chooseRoute, type RouteAsk, type RouteRow } from './routes.ts'

const row = (id: string, more: Partial<RouteRow>): RouteRow =>
  ({ id, scope: '6302', from: 'township', level: 'county', kind: 'transport', priority: 0, zh: id, en: id, ...more })
const ask: RouteAsk = { category: 'road-damage', group: 'roads', region: '630202103200', urban: false, from: 'township' }
const chosen = (rows: readonly RouteRow[], more: Partial<RouteAsk> = {}, stands = (_: string) => true): string | undefined =>
  chooseRoute(rows, { ...ask, ...more }, stands)?.rule.id

test('the most specific rule wins: category, group, scope, urban or rural, priority', () => {
  const any = row('any', { priority: 9 })
  const group = row('group', { group: 'roads', priority: 9 })
  const category = row('category', { category: 'road-damage' })
  const county = row('county', { category: 'road-damage', scope: '630202' })
  const rural = row('rural', { category: 'road-damage', scope: '630202', urban: false })
  const first = row('first', { category: 'road-damage', scope: '630202', urban: false, priority: 1 })
  const all = [any, group, category, county, rural, first]
  for (let left = all; left.length > 0; left = left.slice(0, -1)) {
    assert.equal(chosen(left), left.at(-1)?.id)
    assert.equal(chosen(left.toReversed()), left.at(-1)?.id)
  }
  assert.equal(chosen(all, { urban: true }), 'county')
  assert.equal(chosen(all, { region: '630203102200' }), 'category')
  assert.equal(chosen(all, { category: 'parking' }), 'group')
  assert.equal(chosen(all, { category: 'noise', group: 'environment' }), 'any')
  assert.equal(chosen(all, { from: 'city' }), undefined)
})

test('a rule whose office does not stand gives way to the next', () => {
  const rows = [row('any', { level: 'township', kind: 'gov' }), row('committee', { category: 'road-damage', level: 'village', kind: 'committee' })]
  assert.equal(chosen(rows), 'committee')
  assert.equal(chosen(rows, {}, office => kindOfOffice(office) === 'gov'), 'any')
  assert.equal(chosen(rows, {}, () => false), undefined)
})

test('the shipped table: 47 categories, each with its group, its plan and its words', () => {
  assert.equal(categories.length, 47)
  assert.equal(new Set(categories.map(category => category.code)).size, 47)
  for (const { code, group } of categories) {
    assert.ok(categoryGroups.some(one => one.code === group), code)
    for (const from of ['township', 'county', 'city']) assert.ok(routes.some(rule => rule.category === code && rule.from === from), `${code} from ${from}`)
  }
  assert.equal(new Set(routes.map(rule => rule.id)).size, routes.length)
  for (const { kind, level, zh, en } of routes) {
    assert.ok(isOfficeKind(kind) && (officeKinds[kind].levels as readonly string[]).includes(level), kind)
    assert.match(zh, /由.+承办$/)
    assert.ok(en.length > 0)
  }
})

const directory = shippedDirectory()
const villages = haidongRegions().filter(region => region.code.length === 12).map(region => region.code)

test('every category goes, from any village and any level of dispatch, to an office that stands and answers for the place', () => {
  const check = (category: (typeof categories)[number], village: string, length: number): void => {
    const from = village.slice(0, length)
    const plan = directory.route({ category: category.code, region: village, from })
    assert.ok(plan, `${category.code} in ${village} from ${from}`)
    const office = directory.office(plan.office)
    assert.ok(office && office.ended !== true, plan.office)
    assert.ok(isWithin(village, regionOfOffice(plan.office)), plan.office)
    if (kindOfOffice(plan.office) === 'committee') assert.ok(category.community && length === 9, category.code)
    assert.equal(plan.words.zh, plan.rule)
  }
  // All of them once (seconds), not a sample: a village without an office would be found by nobody.
  for (const village of villages) for (const category of categories) check(category, village, 9)
  fc.assert(fc.property(fc.constantFrom(...villages), fc.constantFrom(...categories), fc.constantFrom(4, 6), (village, category, length) => check(category, village, length)))
})

test('what goes where, in examples', () => {
  const to = (category: string, region: string, from: string) => directory.route({ category, region, from })
  assert.deepEqual(to('road-damage', '630202103200', '630202103'), {
    office: '630202/transport', rule: '村“道路破损”由县（区）交通运输部门承办',
    words: { zh: '村“道路破损”由县（区）交通运输部门承办', en: '“Road damage” in villages: Transport department (county)' },
  })
  assert.equal(to('road-damage', '630202001006', '630202001')?.office, '630202/housing')
  assert.equal(to('neighbour-dispute', '630202103200', '630202103')?.office, '630202103200/committee')
  assert.equal(to('neighbour-dispute', '630202400400', '630202400')?.office, '630202400/gov')
  assert.equal(to('neighbour-dispute', '630202103200', '630202')?.office, '630202/justice')
  assert.equal(to('rubbish', '630202103200', '6302')?.office, '6302/urban-management')
  assert.equal(to('no-such', '630202103200', '630202103'), undefined)
  assert.equal(to('rubbish', '999999999999', '999999999'), undefined)
})
