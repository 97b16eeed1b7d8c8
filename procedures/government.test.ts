import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noErrand } from '../test/helpers/errand.ts'
import { people } from '../test/helpers/world.ts'
import type { Matter } from '../kernel/matter.ts'
import type { Actor } from '../kernel/post.ts'
import { may } from '../kernel/who.ts'
import { procedures } from './index.ts'

const village: Matter = { ...noErrand(), seq: 1, region: '630202001001', holder: { office: '630202001/gov' } }

/** Steps that only those who speak for a level take: each by procedure and name, with the article that says so. */
const governments = [
  ['emergency-order', ['declare', 'confirm', 'refuse', 'extend', 'endEarly'], '24.2, 33.2'],
  ['work-list', ['publish', 'sendBack', 'dropDraft'], '23.1'],
  ['duty-list', ['publish', 'sendBack', 'dropDraft'], '23.1'],
  ['list-proposal', ['answer'], '23.1'],
  ['community-task', ['uphold', 'overrule'], '23.2'],
  ['township-task', ['uphold', 'overrule', 'upholdHere', 'passAnyway'], '24.2'],
  ['summons-call', ['release', 'insist', 'urge'], '24.2'],
  ['village-inspection', ['plan', 'record', 'withdrawFindings', 'extend', 'decide'], '6.6'],
  ['guidance', ['plan', 'hold', 'drop'], '6.1'],
  ['campaign-part', ['check'], '6.5'],
  ['subsidy-scheme', ['adopt', 'refuse', 'end'], '21.3'],
  ['grid-appointment', ['appoint'], '21.3'],
  ['inspection', ['decide', 'recheck'], '34.2'],
] as const

const takes = (procedure: string, step: string, actor: Actor): boolean => {
  const by = procedures.find(one => one.name === procedure)?.steps[step]?.by ?? assert.fail(`${procedure}.${step}`)
  return may(by, actor, village)
}

test('what is the government’s is decided by nobody who leads a department of it', () => {
  const bureau: Actor = { ...people.countyLead, office: '630202/transport' }
  for (const [procedure, steps, article] of governments) for (const step of steps) assert.ok(!takes(procedure, step, bureau), `${procedure}.${step} (${article})`)
})

test('6.1, 6.6, 24.2: a police station or a justice office in a township is not the township', () => {
  for (const kind of ['lead', 'handler'] as const) {
    const station: Actor = { ...people.townLead, kind, office: '630202001/police-station' }
    for (const [procedure, step] of [['emergency-order', 'declare'], ['village-inspection', 'plan'], ['village-inspection', 'record'], ['village-inspection', 'decide'], ['guidance', 'plan'], ['subsidy', 'compute'], ['grid-appointment', 'recommend']] as const) {
      assert.ok(!takes(procedure, step, station), `${procedure}.${step} ${kind}`)
    }
  }
  assert.ok(takes('emergency-order', 'declare', people.townLead))
  assert.ok(takes('village-inspection', 'plan', people.handler))
})
