import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { campaignPart } from './campaign-part.ts'
import { campaign } from './campaign.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const asked = { theme: 'environment', title: '夏季环境整治', aims: '清理背街小巷积存垃圾，整治占道堆放', from: '2026-06-08', until: '2026-06-30' }
const arranged = { ...asked, area: '630202', instrument: '乐政办〔2026〕21号', townships: ['630202001', '630202101'] }
const row = { village: '630202001001', item: 'xz-01', what: '组织居民清理楼道' }

const running = () => {
  const game = play(campaign)
  const id = game.opens('countyLead', arranged, 'arrange')
  return { game, id, stage: () => game.matter(id).stage }
}

const assigned = () => {
  const game = play(campaignPart)
  const id = game.opens('platform', { ...asked, township: '630202001', issuer: '630202/lead' }, 'assign')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

test('6.5: the county government arranges a campaign for its townships, and each is handed its part', () => {
  const { game, id, stage } = running()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id, 'end')], ['running', { office: '630202/lead' }, '2026-06-30 23:59'])
  assert.deepEqual(game.opened.map(one => [one.procedure, one.step, one.by, one.input]), ['630202001', '630202101'].map(township => ['campaign-part', 'assign', 'platform', { ...asked, township, issuer: '630202/lead' }]))
  game.platform('partDone', id)
  assert.equal(stage(), 'running')
  game.platform('partDone', id)
  assert.equal(stage(), 'summing')
  game.does('countyLead', 'sumUp', id, { summary: '两个乡镇街道清理背街小巷十二条' })
  assert.deepEqual([stage(), game.counts], ['closed', { arranged: 1, summedUp: 1 }])
})

test('6.5, 23.3: no department arranges one by itself, and none goes to a village or beyond the county', () => {
  const game = play(campaign)
  assert.throws(() => game.opens('urban', arranged, 'arrange'), /not-arranged/)
  met.refusals.add('not-arranged')
  assert.throws(() => game.opens('countyLead', { ...arranged, townships: ['630202001', '630203001'] }, 'arrange'), /not-arranged/)
  assert.throws(() => game.opens('countyLead', { ...arranged, townships: ['630202001001'] }, 'arrange'), /places of level township/)
  assert.throws(() => game.opens('townLead', arranged, 'arrange'), /not-yours/)
  assert.throws(() => game.opens('countyLead', { ...arranged, until: '2026-06-07' }, 'arrange'), /before it begins/)
  assert.throws(() => game.opens('countyLead', { ...arranged, until: '2026-12-31' }, 'arrange'), /At most 180 days/)
  met.refusals.add('bad-input until')
})

test('it ends on its day and is summed up once all have reported, or once that is due', () => {
  const { game, id, stage } = running()
  game.until('2026-07-01 09:00')
  assert.equal(stage(), 'summing')
  assert.equal(game.refused('countyLead', 'sumUp', id, { summary: '两个乡镇街道清理背街小巷' }).code, 'not-all-done')
  game.platform('partDone', id)
  assert.equal(stage(), 'summing')
  game.heard()
  game.until('2026-08-04 09:00')
  assert.ok(game.heard().some(one => one.who === 'countyLead'), 'reminded')
  game.does('countyLead', 'sumUp', id, { summary: '一个街道完成清理，一个镇没有报告' })
  const off = running()
  off.game.does('countyLead', 'callOff', off.id, { reason: '与省级行动合并' })
  assert.equal(off.stage(), 'calledOff')
})

test('6.2, 6.3, 6.5: a township plans its part, calls units, holds sessions, reports, and the county checks', () => {
  const { game, id, stage, facts } = assigned()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['planning', { office: '630202001/gov' }, '2026-06-15 18:00'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  const conditions = [{ name: '经费', what: '每处补助五百元', by: '2026-06-12' }]
  game.does('handler', 'plan', id, { measures: '分片包干，逐条清理，周五联合检查', breakdown: [row, { ...row, village: '630202001002' }, { ...row, item: 'xz-02', what: '劝导占道堆放' }], conditions, units: [{ unit: '东关物业公司', asked: '清理小区内堆放' }] })
  assert.deepEqual([stage(), game.due(id), game.counts], ['running', '2026-06-30 23:59', { assigned: 1, planned: 1, brokenDown: 3 }])
  assert.deepEqual(game.opened.map(one => [one.procedure, one.step, one.by, one.input['item'], one.input['places'], one.input['conditions'], one.input['until']]), [
    ['commission', 'propose', undefined, 'xz-01', ['630202001001', '630202001002'], conditions, '2026-06-30'], ['commission', 'propose', undefined, 'xz-02', ['630202001001'], conditions, '2026-06-30'],
  ], 'villages are asked by commissions of the township, each past the gate')
  game.does('handler', 'callUnits', id, { units: [{ unit: '东关物业公司', asked: '清理小区内堆放', answer: '同意，出动十人' }, { unit: '街道商会', asked: '门前三包' }] })
  game.does('colleague', 'session', id, { heldOn: '2026-06-08', what: '集中清理东关后巷', served: 60 })
  assert.deepEqual(game.refused('colleague', 'session', id, { heldOn: '2026-06-09', what: '集中清理西关后巷', served: 1 }).faults?.map(one => one.fact), ['heldOn'])
  game.does('handler', 'breakDown', id, { breakdown: [{ ...row, village: '630202001002', what: '组织志愿者保洁' }] })
  assert.deepEqual([facts()['sessions'], facts()['breakdown'] !== undefined && (facts()['breakdown'] as readonly JsonObject[]).length, game.counts['served'], game.counts['units']], [[{ on: '2026-06-08', what: '集中清理东关后巷', served: 60 }], 4, 60, 1])
  game.until('2026-07-01 09:00')
  assert.deepEqual([stage(), game.due(id)], ['reporting', '2026-07-14 18:00'])
  game.does('handler', 'reportNow', id, { report: '清理背街小巷六条，动员单位两家' })
  assert.deepEqual([stage(), game.matter(id).holder], ['checking', { office: '630202/lead' }])
  game.does('countyLead', 'check', id, { verdict: 'again', opinion: '请补充西关后巷情况' })
  assert.deepEqual([stage(), game.matter(id).holder], ['reporting', { office: '630202001/gov' }])
  game.does('handler', 'reportNow', id, { report: '清理背街小巷六条，西关后巷已清理' })
  game.does('countyLead', 'check', id, { verdict: 'accepted', opinion: '属实，予以通过' })
  assert.deepEqual([stage(), game.toldOther.map(one => [one.link, one.step])], ['closed', [['campaign', 'partDone']]])
})

test('villages outside the township are refused row by row; under an emergency order work goes out at once', () => {
  const { game, id } = assigned()
  assert.deepEqual(game.refused('handler', 'plan', id, { measures: '分片包干，逐条清理垃圾', breakdown: [row, { ...row, village: '630202101201' }] }).faults?.map(one => [one.row, one.column]), [[1, 'village']])
  game.does('handler', 'plan', id, { measures: '沿沟转移住户，封闭道路', breakdown: [row], underOrder: true })
  assert.equal(game.opened.at(-1)?.input['emergency'], true)
})

test('what is late is seen; unchecked, a report stands; called off, it is over', () => {
  const { game, id, stage } = assigned()
  game.heard()
  game.until('2026-06-16 09:00')
  assert.ok(game.heard().some(one => one.who === 'countyLead'))
  game.does('townLead', 'plan', id, { measures: '分片包干，逐条清理垃圾' })
  game.until('2026-07-15 09:00')
  assert.ok(game.heard().some(one => one.who === 'countyLead'))
  game.does('handler', 'reportNow', id, { report: '清理背街小巷六条，动员单位两家' })
  game.until('2026-07-30 09:00')
  assert.deepEqual([stage(), game.counts['unchecked'], game.toldOther.length], ['closed', 1, 1])
  const off = assigned()
  off.game.platform('calledOff', off.id)
  assert.equal(off.stage(), 'calledOff')
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const procedure of [campaign, campaignPart]) assert.deepEqual(Object.keys(procedure.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./campaign.ts', './campaign-part.ts', './breakdown.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  assert.deepEqual([...codes, 'bad-input breakdown', 'bad-input until', 'bad-input heldOn', 'not-arranged'].filter(code => !met.refusals.has(code)), [])
})
