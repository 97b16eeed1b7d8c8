import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system, type Actor } from '../kernel/post.ts'
import { accessCheck } from '../procedures/2-foundations/access/access-check.ts'
import { accessDeferral } from '../procedures/2-foundations/access/access-deferral.ts'
import { accessQuestion } from '../procedures/2-foundations/access/access-question.ts'
import { request } from '../procedures/2-foundations/request.ts'
import { act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { notices } from '../store/read/notices.ts'
import { readMatter } from '../store/read/matter.ts'
import { verifyCounty } from '../store/verify.ts'
import type { JsonObject } from '../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live, refused, took } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from '../test/helpers/world.ts'
import { answering, answeringOffice } from './answering.ts'
import { concerned } from './concerned.ts'

// The procedures about who looked, on a real database; the log and the register of deferrals are the test's own.
const deferrals: JsonObject[] = []
const look = randomUUID()
let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  const whole = houseOver(database)
  house = {
    ...whole, procedures: [request, accessQuestion, accessDeferral, accessCheck],
    loaders: {
      ...whole.loaders,
      looked: async (tx, ask) => (ask['id'] !== look ? undefined : {
        account: people.handler.account, office: '630202001/gov', post: people.handler.post, region: '630202001001', at: '2026-06-04T02:00:00.000Z', matter: randomUUID(), facts: ['contactPhone'],
        purpose: 'duty', answers: await answeringOffice(tx, { office: '630202001/gov', account: people.handler.account, at: '2026-06-08T02:00:00Z' }),
      }),
    },
    recorders: { ...whole.recorders, deferral: (_, row) => { deferrals.push(row); return Promise.resolve() } },
  }
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const at = '2026-06-08T02:00:00Z'
const page = (who: Actor, id: string) => database.scoped(who, tx => readMatter(tx, house, who, id))
const seen = async (who: Name, id: string): Promise<readonly string[]> => (await page(people[who], id))?.facts.filter(fact => !fact.masked).map(fact => fact.fact).toSorted() ?? []

test('another lead of the office answers, else the nearest beside or above it; nobody, where nobody leads', async () => {
  const ask = (office: string, who: Actor = people.handler, when = at) => database.scoped(people.resident, tx => answering(tx, { office, account: who.account, at: when }))
  assert.equal(await ask('630202001/gov'), '630202001/gov')
  assert.equal(await ask('630202001/centre'), '630202001/gov', 'beside it')
  assert.equal(await ask('630202001001/committee'), '630202001/gov', 'above it')
  assert.equal(await ask('630202001/gov', people.townLead), '630202/lead', 'not whoever looked')
  assert.equal(await ask('630203001/gov'), '6302/lead', 'a street and a county without a lead')
  assert.equal(await ask('630202/transport', people.countyLead), '6302/lead')
  assert.equal(await ask('6302/lead', people.cityLead), undefined)
  assert.equal(await ask('630202001/gov', people.handler, '2020-01-01T00:00:00Z'), undefined, 'nobody held a post then')
  await database.owner(tx => tx.query(`update post set until = '2026-06-08T01:00:00Z' where id = $1::uuid`, [people.townLead.post]))
  assert.equal(await ask('630202001/gov'), '630202/lead', 'whose post has ended leads no more')
  await database.owner(tx => tx.query('update post set until = null where id = $1::uuid', [people.townLead.post]))
  assert.equal(await database.scoped(system, tx => answering(tx, { office: 'nothing', account: null, at })), undefined)
})

test('20.2: a question passes between a person, an office and the security administrator, and nobody else sees it but those above', async () => {
  const city = live(house)
  const id = await city.opens('resident', { look, place: '630202', question: '为什么查我的电话？' }, 'ask', 'access-question')
  assert.equal((await city.matter(id)).holder?.office, '630202001/gov')
  for (const who of ['stranger', 'neighbour', 'gridWorker', 'committee', 'dispatcher', 'transport', 'securityAdmin'] as const) assert.equal(await page(people[who], id), undefined, who)
  assert.ok((await seen('handler', id)).includes('question'), 'whoever looked is heard')
  await city.does('townLead', 'answer', id, { answer: '当日回访您四月反映的路灯事项，只看了电话' })
  assert.ok((await seen('resident', id)).includes('answer'), 'what one is answered is one’s own to read')
  await city.does('resident', 'object', id, { objection: '路灯三月就修好了' })
  for (const fact of ['question', 'answer', 'objection', 'looker', 'read']) assert.ok((await seen('securityAdmin', id)).includes(fact), `to rule one must read: ${fact}`)
  await city.does('securityAdmin', 'rule', id, { finding: 'notInOrder', rulingReason: '无回访任务，与职责无关' })

  const [check] = await database.owner(tx => tx.query<{ id: string; stage: string; holder_office: string }>(
    `select m.id, m.stage, m.holder_office from matter m join link l on l.matter = m.id and l.kind = 'question' and l.other = $1::uuid`, [id]))
  assert.deepEqual([check?.stage, check?.holder_office], ['explaining', '630202001/gov'])
  const checked = check?.id ?? ''
  assert.deepEqual(await city.heard(checked), ['handler', 'securityAdmin', 'townLead'])
  assert.ok((await seen('securityAdmin', checked)).includes('summary'))
  for (const fact of ['why', 'people', 'readings']) assert.ok((await seen('auditor', checked)).includes(fact), 'the auditor follows every check')
  assert.ok(!(await seen('auditor', checked)).includes('whose'), 'and knows from the log who looked')
  assert.deepEqual(await seen('resident', checked), [], 'who asked sees the ruling, not what follows for the officer')
  await city.does('townLead', 'explain', checked, { explanation: '无回访任务，系个人行为' })
  await city.does('securityAdmin', 'judge', checked, { finding: 'referred', judgement: '涉嫌泄露个人信息', handedTo: '乐都区监察委员会', handOff: '乐安管移〔2026〕1号' })
  assert.equal((await city.matter(checked)).stage, 'closed')
})

test('the platform raises a check by itself, nobody else does', async () => {
  const input = { place: '630202', summary: '两日内查看60人的联系方式', whose: people.transport.account, office: '630202/transport', why: 'manyPeople', from: '2026-06-03', to: '2026-06-04', people: 60, readings: 71 }
  const raise = (who: Actor) => act(house, who, { id: randomUUID(), procedure: 'access-check', step: 'raise', input }, instant('2026-06-08 10:00'))
  for (const who of [people.securityAdmin, people.countyLead, people.auditor]) assert.equal(refused(await raise(who)).code, 'not-yours')
  assert.equal(took(await raise(system)).stage, 'explaining')
})

test('a deferral ends, and who reported the matter learns why, even one who reported anonymously, and stays unknown', async () => {
  const city = live(house)
  const target = await city.opens('resident', { text: '邻居家有人聚众赌博', place: '630202001001', anonymous: true })
  await city.does('dispatcher', 'dispatch', target, { category: 'road-damage', office: '630202001/gov' })
  const wish = { place: '630202001', target, instrument: '立案决定书', number: '乐公立字〔2026〕31号', reason: '核查线索，显示查看记录可能惊动嫌疑人', toTell: '因配合公安机关依法调查，查看记录暂缓显示', until: '2026-06-30' }
  assert.deepEqual(refused(await act(house, people.transport, { id: randomUUID(), procedure: 'access-deferral', step: 'ask', input: { ...wish, place: '630202' } }, city.now())).faults?.map(one => one.fact), ['target'], 'not a matter one may not see')
  const id = await city.opens('handler', wish, 'ask', 'access-deferral')
  assert.deepEqual([await page(people.resident, id), await page(people.gridWorker, id)], [undefined, undefined])
  for (const fact of ['instrument', 'number', 'reason', 'until']) assert.ok((await seen('securityAdmin', id)).includes(fact), 'to decide one must read')
  await city.does('securityAdmin', 'grant', id)
  assert.deepEqual(deferrals.map(row => row['target']), [target])
  await city.does('securityAdmin', 'endEarly', id, { endReason: '案件已侦查终结' })
  assert.deepEqual(Object.keys(deferrals.at(-1) ?? {}).toSorted(), ['ended', 'matter', 'target', 'until'])
  assert.deepEqual(await seen('resident', id), ['place', 'toTell'])
  const told = await database.scoped(people.resident, tx => notices(tx, people.resident, 50))
  assert.ok(told.some(notice => notice.matter === id))
  for (const who of ['handler', 'securityAdmin', 'countyLead'] as const) {
    const all = JSON.stringify([await page(people[who], id), await database.scoped(people[who], tx => tx.query('select to_jsonb(p) as party from party p where matter = $1::uuid', [id]))])
    assert.ok(!all.includes(people.resident.account), `${who} does not learn who reported`)
  }
})

test('whom a matter concerns is asked by its id and county', async () => {
  const city = live(house)
  const id = await city.opens('neighbour', { text: '村口路灯不亮', place: '630202001001' })
  const ask = (what: JsonObject) => database.scoped(people.securityAdmin, tx => concerned(tx, what))
  assert.deepEqual([await ask({ id, county: '630202' }), await ask({ id, county: '630203' }), await ask({ id: 'x', county: '630202' })], [[people.neighbour.account], [], undefined])
})
