import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { law, people, type Name } from '../../../test/helpers/world.ts'
import { dutyList, type DutyItem } from './duty-list.ts'
import type { Base } from './making.ts'

const duties: readonly DutyItem[] = [{ code: 'zn-01', name: '县道养护', basis: '公路法' }, { code: 'zn-02', name: '客运管理', basis: '道路运输条例' }]
const draft = { place: '630202', title: '乐都区交通运输局职责事项清单', since: '2026-08-01', duties }
const base: Base<DutyItem> = { version: people.resident.account, since: '2023-02-01', items: duties }

const opened = (who: Name = 'transport', more: object = {}, before?: Base<DutyItem>) => {
  const registers: { base?: Base<DutyItem> } = before ? { base: before } : {}
  const game = play(dutyList, '2026-06-08 10:00', { loads: { 'duty-list': () => registers.base } })
  const id = game.opens(who, { ...draft, ...more }, 'draft')
  return { game, id, registers, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

test('23.3, 50.2: each office’s own duties stand on a list: drafted by itself, reviewed by justice, published by the county, in force from a day', () => {
  const { game, id, stage, facts } = opened()
  assert.deepEqual([stage(), game.matter(id).holder, facts()['draftedBy']], ['drafting', { office: '630202/transport' }, '630202/transport'])
  game.does('transport', 'revise', id, { title: '乐都区交通运输局职责事项清单（2026）' })
  game.does('transport', 'toReview', id)
  assert.deepEqual([stage(), game.matter(id).holder], ['reviewing', { office: '630202/justice' }])
  game.does('justice', 'object', id, { opinion: '第 2 项依据须写明条款' })
  assert.deepEqual([stage(), game.matter(id).holder], ['drafting', { office: '630202/transport' }])
  game.does('transport', 'toReview', id)
  game.does('justice', 'pass', id, { opinion: '同意' })
  game.does('countyLead', 'sendBack', id, { sentBackWhy: '施行日期须统一' })
  game.does('transport', 'toReview', id)
  game.does('justice', 'pass', id, { opinion: '同意' })
  game.does('countyLead', 'publish', id, { instrument: '乐政办〔2026〕9 号' })
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['published', { office: '630202/transport' }, '2026-07-31 23:59'])
  assert.deepEqual(game.precedents.at(-1), { county: '630202', version: id, since: '2026-08-01', items: duties, office: '630202/transport' })
  game.until('2026-08-01 00:00')
  assert.equal(stage(), 'inForce')
  game.heard()
  game.until('2027-08-03 09:00')
  assert.ok(game.heard().some(one => one.who === 'transport'))
  game.platform('supersede', id)
  assert.equal(stage(), 'superseded')
})

test('a township has one too, for its own government; centres, lead groups and others’ places have none', () => {
  const { game, id } = opened('handler', { place: '630202001' })
  assert.deepEqual(game.matter(id).holder, { office: '630202001/gov' })
  const none = offers(dutyList, game.matter(id), 'draft', people.countyLead, instant('2026-06-08 10:00'), law)
  assert.equal(none?.code, 'wrong-stage')
  assert.throws(() => opened('countyLead'), /no-duty-list/)
  met.refusals.add('no-duty-list')
  assert.throws(() => opened('transport', { place: '630202001' }), /the place of your own office/)
})

test('a change is compared with the version before, gives its reasons and takes its place', () => {
  const change = { duties: [{ code: 'zn-01', name: '县道、乡道养护', basis: '公路法' }], reason: '职责调整', reasons: [{ code: 'zn-02', why: '划归市级' }] }
  const { game, id, facts, registers } = opened('transport', change, base)
  assert.equal(facts()['changes'], '新增 0 项，退出 1 项，调整 1 项\n0 added, 1 withdrawn, 1 changed')
  game.does('transport', 'toReview', id)
  game.does('justice', 'pass', id, { opinion: '同意' })
  registers.base = { ...base, version: people.neighbour.account }
  assert.equal(game.refused('countyLead', 'publish', id, { instrument: '乐政办〔2026〕9 号' }).code, 'overtaken')
  registers.base = base
  game.does('countyLead', 'publish', id, { instrument: '乐政办〔2026〕9 号' })
  assert.deepEqual(game.matter(id).links, [{ kind: 'amends', matter: base.version }])
  game.until('2026-08-01 00:00')
  assert.deepEqual(game.toldOther, [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }])
  assert.throws(() => opened('transport', { reason: '没有变化' }, base), /the same as the version before/)
})

test('codes stand once; the day lies ahead; who drafted it neither reviews nor publishes it; what is late is asked for; a draft is given up', () => {
  assert.throws(() => opened('transport', { duties: [...duties, { code: 'zn-01', name: '重复', basis: '公路法' }] }), /stands twice/)
  assert.throws(() => opened('transport', { since: '2026-06-08' }), /2026-06-09 at the earliest/)
  const { game, id, stage } = opened('justice')
  game.does('justice', 'toReview', id)
  assert.equal(game.refused('justice', 'pass', id, { opinion: '同意' }).code, 'two-people')
  const late = opened()
  late.game.until('2026-08-10 09:00')
  assert.ok(late.game.heard().some(one => one.who === 'countyLead'))
  late.game.does('transport', 'dropDraft', late.id, { droppedWhy: '机构撤并' })
  assert.deepEqual([late.stage(), stage()], ['dropped', 'reviewing'])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(dutyList.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./duty-list.ts', './making.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  assert.deepEqual([codes.length, codes.filter(code => !met.refusals.has(code))], [3, []])
})
