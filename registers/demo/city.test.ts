import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkPersonName } from '../../kernel/identifiers.ts'
import { isWithin } from '../../kernel/region.ts'
import type { DemoPerson } from '../../server/wire.ts'
import { routes } from '../data/routes.ts'
import { demoCity } from './city.ts'
import { inventName } from './names.ts'
import { demoPeople, type DemoSeat } from './people.ts'
import { randomFor } from './random.ts'

const city = demoCity({ counties: ['630202'], seed: 1 })

test('the generator repeats itself, spreads evenly, and a stream is known by its keys', () => {
  const draw = (seed: number, key: string): readonly number[] => {
    const random = randomFor(seed, key)
    return Array.from({ length: 1000 }, () => random.next())
  }
  assert.deepEqual(draw(1, 'a'), draw(1, 'a'))
  assert.notDeepEqual(draw(1, 'a'), draw(1, 'b'))
  assert.notDeepEqual(draw(1, 'a'), draw(2, 'a'))
  const mean = draw(7, 'mean').reduce((sum, n) => sum + n, 0) / 1000
  assert.ok(mean > 0.45 && mean < 0.55)
  // Known values: another machine or another version must not invent another city.
  assert.equal(randomFor(1, 'a').uuid(), '63a283b4-9210-88c6-8887-6124ce3d26f8')
  assert.equal(randomFor(1, 'a').next(), 0.38919852394610643)
  const random = randomFor(3, 'some')
  assert.deepEqual(random.some([1, 2, 3], 5).toSorted(), [1, 2, 3])
  assert.match(random.uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('every invented name is one the doors would take, as it stands; long and rare ones are among them', () => {
  fc.assert(fc.property(fc.integer(), seed => {
    const name = inventName(randomFor(seed, 'name'))
    assert.deepEqual(checkPersonName(name), { ok: true, value: name })
  }), { numRuns: 2000 })
  for (const { name } of city.people) assert.deepEqual(checkPersonName(name), { ok: true, value: name })
  const lengths = city.people.map(({ name }) => Array.from(name).length)
  assert.ok(Math.max(...lengths) >= 15)
  assert.ok(city.people.some(({ name }) => name.includes('·')))
  assert.ok(city.people.some(({ name }) => Array.from(name).some(point => (point.codePointAt(0) ?? 0) > 0xffff)), 'a character beyond the basic plane')
})

test('the same seed invents the same city, and a village is the same whoever stands beside it', () => {
  assert.deepEqual(demoCity({ counties: ['630202'], seed: 1 }).people, city.people)
  assert.notDeepEqual(demoCity({ counties: ['630202'], seed: 2 }).people.map(one => one.name), city.people.map(one => one.name))
  const all = demoCity({ counties: 'all', seed: 1 })
  const mine = <T extends { readonly village: string }>(rows: readonly T[]): readonly T[] => rows.filter(row => isWithin(row.village, '630202'))
  assert.deepEqual(mine(all.people), city.people)
  assert.deepEqual(all.posts.filter(post => isWithin(post.region, '630202') || post.region === '6302'), city.posts)
  assert.deepEqual(demoPeople(all), demoPeople(city))
})

test('one county: who is there', () => {
  const villages = city.regions.filter(region => region.code.length === 12)
  assert.equal(villages.length, 372)
  const posts = (kind: string) => city.posts.filter(post => post.kind === kind).length
  assert.deepEqual([posts('gridWorker'), posts('committee'), posts('lead'), posts('hotline')], [372, 2 * 370, 21 + 2, 3])
  assert.equal(posts('dispatcher'), 21 * 2 + 2 + 2)
  assert.ok(city.households.length >= 3720)
  assert.ok(city.people.length > city.households.length * 2)
  assert.equal(new Set([...city.people, ...city.accounts, ...city.posts, ...city.households].map(row => row.id)).size, city.people.length + city.accounts.length + city.posts.length + city.households.length)
  assert.ok(city.accounts.every(account => account.invented))
  assert.ok(city.posts.length > new Set(city.posts.map(post => post.account)).size, 'somebody holds two posts')
  assert.throws(() => demoCity({ counties: ['999999'], seed: 1 }), /no county 999999/)
})

test('whoever is named exists: posts by account and office, residents by person and household', () => {
  const accounts = new Map(city.accounts.map(account => [account.id, account]))
  const people = new Map(city.people.map(person => [person.id, person]))
  const households = new Set(city.households.map(household => household.id))
  for (const post of city.posts) {
    assert.ok(accounts.has(post.account))
    if (post.office !== undefined) assert.ok(city.directory.office(post.office) && isWithin(post.region, post.office.slice(0, post.office.indexOf('/'))), post.office)
  }
  for (const { person, home, name } of city.accounts) {
    if (person === undefined) continue
    assert.equal(people.get(person)?.village, home)
    assert.equal(people.get(person)?.name, name)
  }
  for (const person of city.people) assert.ok(households.has(person.household))
})

test('somebody works in every office to which the table may send a matter of the county', () => {
  const staffed = new Set(city.posts.filter(post => ['handler', 'committee'].includes(post.kind)).map(post => post.office))
  for (const rule of routes.filter(one => one.level !== 'village')) {
    for (const region of city.regions.filter(one => one.code.length === { city: 4, county: 6, township: 9, village: 12 }[rule.level])) {
      const office = `${region.code}/${rule.kind}`
      if (city.directory.office(office)) assert.ok(staffed.has(office), office)
    }
  }
  for (const { code, kind } of city.regions) if (kind === 'village' || kind === 'residents') assert.ok(staffed.has(`${code}/committee`))
})

test('the rows hold nothing of ethnicity, faith or politics', () => {
  const allowed = new Set(['county', 'id', 'code', 'village', 'household', 'name', 'pinyin', 'born_decade', 'head', 'team', 'address', 'size'])
  for (const row of [...city.people.slice(0, 50), ...city.households.slice(0, 50)]) for (const key of Object.keys(row)) assert.ok(allowed.has(key), key)
})

test('the one-click persons, each with a place, a door and a post of their kind', () => {
  const people = demoPeople(city)
  assert.deepEqual(people.map(person => person.id), ['resident', 'grid-worker', 'committee', 'supervisor', 'dispatcher', 'handler', 'department', 'county-lead', 'city-lead', 'deputy', 'auditor', 'system-admin', 'security-admin', 'mediator', 'judge', 'respondent'])
  assert.equal(new Set(people.map(person => person.account)).size, 16)
  const onTheWire: readonly DemoPerson[] = people satisfies readonly DemoSeat[]
  for (const { name, place, title, sees } of onTheWire) for (const text of [name, place.zh, place.en, title.zh, title.en, sees.zh, sees.en]) assert.notEqual(text, '')
  for (const { post, account, id } of people) assert.equal(city.posts.find(one => one.id === post)?.account, id === 'resident' || id === 'respondent' ? undefined : account)
  assert.deepEqual(people[1]?.place, { zh: '乐都区高庙镇东村', en: 'Dong Village, Gaomiao Town, Ledu District' })
  assert.deepEqual(people.find(person => person.id === 'city-lead')?.place, { zh: '海东市', en: 'Haidong City' })
  for (const { place } of people) assert.doesNotMatch(place.en, /\p{sc=Han}/u)
})
