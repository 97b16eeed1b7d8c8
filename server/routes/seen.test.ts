import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { MatterView, Problem, StepReply } from '../wire.ts'

let world: TestSite
let opened: StepReply
before(async () => {
  world = await openTestSite()
  opened = (await (await world.as('resident')).step('/api/request/report', { input: { text: '村口路灯不亮，晚上看不见路', place: '630202001001', contactName: '王小明', contactPhone: '13897221234' } })).body
})
after(() => world.close())

test('a page that still holds is answered with nothing, and a changed one whole', async () => {
  const dispatcher = await world.as('dispatcher')
  const still = await dispatcher.get(`/api/matters/${opened.id}?seen=${opened.seq}`)
  assert.deepEqual([still.status, still.text], [204, ''])
  await dispatcher.step(`/api/matters/${opened.id}/dispatch`, { seq: opened.seq, input: { category: 'waste', office: '630202001/gov' } })
  const changed = await dispatcher.get<MatterView>(`/api/matters/${opened.id}?seen=${opened.seq}`)
  assert.deepEqual([changed.status, changed.body.seq, changed.body.entries.length], [200, 2, 2])
  assert.equal((await dispatcher.get(`/api/matters/${opened.id}?seen=${changed.body.seq}`)).status, 204)
  assert.equal((await dispatcher.get<MatterView>(`/api/matters/${opened.id}?seen=9`)).body.seq, 2, 'what nobody can have seen is no news')
  assert.equal((await dispatcher.get(`/api/matters/${opened.id}`)).status, 200)
})

test('a page that still holds is told without reading a value', async () => {
  const dispatcher = await world.as('dispatcher')
  const { seq } = (await dispatcher.get<MatterView>(`/api/matters/${opened.id}`)).body
  await world.database.owner(tx => tx.query('alter table sealed rename to sealed_away'))
  try {
    assert.deepEqual([(await dispatcher.get(`/api/matters/${opened.id}?seen=${seq}`)).status, (await dispatcher.get(`/api/matters/${opened.id}`)).status], [204, 500])
  } finally {
    await world.database.owner(tx => tx.query('alter table sealed_away rename to sealed'))
  }
})

test('who may not see a matter is not told whether it stands still', async () => {
  const stranger = await world.as('stranger')
  for (const seen of ['', '?seen=0', '?seen=1', '?seen=2']) {
    const { status, body } = await stranger.get<Problem>(`/api/matters/${opened.id}${seen}`)
    assert.deepEqual([status, body.code], [404, 'not-found'], seen)
  }
  const wrong = await stranger.get<Problem>(`/api/matters/${opened.id}?seen=-1`)
  assert.deepEqual([wrong.status, wrong.body.faults?.[0]?.fact], [400, 'seen'])
})
