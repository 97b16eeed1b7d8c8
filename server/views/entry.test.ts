import assert from 'node:assert/strict'
import { test } from 'node:test'
import { procedures } from '../../procedures/index.ts'
import type { EntryRow } from '../../store/read/matter.ts'
import { entryView } from './entry.ts'
import type { Reader } from './reader.ts'
import { people } from '../../test/helpers/world.ts'

const reader = { actor: people.countyLead, language: 'zh' } as Reader
const kindTold = (procedure: string, step: string, actor: EntryRow['actor']): string => {
  const declared = procedures.find(one => one.name === procedure) ?? assert.fail(procedure)
  const entry = { seq: 1, at: new Date(0), step, actor, stage: 'registered', facts: [], version: declared.since } as unknown as EntryRow
  return entryView(entry, undefined, declared, reader, new Map()).who.kind
}

test('who reports a breach in confidence is not told by the kind of post either', () => {
  for (const kind of ['resident', 'committee', 'gridWorker', 'handler', 'deputy'] as const) {
    for (const step of ['report', 'supplement']) assert.equal(kindTold('breach-clue', step, { kind }), 'reporter', kind)
  }
  assert.equal(kindTold('breach-clue', 'escalate', { kind: 'clock' }), 'clock')
  assert.equal(kindTold('breach-clue', 'accept', { kind: 'lead', account: people.countyLead.account }), 'lead')
})

test('of a community’s few all are told as one; of residents that they are residents', () => {
  for (const kind of ['committee', 'gridWorker'] as const) assert.equal(kindTold('outside-order', 'log', { kind }), 'committee')
  assert.equal(kindTold('request', 'report', { kind: 'resident' }), 'resident')
})
