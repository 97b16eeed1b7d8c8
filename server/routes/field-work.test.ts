import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { writeRegions } from '../../registers/grids/change.ts'
import { readCells } from '../sheets/read.ts'
import { instant } from '../../test/helpers/play.ts'
import { uploadTo } from '../../test/helpers/multipart.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people, type Name } from '../../test/helpers/world.ts'
import type { DoorsView, GridWorkersView, HouseholdView, MatterView, Page, Problem, SheetView, SubsidyLedger } from '../wire.ts'

let world: TestSite
const [village, west] = ['630202001001', '630202001002']
before(async () => {
  world = await openTestSite()
  world.setNow(instant('2026-07-02 10:00'))
  await world.database.scoped(system, async tx => {
    await writeRegions(tx, [{ code: `${west}001`, name: '西一网格' }, { code: `${west}002`, name: '西二网格' }], '2024-01-01')
    await tx.query(
      `insert into household (county, id, code, village, team, address, size, since) select '630202', gen_random_uuid(), $1 || '-' || lpad(n::text, 4, '0'), $1, '一社', '一社' || n || '号', 2, '2023-02-01' from generate_series(1, 60) n`, [village])
    await tx.query(
      `insert into household (county, id, code, village, address, since) select '630202', gen_random_uuid(), $1 || '-' || lpad(n::text, 4, '0'), $1, '西街' || n || '号', '2023-02-01' from generate_series(1, 4) n`, [west])
    await tx.query(`insert into grid_household (county, grid, household, since, source) select '630202', $1, id, '2024-01-01', gen_random_uuid() from household where village = $2`, [`${west}001`, west])
    await tx.query(`insert into person (county, id, village, household, name, pinyin, head) select county, gen_random_uuid(), village, id, '古丽巴哈尔·阿卜杜热西提', 'gu li', true from household where code = $1`, [`${village}-0001`])
  })
  await world.site.directory.refresh()
})
after(() => world.close())

const readings = async (who: Name, register?: string) => (await world.database.owner(tx => tx.query<{ matter: string | null; register: string | null; region: string; purpose: string; people: number; facts: readonly string[] }>(
  'select matter, register, region, purpose, people, facts from access_log where account = $1::uuid order by at, id', [people[who].account]))).filter(row => register === undefined || row.register === register)

test('21.2, 21.3: where hands are wanting, whose term ends and which grids are too small, by numbers alone', async () => {
  await world.database.owner(tx => tx.query(`update post set until = '2026-07-20' where kind = 'gridWorker' and region = $1`, [village]))
  const lead = await world.as('townLead')
  const { status, body } = await lead.get<GridWorkersView>('/api/grid-workers?region=630202001')
  assert.equal(status, 200)
  assert.deepEqual(body.rows.map(({ village: { code }, full, part, vacant, grids, unmanned, ending, households, outside }) => [code, full, part, vacant, grids, unmanned, ending, households, outside.map(one => [one.grid.code, one.households])]), [
    [village, 1, 0, false, 1, 0, 1, 60, []], [west, 1, 0, false, 2, 0, 0, 4, [[`${west}001`, 4]]],
  ])
  assert.deepEqual([body.band, body.soon, body.vacant], [{ least: 50, most: 300 }, 30, 0])
  assert.doesNotMatch(JSON.stringify(body), /gridWorker/, 'nobody is named')
  await world.database.owner(tx => tx.query(`update post set region = $1 || '001', office = null where kind = 'gridWorker' and region = $1`, [west]))
  assert.deepEqual((await lead.get<GridWorkersView>('/api/grid-workers?region=630202001')).body.rows.map(row => row.unmanned), [0, 1])
  await world.database.owner(tx => tx.query(`update post set until = '2026-07-01' where kind = 'gridWorker' and region = $1`, [village]))
  assert.deepEqual((await lead.get<GridWorkersView>('/api/grid-workers?region=630202001')).body.rows.map(row => [row.vacant, row.unmanned]), [[true, 1], [false, 1]])
  await world.database.owner(tx => tx.query(`update post set until = null where kind = 'gridWorker'`))
})

test('households are named by who works there or plans for them; nobody behind a door is told', async () => {
  const seen = async (who: Name) => (await (await world.as(who)).get<DoorsView>(`/api/households?village=${village}`)).body.rows.length
  assert.deepEqual([await seen('gridWorker'), await seen('committee'), await seen('handler'), await seen('townLead')], [60, 60, 60, 60])
  assert.deepEqual([await seen('resident'), await seen('westCommittee'), await seen('transport'), await seen('otherDispatcher'), await seen('auditor')], [0, 0, 0, 0, 0])
  const { body, text } = await (await world.as('handler')).get<DoorsView>(`/api/households?village=${west}`)
  assert.deepEqual(body.rows[0], { code: `${west}-0001`, address: '西街1号', since: '2023-02-01', grid: body.rows[0]?.grid })
  assert.equal(body.rows[0]?.grid?.code, `${west}001`)
  assert.doesNotMatch(text, /古丽/)
})

test('20.2: what a phone takes along is entered in the log as it is read: each page of the roll, each matter with sensitive facts', async () => {
  const worker = await world.as('gridWorker')
  const errand = await worker.step('/api/errand/ask', { input: { service: '城乡居民医保参保登记', place: village, name: '王小明', consent: 'self', agreed: '代为提交，用完归还' } })
  assert.equal(errand.status, 200, errand.text)
  const before = (await readings('gridWorker')).length
  // The questions of web/field/outbox/take-along.ts: the list, each matter, each page of the roll.
  const { body: list } = await worker.get<Page<{ readonly id: string }>>('/api/matters?scope=region&limit=50')
  assert.ok(list.rows.some(row => row.id === errand.body.id))
  for (const row of list.rows) assert.equal((await worker.get<MatterView>(`/api/matters/${row.id}`)).status, 200)
  let cursor: string | undefined
  let pages = 0
  do {
    const page: Page<HouseholdView> = (await worker.get<Page<HouseholdView>>(`/api/people?village=${village}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)).body
    cursor = page.next
    pages += 1
  } while (cursor !== undefined)
  const entered = (await readings('gridWorker')).slice(before)
  assert.equal(pages, 2)
  assert.deepEqual(entered.filter(row => row.register === 'people').map(row => [row.region, row.purpose, row.people]).toSorted((a, b) => Number(a[2]) - Number(b[2])), [[village, 'duty', 0], [village, 'duty', 1]])
  assert.deepEqual(entered.filter(row => row.matter !== null).map(row => [row.matter, row.facts.includes('name')]), [], 'one’s own errand is no reading of somebody else’s')
  const handler = await world.as('handler')
  await handler.get(`/api/matters/${errand.body.id}`)
  assert.deepEqual((await readings('handler')).filter(row => row.matter === errand.body.id).map(row => row.facts), [['name']])
})

test('21.3: the ledger of a month and of a worker, with what was paid, disputed and in all; each reading and export is logged', async () => {
  const [handler, colleague, lead, worker] = [await world.as('handler'), await world.as('colleague'), await world.as('townLead'), await world.as('gridWorker')]
  const took = async (client: typeof handler, url: string, body: object) => { const answer = await client.step(url, body); assert.equal(answer.status, 200, answer.text); return answer.body }
  world.setNow(instant('2026-05-20 10:00'))
  const rule = await took(handler, '/api/subsidy-scheme/draft', { input: { region: '630202001', title: '碾伯街道网格员补贴办法', instrument: '碾办〔2026〕12号', mode: 'fixed', full: 50_000, part: 20_000, since: '2026-05-20' } })
  await took(lead, `/api/matters/${rule.id}/adopt`, { seq: rule.seq, input: {} })
  world.setNow(instant('2026-07-02 10:00'))
  const months = ['2026-05-31', '2026-06-30']
  const ids: string[] = []
  for (const monthDay of months) {
    const made = await took(handler, '/api/subsidy/compute', { input: { place: village, worker: people.gridWorker.account, monthDay } })
    ids.push(made.id)
    const approved = await took(colleague, `/api/matters/${made.id}/approve`, { seq: made.seq, input: {} })
    if (monthDay === '2026-05-31') await took(lead, `/api/matters/${made.id}/pay`, { seq: approved.seq, input: { voucher: 'ZF-1', paidOn: '2026-07-02' } })
    else await took(worker, `/api/matters/${made.id}/dispute`, { seq: approved.seq, input: { dispute: '少算了两次走访' } })
  }
  const may = (await handler.get<SubsidyLedger>('/api/subsidies?region=630202001&month=2026-05')).body
  assert.deepEqual(may.rows.map(row => [row.id, row.name, row.stage, row.fen, row.disputed]), [[ids[0], 'gridWorker', 'paid', 50_000, false]])
  assert.deepEqual(may.totals, { workers: 1, paid: 1, fen: 50_000, open: 0, disputed: 0 })
  const own = (await lead.get<SubsidyLedger>(`/api/subsidies?region=630202001&worker=${people.gridWorker.account}`)).body
  assert.deepEqual(own.rows.map(row => [row.month, row.stage, row.fen, row.disputed]), [['2026-06', 'disputed', undefined, true], ['2026-05', 'paid', 50_000, false]])
  assert.deepEqual(own.totals, { workers: 1, paid: 1, fen: 50_000, open: 1, disputed: 1 })
  const sheet = await handler.get('/api/subsidies.xlsx?region=630202001&month=2026-05')
  assert.equal(sheet.status, 200)
  const cells = JSON.stringify(await readCells(sheet.bytes))
  for (const word of ['gridWorker', '500.00', '已发放', '2026-05']) assert.ok(cells.includes(word), word)
  assert.equal((await readings('handler', 'subsidies')).length, 2)
  for (const [who, status] of [['resident', 403], ['gridWorker', 403], ['committee', 403], ['transport', 403], ['otherDispatcher', 403], ['deputy', 403], ['countyClerk', 200], ['dispatcher', 200]] as const) {
    assert.equal((await (await world.as(who)).get<Problem>('/api/subsidies?region=630202001&month=2026-05')).status, status, who)
  }
  for (const query of ['region=630202001', `region=630202001&month=2026-05&worker=${people.gridWorker.account}`, 'region=630202001&month=2026-13']) assert.equal((await handler.get(`/api/subsidies?${query}`)).status, 400, query)
})

test('a sheet of households is tried as xlsx or as CSV, in UTF-8 and as Excel saves it here, each bad cell by its place', async () => {
  const committee = await world.as('committee')
  const upload = (bytes: Buffer, name: string) => uploadTo<SheetView & Problem>(committee, '/api/sheets/household-change/households', bytes, name)
  const text = '门牌,社、楼栋,人数,户主\r\n二社1号,二社,3,旦增·次仁罗布\r\n二社2号,二社,很多,\r\n'
  const told = await upload(Buffer.from(text), '户册.csv')
  assert.deepEqual([told.status, told.body.rows[0], told.body.faults.map(one => [one.row, one.column, one.cell])], [200, { door: '二社1号', team: '二社', size: 3, head: '旦增·次仁罗布' }, [[1, 'size', 'C3']]])
  // 门牌,户主 / 二社1号,王小明 in GB 18030.
  const gbk = Buffer.from([0xc3, 0xc5, 0xc5, 0xc6, 0x2c, 0xbb, 0xa7, 0xd6, 0xf7, 0x0d, 0x0a, 0xb6, 0xfe, 0xc9, 0xe7, 0x31, 0xba, 0xc5, 0x2c, 0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7])
  assert.deepEqual((await upload(gbk, 'huce.CSV')).body.rows, [{ door: '二社1号', head: '王小明' }])
  assert.equal((await upload(Buffer.from('没有表头的一行'), 'x.csv')).status, 400)
  assert.equal((await upload(Buffer.from('"门牌,没有合上'), 'x.csv')).status, 400)
  assert.equal((await upload(Buffer.from(text), 'x.txt')).status, 415)
})
