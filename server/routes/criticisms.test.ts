import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { act } from '../../store/act.ts'
import { took } from '../../test/helpers/live.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { CriticismView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const at = new Date('2026-06-24T02:00:00Z')
const notice = { accused: '630202/transport', decider: '630202/lead', place: '630202', provision: '23.3', criticism: '擅自将职责范围内事项转交东关社区承担', corrects: 'yes', on: '2026-06-24' }
const publish = async (more: object = {}): Promise<string> =>
  took(await act(world.site.house, system, { id: randomUUID(), procedure: 'breach-notice', step: 'publish', input: { ...notice, ...more } }, at)).id

test('50.2: notices that are final are open to everyone: those of a place, inside it and above it', async () => {
  world.setNow(at)
  const county = await publish()
  const township = await publish({ accused: '630202001/gov', place: '630202001' })
  const read = async (region: string) => (await world.anybody().get<readonly CriticismView[]>(`/api/criticisms?region=${region}`)).body.map(one => one.matter).toSorted()
  assert.deepEqual(await read('630202'), [county, township].toSorted())
  assert.deepEqual([await read('630202001001'), await read('630202101'), await read('630203')], [[county, township].toSorted(), [county], []])
  const { body } = await world.anybody().get<readonly CriticismView[]>('/api/criticisms?region=630202101')
  assert.deepEqual(body.map(({ accused, provision, criticism, corrects, since }) => [accused.code, provision, criticism, corrects, since]), [['630202/transport', '23.3', notice.criticism, true, '2026-06-24']])
  assert.equal((await world.anybody().get('/api/criticisms?region=999999')).status, 404)
  const resident = await world.as('stranger')
  assert.match((await resident.get(`/api/matters/${county}/documents/notice.html`)).text, /关于630202\/transport有关问题的通报/)
  took(await act(world.site.house, people.countyLead, { id: randomUUID(), matter: county, seq: 1, step: 'withdraw', input: { withdrawn: '决定被依法撤销' } }, at))
  assert.deepEqual(await read('630202101'), [], 'taken down, it stands nowhere')
  assert.equal((await resident.get(`/api/matters/${county}`)).status, 404)
})
