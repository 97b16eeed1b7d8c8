import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../kernel/fact.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { may } from '../../kernel/who.ts'
import { noErrand } from '../../test/helpers/errand.ts'
import { people } from '../../test/helpers/world.ts'
import { procedures } from '../index.ts'

const named: ReadonlySet<string> = new Set(['hazard', 'inspection', 'visit-plan', 'visit', 'patrol', 'care-need', 'grid-appointment', 'subsidy-scheme', 'subsidy', 'errand', 'workload-note'])
const fieldWork: readonly Procedure[] = procedures.filter(one => named.has(one.name))

const everyFact = (procedure: Procedure): readonly (readonly [name: string, fact: Fact])[] =>
  Object.entries(procedure.facts).flatMap(([name, fact]) => [[`${procedure.name}.${name}`, fact] as const, ...Object.entries(fact.columns ?? {}).map(([column, cell]) => [`${procedure.name}.${name}.${column}`, cell] as const)])

const watching = /在线时长|在线率|签到|打卡|轨迹|定位|排名|排行|登录次数|上线|online time|check-?in|log-?in|rank|leader ?board|trail|score of workers/iu

test('no procedure of field work measures anybody’s time online, check-ins or place in a ranking', () => {
  assert.equal(fieldWork.length, named.size)
  for (const procedure of fieldWork) {
    for (const [name, { zh, en }] of [...Object.entries(procedure.measures), ...Object.entries(procedure.rates)]) assert.doesNotMatch(`${name} ${zh} ${en}`, watching, `${procedure.name}.${name}`)
    for (const [name, fact] of everyFact(procedure)) assert.doesNotMatch(`${name} ${fact.label.zh} ${fact.label.en}`, watching, name)
  }
})

test('no worker’s place or time of day is asked for: days alone, and a point only of the hazard itself', () => {
  const kinds = fieldWork.flatMap(everyFact).filter(([, fact]) => fact.kind === 'instant' || fact.kind === 'point').map(([name]) => name)
  assert.deepEqual(kinds, ['hazard.point', 'hazard.urged'])
})

test('photos are capped, and so is what a visit or a round may hold', () => {
  for (const [name, fact] of fieldWork.flatMap(everyFact).filter(([, { kind }]) => kind === 'files')) assert.ok(Number(fact.schema['maxItems']) <= 9, name)
})

test('21.4: a grid worker reports and enforces nothing, also where the committee holds the matter', () => {
  const enforcing: { readonly [procedure: string]: readonly string[] } = {
    hazard: ['grade', 'drop', 'worsen', 'order', 'contest', 'recheck', 'supervise'], inspection: ['plan', 'record', 'agree', 'object', 'decide', 'recheck', 'raise', 'decideAbove'],
    'village-inspection': ['plan', 'record', 'agree', 'object', 'decide', 'recheck', 'raise', 'decideAbove'], referral: ['refer'], summons: ['raise'], request: ['dispatch', 'return', 'supervise', 'stop', 'askExtension'],
    'emergency-order': ['declare', 'confirm', 'extend'], breach: [],
  }
  const held = { ...noErrand(), seq: 1, region: people.gridWorker.region, holder: { office: '630202001001/committee' } }
  for (const [name, steps] of Object.entries(enforcing)) {
    const found = procedures.filter(one => one.name === name)
    assert.ok(found.length > 0, name)
    for (const one of found) for (const step of steps.length > 0 ? steps : Object.keys(one.steps)) assert.ok(!may(one.steps[step]?.by ?? assert.fail(`${name}.${step}`), people.gridWorker, held), `${name}.${step}`)
  }
})
