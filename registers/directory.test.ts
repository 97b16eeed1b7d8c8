import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parentOf } from '../kernel/region.ts'
import { regionOfOffice } from '../kernel/post.ts'
import { departments, peoplesOrganisations } from '../regulation/bearers.ts'
import { haidongRegions } from './haidong.ts'
import { isOfficeKind, officeKinds } from './office-kinds.ts'
import { officesFor } from './offices.ts'
import { shippedDirectory } from './reference.ts'

const rows = haidongRegions()
const directory = shippedDirectory(rows)
const codes = (text: string, more?: Parameters<typeof directory.searchRegions>[1]) => directory.searchRegions(text, more).map(region => region.path.join(' '))

test('a region knows its path, its children and its name in English', () => {
  assert.deepEqual(directory.path('630202103200'), ['海东市', '乐都区', '高庙镇', directory.region('630202103200')?.name])
  assert.deepEqual(directory.path('999999'), [])
  assert.equal(directory.children('6302').length, 6)
  assert.equal(directory.children('630202').length, 21)
  assert.equal(directory.region('630203')?.en, "Ping'an District")
  const all = directory.children('6302').flatMap(county => directory.children(county.code)).flatMap(town => directory.children(town.code))
  assert.equal(all.length, 1665)
})

test('regions are found by part of the name, pinyin, initials, listed style, code, and narrowed by the path', () => {
  assert.equal(codes('乐都区')[0], '海东市 乐都区')
  assert.equal(codes('ledu')[0], '海东市 乐都区')
  assert.equal(codes('ldq')[0], '海东市 乐都区')
  assert.equal(codes('gaomiao', { level: 'township' })[0], '海东市 乐都区 高庙镇')
  assert.equal(directory.searchRegions('大庄村委会', { limit: 50 }).filter(region => region.listed === '大庄村委会').length, 13)
  assert.deepEqual(codes('高庙 新庄'), codes('gm xinzhuang'))
  assert.ok(codes('高庙 新庄').every(path => path.startsWith('海东市 乐都区 高庙镇 ')))
  assert.deepEqual(codes('630202103', { level: 'township' }), ['海东市 乐都区 高庙镇'])
  assert.ok(codes('大庄', { within: '630222' }).every(path => path.startsWith('海东市 民和')))
  assert.deepEqual(codes('  '), [])
  assert.deepEqual(codes('没有这个地方'), [])
})

test('every region is found by its own name, pinyin and initials, inside its parent', () => {
  fc.assert(fc.property(fc.constantFrom(...rows.filter(row => row.code.length > 4)), row => {
    const initials = row.pinyin.split(' ').map(syllable => syllable.charAt(0)).join('')
    for (const text of [row.name, row.listed, row.pinyin.replaceAll(' ', ''), initials]) {
      const found = directory.searchRegions(text, { within: parentOf(row.code) ?? '', limit: 2000 })
      assert.ok(found.some(region => region.code === row.code), text)
    }
  }))
})

test('offices: seventeen departments and seven organisations at city and county, by their official names', () => {
  for (const region of ['6302', '630202', '630222']) {
    const kinds = directory.officesIn(region).map(office => office.kind)
    for (const kind of [...Object.keys(departments), ...Object.keys(peoplesOrganisations)]) assert.ok(kinds.includes(kind), `${region}/${kind}`)
  }
  assert.equal(Object.keys(departments).length, 17)
  const names = {
    '630202/civil-affairs': '海东市乐都区民政局', '630202001/gov': '碾伯街道办事处', '630202103/gov': '高庙镇人民政府',
    '630222/gov': '民和回族土族自治县人民政府', '630202/public-security': '海东市公安局乐都分局', '630222/public-security': '民和回族土族自治县公安局',
    '630202103/police-station': '高庙派出所', '630202400/gov': '海东工业园区乐都工业园管理委员会', '6302/hotline': '海东市12345政务服务便民热线',
    '6302/court': '海东市中级人民法院', '630202/youth-league': '共青团海东市乐都区委员会',
  }
  for (const [code, zh] of Object.entries(names)) assert.equal(directory.office(code)?.zh, zh)
})

test('every place has a centre and a government above it, every village but the four zones a committee', () => {
  const offices = officesFor(rows)
  assert.equal(offices.length, new Set(offices.map(office => office.code)).size)
  assert.equal(offices.filter(office => office.code.endsWith('/committee')).length, 1661)
  for (const { code } of rows.filter(row => row.code.length === 9)) {
    assert.ok(directory.office(`${code}/centre`) && directory.office(`${code}/gov`), code)
  }
  for (const { code, superior, zh, en } of offices) {
    assert.ok(isOfficeKind(code.slice(code.indexOf('/') + 1)))
    assert.doesNotMatch(zh, /社区社区|委员会委员会|居委会|村委会/)
    assert.ok(en.length > 0)
    if (superior !== undefined) assert.ok(directory.office(superior), `${code} under ${superior}`)
  }
})

test('the offices for a place are those of the regions that hold it, nearest first', () => {
  const found = directory.officesFor('630202103200')
  assert.deepEqual([...new Set(found.map(office => regionOfOffice(office.code)))], ['630202103200', '630202103', '630202', '6302'])
  assert.equal(found[0]?.kind, 'committee')
  assert.deepEqual(directory.searchOffices('minzhengju', '630202103200').map(office => office.code), ['630202/civil-affairs', '6302/civil-affairs'])
  assert.equal(directory.searchOffices('Transport', '630202103200')[0]?.code, '630202/transport')
})

test('kinds of office are named in both languages', () => {
  for (const { zh, en } of Object.values(officeKinds)) assert.ok(zh !== '' && en !== '')
})
