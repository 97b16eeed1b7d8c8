import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Procedure } from '../../../kernel/procedure.ts'
import { request } from '../../../procedures/2-foundations/request.ts'
import { wayOf } from './way.ts'

const declared = request as unknown as Procedure
const on = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T01:00:00.000Z`
const told = (stops: ReturnType<typeof wayOf>): string => stops.map(stop => `${stop.stage}:${stop.when}`).join(' ')

void test('a new report shows the whole usual way', () => {
  const way = wayOf(declared, [{ stage: 'triage', at: on(1) }], 'triage')
  assert.equal(told(way), 'triage:now accepting:ahead handling:ahead verifying:ahead confirming:ahead closed:ahead finished:ahead')
  assert.equal(way[0]?.at, on(1))
})

void test('a returned report stands once in each stage, by its latest day', () => {
  const way = wayOf(declared, [
    { stage: 'triage', at: on(1) }, { stage: 'accepting', at: on(2) }, { stage: 'triage', at: on(3) }, { stage: 'accepting', at: on(4) }, { at: on(5) }, { stage: 'handling', at: on(6) },
  ], 'handling')
  assert.equal(told(way), 'triage:past accepting:past handling:now verifying:ahead confirming:ahead closed:ahead finished:ahead')
  assert.equal(way[0]?.at, on(3))
})

void test('what it was sent back from lies ahead again', () => {
  const way = wayOf(declared, [{ stage: 'triage', at: on(1) }, { stage: 'accepting', at: on(2) }, { stage: 'triage', at: on(3) }], 'triage')
  assert.equal(told(way).startsWith('triage:now accepting:ahead'), true)
})

void test('a joined report goes on to the confirmation', () => {
  const way = wayOf(declared, [{ stage: 'triage', at: on(1) }, { stage: 'joined', at: on(2) }], 'joined')
  assert.equal(told(way), 'triage:past joined:now confirming:ahead closed:ahead finished:ahead')
})

void test('a withdrawn report is over', () => {
  const way = wayOf(declared, [{ stage: 'triage', at: on(1) }, { stage: 'withdrawn', at: on(2) }], 'withdrawn')
  assert.equal(told(way), 'triage:past withdrawn:now')
})
