import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { keptWords } from '../../../kernel/kept-words.ts'
import { cleaning, commissioning, items } from '../../../test/helpers/commissioning.ts'
import { instant, met } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import { workRegister } from '../../../test/helpers/work-register.ts'
import { commission } from './commission.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const refusal = (more: object, who: 'transport' | 'urban' | 'handler' = 'transport', from?: string) => commissioning(from).game.refusedToOpen(who, { ...cleaning, ...more }, 'propose')
const without = (name: string) => Object.fromEntries(Object.entries(cleaning).filter(([fact]) => fact !== name))

test('23.2: cited, with its conditions, it is judged, metered and approved by a second person; nothing has arrived before', () => {
  const { game, proposes, stage, facts, said, register } = commissioning()
  const id = proposes({ fields: [{ name: '户数', kind: 'number', filled: true }, { name: '清扫里程', kind: 'number', filled: false }, { name: '垃圾吨数', kind: 'number' }], times: 4 })
  assert.deepEqual([stage(id), game.matter(id).holder, game.due(id)], ['approving', { office: '630202/transport' }, '2026-06-11 18:00'])
  assert.equal(facts(id)['minutesEach'], (2 * 2 + 120) * 4, 'two fields of two minutes and the item’s two hours, four times')
  assert.match(keptWords(said(id, 'hours')).zh, /^每处 8 小时 16 分钟，2 处合计 16 小时 32 分钟/)
  assert.equal(game.refused('transport', 'approve', id).code, 'two-people')
  assert.equal(game.refused('urban', 'approve', id).code, 'not-yours')
  assert.deepEqual([game.all('township-task').length, register.given.size], [0, 0])
  game.does('roads', 'approve', id, { opinion: '同意' })
  assert.deepEqual([stage(id), game.due(id, 'end'), game.all('township-task').map(one => one.stage)], ['running', '2026-07-10 23:59', ['reviewing']])
  assert.equal(commission.stages['running'].published, true, 'its hours are there for everyone')
})

test('23.3, 50.2: what is on no list, an office’s own duty, another’s, or the community’s own is refused with the article and counted', () => {
  const cases = [
    [{ ...cleaning, item: 'zz-99' }, 'not-listed', ['23.3', '50.2']], [without('item'), 'not-listed', ['23.3', '50.2']], [{ ...without('item'), duty: 'zn-01' }, 'own-duty', ['23.3', '50.2']],
    [{ ...cleaning, item: 'own-01' }, 'own-affair', ['23.1', '50.2']], [{ ...cleaning, item: 'wt-02' }, 'not-your-item', ['23.2', '50.2']],
  ] as const
  for (const [asked, code, basis] of cases) {
    const { game, register } = commissioning()
    const refused = game.refusedToOpen('transport', asked, 'propose')
    assert.deepEqual([refused.code, refused.basis, refused.remedy !== undefined], [code, basis, true])
    assert.deepEqual([refused.keeps?.register, refused.keeps?.row['by'], refused.keeps?.row['code']], ['refused-attempt', '630202/transport', code])
    assert.equal(register.given.size, 0)
  }
  assert.equal(refusal({}, 'urban').code, 'not-your-item')
})

test('23.3: a meeting, a proof, a plaque, an app or a survey passes the same gate', () => {
  for (const manner of ['meeting', 'proof', 'plaque', 'app', 'survey', 'form', 'other']) assert.equal(refusal({ manner, item: 'zz-99' }).code, 'not-listed', manner)
})

test('23.1: before there is a list, before its item is in force and after it ended, nothing is given', () => {
  const none = commissioning(undefined, workRegister({ versions: [] }))
  assert.equal(none.game.refusedToOpen('transport', cleaning, 'propose').code, 'no-list')
  const later = commissioning(undefined, workRegister({ versions: [{ since: '2025-01-01', until: '2026-07-01', items: [items.own] }, { since: '2026-07-01', items: [items.roads] }] }))
  assert.equal(later.game.refusedToOpen('transport', cleaning, 'propose').code, 'not-in-force')
  const ending = commissioning(undefined, workRegister({ versions: [{ since: '2025-01-01', until: '2026-07-01', items: [items.roads] }, { since: '2026-07-01', items: [items.own] }] }))
  assert.equal(ending.game.refusedToOpen('transport', cleaning, 'propose').code, 'not-in-force', 'it would run on behind its end')
})

test('23.2, 50.2: without the conditions that the list states, out of its season, twice over, or for what records hold, it is refused', () => {
  assert.equal(refusal({ conditions: cleaning.conditions.slice(0, 1) }).code, 'no-conditions')
  const none = commissioning().game.refusedToOpen('transport', without('conditions'), 'propose')
  assert.deepEqual([none.code, none.basis], ['no-conditions', ['23.2', '50.2']])
  assert.equal(refusal({ item: 'zz-02', until: '2026-10-01' }).code, 'out-of-season')
  assert.equal(refusal({ manner: 'form', fields: [{ name: '户数', kind: 'number' }] }).code, 'already-held')
  assert.equal(refusal({ manner: 'form', fields: [{ name: '户数', kind: 'number', filled: true }] }).code, 'already-held', 'a form with nothing to fill in')
  const twice = commissioning()
  twice.given()
  assert.equal(twice.game.refusedToOpen('transport', { ...cleaning, until: '2026-07-20' }, 'propose').code, 'duplicate')
})

test('23.2: the same item at the same time is asked once of a village, whichever office asks', () => {
  const { game } = commissioning()
  const posters = { item: 'wt-02', title: '张贴宣传画', manner: 'task', what: '在公告栏张贴两张', places: ['630202001001'], from: '2026-06-15', until: '2026-06-30' }
  game.does('colleague', 'approve', game.opens('handler', { ...posters, area: '630202001' }, 'propose'))
  assert.equal(game.all('community-task').length, 1)
  const byTheCounty = { ...posters, area: '630202' }
  assert.equal(game.refusedToOpen('countyClerk', byTheCounty, 'propose').code, 'duplicate')
  assert.equal(game.triesToOpen('countyClerk', { ...byTheCounty, from: '2026-06-08', until: '2026-06-14' }, 'propose'), undefined, 'before it')
  assert.equal(game.triesToOpen('countyClerk', { ...byTheCounty, from: '2026-07-01', until: '2026-07-14' }, 'propose'), undefined, 'and behind it')
})

test('23.2: a form declares what it asks for: an attachment alone would have no hours', () => {
  assert.deepEqual(refusal({ manner: 'form' }).faults?.map(one => one.fact), ['fields'])
  assert.deepEqual(refusal({ manner: 'form', fields: [] }).faults?.map(one => one.fact), ['fields'])
})

test('what can’t be is told at its field', () => {
  const faults = (more: object) => refusal(more).faults?.map(one => [one.fact, one.column ?? ''].filter(part => part !== '').join(' '))
  assert.deepEqual(faults({ area: '630202001', places: ['630202101201'] }), ['places'])
  assert.deepEqual(faults({ places: ['630203001001'] }), ['places'])
  assert.deepEqual(faults({ until: '2026-06-09' }), ['until'])
  assert.deepEqual(faults({ from: '2026-06-01', until: '2026-06-07' }), ['until'])
  assert.deepEqual(faults({ until: '2027-07-01' }), ['until'])
  assert.deepEqual(faults({ conditions: [{ ...cleaning.conditions[0], by: '2026-07-11' }, cleaning.conditions[1]] }), ['conditions by'])
  assert.deepEqual(faults({ conditions: [{ ...cleaning.conditions[0], by: '2026-06-07' }, cleaning.conditions[1]] }), ['conditions by'])
  assert.deepEqual(faults({ fields: [{ name: '清扫里程', kind: 'number', filled: true }, { name: '吨数', kind: 'number' }] }), ['fields filled'])
  assert.deepEqual(faults({ fields: [{ name: '吨数', kind: 'number' }, { name: '吨数', kind: 'number' }] }), ['fields name'])
  const township = commissioning().game
  assert.deepEqual(township.refusedToOpen('handler', { ...cleaning, area: '630202001', item: 'wt-02', places: ['630202001'] }, 'propose').code, 'bad-input')
})

test('only an office whose place holds the area asks, and no community does', () => {
  const { game } = commissioning()
  for (const who of ['committee', 'resident', 'gridWorker', 'auditor', 'cityLead'] as const) assert.equal(game.refusedToOpen(who, cleaning, 'propose').code, 'not-yours')
  assert.equal(game.refusedToOpen('handler', cleaning, 'propose').code, 'not-yours', 'a township does not give in the county')
})

test('revised, it is judged and counted anew, and who revised it does not approve it', () => {
  const { game, proposes, stage, facts } = commissioning()
  const id = proposes()
  assert.equal(game.refused('roads', 'revise', id, { item: 'zz-99' }).code, 'not-listed')
  assert.deepEqual(game.refused('roads', 'revise', id, { until: '2026-06-01' }).faults?.map(one => one.fact), ['until'])
  game.until('2026-06-09 10:00')
  game.does('roads', 'revise', id, { times: 2 })
  assert.deepEqual([stage(id), facts(id)['minutesEach'], game.due(id)], ['approving', 240, '2026-06-12 18:00'])
  for (const who of ['transport', 'roads'] as const) assert.equal(game.refused(who, 'approve', id).code, 'two-people')
})

test('not approved it is not given; left lying it is dropped; past its last day it is not approved any more', () => {
  const first = commissioning()
  const id = first.proposes()
  first.game.does('roads', 'refuseApproval', id, { opinion: '由养护站办理' })
  assert.equal(first.stage(id), 'notGiven')
  const second = commissioning()
  const left = second.proposes()
  second.game.until('2026-06-11 18:00')
  assert.deepEqual([second.stage(left), second.game.all('township-task').length], ['notGiven', 0])
  const third = commissioning()
  const late = third.proposes({ conditions: cleaning.conditions.map(row => ({ ...row, by: '2026-06-08' })), from: '2026-06-08', until: '2026-06-08' })
  assert.equal(offers(commission, third.game.matter(late), 'approve', people.roads, instant('2026-06-09 09:00'), law)?.code, 'over')
  met.refusals.add('over')
})

test('23.1: the list amended before approval: what it no longer holds is not approved', () => {
  const { game, proposes, register, stage } = commissioning()
  const id = proposes()
  register.amend([{ since: '2025-01-01', until: '2026-06-09', items: [items.roads] }, { since: '2026-06-09', items: [items.own] }])
  game.until('2026-06-09 09:00')
  assert.equal(game.refused('roads', 'approve', id).code, 'not-listed')
  assert.equal(stage(id), 'approving')
})

test('a township’s own commission goes to its communities at once; work for townships goes to them alone', () => {
  const { game, stage, facts } = commissioning()
  const id = game.opens('handler', { ...without('conditions'), area: '630202001', item: 'wt-02', manner: 'plaque' }, 'propose')
  game.does('colleague', 'approve', id)
  assert.deepEqual([stage(id), facts(id)['nPassed'], game.all('township-task').length, game.all('community-task').map(one => one.stage)], ['running', 2, 0, ['offered', 'offered']])
  const other = commissioning()
  const townships = other.approved({ ...without('conditions'), item: 'zn-02', places: ['630202001', '630202101'], conditions: [{ name: '经费', what: '每镇一万元', by: '2026-06-12' }] })
  assert.deepEqual([other.game.all('township-task').map(one => one.stage), other.facts(townships)['nPassed']], [['awaiting', 'awaiting'], 2])
  assert.equal(refusal({ item: 'zn-09', places: ['630202001'] }).code, 'not-the-township’s', '24.1, 50.2: what is pushed onto a township stands on its own duty list')
  assert.equal(refusal({ item: 'zn-02', places: ['630202001', '630202001001'] }).code, 'mixed')
})

const flood = { kind: 'flood', area: '630202001', happened: '暴雨致东关沟水位猛涨', scope: '组织沿沟住户转移', instrument: '碾伯街道防汛应急预案', until: '2026-06-20' }
const sandbags = { ...without('item'), emergency: true, title: '搬运沙袋', what: '沿沟搬运沙袋', until: '2026-06-12', from: '2026-06-08', conditions: [{ name: '沙袋', what: '五百只', by: '2026-06-10' }] }

test('24.2, 33.2: only under an emergency order in force does it go out at once, and it ends with the order', () => {
  const { game, register, stage, facts } = commissioning()
  assert.equal(game.refusedToOpen('transport', sandbags, 'propose').code, 'no-emergency', 'saying so makes no emergency')
  register.orders.push({ matter: '00000000-0000-4000-8000-000000000001', region: '630202001', until: '2026-06-20T16:00:00.000Z', offices: ['630202/transport'] })
  assert.equal(game.refusedToOpen('transport', { ...sandbags, until: '2026-06-25' }, 'propose').code, 'beyond-the-order')
  assert.equal(game.refusedToOpen('transport', { ...sandbags, places: ['630202101201'] }, 'propose').code, 'no-emergency', 'not where the order does not reach')
  assert.deepEqual(game.refusedToOpen('transport', { ...sandbags, conditions: [] }, 'propose').faults?.map(one => one.fact), ['conditions'], 'none would follow where none is named')
  const id = game.opens('transport', sandbags, 'propose')
  assert.deepEqual([stage(id), game.matter(id).links, game.all('community-task').map(one => [one.stage, one.facts['ground']])],
    ['running', [{ kind: 'under', matter: '00000000-0000-4000-8000-000000000001' }], [['doing', 'emergency'], ['doing', 'emergency']]])
  game.platform('orderOver', id)
  assert.deepEqual([stage(id), game.all('community-task').map(one => one.stage), facts(id)['nEnded']], ['summing', ['over', 'over'], 2])
  assert.equal(flood.until, '2026-06-20')
})

test('conditions are recorded with proof; once all are there communities are asked to check', () => {
  const { game, given, stage, facts, said } = commissioning()
  const { id, east } = given()
  assert.deepEqual(game.refused('transport', 'deliverConditions', id, { delivery: [{ name: '车辆', how: '一辆', on: '2026-06-10' }] }).faults?.map(one => one.fact), ['delivery'])
  assert.deepEqual(game.refused('transport', 'deliverConditions', id, { delivery: [{ name: '工具', how: '送到村委会', on: '2026-06-09' }] }).faults?.map(one => [one.fact, one.row, one.column]), [['delivery', 0, 'on']], 'what is still to come has not arrived')
  game.does('transport', 'deliverConditions', id, { delivery: [{ name: '工具', how: '送到村委会', on: '2026-06-08' }] })
  assert.equal(facts(east)['arrived'], undefined, 'one is not all')
  game.does('transport', 'deliverConditions', id, { delivery: [{ name: '经费', how: '已拨付', on: '2026-06-08' }] })
  assert.match(said(east, 'arrived'), /工具.*经费/)
  assert.equal(game.due(east), '2026-06-10 18:00', 'two working days to check')
  game.does('committee', 'confirmConditions', east)
  assert.equal(stage(east), 'doing')
})

test('its numbers follow its tasks; all ended, it is summed up in public', () => {
  const { game, given, stage, facts } = commissioning()
  const { id, east, west } = given()
  game.does('committee', 'confirmConditions', east)
  game.does('committee', 'deliver', east, { report: '清扫完成，边沟已清' })
  assert.equal(game.refused('transport', 'close', id, { summary: '完成' }).code, 'still-running')
  game.does('transport', 'acceptWork', east)
  assert.deepEqual([facts(id)['nDelivered'], facts(id)['nDone'], facts(id)['nEnded'], stage(id)], [1, 1, 1, 'running'])
  game.does('transport', 'release', west, { endReason: '养护站已清扫' })
  assert.deepEqual([facts(id)['nEnded'], stage(id), game.due(id)], [2, 'summing', '2026-06-23 18:00'])
  game.does('transport', 'close', id, { summary: '两村公路清扫完毕，汛期通行正常' })
  assert.equal(stage(id), 'closed')
})

test('withdrawn, what is not done is taken back, before approval and after', () => {
  const { game, given, stage, proposes } = commissioning()
  const { id, east, west } = given()
  game.does('committee', 'confirmConditions', east)
  game.does('committee', 'deliver', east, { report: '清扫完成，边沟已清' })
  game.does('transport', 'withdraw', id, { reason: '改由养护站统一清扫' })
  assert.deepEqual([stage(id), stage(east), stage(west)], ['withdrawn', 'accepting', 'withdrawn'], 'what was delivered is still accepted')
  game.does('transport', 'acceptWork', east)
  assert.equal(stage(east), 'done')
  const other = proposes({ places: ['630202101201'] })
  game.does('transport', 'withdraw', other, { reason: '计划有变' })
  assert.equal(stage(other), 'withdrawn')
})

test('23.2: nothing runs past its last day; without a summary it is closed by itself', () => {
  const { game, given, stage } = commissioning()
  const { id, east, west } = given()
  game.does('committee', 'confirmConditions', east)
  game.does('westCommittee', 'confirmConditions', west)
  game.until('2026-07-11 00:00')
  assert.deepEqual([stage(id), stage(east), stage(west)], ['summing', 'over', 'over'])
  game.until('2026-07-31 00:00')
  assert.deepEqual([stage(id), game.counts['unsummed']], ['closed', 1])
})

test('every step is taken and every refusal met in some scenario', () => {
  const steps = Object.keys(commission.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name))
  assert.deepEqual(steps.filter(name => !met.steps.has(`commission.${name}`)), [])
  const said = ['./issue/parts.ts', './issue/propose.ts', './issue/running.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const fields = [...said.matchAll(/faultAt\('([^']+)'|fact: '([^']+)'/g)].map(found => `bad-input ${found[1] ?? found[2] ?? ''}`)
  assert.deepEqual([...codes, ...fields].filter(code => !met.refusals.has(code)), [])
})
