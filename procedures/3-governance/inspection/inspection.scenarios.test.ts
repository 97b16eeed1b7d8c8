import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { Item, Known } from '../../../kernel/gate.ts'
import { met, play } from '../../../test/helpers/play.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { idOf, type Name } from '../../../test/helpers/world.ts'
import { hazard } from '../hazard/hazard.ts'
import { inspection } from './inspection.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const own: Item = { code: 'zz-02', kind: 'own', name: '垃圾分类投放点日常保洁', office: 'committee', conditions: [], minutes: 0, since: '2026-01-01' }
const assist: Item = { ...own, code: 'xz-01', kind: 'assist', name: '协助人口普查', office: 'gov', conditions: ['经费'] }
const known: Known = { listed: true, running: [], held: [], items: [own, assist] }
const checklist = [
  { what: '疏散指示图、标识', standard: '主要出入口、电梯口设置', points: 40 },
  { what: '安全出口和救援通道', standard: '畅通，无锁闭、无堆放', points: 40 },
  { what: '避难层（间）', standard: '有避难层的适用', points: 20 },
]
const asked = { place: '630202001001', subject: 'exits', about: '和顺小区疏散标识和通道检查', target: 'firm', firm: '和顺物业公司', day: '2026-06-09', checklist, inspectors: '城管局执法科' }
const proof = [idOf('photo')]
const results = [{ no: 1, result: 'part', points: 25 }, { no: 2, result: 'not', note: '三单元出口上锁' }, { no: 3, result: 'na' }]
const findings = [{ what: '两处电梯口没有疏散标识', as: 'rectify', by: '2026-06-26' }, { what: '三单元安全出口上锁', as: 'hazard', kind: 'exits' }]
const seen = { heldOn: '2026-06-09', results, findings }

const started = (more: object = {}, who: Name = 'urban') => {
  const world = play(inspection, '2026-06-08 10:00', { gate: () => known, others: [hazard] })
  const id = world.opens(who, { ...asked, ...more }, 'plan')
  world.heard()
  world.until('2026-06-09 16:00')
  return { world, id, stage: () => world.matter(id).stage, facts: () => world.matter(id).facts, office: () => world.matter(id).holder?.office }
}
const toCommunity = { target: 'community', firm: null, subject: 'environment', about: '东关社区垃圾分类投放点检查' }
const theirs = [{ what: '投放点外溢未清', as: 'rectify', by: '2026-06-26', item: 'zz-02' }]

test('check finds nothing wrong', () => assert.deepEqual(check(inspection), []))

test('34.4: exits and signs are inspected by a checklist; the score is computed; a hazard goes its own way, the rest is put right and checked by another', () => {
  const { world, id, stage, facts, office } = started()
  assert.equal(world.due(id), '2026-06-12 18:00')
  world.does('urban', 'record', id, seen)
  assert.deepEqual([stage(), facts()['score'], office(), world.due(id)], ['rectifying', 31, '630202/urban-management', '2026-06-26 23:59'])
  const [found] = world.all('hazard')
  assert.deepEqual([found?.facts['source'], found?.facts['spot'], found?.links], ['inspection', '和顺物业公司', [{ kind: 'inspection', matter: id }]])
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'colleague', 'handler', 'handler', 'townLead', 'townLead'])
  assert.deepEqual(world.refused('gridWorker', 'rectify', id, { done: '两处标识已补齐', proof: [] }).faults?.map(one => one.fact), ['proof'])
  world.does('urban', 'rectify', id, { done: '两处标识已补齐', proof })
  assert.equal(world.refused('urban', 'recheck', id, { verdict: 'passed', recheckNote: '标识齐全' }).code, 'own-work')
  assert.deepEqual(world.refused('townLead', 'recheck', id, { verdict: 'again', recheckNote: '一处脱落', until: '2027-01-01' }).faults?.map(one => one.fact), ['until'])
  world.does('townLead', 'recheck', id, { verdict: 'again', recheckNote: '一处脱落', until: '2026-07-03' })
  assert.deepEqual([stage(), world.due(id)], ['rectifying', '2026-07-03 23:59'])
  world.does('gridWorker', 'rectify', id, { done: '脱落的一处已加固', proof })
  world.does('urban', 'recheck', id, { verdict: 'passed', recheckNote: '标识齐全' })
  assert.deepEqual([stage(), facts()['outcome'], world.counts['points'], world.counts['full']], ['closed', 'fixed', 25, 80])
})

test('18: nothing is amiss: it closes at once with its full score', () => {
  const { world, id, stage, facts } = started({ subject: 'environment', about: '和顺小区绿化和垃圾分类检查' })
  world.does('urban', 'record', id, { heldOn: '2026-06-09', results: [1, 2, 3].map(no => ({ no, result: 'ok' })) })
  assert.deepEqual([stage(), facts()['score'], facts()['outcome']], ['closed', 100, 'none'])
  const none = started()
  none.world.does('urban', 'record', none.id, { heldOn: '2026-06-09', results: [1, 2, 3].map(no => ({ no, result: 'na' })) })
  assert.equal(none.facts()['score'], 100, 'where nothing applies, nothing is amiss')
})

test('34.2: what is not in order is said with what becomes of it; where all of it are hazards, nobody is told that nothing has to be put right', () => {
  const { world, id, stage, facts } = started({ target: 'office', firm: null, office: '630202/transport' })
  assert.deepEqual(world.refused('urban', 'record', id, { heldOn: '2026-06-09', results }).faults?.map(one => one.fact), ['findings'])
  world.does('urban', 'record', id, { ...seen, findings: findings.slice(1) })
  assert.deepEqual([stage(), facts()['outcome']], ['closed', 'hazards'])
  assert.deepEqual([...new Set(world.heard().filter(one => one.who === 'transport').map(one => one.words))], ['What was found goes on as a hazard'])
})

test('what does not fit is told cell by cell', () => {
  const { world, id } = started()
  const refused = (more: object) => world.refused('urban', 'record', id, { ...seen, ...more }).faults?.map(one => one.column ?? one.fact)
  assert.deepEqual(refused({ results: [...results.slice(0, 2), { no: 4, result: 'ok' }] }), ['no'])
  assert.deepEqual(refused({ results: [{ no: 1, result: 'part', points: 50 }, ...results.slice(1)] }), ['points'])
  assert.deepEqual(refused({ results: [{ no: 1, result: 'part' }, ...results.slice(1)] }), ['points'])
  assert.deepEqual(refused({ results: results.slice(1) }), ['results'])
  assert.deepEqual(refused({ findings: [{ ...findings[0], by: '2026-06-09' }, { ...findings[0], by: '2027-01-01' }, { what: '通道堵塞', as: 'hazard' }] }), ['by', 'by', 'kind'])
  assert.deepEqual(refused({ results: [1, 2, 3].map(no => ({ no, result: 'ok' })) }), ['findings'])
  assert.deepEqual(refused({ heldOn: '2026-06-10' }), ['heldOn'])
  assert.deepEqual(world.refusedToOpen('urban', { ...asked, day: '2026-06-01' }, 'plan').faults?.map(one => one.fact), ['day'])
  for (const office of ['630202001/gov', '630202001001/committee', '630203/centre']) {
    assert.deepEqual(world.refusedToOpen('urban', { ...asked, target: 'office', firm: null, office }, 'plan').faults?.map(one => one.fact), ['office'], office)
  }
})

test('23.3, 6.6: a community is given nothing but its own, and by its township alone: the gate refuses a department', () => {
  const dept = started(toCommunity)
  assert.equal(dept.world.refused('urban', 'record', dept.id, { ...seen, findings: theirs }).code, 'not-its-villages')
  const { world, id, stage, office } = started(toCommunity, 'handler')
  for (const [item, code] of [['xz-01', 'assistance'], ['qt-01', 'no-ground']] as const) {
    assert.equal(world.refused('handler', 'record', id, { ...seen, findings: [{ ...theirs[0], item }] }).code, code)
  }
  world.does('handler', 'record', id, { ...seen, findings: theirs })
  assert.deepEqual([stage(), office(), world.precedents.at(-1)?.['state'], world.due(id)], ['answering', '630202001001/committee', 'answering', '2026-06-16 18:00'])
  for (const step of ['agree', 'object']) assert.equal(world.refused('gridWorker', step, id, step === 'object' ? { objection: '当天已清理，有照片' } : {}).code, 'not-yours', 'a grid worker does not answer for the committee')
  world.does('committee', 'agree', id)
  world.does('committee', 'rectify', id, { done: '投放点已清理并安排保洁', proof })
  world.does('handler', 'recheck', id, { verdict: 'passed', recheckNote: '投放点干净' })
  assert.deepEqual(world.precedents.map(row => [row['state'], row['open']]), [['answering', undefined], ['rectifying', true], ['rechecking', true], ['done', false]])
})

test('who was inspected objects; another decides; silence lets the objection stand, and an answer not given is agreement', () => {
  const toRoads = { target: 'office', firm: null, office: '630202/transport', subject: 'safety', about: '公路道班场所安全检查' }
  const one = started(toRoads)
  one.world.does('urban', 'record', one.id, { ...seen, findings: findings.slice(0, 1) })
  assert.equal(one.world.refused('gridWorker', 'rectify', one.id, { done: '两处标识已补齐', proof }).code, 'wrong-stage')
  one.world.does('transport', 'object', one.id, { objection: '该处为临时场地，已停用' })
  assert.equal(one.world.refused('urban', 'decide', one.id, { ruling: 'stands', rulingReason: '现场仍有人' }).code, 'two-people')
  one.world.does('countyLead', 'decide', one.id, { ruling: 'stands', rulingReason: '现场仍有人值守' })
  assert.deepEqual([one.stage(), one.office()], ['rectifying', '630202/transport'])
  assert.equal(one.world.refused('gridWorker', 'rectify', one.id, { done: '两处标识已补齐', proof }).code, 'not-theirs')
  const falls = started(toRoads)
  falls.world.does('urban', 'record', falls.id, { ...seen, findings: findings.slice(0, 1) })
  falls.world.does('transport', 'object', falls.id, { objection: '该处为临时场地，已停用' })
  falls.world.does('countyLead', 'decide', falls.id, { ruling: 'falls', rulingReason: '场地确已停用' })
  const silent = started(toCommunity, 'handler')
  silent.world.does('handler', 'record', silent.id, { ...seen, findings: theirs })
  silent.world.does('committee', 'object', silent.id, { objection: '当天已清理，有照片' })
  silent.world.until('2026-06-17 09:00')
  for (const { stage, facts } of [falls, silent]) assert.deepEqual([stage(), facts()['outcome']], ['closed', 'withdrawn'])
  assert.equal(silent.world.precedents.at(-1)?.['open'], false)
  const mute = started(toRoads)
  mute.world.does('urban', 'record', mute.id, { ...seen, findings: findings.slice(0, 1) })
  mute.world.until('2026-06-17 09:00')
  assert.equal(mute.stage(), 'rectifying')
})

const again = { verdict: 'again', recheckNote: '一处仍脱落', until: '2026-07-03' }
const putRight = { done: '脱落的一处已加固', proof }

/** Found not put right as often as may be, and raised. */
const raised = (more: object = {}, who: Name = 'urban', owner: Name = 'urban', found: JsonObject = { ...seen, findings: findings.slice(0, 1) }) => {
  const game = started(more, who)
  const { world, id, stage } = game
  world.does(who, 'record', id, found)
  if (stage() === 'answering') world.does(owner, 'agree', id)
  for (const step of ['recheck', 'raise'] as const) {
    world.does(owner, 'rectify', id, putRight)
    const other: Name = who === 'handler' ? 'handler' : 'townLead'
    if (step === 'recheck') assert.equal(world.refused(other, 'raise', id, { recheckNote: '一处仍脱落' }).code, 'not-yet-above')
    else assert.equal(world.refused(other, 'recheck', id, again).code, 'rounds-used')
    world.does(other, step, id, step === 'recheck' ? again : { recheckNote: '一处仍脱落' })
  }
  return game
}

test('34.2: found not put right twice, it goes up to the county’s lead group, which gives one last time and then ends it', () => {
  const { world, id, stage, facts, office } = raised()
  assert.deepEqual([stage(), office(), facts()['rounds'], world.due(id)], ['raised', '630202/lead', 2, '2026-06-24 18:00'])
  assert.ok(world.heard().some(one => one.who === 'countyLead'))
  for (const who of ['urban', 'townLead', 'otherCountyDispatcher'] as const) assert.equal(world.refused(who, 'decideAbove', id, { aboveRuling: 'accept', aboveReason: '已到位' }).code, 'not-yours', who)
  const last = { aboveRuling: 'last', aboveReason: '物业已采购，给最后期限', until: '2026-07-10' }
  assert.deepEqual(world.refused('countyLead', 'decideAbove', id, { ...last, until: '2027-01-01' }).faults?.map(one => one.fact), ['until'])
  world.does('countyLead', 'decideAbove', id, last)
  assert.deepEqual([stage(), office(), world.due(id)], ['rectifying', '630202/urban-management', '2026-07-10 23:59'])
  world.does('urban', 'rectify', id, putRight)
  assert.equal(world.refused('townLead', 'recheck', id, again).code, 'rounds-used', 'the last was the last')
  world.does('townLead', 'raise', id, { recheckNote: '仍未更换' })
  assert.equal(world.refused('cityLead', 'decideAbove', id, last).code, 'once-only')
  world.heard()
  world.until('2026-06-26 09:00')
  assert.ok(world.heard().some(one => one.who === 'countyLead'), 'late, it climbs')
  world.does('cityLead', 'decideAbove', id, { aboveRuling: 'handOn', aboveReason: '拒不整改', handedTo: '由县消防救援机构依消防法处理' })
  assert.deepEqual([stage(), facts()['outcome'], office(), world.counts['raised'], world.counts['handedOn']], ['closed', 'handedOn', '630202/urban-management', 2, 1])
})

test('6.6: a community’s findings go the same way; the row of what it owes follows; what the county inspected goes to the city', () => {
  for (const [aboveRuling, outcome, state] of [['accept', 'fixed', 'done'], ['falls', 'withdrawn', 'withdrawn'], ['handOn', 'handedOn', 'handedOn']] as const) {
    const { world, id, facts } = raised(toCommunity, 'handler', 'committee', { ...seen, findings: theirs })
    assert.equal(world.precedents.at(-1)?.['state'], 'raised')
    world.does('countyLead', 'decideAbove', id, { aboveRuling, aboveReason: '经现场核实', ...(aboveRuling === 'handOn' && { handedTo: '由街道环卫力量清运' }) })
    assert.deepEqual([facts()['outcome'], world.precedents.at(-1)?.['state'], world.precedents.at(-1)?.['open']], [outcome, state, false])
  }
  const { office } = raised({}, 'countyClerk', 'countyClerk')
  assert.equal(office(), '6302/lead')
})

test('late, it climbs level by level; dropped, it is over', () => {
  const { world, id, stage } = started()
  world.until('2026-06-13 09:00')
  assert.ok(world.heard().some(one => one.who === 'urban'), 'not recorded in time')
  world.does('urban', 'drop', id, { dropped: '与消防检查合并' })
  assert.equal(stage(), 'dropped')
  const other = started()
  other.world.does('urban', 'record', other.id, seen)
  other.world.until('2026-06-27 09:00')
  assert.ok(other.world.heard().some(one => one.who === 'countyLead'))
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(inspection.steps).filter(name => name !== 'recount' && !met.steps.has(['erase', 'correct', 'rezone'].includes(name) ? name : `inspection.${name}`)), [])
  const said = ['./inspection.ts', './parts.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})
