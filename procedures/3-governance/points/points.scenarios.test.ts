import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { met } from '../../../test/helpers/play.ts'
import { householdClaim } from './household-claim.ts'
import { pointsAward } from './points-award.ts'
import { pointsCarry } from './points-carry.ts'
import { pointsCatalogue } from './points-catalogue.ts'
import { pointsCorrection } from './points-correction.ts'
import { pointsDeduction } from './points-deduction.ts'
import { pointsObjection } from './points-objection.ts'
import { pointsOpening } from './points-opening.ts'
import { pointsPosting } from './points-posting.ts'
import { pointsProposal } from './points-proposal.ts'
import { pointsScheme } from './points-scheme.ts'
import { redemption } from './redemption.ts'
import { rewardStock } from './reward-stock.ts'
import '../../../test/points/scheme.ts'
import '../../../test/points/giving.ts'
import '../../../test/points/deducting.ts'
import '../../../test/points/exchanging.ts'

const all: readonly Procedure[] = [pointsCatalogue, pointsScheme, pointsProposal, pointsAward, pointsPosting, pointsObjection, pointsCorrection, pointsDeduction, pointsOpening, pointsCarry, redemption, rewardStock, householdClaim]

test('check finds nothing wrong', () => assert.deepEqual(all.flatMap(one => check(one).map(fault => `${one.name}: ${fault}`)), []))

test('every step is taken and every refusal met in some scenario', () => {
  for (const procedure of all) assert.deepEqual(Object.keys(procedure.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${procedure.name}.${name}`)), [], procedure.name)
  const files = readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const said = files.map(name => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/(?:refuse|told)\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/(?:fault|faultAt)\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...new Set([...codes, ...faults])].filter(code => !met.refusals.has(code)), [])
})
