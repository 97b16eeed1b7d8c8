import assert from 'node:assert/strict'
import { test } from 'node:test'
import { people } from '../../../test/helpers/world.ts'
import { bar, distanceOf, inOrder, loadOf } from './offered.ts'

const region = '630202001001'

test('30.1: near is the same village, then township, then county', () => {
  const far = ['630202001001', '630202001', '630202001002', '630202101', '630202', '630203001001', '6302'].map(place => distanceOf(place, region))
  assert.deepEqual(far, ['village', 'township', 'township', 'county', 'county', 'other', 'other'])
})

test('30.1: offered first is whose field it is, of those the nearest, and of those who has the least in hand', () => {
  const row = (account: string, place: string, open: number, fields: readonly string[] = []) => ({ account, place, open, fields, kin: false })
  const rows = [row('other field', region, 0, ['medical']), row('far', '630202101', 0), row('near and busy', region, 9), row('near', region, 2, ['homestead'])]
  assert.deepEqual(inOrder(rows, { region, facts: { about: 'homestead' } }).map(one => one.account), ['near', 'near and busy', 'far', 'other field'])
})

test('30.1: what somebody has in hand is told without a figure', () => {
  const figure = (name: string): number => (name === 'mediator.many-open' ? 8 : 3)
  assert.deepEqual([0, 2, 3, 7, 8, 40].map(open => loadOf(open, figure)), ['few', 'few', 'some', 'some', 'many', 'many'])
})

test('30.1: who lives with a side stands aside', () => {
  const { account } = people.mediator
  assert.match(bar({ parties: [] }, { account, kin: true })?.zh ?? '', /同户/)
  assert.equal(bar({ parties: [{ role: 'mediator', account }] }, { account, kin: false }), undefined)
})
