import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { system, type Actor } from '../../kernel/post.ts'
import { isWithin } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { instant } from '../../test/helpers/play.ts'
import { visible } from '../../test/helpers/visible.ts'
import { fillWorld, houseOver, people, secret, type Name } from '../../test/helpers/world.ts'
import { choices } from '../../test/model/random.ts'
import { endTerm, soughtTerms } from '../act/terms.ts'
import { loadLives, type Life, type PastAct } from '../bulk.ts'
import { around, columns, matters, toMatter, type Around, type MatterRow } from '../matter-row.ts'
import { keysFrom } from '../seal.ts'
import { list, type ListAsk } from './list.ts'

let database: TestDatabase
/** Every matter, as the platform reads it. */
let all: readonly (MatterRow & Around & { readonly open: boolean })[]
const reporters = new Map<string, Name>()

const villages = ['630202001001', '630202001002', '630202101201', '630203001001']
const texts = ['村口路灯不亮', '路灯坏了好几天没人修', '垃圾没人清运，气味很大', '路面塌陷，车辆难行', '邻里漏水纠纷']

/** Lives that stopped at any point, many of them begun in the same hour. */
const lives = (): readonly Life[] => Array.from({ length: 90 }, (_, n) => {
  const chance = choices(n + 1)
  const place = chance.oneOf(villages)
  const at = (hours: number): Date => new Date(instant('2026-06-08 10:00').getTime() + (Math.floor(n / 6) % 9) * 3_600_000 + hours * 600_000)
  const who = chance.oneOf<Name>(['resident', 'neighbour', 'stranger'])
  const id = randomUUID()
  reporters.set(id, who)
  const centre = Object.values(people).find(one => one.kind === 'dispatcher' && one.office === `${place.slice(0, 9)}/centre`)
  const steps: readonly (readonly [step: string, actor: Actor, input: JsonObject])[] = [
    ['report', people[who], { text: chance.oneOf(texts), place }],
    ...(centre && place.startsWith('630202001') ? [
      ['dispatch', centre, { category: chance.oneOf(['waste', 'road-damage']), office: '630202001/gov' }],
      ['accept', chance.oneOf([people.handler, people.colleague]), {}],
      ['resolve', people.handler, { outcome: 'fixed', result: '已经处理完毕' }],
      ['verify', place === '630202001001' ? people.gridWorker : people.otherGridWorker, { verified: true }],
      ['confirm', people[who], {}],
      ['rate', people[who], { rating: 5 }],
    ] as const : [['withdraw', people[who], {}]] as const),
  ]
  const acts: readonly PastAct[] = steps.slice(0, 1 + chance.below(steps.length)).map(([step, actor, input], i) => ({ at: at(i), step, actor, input }))
  return { id, procedure: 'request', acts }
})

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await loadLives(houseOver(database), lives(), instant('2026-06-10 10:00'))
  all = await database.scoped(system, tx => tx.query(`select ${columns}, ${around}, m.open from ${matters}`))
})
after(() => database.close())

const counties = ['630202', '630203']
/** What is asked of a list, its words as they are typed. */
type Asked = Omit<ListAsk, 'limit' | 'words'> & { readonly words?: string }
const keys = keysFrom(secret)
const page = (who: Name, { words, ...ask }: Asked, limit = 1000) =>
  database.scoped(people[who], tx => list(tx, people[who], { ...ask, ...(words !== undefined && { words: soughtTerms(keys, words) }), limit }))

/** All pages, one behind the other. */
const pages = async (who: Name, ask: Asked, limit: number): Promise<readonly string[]> => {
  const found: string[] = []
  for (let after: ListAsk['after']; ;) {
    const { rows, last } = await page(who, { ...ask, ...(after && { after }) }, limit)
    assert.ok(rows.length <= limit && (last === undefined || rows.length === limit))
    found.push(...rows.map(row => row.id))
    if (!last) return found
    after = last
  }
}

/** What a list ought to hold, by the plain meaning of what was asked. */
const wanted = (who: Name, ask: Asked): readonly string[] => {
  const actor = people[who]
  const inScope = (row: MatterRow): boolean => {
    if (ask.scope === 'party') return reporters.get(row.id) === who
    if (ask.scope === 'mine' && row.holder_account !== actor.account) return false
    if (ask.scope === 'office' && row.holder_office !== actor.office) return false
    const region = ask.region ?? (ask.scope === 'region' ? actor.region : '')
    return ask.counties.includes(row.county) && isWithin(row.region, region)
  }
  return all
    .filter(row => visible(request, actor, toMatter(row, row.parties, row.links)) && inScope(row) && (ask.scope === 'party' || ask.all === true || ask.words !== undefined || row.open))
    .filter(row => ask.procedure === undefined || row.procedure === ask.procedure)
    .filter(row => ask.stages === undefined || ask.stages.length === 0 || ask.stages.includes(row.stage))
    .filter(row => ask.due === undefined || (ask.due === 'late' ? row.late : row.due !== null && row.due < ask.due))
    .filter(row => (ask.terms ?? []).every(term => { const [fact = '', value] = term.split('='); return value === undefined ? term === endTerm(row.stage) : row.facts[fact] === value }))
    .filter(row => { const text = row.facts['text']; return ask.words === undefined || (typeof text === 'string' && text.includes(ask.words)) })
    .map(row => row.id)
}

const anyAsk = fc.record({
  scope: fc.constantFrom('party', 'mine', 'office', 'region'), counties: fc.constantFrom(counties, ['630202'], ['630203']),
  region: fc.constantFrom('6302', '630202', '630202001', '630202001001', '630203'), procedure: fc.constantFrom('request', 'reference-change'),
  stages: fc.subarray(['triage', 'accepting', 'handling', 'verifying', 'confirming', 'closed', 'finished', 'withdrawn']),
  due: fc.constantFrom('late', instant('2026-06-09 12:00'), instant('2026-06-16 00:00')), terms: fc.subarray(['category=waste', 'category=road-damage', 'place=630202001001', 'outcome=fixed', '@end/finished']),
  words: fc.constantFrom('路灯', '没人', '好几天', '路灯坏了'), all: fc.boolean(),
}, { requiredKeys: ['scope', 'counties'] }) as fc.Arbitrary<Asked>

const readers: readonly Name[] = ['resident', 'stranger', 'handler', 'colleague', 'dispatcher', 'gridWorker', 'countyDispatcher', 'cityLead', 'auditor']

test('whatever is asked, pages hold each matter once, in order, and together what was asked for and no more', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...readers), anyAsk, fc.integer({ min: 1, max: 9 }), async (who, given, limit) => {
    // A list of a region asks for the counties that hold it; a region of another county has none.
    const ask = given.region !== undefined && given.region.length >= 6 ? { ...given, counties: [given.region.slice(0, 6)] } : given
    const found = await pages(who, ask, limit)
    assert.equal(new Set(found).size, found.length, 'each once')
    assert.deepEqual(found, (await page(who, ask)).rows.map(row => row.id), 'page by page the same as at once')
    assert.deepEqual(found.toSorted(), wanted(who, ask).toSorted())
  }), { numRuns: 150 })
})

const by = <T>(rows: readonly MatterRow[], key: (row: MatterRow) => T): readonly T[] => rows.map(key)

test('what is due first stands in front; with words, or with the ended, the newest does', async () => {
  const queue = (await page('cityLead', { scope: 'region', counties })).rows
  assert.ok(queue.length > 20)
  assert.deepEqual(by(queue, row => row.due?.getTime() ?? Infinity), by(queue, row => row.due?.getTime() ?? Infinity).toSorted((a, b) => a - b))
  for (const more of [{ words: '路灯' }, { all: true }]) {
    const { rows } = await page('cityLead', { scope: 'region', counties, ...more })
    assert.deepEqual(by(rows, row => row.opened.getTime()), by(rows, row => row.opened.getTime()).toSorted((a, b) => b - a))
  }
})

test('a matter that comes while somebody turns the pages moves none of those still to come', async () => {
  const first = await page('cityLead', { scope: 'region', counties, all: true }, 5)
  const before = (await page('cityLead', { scope: 'region', counties, all: true })).rows.map(row => row.id)
  await loadLives(houseOver(database), [{ id: randomUUID(), procedure: 'request', acts: [{ at: instant('2026-06-09 10:00'), step: 'report', actor: people.resident, input: { text: '新来的一件', place: '630202001001' } }] }], instant('2026-06-09 11:00'))
  const { rows } = await page('cityLead', { scope: 'region', counties, all: true, ...(first.last && { after: first.last }) })
  assert.deepEqual(rows.map(row => row.id), before.slice(5))
})

test('without a county, or with words that hold none, nothing is found and nothing fails', async () => {
  for (const scope of ['mine', 'office', 'region'] as const) {
    for (const more of [{}, { words: '路灯' }, { all: true }, { terms: ['category=waste'] }]) assert.deepEqual((await page('dispatcher', { scope, counties: [], ...more })).rows, [], scope)
  }
  for (const words of ['', '  ', '，。']) assert.deepEqual((await page('dispatcher', { scope: 'region', counties, words })).rows, [])
})
