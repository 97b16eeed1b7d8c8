import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { act } from '../../store/act.ts'
import { took } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { uploadTo } from '../../test/helpers/multipart.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { idOf, people } from '../../test/helpers/world.ts'
import type { SheetView } from '../wire.ts'
import type { PointsLedger } from '../wire/points.ts'

const [county, village] = ['630202', '630202101201']
const [h1, h2] = [`${village}-0001`, `${village}-0002`]

let world: TestSite
before(async () => {
  world = await openTestSite()
  world.setNow(instant('2026-06-16 10:00'))
  await world.database.owner(async tx => {
    for (const [n, code] of [h1, h2].entries()) {
      await tx.query(`insert into household (county, id, code, village, address, since) values ($1, $2::uuid, $3, $4, $5, '2023-02-01')`, [county, idOf(code), code, village, `一社${n + 1}号`])
    }
    await tx.query(`insert into person (county, id, village, household, name, pinyin) values ($1, $2::uuid, $3, $4::uuid, '王小明', 'wangxiaoming')`, [county, idOf('person'), village, idOf(h1)])
    await tx.query('update account set home = $2, person = $3::uuid where id = $1::uuid', [people.villager.account, village, idOf('person')])
  })
})
after(() => world.close())

test('27.3: a ledger kept in a sheet is tried first: unknown and doubled households are painted before anything is sent', async () => {
  const csv = `户编码,余额\n${h1},12\n${village}-0099,5\n${h2},7\n${h1},3\n`
  const tried = async (who: 'villageCommittee' | 'westCommittee') => (await uploadTo<SheetView>(await world.as(who), '/api/sheets/points-opening/balances', Buffer.from(csv), '台账.csv')).body
  const { rows, bad, faults } = await tried('villageCommittee')
  assert.deepEqual([rows.length, bad, faults.map(one => [one.row, one.column, one.cell])], [4, 2, [[1, 'household', 'A3'], [3, 'household', 'A5']]])
  assert.match(JSON.stringify(faults[1]?.why), /与第 1 行重复/)
  assert.equal((await tried('westCommittee')).faults.filter(one => one.why.zh.includes('户册')).length, 4, 'another village’s register is not told to who has no part in it')
})

test('27.2, 27.3: anyone takes along the poster of a scheme and of a posting; households stay masked on it, and what is not public has none', async () => {
  const items = [{ code: '01', what: '庭院整洁', affair: 'A01', points: 5, most: 40, by: 'either', evidence: 'record' }]
  const opens = async (who: 'villageCommittee' | 'ruralClerk', procedure: string, step: string, input: JsonObject): Promise<string> => took(await act(world.site.house, people[who], { id: randomUUID(), procedure, step, input }, instant('2026-06-16 10:00'))).id
  await act(world.site.house, people.ruralLead, { id: randomUUID(), matter: await opens('ruralClerk', 'points-catalogue', 'draft', { region: '630202101', title: '雨润镇积分事项目录', instrument: '雨政〔2026〕8号', affairs: [{ code: 'A01', what: '环境卫生', least: 1, most: 10 }], since: '2026-06-16' }), step: 'adopt', seq: 1, input: {} }, instant('2026-06-16 10:00'))
  const scheme = await opens('villageCommittee', 'points-scheme', 'begin', { title: '荒滩村积分办法', village, period: 'month', items, rewards: [{ code: 'R1', what: '洗衣粉', points: 10, fen: 800 }], budget: 500_000, pointFen: 80 })
  await world.database.scoped(system, tx => world.site.house.recorders['points-scheme']?.(tx, { do: 'adopt', county, village, matter: scheme, title: '荒滩村积分办法', period: 'month', items, rewards: [], budget: 0, pointFen: 0, resolution: randomUUID(), since: '2026-06-16' }, instant('2026-06-16 10:00')) ?? assert.fail('no register'))
  await opens('villageCommittee', 'points-award', 'record', { village, title: '六月评比', kin: 'none', awards: [{ household: h1, item: '01', times: 1, day: '2026-06-16', evidence: '评比表第 1 页' }] })
  const posting = await opens('villageCommittee', 'points-posting', 'show', { village, title: '六月积分公示' })
  const anybody = world.anybody()
  const page = async (of: string, id: string, as = 'html') => anybody.get(`/api/points/${of}/${id}/poster.${as}`)
  assert.match((await page('schemes', scheme)).text, /class="large"[\s\S]*荒滩村积分办法（草案，征求意见）[\s\S]*庭院整洁：每次 5 分/)
  const shown = await page('postings', posting)
  assert.match(shown.text, /class="large"[\s\S]*六月积分公示[\s\S]*户 \*\*01　庭院整洁　加 5 分/)
  assert.ok(!shown.text.includes(h1) && !shown.text.includes('一社'), 'no household in full')
  for (const [of, id] of [['schemes', scheme], ['postings', posting]] as const) assert.deepEqual((await page(of, id, 'docx')).bytes.subarray(0, 2).toString(), 'PK')
  assert.deepEqual([(await page('postings', scheme)).status, (await page('schemes', posting)).status, (await page('postings', randomUUID())).status, (await page('awards', posting)).status], [404, 404, 404, 400])
})

test('27.3: the ledger and statements are for who works in the village or its township, each reading of them is entered, and nobody further up reads them', async () => {
  await world.database.scoped(system, async tx => {
    const hands = (register: string, row: object) => world.site.house.recorders[register]?.(tx, { county, village, ...row }, instant('2026-06-16 10:00'))
    const line = (household: string, points: number) => ({ household, item: '01', what: '庭院整洁', points, day: '2026-06-16', scheme: randomUUID(), evidence: '签到表第 3 页' })
    await hands('points-award', { matter: randomUUID(), scorer: people.villageCommittee.account, lines: [line(h1, 5), line(h2, 3)] })
  })
  const ledger = async (who: 'villageCommittee' | 'ruralLead' | 'villager' | 'westCommittee' | 'auditor' | 'countyLead' | 'cityLead') => (await (await world.as(who)).get<PointsLedger>(`/api/points/ledger?village=${village}`)).status
  assert.deepEqual(await Promise.all((['villageCommittee', 'ruralLead', 'villager', 'westCommittee', 'auditor', 'countyLead', 'cityLead'] as const).map(ledger)), [200, 200, 403, 403, 403, 403, 403])
  const statement = async (who: 'villageCommittee' | 'villager' | 'otherVillager' | 'westCommittee' | 'countyLead') => (await (await world.as(who)).post('/api/points/statement', { household: h2 })).status
  assert.deepEqual(await Promise.all((['villageCommittee', 'villager', 'otherVillager', 'westCommittee', 'countyLead'] as const).map(statement)), [200, 404, 404, 404, 403])
  const read = await world.database.owner(tx => tx.query<{ account: string; region: string; people: number }>(`select account, region, people from access_log where register = 'points' order by people, account`))
  assert.deepEqual(read.map(one => [one.region, one.people]), [[village, 1], [village, 2], [village, 2]], 'one statement, and two readings of the whole')
  for (const who of ['countyLead', 'cityLead'] as const) {
    const rows = await world.database.scoped(people[who], tx => tx.query('select id from points_line union all select id from ledger_account union all select id from ledger_transfer'))
    assert.deepEqual(rows, [], `${who}, asking the database itself`)
  }
})
