import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isCitation } from '../regulation/citation.ts'
import { law, people } from '../test/helpers/world.ts'
import { decide } from './decide.ts'
import { region, text } from './facts.ts'
import { embryo } from './fold.ts'
import { gate, itemKinds, type Giving, type Item, type ItemKind, type Known } from './gate.ts'
import { procedure } from './procedure.ts'
import { isRefusal } from './refusal.ts'
import { holder, post } from './who.ts'
import { words } from './words.ts'

const now = new Date('2026-06-08T02:00:00Z')
const village = '630202001001/committee'
const township = '630202001/gov'
const transport = '630202/transport'

const item: Item = { code: 'zz-01', kind: 'assist', name: '农村公路日常保洁', office: 'transport', conditions: ['工具', '经费'], minutes: 120, since: '2025-01-01' }
const listed: Known = { listed: true, item, running: [], held: [] }
const asks: Giving = { to: [village], by: transport, item: 'zz-01', conditions: ['工具', '经费'], from: '2026-06-10', until: '2026-06-30' }

const codeOf = (giving: Giving, known: Known | undefined): string | undefined => gate(giving, known, now)?.code

test('23.2: an item in force, asked by the office that answers for it, with every condition, passes', () => {
  assert.equal(codeOf(asks, listed), undefined)
  assert.equal(codeOf({ ...asks, conditions: [...asks.conditions ?? [], '培训'] }, listed), undefined)
  assert.equal(codeOf(asks, { ...listed, item: { ...item, kind: 'entrust' } }), undefined, '7.2: whether it is taken on is for the committee')
})

test('23.3, 50.2: what stands on no list, or is an office’s own duty, does not', () => {
  assert.equal(codeOf({ ...asks, item: 'zz-99' }, { listed: true, running: [], held: [] }), 'not-listed')
  assert.equal(codeOf({ to: [village], by: transport }, { listed: true, running: [], held: [] }), 'not-listed')
  const duty = { code: 'zn-03', office: transport, name: '公路巡查' }
  assert.equal(codeOf({ to: [village], by: transport, duty: 'zn-03' }, { listed: true, duty, running: [], held: [] }), 'own-duty')
  assert.equal(codeOf({ to: [village], by: transport, duty: 'zn-03' }, { listed: false, duty, running: [], held: [] }), 'own-duty', 'list or no list')
  assert.equal(codeOf({ ...asks, by: '630202/urban-management' }, listed), 'not-your-item')
  assert.equal(codeOf(asks, { ...listed, item: { ...item, kind: 'own', office: 'committee' } }), 'own-affair', '50.2: no direct tasking with what is its own')
})

test('23.1: no list, no work; and an item counts while its version does', () => {
  assert.equal(codeOf(asks, { ...listed, listed: false }), 'no-list')
  assert.equal(codeOf(asks, undefined), 'no-list', 'registers that say nothing let nothing through')
  assert.equal(codeOf(asks, { ...listed, item: { ...item, since: '2026-06-09' } }), 'not-in-force')
  assert.equal(codeOf(asks, { ...listed, item: { ...item, since: '2026-06-08' } }), undefined)
  assert.equal(codeOf(asks, { ...listed, item: { ...item, until: '2026-06-30' } }), 'not-in-force', 'it ends while the work would run')
  assert.equal(codeOf(asks, { ...listed, item: { ...item, until: '2026-07-01' } }), undefined)
})

test('23.2: season, conditions, repetition, and what records hold', () => {
  const winter = { ...listed, item: { ...item, season: { from: '11-01', to: '02-28' } } }
  assert.equal(codeOf(asks, winter), 'out-of-season')
  assert.equal(codeOf({ ...asks, from: '2026-12-20', until: '2027-01-20' }, winter), undefined, 'over the new year')
  assert.equal(codeOf({ ...asks, from: '2026-12-20', until: '2027-12-20' }, winter), 'out-of-season', 'from one winter to the next')
  assert.equal(codeOf({ ...asks, from: '2026-02-20', until: '2026-11-10' }, winter), 'out-of-season', 'both ends within, the summer between')
  const lacking = gate({ ...asks, conditions: ['工具'] }, listed, now)
  assert.deepEqual([lacking?.code, lacking?.basis], ['no-conditions', ['23.2', '50.2']])
  assert.match(lacking?.why.zh ?? '', /经费/)
  assert.equal(codeOf(asks, { ...listed, running: [{ office: village, number: '630202-26-0000001' }] }), 'duplicate')
  const fields = [{ name: '户数', filled: false }, { name: '清扫里程', filled: false }]
  assert.equal(codeOf({ ...asks, fields }, { ...listed, held: ['户数'] }), 'already-held')
  assert.equal(codeOf({ ...asks, fields: [{ name: '户数', filled: true }, { name: '清扫里程', filled: false }] }, { ...listed, held: ['户数'] }), undefined, 'filled in by the platform')
  assert.equal(codeOf({ ...asks, fields: [{ name: '户数', filled: true }] }, { ...listed, held: ['户数'] }), 'already-held', 'a form with nothing to fill in')
})

test('24.2, 33.2: under an emergency order it passes at once, for the places and the days of the order', () => {
  const order = { matter: 'm', until: '2026-06-20T16:00:00.000Z' }
  const at = { to: [village], by: transport, emergency: true, from: '2026-06-08' } as const
  assert.equal(codeOf({ ...at, until: '2026-06-20' }, { listed: false, emergency: order, running: [], held: [] }), undefined)
  assert.equal(codeOf({ ...at, until: '2026-06-21' }, { listed: false, emergency: order, running: [], held: [] }), 'beyond-the-order')
  assert.equal(codeOf(at, { listed: false, emergency: order, running: [], held: [] }), 'beyond-the-order', 'it has an end')
  assert.equal(codeOf({ ...at, until: '2026-06-20' }, listed), 'no-emergency', 'saying so makes none')
  assert.equal(codeOf({ ...at, until: '2026-06-20' }, { ...listed, unnamed: true }), 'not-in-the-order', 'a department needs to be named in it')
})

test('24, 50.2: a township takes what stands on its own duty list', () => {
  const asked: Giving = { ...asks, to: [township], item: 'zn-02' }
  assert.equal(codeOf(asked, { listed: true, running: [], held: [] }), 'not-the-township’s')
  assert.equal(codeOf(asked, { listed: true, owed: { code: 'zn-02', office: township, name: '农村公路养护协助' }, running: [], held: [] }), undefined)
  assert.equal(codeOf({ ...asked, to: [township, village] }, listed), 'mixed')
  assert.equal(codeOf({ ...asks, to: [village, '630203001001/committee'] }, listed), 'mixed', 'each county has its own list')
})

test('21.4, 23.3: a resident’s report goes to a community as its own affair alone; to an office by its routing', () => {
  assert.equal(codeOf({ to: [village], by: '630202001/centre', category: 'neighbours' }, { ...listed, own: true }), undefined)
  assert.equal(codeOf({ to: [village], by: '630202001/centre', category: 'road-damage' }, { ...listed, own: false }), 'not-the-community’s')
  assert.equal(codeOf({ to: [township, transport], by: '630202001/centre', category: 'road-damage' }, undefined), undefined)
})

test('what an office gives itself is nobody else’s to judge', () => {
  assert.equal(codeOf({ to: [village], by: village, item: 'zz-99' }, undefined), undefined)
})

const known: fc.Arbitrary<Known> = fc.record({
  listed: fc.boolean(), own: fc.boolean(), running: fc.constantFrom([], [{ office: village, number: '1' }]), held: fc.constantFrom([], ['户数']),
  item: fc.option(fc.record({
    code: fc.constant('zz-01'), name: fc.constant('事'), kind: fc.constantFrom(...(Object.keys(itemKinds) as ItemKind[])), office: fc.constantFrom('transport', 'health', 'committee'),
    conditions: fc.subarray(['工具', '经费']), minutes: fc.constant(0), since: fc.constantFrom('2025-01-01', '2026-06-08', '2026-06-09'), until: fc.option(fc.constantFrom('2026-06-08', '2026-06-20', '2026-09-01'), { nil: undefined }),
  }), { nil: undefined }),
}).map(({ item: one, ...rest }) => {
  const { until, ...dated } = one ?? {}
  return { ...rest, ...(one && { item: { ...(dated as Item), ...(until !== undefined && { until }) } }) }
})

test('whatever is asked, of whatever the registers say: work that passes stands on the list, in force, with its conditions; and every refusal names a provision and a way', () => {
  fc.assert(fc.property(known, fc.subarray(['工具', '经费', '人员']), fc.constantFrom('2026-06-08', '2026-06-19', '2026-06-20', '2026-08-31'), (said, conditions, until) => {
    const refusal = gate({ to: [village], by: transport, item: 'zz-01', conditions, until }, said, now)
    if (!refusal) {
      const { item: on } = said
      assert.ok(on && said.listed && on.kind !== 'own' && on.office === 'transport')
      assert.ok(on.since <= '2026-06-08' && (on.until === undefined || on.until > until))
      assert.ok(on.conditions.every(condition => conditions.includes(condition)) && said.running.length === 0)
      return
    }
    assert.ok(refusal.basis.length > 0 && refusal.basis.every(isCitation) && refusal.remedy)
    assert.deepEqual(refusal.keeps, { register: 'refused-attempt', row: { by: transport, to: [village], code: refusal.code, item: 'zz-01', duty: null, category: null } })
  }), { numRuns: 2000 })
})

test('a step that hands a community a matter without saying so fails, from whichever office', () => {
  const parts = {
    title: words('条子', 'Slip'), since: '2023-02-01', basis: ['25.3'], heading: 'text', place: 'where', list: { columns: ['where'] },
    facts: { text: text({ zh: '内容', en: 'Text' }), where: region({ zh: '村', en: 'Village', class: 'public' }) },
    stages: { sent: { ...words('已发', 'Sent'), waits: words('等', 'It waits') }, done: { ...words('完', 'Done'), final: true } },
  } as const
  const slip = procedure('slip', {
    ...parts,
    steps: {
      send: { ...words('发', 'Send'), opens: 'sent', by: [post('handler'), post('committee')], asks: ['text', 'where'], basis: [], then: () => ({ holder: { office: village } }) },
      join: { ...words('拉', 'Draw in'), from: ['sent'], by: [holder()], basis: [], then: () => ({ parties: [{ role: 'co-handler', office: '630202001002/committee' }] }) },
      end: { ...words('完', 'End'), from: ['sent'], to: 'done', by: [holder()], basis: [] },
    },
  })
  const blank = embryo(slip, '00000000-0000-4000-8000-000000000002', '630202', '630202001001', now.toISOString())
  const tries = (step: string, who: 'handler' | 'committee', matter = blank) => decide({ procedure: slip, matter, step, input: step === 'send' ? { text: '统计表', where: '630202001001' } : {}, actor: people[who], now, law, needs: {} })
  assert.throws(() => tries('send', 'handler'), /past the gate/)
  assert.ok(!isRefusal(tries('send', 'committee')), 'its own')
  assert.throws(() => tries('join', 'committee', { ...blank, seq: 1, stage: 'sent', holder: { office: village } }), /past the gate/, 'nor one community another')
})
