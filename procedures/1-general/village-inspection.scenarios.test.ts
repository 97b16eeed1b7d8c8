import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import type { Item, Known } from '../../kernel/gate.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { instant, met, play } from '../../test/helpers/play.ts'
import { law, people } from '../../test/helpers/world.ts'
import { villageInspection } from './village-inspection.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const own: Item = { code: 'zz-01', kind: 'own', name: '居务公开', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const assist: Item = { ...own, code: 'xz-01', kind: 'assist', name: '协助人口普查', office: 'gov', conditions: ['经费'] }
const known: Known = { listed: true, running: [], held: [], items: [own, assist] }

const checklist = [{ what: '居务公开栏是否按季更新', item: 'zz-01', standard: '每季度公开一次' }, { what: '是否建立议事机制', provision: '25.1', standard: '有居民代表参加' }]
const planned = { village: '630202001001', subject: 'service', about: '居务公开和议事协商情况', day: '2026-06-09', inspectors: '街道纪检干部、社会事务办负责人', checklist }
const results = [{ no: 1, result: 'not', note: '上季度未公开' }, { no: 2, result: 'ok' }]
const findings = [{ what: '上季度居务未公开', item: 'zz-01', by: '2026-06-26' }, { what: '公开内容缺少经费支出', item: 'zz-01', by: '2026-06-30' }]

const game = (so = 0, gate: Known = known) =>
  play(villageInspection, '2026-06-08 10:00', { gate: () => gate, loads: { inspections: () => so, 'listed-items': () => ['zz-01', 'xz-01'] } })

const recorded = (more: object = { findings }, gate?: Known) => {
  const world = game(0, gate)
  const id = world.opens('handler', planned, 'plan')
  world.until('2026-06-09 16:00')
  world.heard()
  world.does('handler', 'record', id, { heldOn: '2026-06-09', results, ...more })
  return { world, id, stage: () => world.matter(id).stage, facts: () => world.matter(id).facts, office: () => world.matter(id).holder?.office }
}

test('6.6: a township inspects a village; what is the village’s own is put right and checked again', () => {
  const { world, id, stage, facts, office } = recorded()
  assert.deepEqual([stage(), office(), world.due(id)], ['answering', '630202001001/committee', '2026-06-16 18:00'])
  assert.deepEqual(world.precedents.map(row => [row['kind'], row['state']]), [['inspection', 'planned'], ['inspection', 'held'], ['own', 'answering']])
  assert.deepEqual(world.heard().map(one => one.who), ['committee'])
  world.does('committee', 'agree', id, { answer: '马上公开' })
  assert.deepEqual([stage(), world.due(id)], ['rectifying', '2026-06-30 23:59'])
  world.does('committee', 'rectify', id, { done: '已公开上季度收支和低保名额' })
  assert.deepEqual([stage(), office()], ['rechecking', '630202001/gov'])
  world.does('colleague', 'recheck', id, { verdict: 'again', recheckNote: '经费支出未列明细', until: '2026-07-06' })
  assert.deepEqual([stage(), office(), world.due(id)], ['rectifying', '630202001001/committee', '2026-07-06 23:59'])
  world.does('committee', 'rectify', id, { done: '已补充经费支出明细' })
  world.does('handler', 'recheck', id, { verdict: 'passed', recheckNote: '公开栏已更新' })
  assert.deepEqual([stage(), facts()['outcome'], world.counts], ['closed', 'fixed', { planned: 1, held: 1, ordered: 1, findings: 2, putRight: 1 }])
  assert.deepEqual(world.precedents.at(-1), { county: '630202', matter: id, state: 'done', open: false })
})

test('nothing was out of order: it is closed at once, and nothing can be ordered', () => {
  const clean = results.map(one => ({ ...one, result: 'ok' }))
  const { stage, facts } = recorded({ results: clean })
  assert.deepEqual([stage(), facts()['outcome']], ['closed', 'none'])
  const world = game()
  const id = world.opens('handler', planned, 'plan')
  world.until('2026-06-09 16:00')
  assert.match(JSON.stringify(world.refused('handler', 'record', id, { heldOn: '2026-06-09', results: clean, findings })), /nothing can be ordered/u)
  assert.deepEqual(world.refused('handler', 'record', id, { heldOn: '2026-06-10', results }).faults?.map(one => one.fact), ['heldOn'])
  assert.deepEqual(world.refused('handler', 'record', id, { heldOn: '2026-06-09', results: [{ no: 3, result: 'ok' }, { no: 1, result: 'ok' }] }).faults?.map(one => one.column), ['no'])
  assert.match(JSON.stringify(world.refused('handler', 'record', id, { heldOn: '2026-06-09', results: results.slice(1) })), /each needs a result/u)
  const far = [{ ...findings[0], by: '2026-06-15' }, { ...findings[1], by: '2026-08-09' }] as readonly JsonObject[]
  assert.deepEqual(world.refused('handler', 'record', id, { heldOn: '2026-06-09', results, findings: far }).faults?.map(one => one.row), [0, 1], 'neither before the answer is owed nor too far off')
})

test('a checklist rests on items in force and on provisions, row by row', () => {
  const world = game()
  const open = (rows: readonly object[]) => () => world.opens('handler', { ...planned, checklist: rows as never }, 'plan')
  assert.throws(open([{ what: '是否完成报表', standard: '按月' }]), /Name an item of the list or a provision/)
  assert.throws(open([{ ...checklist[0], item: 'zz-99' }]), /no list in force/)
  assert.throws(open([{ ...checklist[1], provision: '7.1' }]), /must be one of the options/, 'assistance is no ground of inspection')
  assert.throws(() => world.opens('handler', { ...planned, day: '2026-06-05' }, 'plan'), /past/)
  assert.throws(() => world.opens('otherDispatcher', planned, 'plan'), /not-yours/)
  assert.throws(() => world.opens('countyLead', planned, 'plan'), /not-yours/, 'the county inspects villages through their township')
  met.refusals.add('bad-input day')
})

test('no village is inspected over and over without a reason', () => {
  const world = game(4)
  assert.throws(() => world.opens('handler', planned, 'plan'), /overReason/)
  met.refusals.add('bad-input overReason')
  const id = world.opens('handler', { ...planned, overReason: '群众反映上月经费支出未公开' }, 'plan')
  assert.deepEqual([world.matter(id).stage, world.counts], ['planned', { planned: 1, beyondCeiling: 1 }])
})

test('it is moved or dropped with a reason, and nobody forgets to record it', () => {
  const world = game()
  const id = world.opens('handler', planned, 'plan')
  assert.deepEqual(world.refused('handler', 'move', id, { day: '2026-06-01', moved: '街道有会议' }).faults?.map(one => one.fact), ['day'])
  world.does('handler', 'move', id, { day: '2026-06-10', moved: '街道有会议' })
  assert.equal(world.due(id), '2026-06-15 18:00')
  world.heard()
  world.until('2026-06-16 09:00')
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead', 'townLead'])
  world.does('townLead', 'drop', id, { dropped: '与县里督查重复' })
  assert.equal(world.matter(id).stage, 'dropped')
})

test('23.3, 50.2: an inspection hands on no work of others: the gate refuses what has no ground', () => {
  const world = game()
  const id = world.opens('handler', planned, 'plan')
  world.until('2026-06-09 16:00')
  const asked = (finding: object): JsonObject => ({ heldOn: '2026-06-09', results, findings: [{ what: '未完成任务', by: '2026-06-30', ...finding }] })
  assert.deepEqual(world.refused('handler', 'record', id, asked({})).code, 'no-ground')
  const refusal = world.refused('handler', 'record', id, asked({ item: 'xz-01' }))
  assert.deepEqual([refusal.code, refusal.basis, refusal.keeps?.row['by'], refusal.keeps?.row['item']], ['assistance', ['23.2', '23.3'], '630202001/gov', 'xz-01'])
  assert.equal(world.refused('handler', 'record', id, asked({ item: 'qt-01' })).code, 'no-ground')
  assert.equal(world.matter(id).stage, 'planned', 'nothing of it reached the village')
  world.does('handler', 'record', id, asked({ provision: '25.1' }))
})

test('23.3: the village objects; somebody else decides; what was disputed is not late', () => {
  const { world, id, stage, facts, office } = recorded()
  world.does('committee', 'object', id, { objection: '上季度公开在群公告，有截图' })
  assert.deepEqual([stage(), office(), world.due(id)], ['disputed', '630202001/gov', '2026-06-16 18:00'])
  assert.equal(world.refused('handler', 'decide', id, { ruling: 'stands', rulingReason: '公开栏没有' }).code, 'not-yours')
  const inspector = { ...people.townLead, account: people.handler.account }
  const refused = offers(villageInspection, world.matter(id), 'decide', inspector, instant('2026-06-10 10:00'), law)
  assert.deepEqual([refused?.code, refused?.basis], ['two-people', []])
  met.refusals.add(refused?.code ?? '')
  for (const fallen of [[{ no: 3 }], [{ no: 1 }, { no: 2 }]]) assert.deepEqual(world.refused('townLead', 'decide', id, { ruling: 'partly', fallen, rulingReason: '部分成立' }).faults?.map(one => one.fact), ['fallen'])
  world.until('2026-06-12 10:00')
  world.does('countyLead', 'decide', id, { ruling: 'partly', fallen: [{ no: 1 }], rulingReason: '群公告已公开，经费支出仍应公开' })
  assert.deepEqual([stage(), office(), facts()['findings'], world.due(id)], ['rectifying', '630202001001/committee', [findings[1]], '2026-07-03 23:59'])
})

test('all of it falls, by a decision, by silence, or because the township takes it back', () => {
  const ruled = recorded()
  ruled.world.does('committee', 'object', ruled.id, { objection: '上季度已经公开过' })
  ruled.world.does('townLead', 'decide', ruled.id, { ruling: 'falls', rulingReason: '核实已公开' })
  const silent = recorded()
  silent.world.does('committee', 'object', silent.id, { objection: '上季度已经公开过' })
  silent.world.until('2026-06-17 09:00')
  const taken = recorded()
  taken.world.does('handler', 'withdrawFindings', taken.id, { rulingReason: '登记有误，予以撤销' })
  for (const { stage, facts, world } of [ruled, silent, taken]) {
    assert.deepEqual([stage(), facts()['outcome'], world.counts['withdrawn']], ['closed', 'withdrawn', 1])
    assert.equal(world.precedents.at(-1)?.['open'], false)
  }
})

test('6.6: checked again twice and still not put right, it goes up to the county, which decides; nothing is ordered over and over', () => {
  const raised = () => {
    const game = recorded()
    const { world, id } = game
    world.does('committee', 'agree', id)
    world.does('committee', 'rectify', id, { done: '已公开上季度收支' })
    assert.equal(world.refused('handler', 'raise', id, { recheckNote: '仍未公开' }).code, 'not-yet-above')
    world.does('handler', 'recheck', id, { verdict: 'again', recheckNote: '经费支出未列明细', until: '2026-07-06' })
    world.does('committee', 'rectify', id, { done: '已补充经费支出明细' })
    assert.equal(world.refused('handler', 'recheck', id, { verdict: 'again', recheckNote: '仍缺明细', until: '2026-07-20' }).code, 'rounds-used')
    world.does('handler', 'raise', id, { recheckNote: '仍缺明细' })
    return game
  }
  const { world, id, stage, office, facts } = raised()
  assert.deepEqual([stage(), office(), world.due(id), world.precedents.at(-1)?.['state'], world.precedents.at(-1)?.['open']], ['raised', '630202/lead', '2026-06-24 18:00', 'raised', true])
  assert.equal(world.refused('townLead', 'decideAbove', id, { aboveRuling: 'accept', aboveReason: '已到位' }).code, 'not-yours')
  world.heard()
  world.until('2026-06-25 09:00')
  assert.ok(world.heard().some(one => one.who === 'countyLead'), 'and the county is held to it')
  world.does('countyLead', 'decideAbove', id, { aboveRuling: 'last', aboveReason: '账目较多，给最后期限', until: '2026-07-20' })
  assert.deepEqual([stage(), office(), world.due(id)], ['rectifying', '630202001001/committee', '2026-07-20 23:59'])
  world.does('committee', 'rectify', id, { done: '已列明全部明细' })
  world.does('handler', 'raise', id, { recheckNote: '仍缺两笔' })
  assert.equal(world.refused('countyLead', 'decideAbove', id, { aboveRuling: 'last', aboveReason: '再给期限', until: '2026-08-20' }).code, 'once-only')
  world.does('countyLead', 'decideAbove', id, { aboveRuling: 'handOn', aboveReason: '缺的两笔在街道账上', handedTo: '由街道财政所公开' })
  assert.deepEqual([stage(), facts()['outcome'], world.precedents.at(-1)?.['open']], ['closed', 'handedOn', false])
  for (const [aboveRuling, outcome] of [['accept', 'fixed'], ['falls', 'withdrawn']] as const) {
    const other = raised()
    other.world.does('countyLead', 'decideAbove', other.id, { aboveRuling, aboveReason: '经县里核实' })
    assert.equal(other.facts()['outcome'], outcome)
  }
})

test('no answer, no rectification, no check: each is seen in time, level by level', () => {
  const { world, id, stage } = recorded()
  world.until('2026-06-17 09:00')
  assert.equal(stage(), 'rectifying')
  world.heard()
  world.until('2026-07-01 09:00')
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['committee', 'gridWorker', 'townLead'])
  world.until('2026-07-03 09:00')
  assert.ok(world.heard().some(one => one.who === 'countyLead'))
  assert.deepEqual(world.refused('handler', 'extend', id, { until: '2026-06-29', moreWhy: '等待审计' }).faults?.map(one => one.fact), ['until'])
  world.does('handler', 'extend', id, { until: '2026-07-10', moreWhy: '等待财政所核账' })
  assert.deepEqual([world.due(id), world.due(id, 'escalation')], ['2026-07-10 23:59', undefined])
  assert.equal(world.refused('handler', 'extend', id, { until: '2026-07-20', moreWhy: '再等一等' }).code, 'once-only')
  world.does('committee', 'rectify', id, { done: '已公开上季度收支' })
  world.heard()
  world.until('2026-07-17 18:01')
  assert.ok(world.heard().some(one => one.who === 'handler'), 'the township is held to it too')
  assert.equal(stage(), 'rechecking')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(villageInspection.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./village-inspection.ts', './inspection-moves.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.equal(new Set(codes).size, 2)
  assert.deepEqual([...codes, ...faults, 'no-ground', 'assistance'].filter(code => !met.refusals.has(code)), [])
})
