import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type Answer, type Client, type TestSite } from '../../test/helpers/site.ts'
import { people, type Name } from '../../test/helpers/world.ts'
import type { LikeReport, Problem, SimilarRow } from '../wire.ts'

const village = '630202001001'
let world: TestSite
before(async () => {
  world = await openTestSite({ limits: { similar: 12 } })
  world.setNow(new Date('2026-06-08T02:00:00Z'))
  for (const name of ['resident', 'neighbour', 'stranger'] as const) {
    await world.database.owner(tx => tx.query('update account set home = $2 where id = $1::uuid', [people[name].account, people[name].region]))
  }
  await (await world.as('resident')).step('/api/request/report', { input: { text: '东关社区门口路灯不亮好几天了', place: village } })
})
after(() => world.close())

const asked = <T>(who: Client, text: string, place = village): Promise<Answer<T>> => who.post<T>('/api/similar', { place, text })
const alike = '社区门口的路灯不亮'

test('like reports of the same place are offered in full to who reads them', async () => {
  for (const name of ['dispatcher', 'gridWorker'] as const) {
    const { body } = await asked<readonly SimilarRow[]>(await world.as(name), alike)
    assert.deepEqual(body.map(({ row }) => row.title), ['东关社区门口路灯不亮好几天了'])
    assert.ok(body[0] && body[0].likeness > 0.2)
  }
  assert.deepEqual((await asked(await world.as('otherGridWorker'), alike)).body, [], 'within their reach')
})

test('a resident is told category, stage and day, and nothing else', async () => {
  const { status, body } = await asked<readonly LikeReport[]>(await world.as('neighbour'), alike)
  assert.deepEqual([status, body], [200, [{ procedure: 'request', title: 'Request', stage: 'triage', opened: '2026-06-08' }]])
})

test('of another place, and of a text that shares but a name, a resident is told nothing', async () => {
  const told = async (name: Name, text: string, place = village): Promise<number> => (await asked<readonly LikeReport[]>(await world.as(name), text, place)).body.length
  assert.equal(await told('stranger', alike), 0, 'who lives elsewhere')
  assert.equal(await told('neighbour', alike, '630202001'), 0)
  assert.equal(await told('dispatcher', alike), 1)
  await (await world.as('resident')).step('/api/request/report', { input: { text: '王小明乱倒垃圾', place: village } })
  for (const text of ['王小明', '小明', '垃圾', '王小明家']) assert.equal(await told('neighbour', text), 0, text)
  assert.equal(await told('neighbour', '有人乱倒垃圾，是王小明'), 1)
})

test('who reads no texts is refused', async () => {
  const { status, body } = await asked<Problem>(await world.as('deputy'), alike)
  assert.deepEqual([status, body.code, body.basis], [403, 'no-right', ['20.2']])
  assert.ok(body.remedy)
})

test('a resident who tries out texts is slowed down; an officer who types is not', async () => {
  const [resident, officer] = [await world.as('resident'), await world.as('countyDispatcher')]
  const statuses = async (who: typeof resident): Promise<readonly number[]> => {
    const all: number[] = []
    for (let i = 0; i < 15; i += 1) all.push((await asked(who, `${alike}${i}`)).status)
    return [...new Set(all)]
  }
  assert.deepEqual([await statuses(resident), await statuses(officer)], [[200, 429], [200]])
})
