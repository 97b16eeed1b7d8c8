import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { levelOf } from '../kernel/region.ts'
import { haidongRegions } from './haidong.ts'
import { committeeName, placeInEnglish, plainName } from './region-name.ts'
import { parseRegions, taken } from './regions.ts'

const csv = readFileSync(new URL('./data/haidong-regions.csv', import.meta.url), 'utf8')
const lines = csv.trimEnd().split('\n')
const rows = haidongRegions()
const count = (of: (row: (typeof rows)[number]) => string): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const row of rows) found[of(row)] = (found[of(row)] ?? 0) + 1
  return found
}
const repeated = (keys: readonly string[]): number => new Set(keys.filter((key, i) => keys.indexOf(key) !== i)).size

test('the tree of Haidong: 1 city, 6 counties, 98 towns, 1,665 villages', () => {
  assert.deepEqual(count(row => levelOf(row.code)), { city: 1, county: 6, township: 98, village: 1665 })
  assert.deepEqual(count(row => row.kind), {
    city: 1, district: 2, county: 4, street: 5, town: 31, township: 59, zone: 7, residents: 74, village: 1587,
  })
})

test('names repeat, which is why the full path is shown', () => {
  const villages = rows.filter(row => row.code.length === 12)
  assert.equal(repeated(villages.map(row => row.listed)), 122, 'groups of equal names in the city as listed')
  assert.equal(repeated(villages.map(row => row.code.slice(0, 6) + row.listed)), 69, 'groups of equal names inside a county as listed')
  assert.equal(repeated(villages.map(row => row.code.slice(0, 6) + row.name)), 70, 'one more once styles are levelled')
  assert.equal(repeated(villages.map(row => row.code.slice(0, 9) + row.name)), 0, 'never inside a town')
  assert.equal(villages.filter(row => row.listed === '大庄村委会').length, 13)
})

test('every style of name levels to a plain one, and to the committee’s own without a doubled ending', () => {
  const cases = [
    ['东关村委会', 'village', '东关村', '东关村民委员会'],
    ['下加合村民委员会', 'village', '下加合村', '下加合村民委员会'],
    ['七里店东村村委会', 'village', '七里店东村', '七里店东村村民委员会'],
    ['新村一村民委员会', 'village', '新村一村', '新村一村民委员会'],
    ['怡春居委会', 'residents', '怡春社区', '怡春居民委员会'],
    ['城东居民委员会', 'residents', '城东社区', '城东居民委员会'],
    ['朝阳山社区居委会', 'residents', '朝阳山社区', '朝阳山社区居民委员会'],
    ['海鸿社区居民委员会', 'residents', '海鸿社区', '海鸿社区居民委员会'],
    ['高庙镇社区', 'residents', '高庙镇社区', '高庙镇社区居民委员会'],
  ] as const
  for (const [listed, kind, plain, committee] of cases) {
    assert.equal(plainName(listed, kind), plain)
    assert.equal(committeeName(listed, kind), committee)
  }
  for (const { name, kind } of rows) {
    if (kind === 'village') assert.match(name, /[^委会]村$/)
    if (kind === 'residents') assert.match(name, /社区$/)
    assert.doesNotMatch(name, /社区社区|委会$|委员会$/)
  }
})

test('places in English', () => {
  assert.equal(placeInEnglish('平安区'), "Ping'an District")
  assert.equal(placeInEnglish('民和回族土族自治县'), 'Minhe Hui and Tu Autonomous County')
  assert.equal(placeInEnglish('文都藏族乡'), 'Wendu Tibetan Township')
  assert.deepEqual(['第一网格', '第十网格', '第十二网格', '第二十网格', '第三十四网格', '第5网格'].map(placeInEnglish), ['Grid 1', 'Grid 10', 'Grid 12', 'Grid 20', 'Grid 34', 'Grid 5'])
  assert.equal(placeInEnglish('老街网格'), 'Laojie Grid')
  for (const { name } of rows) assert.match(placeInEnglish(name), /^[A-Z][A-Za-zü' ,]+$/)
})

test('each fault is told by line and column, and what hangs on a faulty region falls with it', () => {
  const { rows: sound, faults } = parseRegions([
    'code,level,parent,name',
    '6302,city,,海东市',
    '630202,county,6302,乐都区',
    '630203,township,6302,平安区',
    '630203001,township,630203,平安街道',
    '630202103,township,630203,高庙镇',
    '63020210,township,630202,某镇',
    '630202,county,6302,乐都区',
    '630202104,township,630202,',
    '630202105,township,630202,高店镇,多',
    '630202106,township,630202,瞿昙镇<b>',
  ].join('\r\n'))
  assert.deepEqual(sound.map(row => row.code), ['6302', '630202'])
  assert.deepEqual(faults.map(({ line, column }) => [line, column]), [
    [4, 'level'], [5, 'parent'], [6, 'parent'], [7, 'code'], [8, 'code'], [9, 'name'], [10, ''], [11, 'name'],
  ])
  assert.equal(taken({ rows: sound, faults }, 'none').length, 0)
  assert.equal(taken({ rows: sound, faults }, 'sound').length, 2)
})

test('missing columns, an open quote and a list that attaches to known regions', () => {
  assert.deepEqual(parseRegions('code,name\n6302,海东市').faults.map(one => one.column), ['level', 'parent'])
  assert.equal(parseRegions('').faults.length, 4)
  assert.equal(parseRegions('code,level,parent,name\n6302,city,,"海东市').faults.length, 1)
  assert.deepEqual(parseRegions('name,parent,code,level\n高庙镇,630202,630202103,township', ['630202']).faults, [])
})

test('any single damaged cell is found on its own line, and nothing else but what hangs on it is lost', () => {
  const body = lines.slice(1)
  fc.assert(fc.property(fc.integer({ min: 7, max: body.length - 1 }), fc.integer({ min: 0, max: 3 }), (at, column) => {
    const cells = body[at]!.split(',')
    const code = cells[0]!
    cells[column] = column === 1 ? 'grid' : column === 3 ? '' : 'x1'
    const { rows: sound, faults } = parseRegions([lines[0], ...body.with(at, cells.join(','))].join('\n'))
    const lost = rows.filter(row => row.code.startsWith(code))
    assert.equal(sound.length, rows.length - lost.length)
    assert.equal(faults.length, lost.length)
    assert.ok(faults.some(one => one.line === at + 2 && one.column === ['code', 'level', 'parent', 'name'][column]))
  }), { numRuns: 20 })
})
