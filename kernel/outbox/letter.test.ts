import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { packAct, packFile, packPhoto, unpackAct, unpackFile, unpackPhoto, type Handed, type Written } from './letter.ts'

const written: Written = { id: 'x', step: 'report', procedure: 'request', input: { text: '路灯不亮', place: '630202001001' }, made: { at: '2026-11-25T01:00:00.000Z' }, photos: [{ file: 'p', taken: '2026-11-25T09:00:00' }] }

test('an act comes out as it went in; what is no act comes out as nothing', () => {
  assert.deepEqual(unpackAct(packAct(written)), written)
  const { procedure: _, ...loose } = written
  for (const bad of [{ ...written, matter: 'm' }, loose, { ...written, input: 'x' }, { ...written, photos: [{}] }, { ...written, seq: 1.5 }]) {
    assert.equal(unpackAct(new TextEncoder().encode(JSON.stringify(bad))), undefined)
  }
  assert.equal(unpackAct(new Uint8Array([0xff, 0xfe])), undefined)
})

test('photos keep their names and every byte', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.uint8Array({ minLength: 1, maxLength: 200 }), (name, picture) => {
    const found = unpackPhoto(packPhoto(name, picture))
    assert.deepEqual([found?.name, Array.from(found?.picture ?? [])], [new TextDecoder().decode(new TextEncoder().encode(name)), Array.from(picture)])
  }))
  assert.equal(unpackPhoto(new Uint8Array([0, 5, 1])), undefined)
})

test('a file from a phone comes out record by record, and one cut off anywhere is refused', () => {
  const records: readonly Handed[] = [{ what: 'photo', id: 'p', bytes: new Uint8Array([1, 2]) }, { what: 'act', id: 'a', bytes: new Uint8Array([3]) }, { what: 'act', id: 'b', after: 'a', bytes: new Uint8Array([4]) }]
  const file = packFile('worker', records)
  assert.deepEqual(unpackFile(file), { account: 'worker', records })
  // Cut between two records it is a shorter file; its acts are those that are there.
  const whole = new Set([0, 1, 2, 3].map(n => packFile('worker', records.slice(0, n)).length))
  for (let length = 0; length < file.length; length += 1) assert.equal(unpackFile(file.slice(0, length)) === undefined, !whole.has(length), `cut at ${length}`)
})
