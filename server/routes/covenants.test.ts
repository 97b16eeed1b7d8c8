import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { act } from '../../store/act.ts'
import { catchUp } from '../../store/clock.ts'
import { took } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { uploadTo } from '../../test/helpers/multipart.ts'
import { jpeg } from '../../test/helpers/pictures.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Program } from '../wire.ts'
import type { CovenantDiff, CovenantsView, CovenantView, EvaluationView } from '../wire/covenants.ts'

let world: TestSite
before(async () => {
  world = await openTestSite()
  await world.database.scoped(system, tx => tx.query('update account set home = $1 where id = $2::uuid', ['630202001001', people.resident.account]))
})
after(() => world.close())

const village = '630202001001'
const first = [
  { number: '1', text: '不往水渠里倒垃圾', kind: 'ban' }, { number: '2', text: '往水渠里倒垃圾的，由调解员上门批评教育', kind: 'penalty', consequence: 'talk', concerns: '1' },
]

type Taken = { readonly id: string; readonly seq: number }
type Who = Parameters<TestSite['as']>[0]

const take = async (who: Who, path: string, body: object): Promise<Taken> => {
  const answer = await (await world.as(who)).step<Taken>(path, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

let now = instant('2026-06-08 10:00')
const days = async (n: number): Promise<void> => {
  now = new Date(now.getTime() + n * 86_400_000)
  world.setNow(now)
  await catchUp(world.site.house, now)
}

const adopt = async (clauses: readonly object[], more: object = {}): Promise<string> => {
  const { id, seq } = await take('committee', '/api/covenant/begin', { input: { village, title: '东关社区居民公约', invites: '环境卫生、邻里相处' } })
  await days(20)
  const drafted = await take('committee', `/api/matters/${id}/draft`, { seq: seq + 1, input: { clauses, ...more } })
  const handed = await take('committee', `/api/matters/${id}/toReview`, { seq: drafted.seq, input: {} })
  const passed = await take('handler', `/api/matters/${id}/review`, { seq: handed.seq, input: { verdicts: clauses.map((_, i) => ({ number: String(i + 1), verdict: 'stands' })) } })
  const adopted = took(await act(world.site.house, system, { id: randomUUID(), matter: id, seq: passed.seq, step: 'adopt', input: { resolution: randomUUID(), passedOn: '2026-06-20', inForceOn: '2026-06-20' } }, now))
  const filed = await take('committee', `/api/matters/${id}/file`, { seq: adopted.seq, input: {} })
  const known = await take('handler', `/api/matters/${id}/acknowledge`, { seq: filed.seq, input: { filedAs: '碾街备 3 号' } })
  await take('committee', `/api/matters/${id}/publish`, { seq: known.seq, input: {} })
  return id
}

test('26.1: anyone reads a village’s covenant, its versions side by side, its drafts, and takes it along to print', async () => {
  world.setNow(now)
  const anybody = world.anybody()
  const ask = async <T>(path: string): Promise<T> => (await anybody.get<T>(path)).body
  assert.deepEqual((await ask<CovenantsView>(`/api/covenants?village=${village}`)).versions, [])
  const one = await adopt(first)
  const two = await adopt([{ ...first[0], text: '不往水渠、河道里倒垃圾' }, first[1] ?? {}], { reason: '把河道也写进去' })
  const { versions, drafts } = await ask<CovenantsView>(`/api/covenants?village=${village}`)
  assert.deepEqual([versions.map(({ version, number, stands }) => [version, number, stands]), drafts], [[[two, 2, 'now'], [one, 1, 'before']], []])
  assert.deepEqual((await ask<CovenantView>(`/api/covenants/630202/${one}`)).clauses, first)
  const { changes } = await ask<CovenantDiff>(`/api/covenants/630202/${two}/diff?against=${one}`)
  assert.deepEqual(changes.map(({ change, number, fields }) => [change, number, fields]), [['changed', '1', ['text']]])
  for (const name of ['text', 'poster']) {
    const paper = await anybody.get(`/api/covenants/630202/${two}/${name}.docx`)
    assert.deepEqual([paper.status, paper.text.slice(0, 2)], [200, 'PK'], name)
  }
  assert.equal((await anybody.get(`/api/covenants/630202/${randomUUID()}/text.docx`)).status, 404)
  assert.equal((await anybody.get(`/api/covenants/630202/${randomUUID()}`)).status, 404)
  assert.equal((await anybody.get('/api/covenants?village=630202009009')).status, 404)
  await take('committee', '/api/covenant/begin', { input: { village, title: '东关社区居民公约', invites: '再次征集意见' } })
  assert.deepEqual((await ask<CovenantsView>(`/api/covenants?village=${village}`)).drafts.map(({ stage, open }) => [stage, open]), [['collecting', true]])
})

test('26.2: an evaluation is given to its person and the committee, to nobody above and to no program, and stands in the person’s own data', async () => {
  await world.database.owner(tx => tx.query(`update account set name = '牟建国' where id = $1::uuid`, [people.resident.account]))
  const committee = await world.as('committee')
  const { body: { id: file } } = await uploadTo<{ readonly id: string }>(committee, '/api/files', jpeg(), 'a.jpg')
  const { id } = await take('committee', '/api/credit-review/evaluate', { input: {
    village, clause: '2', direction: 'breaks', happenedOn: new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10), whom: '牟建国', account: people.resident.account, happened: '把装修垃圾倒进主渠', evidence: [file],
    measure: 'talk', kinship: 'none', second: people.gridWorker.account,
  } })
  const asked = async (who: Who, path: string): Promise<readonly EvaluationView[]> => (await (await world.as(who)).get<readonly EvaluationView[]>(path)).body
  assert.deepEqual((await asked('committee', `/api/integrity?village=${village}`)).map(one => [one.id, one.stage, one.person]), [[id, 'evaluating', '牟**']])
  assert.deepEqual((await asked('resident', '/api/me/integrity')).map(one => one.id), [id])
  for (const who of ['townLead', 'countyLead', 'cityLead', 'westCommittee', 'neighbour', 'auditor'] as const) {
    assert.deepEqual([await asked(who, `/api/integrity?village=${village}`), await asked(who, '/api/me/integrity')], [[], []], who)
    assert.equal((await (await world.as(who)).get(`/api/matters/${id}`)).status, 404, who)
    assert.equal((await (await world.as(who)).get(`/api/files/${file}`)).status, 404, who)
    assert.ok(!(await (await world.as(who)).get('/api/matters?all=true')).text.includes(id), who)
  }
  assert.equal((await world.anybody().get('/api/me/integrity')).status, 401)
  assert.ok((await (await world.as('resident')).get('/api/me/data')).text.includes(id), 'their own data tells of it')
  const { token } = (await committee.post<Program>('/api/me/programs', { name: '外部系统', days: 1 })).body
  const byProgram = (url: string) => world.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } })
  assert.deepEqual([(await byProgram(`/api/integrity?village=${village}`)).body, (await byProgram(`/api/matters/${id}`)).statusCode], ['[]', 404])
})
