import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import writeSheets from 'write-excel-file/node'
import { core, zip } from '../../test/helpers/documents.ts'
import { uploadTo } from '../../test/helpers/multipart.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { table } from '../../test/helpers/table.ts'
import { zipParts } from '../files/zip.ts'
import { readCells } from '../sheets/read.ts'
import { textIn } from '../sheets/cell.ts'
import type { Problem, SheetView } from '../wire.ts'

let world: TestSite
let dispatcher: Client
before(async () => {
  world = await openTestSite({ procedures: [table] })
  dispatcher = await world.as('dispatcher')
})
after(() => world.close())

const url = '/api/sheets/table/items'
type Cell = string | number | boolean | Date | null
const made = (rows: readonly (readonly Cell[])[]): Promise<Buffer> =>
  writeSheets(rows.map(row => row.map(value => (value === null ? null : { value, type: value.constructor as StringConstructor, ...(value instanceof Date && { format: 'yyyy-mm-dd' }) }))), { sheet: '数据' }).toBuffer()
const tried = async (rows: readonly (readonly Cell[])[]): Promise<SheetView> => {
  const answer = await uploadTo<SheetView>(dispatcher, url, await made(rows))
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const heads = ['编码', '类别', '每次用时', '起始日期', '是否列入', '备注']
const part = (bytes: Buffer, name: string): string => zipParts(bytes)?.find(one => one.name === name)?.read(1e7)?.toString() ?? ''
const counted = (name: 'file' | 'access_log'): Promise<number | undefined> => world.database.owner(async tx => (await tx.query<{ n: number }>(`select count(*)::int as n from ${name}`))[0]?.n)
const cellsOf = async (bytes: Buffer) => (await readCells(bytes))?.map(row => row.map(textIn)) ?? []

test('the template has heads in both languages, lists to choose from, text columns as text, and says how each column is filled in', async () => {
  const { status, headers, bytes } = await dispatcher.get(`${url}.xlsx`)
  assert.equal(status, 200)
  assert.match(String(headers['content-disposition']), /filename\*=UTF-8''%E6%B5%8B/)
  assert.deepEqual(await cellsOf(bytes), [['编码 *\nCode', '类别 *\nKind', '每次用时 *\nTime each', '起始日期\nFrom', '是否列入\nListed', '备注\nNote']])
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
  assert.match(sheet, /<dataValidation type="list"[^>]*sqref="B2:B5001"><formula1>'选项 Options'!\$A\$2:\$A\$3<\/formula1>/)
  assert.match(sheet, /<col style="\d+" min="1"/)
  const [, text = ''] = /formatCode="([^"]*)"/.exec(part(bytes, 'xl/styles.xml')) ?? []
  assert.equal(text, '@')
  assert.ok(['自有事项', '协助事项', '已公布的填“是”', '整数，1 至 6000（分钟）'].every(one => part(bytes, 'xl/sharedStrings.xml').includes(one)))
  for (const wrong of ['/api/sheets/table/about.xlsx', '/api/sheets/table/toString.xlsx', '/api/sheets/nothing/items.xlsx']) assert.equal((await dispatcher.get(wrong)).status, 404, wrong)
  assert.equal((await world.anybody().get(`${url}.xlsx`)).status, 401)
})

test('what was filled in is read as people write it: labels, codes, days, numbers as text', async () => {
  const { rows, faults, bad, missing, unknown } = await tried([
    ['编码', 'Kind', '每次用时 *\nTime each', 'from', '是否列入', '备注', '经办人'],
    ['own-01', '自有事项', 30, new Date('2026-03-01T00:00:00Z'), '是', '=1+1', '某人'],
    [7, 'assist', '1,200 分钟', '2026年3月9日', true, null, null],
    [null, null, null, null, null, null, null],
    ['zz-02', 'Assisted', '45', 46091, 'no', '-3', null],
  ])
  assert.deepEqual([faults, bad, missing, unknown], [[], 0, [], ['经办人']])
  assert.deepEqual(rows, [
    { code: 'own-01', kind: 'own', minutes: 30, from: '2026-03-01', listed: true, note: '=1+1' },
    { code: '7', kind: 'assist', minutes: 1200, from: '2026-03-09', listed: true },
    { code: 'zz-02', kind: 'assist', minutes: 45, from: '2026-03-10', listed: false, note: '-3' },
  ])
})

test('each bad cell is named as the sheet names it, what was typed stays, and nothing is kept', async () => {
  const { rows, faults, bad } = await tried([['二〇二六年事项', null], ['编码', '类别', '每次用时', '起始日期'], ['a', '别的', 30, null], [null, '自有事项', 0, '2026-02-31'], ['c', '协助事项', 'x', null]])
  assert.deepEqual(faults.map(one => [one.cell, one.row, one.column, one.why.zh]), [
    ['B3', 0, 'kind', '请从所列选项中选择'], ['A4', 1, 'code', '请填写编码'], ['C4', 1, 'minutes', '须为 1 至 6000 的整数'], ['D4', 1, 'from', '日期须为年-月-日'], ['C5', 2, 'minutes', '须为 1 至 6000 的整数'],
  ])
  assert.deepEqual([bad, rows[0]?.['kind'], rows[2]?.['minutes']], [5, '别的', 'x'])
  assert.equal(await counted('file'), 0)
})

test('columns that are missing are told once, and heads that name none', async () => {
  const { faults, missing, unknown } = await tried([['编码', '用时'], ['a', 1], ['b', 2]])
  assert.deepEqual([missing, unknown], [['kind', 'minutes', 'from', 'listed', 'note'], ['用时']])
  assert.deepEqual(faults.map(one => one.why.zh), ['表中缺少“类别”一列', '表中缺少“每次用时”一列'])
  const none = await uploadTo<Problem>(dispatcher, url, await made([['甲', '乙'], ['1', '2']]))
  assert.deepEqual([none.status, none.body.words.zh], [400, '没有找到表头'])
  assert.match(none.body.remedy?.zh ?? '', /编码、类别/)
})

test('thousands of faults are counted, and the first told; too many rows are one fault of the table', async () => {
  const many = await tried([heads, ...Array.from({ length: 700 }, () => ['a', '别的', 5])])
  assert.deepEqual([many.rows.length, many.faults.length, many.bad], [700, 500, 700])
  const long = await tried([heads, ...Array.from({ length: 5001 }, (_, i) => [`a${i}`, 'own', 5])])
  assert.deepEqual([long.bad, long.faults[0]?.why.zh], [1, '须有 1 至 5000 行'])
})

test('what is no sheet, or made to harm, is refused', async () => {
  const asked = async (bytes: Uint8Array) => { const { status, body } = await uploadTo<Problem>(dispatcher, url, bytes); return [status, body.code] }
  const types = ['[Content_Types].xml', '<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'] as const
  assert.deepEqual(await asked(Buffer.from('编码,类别\na,own')), [415, 'unsupported-type'])
  assert.deepEqual(await asked(Buffer.alloc(0)), [400, 'bad-request'])
  assert.deepEqual(await asked(Buffer.alloc(6 * 1024 * 1024)), [413, 'too-large'])
  assert.deepEqual(await asked(zip([types, core('某人')])), [400, 'bad-request'], 'no workbook in it')
  assert.deepEqual(await asked(zip([types, ['xl/workbook.xml', ' '.repeat(40_000_000)]])), [400, 'bad-request'], 'unfolds to 40 MB')
  const good = await made([heads, ['a', 'own', 5]])
  const far = zip((zipParts(good) ?? []).map(one => [one.name, (one.read(1e6) ?? '').toString().replaceAll('<row r="2">', '<row r="2000000000">').replaceAll(/ r="([A-C])2"/g, ' r="$12000000000"')] as const))
  assert.deepEqual(await asked(far), [400, 'bad-request'], 'a cell two thousand million rows down')
  assert.equal((await dispatcher.post(url, {})).status, 415)
  assert.equal((await uploadTo(world.anybody(), url, good)).status, 401)
})

test('a sheet that LibreOffice made is read like our own', async t => {
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-sheet-'))
  try {
    await writeFile(join(folder, 'a.csv'), `${heads.join(',')}\nown-01,自有事项,30,2026-03-01,是,备注\n`)
    spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', folder, '--infilter=CSV:44,34,76,1', join(folder, 'a.csv')])
    if (!existsSync(join(folder, 'a.xlsx'))) { t.skip('LibreOffice Calc is not installed'); return }
    const { body } = await uploadTo<SheetView>(dispatcher, url, await readFile(join(folder, 'a.xlsx')))
    assert.deepEqual([body.bad, body.rows], [0, [{ code: 'own-01', kind: 'own', minutes: 30, from: '2026-03-01', listed: true, note: '备注' }]])
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a step that asks for a table takes 5,000 rows at once; any other stays short', async () => {
  const items = Array.from({ length: 5000 }, (_, i) => ({ code: `a-${i}`, kind: 'own', minutes: 30, note: '甲'.repeat(150) }))
  const long = await dispatcher.step('/api/table/keep', { input: { about: '清单', village: '630202001001', items } })
  assert.equal(long.status, 200, long.text.slice(0, 300))
  const { bytes } = await dispatcher.get(`/api/matters/${long.body.id}/sheets/items.xlsx`)
  assert.equal((await cellsOf(bytes)).length, 5001)
  const text = await dispatcher.step<Problem>('/api/request/report', { input: { text: '甲'.repeat(100_000) } })
  assert.deepEqual([text.status, text.body.words.zh], [413, '内容过大，最多 256 KiB'])
})

const keep = async (people?: readonly object[]) => {
  const input = { about: '清单', village: '630202001001', items: [{ code: 'a', kind: 'own', minutes: 30, from: '2026-03-01', listed: true, note: '=HYPERLINK("http://x")' }, { code: '+1', kind: 'assist', minutes: 5 }], ...(people && { people }) }
  const answer = await dispatcher.step('/api/table/keep', { input })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

test('a table is exported with who took it out, and read back as it was; nothing in it is a formula', async () => {
  const { id, number } = await keep()
  const { status, bytes } = await dispatcher.get(`/api/matters/${id}/sheets/items.xlsx`)
  assert.equal(status, 200)
  assert.deepEqual((await cellsOf(bytes)).slice(1), [['a', '自有事项', '30', '2026-03-01', '是', '=HYPERLINK("http://x")'], ['+1', '协助事项', '5', '', '', '']])
  const sheet = part(bytes, 'xl/worksheets/sheet1.xml')
  assert.doesNotMatch(sheet, /<f[ >]/)
  assert.match(sheet, /<c r="F2"[^>]* t="s"/)
  const told = part(bytes, 'xl/sharedStrings.xml')
  assert.ok([number, '导出人', '导出时间'].every(one => told.includes(one)), told)
  const again = await uploadTo<SheetView>(dispatcher, url, bytes)
  assert.deepEqual([again.body.bad, again.body.rows], [0, [{ code: 'a', kind: 'own', minutes: 30, from: '2026-03-01', listed: true, note: '=HYPERLINK("http://x")' }, { code: '+1', kind: 'assist', minutes: 5 }]])
})

test('who may not read the table gets its count and no word of it; who may leaves a reading in the log; a stranger finds nothing', async () => {
  const { id } = await keep([{ name: '某甲' }, { name: '某乙' }])
  const readings = () => counted('access_log')
  const before = await readings() ?? 0
  assert.equal((await dispatcher.get(`/api/matters/${id}/sheets/items.xlsx`)).status, 200)
  assert.equal(await readings(), before, 'the internal table opens nothing above')
  const seen = new Map<string, boolean>()
  for (const name of ['dispatcher', 'gridWorker', 'auditor', 'deputy', 'townLead'] as const) {
    const { status, bytes } = await (await world.as(name)).get(`/api/matters/${id}/sheets/people.xlsx`)
    if (status !== 200) continue
    const all = part(bytes, 'xl/sharedStrings.xml')
    seen.set(name, all.includes('某甲'))
    if (!all.includes('某甲')) assert.match(all, /共 2 行/)
  }
  assert.deepEqual(new Set(seen.values()), new Set([true, false]), JSON.stringify([...seen]))
  assert.ok((await readings() ?? 0) > before)
  for (const name of ['otherCountyDispatcher', 'resident'] as const) assert.equal((await (await world.as(name)).get(`/api/matters/${id}/sheets/items.xlsx`)).status, 404, name)
  assert.equal((await dispatcher.get(`/api/matters/${id}/sheets/about.xlsx`)).status, 404)
})
