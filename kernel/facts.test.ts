import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Fact, FactKind } from './fact.ts'
import {
  account, areas, choice, day, files, idNumber, instant, isUuid, matterRef, office, offices, people, personName, phone, point, reference, region, regions, rows, text, whole, yesNo,
} from './facts.ts'
import type { Json } from './words.ts'

const id = '0b8f6a52-6f0e-4d58-9d3e-2a1c7f1f0a11'
const other = '1b8f6a52-6f0e-4d58-9d3e-2a1c7f1f0a12'
const label = { zh: '事项', en: 'Thing' }
const place = { lon: 102.4, lat: 36.48, datum: 'wgs84' } as const

const corners: readonly (readonly [number, number])[] = [[102.4, 36.48], [102.41, 36.48], [102.41, 36.49], [102.4, 36.49], [102.4, 36.48]]
const square = { type: 'Polygon', coordinates: [corners] } as const

type Case = {
  readonly fact: Fact
  /** What comes in, and its tidy form where that is another. */
  readonly good: readonly (readonly [given: unknown, kept?: Json])[]
  readonly bad: readonly unknown[]
  readonly masks: readonly (readonly [value: Json, masked: Json])[]
}

const cases: { readonly [K in FactKind]: Case } = {
  text: {
    fact: text({ ...label, min: 2, max: 5 }),
    good: [['路灯'], ['  路灯坏了 \r\n', '路灯坏了'], ['马𠅤𬱖𠅤𬱖'], ['路\u200B灯', '路灯']],
    bad: ['', '灯', '  灯  ', '路灯坏了好久', 12, null, {}, ['路灯']],
    masks: [['路灯坏了', '…(≤10)'], ['路'.repeat(51), '…(≤200)']],
  },
  choice: {
    fact: choice({ yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }, label),
    good: [['yes'], ['no']],
    bad: ['maybe', '', 'toString', '__proto__', 1, null, ['yes']],
    masks: [['yes', '***']],
  },
  yesNo: { fact: yesNo(label), good: [[true], [false]], bad: ['true', 1, 0, null, 'on'], masks: [[true, '***']] },
  whole: {
    fact: whole({ ...label, min: 1, max: 30 }),
    good: [[1], [30]],
    bad: [0, 31, 1.5, '7', NaN, Infinity, null, 1n],
    masks: [[7, '***']],
  },
  day: {
    fact: day(label),
    good: [['2026-02-28'], ['2028-02-29']],
    bad: ['2026-02-29', '2026-2-3', '2026-13-01', '26-01-01', '2026-01-01T00:00', 20260101, null],
    masks: [['2026-02-28', '***']],
  },
  instant: {
    fact: instant(label),
    good: [['2026-06-08T10:00:00+08:00', '2026-06-08T02:00:00.000Z'], ['2026-06-08T02:00:00.000Z']],
    bad: ['2026-06-08T10:00:00', '2026-06-08', 'Tue, 9 Jun 2026 02:00 Z', '2026-06-08T25:00:00Z', 1780000000000, null],
    masks: [['2026-06-08T02:00:00.000Z', '***']],
  },
  region: {
    fact: region({ ...label, levels: ['village', 'grid'] }),
    good: [['630202001001'], ['630202001001003']],
    bad: ['630202001', '6302', '63020200100', '63020200100x', '', 630202001001, null],
    masks: [['630202001001', '***']],
  },
  regions: {
    fact: regions({ ...label, max: 2 }),
    good: [[['630202001001']], [['630202001002', '630202001001', '630202001002'].slice(0, 2), ['630202001001', '630202001002']]],
    bad: [[], ['630202001'], ['630202001001', '630202001002', '630202101201'], '630202001001', [630202001001], null],
    masks: [[['630202001001', '630202001002'], 2]],
  },
  rows: {
    fact: rows({ name: text({ ...label, max: 5 }), minutes: whole({ ...label, max: 60 }) }, { ...label, max: 2, optional: ['minutes'] }),
    good: [[[{ name: '垃圾' }]], [[{ name: ' 垃圾 ', minutes: 5 }, {}, { name: '' }], [{ name: '垃圾', minutes: 5 }]]],
    bad: [[], [{}], [{ minutes: 5 }], [{ name: '垃圾', minutes: 61 }], [{ name: '垃圾', colour: 'red' }], [{ name: 'a' }, { name: 'b' }, { name: 'c' }], ['垃圾'], {}, null],
    masks: [[[{ name: '垃圾' }], 1]],
  },
  office: {
    fact: office(label),
    good: [['630202/transport'], ['630202001001/committee']],
    bad: ['630202', '630202/', '/transport', '630202/Transport Office', '630202/1', 'x/transport', 7, null],
    masks: [['630202/transport', '***']],
  },
  offices: {
    fact: offices({ ...label, max: 2 }),
    good: [[['630202/transport']], [['630202/transport', '630202/transport'], ['630202/transport']]],
    bad: [[], ['630202'], ['630202/a', '630202/b', '630202/c'], ['630202/a', 7], '630202/transport', null],
    masks: [[['630202/transport'], '***']],
  },
  account: { fact: account(label), good: [[id]], bad: ['', id.toUpperCase(), `${id}0`, 'me', 7, null], masks: [[id, '***']] },
  matter: { fact: matterRef(label), good: [[id]], bad: ['', '630202-26-0000001', `{${id}}`, null], masks: [[id, '***']] },
  point: {
    fact: point(label),
    good: [[place], [{ ...place, metres: 12.5 }], [{ ...place, note: 'at the gate' }, place]],
    bad: [{ ...place, lon: 2.35 }, { ...place, lat: 60 }, { ...place, lon: '102.4' }, { ...place, lat: NaN }, { lon: 102.4, lat: 36.48 }, { ...place, datum: 'bd09' }, [102.4, 36.48], '102.4,36.48', null],
    masks: [[place, '***']],
  },
  areas: {
    fact: areas({ ...label, max: 2, points: 10 }),
    good: [
      [[{ code: '001', name: '一网格', shape: square }]], [[{ code: '630202001001001', name: ' 东  片 ', teams: ['一社', '一社'], note: 'x' }], [{ code: '630202001001001', name: '东 片', teams: ['一社'] }]],
      [[{ code: '001', name: '一网格', shape: { ...square, coordinates: [corners.map(([lon, lat]) => [lon + 1e-9, lat, 2300])] } }], [{ code: '001', name: '一网格', shape: square }]],
    ],
    bad: [
      [], {}, null, [{ code: '001', name: '一' }], [{ code: '1', name: '一', shape: square }], [{ code: '001', name: '', shape: square }], [{ code: '001', name: '一', teams: [7] }],
      [{ code: '001', name: '一', shape: square }, { code: '001', name: '二', shape: square }], [{ code: '001', name: '一', shape: square }, { code: '630202001001001', name: '二', shape: square }],
      [{ code: '001', name: '一', shape: { type: 'Point', coordinates: [102.4, 36.48] } }], [{ code: '001', name: '一', shape: { type: 'Polygon', coordinates: [] } }],
      ...[corners.slice(0, 4), corners.map(([lon, lat]) => [lat, lon]), corners.map(([lon, lat]) => [lon - 60, lat]), [corners[0], corners[1], corners[0]], [...corners, ...corners, ...corners], 'abc'].map(ring => [{ code: '001', name: '一', shape: { type: 'Polygon', coordinates: [ring] } }]),
    ],
    masks: [[[{ code: '001', name: '一', teams: ['一社'] }], 1]],
  },
  files: {
    fact: files({ ...label, max: 2 }),
    good: [[[]], [[id, other]], [[id, id], [id]]],
    bad: [[id, other, '2b8f6a52-6f0e-4d58-9d3e-2a1c7f1f0a13'], ['photo.jpg'], id, [7], null],
    masks: [[[id, other], 2]],
  },
  personName: {
    fact: personName(label),
    good: [['王小明'], [' 王 小 明 ', '王小明'], ['阿卜杜拉・买买提', '阿卜杜拉·买买提'], ['马𠅤'], ['Li Na']],
    bad: ['', '王5', '王@', '\uE000明', '明'.repeat(51), 7, null],
    masks: [['王小明', '王**'], ['欧阳修', '欧阳*']],
  },
  phone: {
    fact: phone(label),
    good: [['13897221234'], ['+86 138-9722-1234', '13897221234'], ['１３８９７２２１２３４', '13897221234']],
    bad: ['12897221234', '1389722123', '0972-8612345', '', 13897221234, null],
    masks: [['13897221234', '138****1234']],
  },
  idNumber: {
    fact: idNumber(label),
    good: [['11010519491231002X'], ['11010519491231002x', '11010519491231002X']],
    bad: ['110105194912310021', '11010519490231002X', '110105491231002', '', 7, null],
    masks: [['11010519491231002X', '11***************X']],
  },
  reference: {
    fact: reference('category', label),
    good: [['road-damage'], ['a.1']],
    bad: ['Road', '-road', 'road damage', '', 'a'.repeat(61), 7, null],
    masks: [['road-damage', '***']],
  },
  people: {
    fact: people({ ...label, atLeast: 2, atMost: 3 }),
    good: [[[{ name: '王小明' }, { name: ' 李娜 ', phone: '138 9722 1234' }], [{ name: '王小明' }, { name: '李娜', phone: '13897221234' }]], [[{ name: '王小明', phone: '' }, { name: '李娜' }], [{ name: '王小明' }, { name: '李娜' }]]],
    bad: [[], [{ name: '王小明' }], [{ name: '王小明' }, { name: '' }], [{ name: '王小明' }, { name: '李娜', phone: '12' }], [{ name: '王小明' }, '李娜'], [1, 2, 3, 4], { name: '王小明' }, null],
    masks: [[[{ name: '王小明' }, { name: '李娜', phone: '13897221234' }], [{ name: '王**' }, { name: '李*', phone: '138****1234' }]]],
  },
}

for (const [kind, { fact, good, bad, masks }] of Object.entries(cases)) {
  test(`${kind}: what is well formed is kept in its one tidy form`, () => {
    assert.equal(fact.kind, kind)
    for (const [given, kept] of good) assert.deepEqual(fact.check(given), { ok: true, value: kept ?? given })
  })

  test(`${kind}: what is not is refused, in both languages`, () => {
    for (const given of [undefined, ...bad]) {
      const checked = fact.check(given)
      assert.ok(!checked.ok, `took ${String(given)}`)
      assert.match(checked.why.zh, /\p{sc=Han}/u)
      assert.match(checked.why.en, /[a-z]/)
    }
  })

  test(`${kind}: below its class a reader sees its masked form`, () => {
    for (const [value, masked] of masks) assert.deepEqual(fact.mask(value), masked)
  })
}

test('no input makes a check throw, and a tidy value is tidy already', () => {
  const anything = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.array(fc.anything()), fc.constantFrom(...Object.values(cases).flatMap(one => one.good.map(([given]) => given))))
  fc.assert(fc.property(anything, given => {
    for (const { fact } of Object.values(cases)) {
      const once = fact.check(given)
      if (once.ok) assert.deepEqual(fact.check(once.value), once, fact.kind)
    }
  }), { numRuns: 300 })
})

test('a person’s name, phone and identity number are above internal unless said otherwise', () => {
  assert.deepEqual([personName, phone, people, idNumber, text, yesNo].map(make => make(label).class), ['sensitive', 'sensitive', 'sensitive', 'confidential', 'internal', 'internal'])
  assert.equal(personName({ ...label, class: 'confidential' }).class, 'confidential')
})

test('of a fact declared hidden no masked form tells anything: it is the same for all values', () => {
  for (const fact of [personName({ ...label, class: 'confidential', hidden: true }), phone({ ...label, class: 'confidential', hidden: true })]) {
    assert.deepEqual([fact.hidden, fact.mask('王小明'), fact.mask('13897221234'), fact.mask('')], [true, '***', '***', '***'])
  }
  assert.equal(personName(label).hidden, undefined)
})

test('what is no file’s id is refused as that, and only too many as too many', () => {
  const why = (given: unknown): string => { const checked = files({ ...label, max: 2 }).check(given); return checked.ok ? '' : checked.why.en }
  for (const given of [['x'], [7], id, [id, 'x', other]]) assert.match(why(given), /ids of files/)
  assert.match(why([id, other, '2b8f6a52-6f0e-4d58-9d3e-2a1c7f1f0a13']), /at most 2/)
})

test('what somebody signs says so to the forms of every door', () => {
  assert.deepEqual([files({ ...label, signed: true }), files(label)].map(one => one.schema['x-signed']), [true, undefined])
})

test('an id is a lower-case UUID and nothing else', () => {
  assert.deepEqual([id, id.toUpperCase(), ` ${id}`, id.replaceAll('-', ''), 7].map(isUuid), [true, false, false, false, false])
})

test('the schema says what the check holds to', () => {
  assert.deepEqual(whole({ ...label, min: 1, max: 5, unit: { zh: '分', en: 'of 5' } }).schema, { type: 'integer', minimum: 1, maximum: 5, 'x-unit': { zh: '分', en: 'of 5' } })
  for (const { fact, good } of Object.values(cases)) {
    const { pattern, enum: options } = fact.schema
    for (const [given, kept = given as Json] of good) {
      if (typeof pattern === 'string') assert.ok(typeof kept === 'string' && new RegExp(pattern).test(kept), fact.kind)
      if (Array.isArray(options)) assert.ok(options.includes(kept))
    }
  }
})
