import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duties } from './articles.ts'
import { articleOf } from './citation.ts'
import { isOwedByCommunities, owedByCommunities } from './communities.ts'

test('6.6: what communities owe by themselves is what the articles lay on them by name, assistance under Art. 7 apart', () => {
  const laid = duties.filter(duty => duty.force === 'must' && duty.implied === undefined && articleOf(duty.basis) !== 7 && duty.bearer.some(one => one === 'village-committee' || one === 'community'))
  assert.deepEqual(owedByCommunities, [...new Set(laid.map(duty => duty.basis))])
  assert.deepEqual([isOwedByCommunities('25.1'), isOwedByCommunities('7.1'), isOwedByCommunities('23.2')], [true, false, false])
})
