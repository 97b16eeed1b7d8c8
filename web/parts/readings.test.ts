import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadingView } from '../../server/wire.ts'
import { alike, labelOf, labelsRead } from './readings.ts'

const reading = (id: string, more: Partial<ReadingView> = {}): ReadingView => ({
  id, at: `2026-11-25T0${id}:00:00.000Z`, by: 'officer', name: '马明', kind: 'dispatcher', purpose: 'duty', facts: ['contactPhone', 'contactName'], people: 1,
  matter: { id: 'm', number: '630202-26-0000123', procedure: 'request' }, region: { code: '630202001001', name: '东村', level: 'village', path: [] }, ...more,
})

test('what was read is told by the labels of the declaration, in its order', () => {
  assert.deepEqual(labelsRead(reading('1')).map(one => one.zh), ['联系人', '联系电话'])
  assert.deepEqual(labelsRead(reading('1', { facts: ['later'] })), [{ zh: 'later', en: 'later' }], 'a fact this page does not know yet comes as it is called')
  assert.deepEqual(labelOf('contactPhone').zh, '联系电话')
  const { matter: _, ...ofRoll } = reading('1', { register: 'people', facts: ['name'] })
  assert.deepEqual(labelsRead(ofRoll).map(one => one.en), ['Name'])
})

test('readings alike in all but when are one, and whatever differs stands for itself', () => {
  const other = [{ by: 'another' }, { purpose: 'grant' as const }, { facts: ['contactPhone'] }, { kind: 'lead' as const }, { matter: { id: 'n', number: '2', procedure: 'request' } }]
  const rows = [reading('9'), ...other.map((more, at) => reading(String(8 - at), more)), reading('2', { facts: ['contactName', 'contactPhone'] })]
  assert.deepEqual(alike(rows).map(group => group.map(one => one.id)), [['9', '2'], ['8'], ['7'], ['6'], ['5'], ['4']])
  assert.deepEqual(alike([]), [])
})
