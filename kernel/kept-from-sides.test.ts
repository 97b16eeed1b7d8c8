import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { procedures } from '../procedures/index.ts'
import { keptFrom } from './kept-from-sides.ts'

const role = fc.constantFrom('applicant', 'disputant', 'seat-2', 'mediator', 'source', 'advised', 'adviser')

test('whoever is a side is given nothing that is kept from sides, in whichever other part besides; everybody else goes by what they may read', () => {
  fc.assert(fc.property(fc.constantFrom(...procedures), fc.array(fc.record({ role, account: fc.constantFrom('one', 'other') }), { maxLength: 6 }), (procedure, parties) => {
    const side = parties.some(party => party.account === 'one' && ['disputant', 'advised', 'adviser'].includes(party.role))
    const kept = keptFrom(procedure, parties, 'one')
    for (const [name, fact] of Object.entries(procedure.facts)) assert.equal(kept.fact(name), side && fact.notForSides === true, `${procedure.name} ${name}`)
    for (const [name, step] of Object.entries(procedure.steps)) assert.equal(kept.step(name), side && step.notForSides === true, `${procedure.name} ${name}`)
    assert.ok(!kept.fact('toString') && !kept.step('toString'))
  }))
})
