import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gate, type Giving, type Item, type Known } from './gate.ts'

const now = new Date('2026-06-08T02:00:00Z')
const own: Item = { code: 'zz-01', kind: 'own', name: '居务公开', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const assist: Item = { ...own, code: 'xz-01', kind: 'assist', name: '协助人口普查', office: 'gov', conditions: ['经费'] }
const known: Known = { listed: true, running: [], held: [], items: [own, assist] }
const codeOf = (giving: Giving, said: Known | undefined = known): string | undefined => gate(giving, said, now)?.code

const town = '630202001/gov'
const village = '630202001001/committee'
const right: Giving = { to: [village], by: town, power: '6.6', rectifies: [{ item: 'zz-01' }] }

test('6.6: a township has put right what is the village’s own: its item, or what the regulation lays on it', () => {
  assert.equal(codeOf(right), undefined)
  assert.equal(codeOf({ ...right, rectifies: [{ item: 'zz-01' }, { provision: '25.1' }] }), undefined)
  assert.equal(codeOf({ ...right, rectifies: [{ provision: '27.2' }] }, { listed: false, running: [], held: [] }), undefined, 'a provision holds before there are lists')
})

test('23.3, 50.2: an inspection hands on no work: every finding needs its ground, and assistance is none', () => {
  for (const rectifies of [[], [{}], [{ item: 'zz-99' }], [{ provision: '7.1' }], [{ provision: '24.1' }], [{ item: 'zz-01' }, {}]]) assert.equal(codeOf({ ...right, rectifies }), 'no-ground', JSON.stringify(rectifies))
  assert.equal(codeOf({ ...right, rectifies: [{ item: 'xz-01' }] }), 'assistance')
  assert.equal(gate(right, undefined, now)?.code, 'no-ground', 'where the registers said nothing')
  assert.equal(codeOf(right, { ...known, items: [{ ...own, since: '2026-07-01' }] }), 'no-ground', 'nor under an item of a later version')
})

test('6.6: only the township that a village lies in', () => {
  for (const by of ['630202101/gov', '630202/gov', '630202/civil-affairs', '630202001/centre']) assert.equal(codeOf({ ...right, by }), 'not-its-villages', by)
  assert.equal(codeOf({ ...right, to: [village, '630202101201/committee'] }), 'not-its-villages')
})

test('6.5: a county arranges campaigns for its townships, and for no community', () => {
  const campaign: Giving = { to: [town, '630202101/gov'], by: '630202/gov', power: '6.5' }
  assert.equal(codeOf(campaign), undefined)
  assert.equal(codeOf({ ...campaign, to: [town, village] }), 'not-arranged')
  assert.equal(codeOf({ ...campaign, to: ['630203001/gov'] }), 'not-arranged')
  assert.equal(codeOf({ ...campaign, by: '630202101/gov', to: [town] }), 'not-arranged')
  assert.equal(codeOf({ ...campaign, by: '630202/urban-management' }), 'not-arranged', 'a department arranges none by itself')
})

test('what was refused is kept with the item it would have put right', () => {
  assert.deepEqual(gate({ ...right, rectifies: [{ item: 'xz-01' }] }, known, now)?.keeps?.row, { by: town, to: [village], code: 'assistance', item: 'xz-01', duty: null, category: null })
})
