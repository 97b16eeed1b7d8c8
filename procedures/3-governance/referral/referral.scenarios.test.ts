import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import { referral } from './referral.ts'

// Monday, 8 June 2026, 10:00.
const dumping = {
  what: '沟道内倾倒建筑垃圾', place: '630202001001', office: '630202/urban-management', provision: '城市建筑垃圾管理规定第二十五条', observed: '现场拍照，劝阻无效', against: '某建筑公司', evidence: [idOf('photo')],
}

const referred = (from?: string) => {
  const game = play(referral, from)
  const id = game.opens('handler', dumping, 'refer')
  return { game, id, stage: () => game.matter(id).stage, holder: () => game.matter(id).holder?.office, names: () => game.heard().map(one => one.who).toSorted() }
}

const result = { result: 'punished', resultNote: '责令清运并罚款', decidedOn: '2026-06-08', document: '乐城管罚〔2026〕12号' }

test('24.1: what only a department may punish is referred with its evidence; accepted, its result is returned and signed for', () => {
  const { game, id, stage, holder, names } = referred()
  assert.deepEqual([stage(), holder(), game.due(id), names()], ['asked', '630202/urban-management', '2026-06-15 18:00', ['urban']])
  game.does('urban', 'accept', id)
  assert.deepEqual([stage(), game.counts['acceptedInTime'], game.due(id)], ['handling', 1, '2026-09-07 23:59'], 'ninety days, the last a Sunday')
  game.does('urban', 'note', id, { progress: '已立案，正在询问当事人' })
  assert.deepEqual(game.refused('urban', 'tellResult', id, { ...result, decidedOn: '2026-06-09' }).faults?.map(one => one.fact), ['decidedOn'])
  assert.deepEqual(game.refused('urban', 'tellResult', id, { ...result, result: 'transferred' }).faults?.map(one => one.fact), ['transferredTo'])
  game.does('urban', 'tellResult', id, result)
  assert.deepEqual([stage(), holder()], ['receipt', '630202001/gov'])
  game.until('2026-06-09 10:00')
  game.does('townLead', 'ask', id, { question: '清运是否已经完成' })
  assert.deepEqual([stage(), holder(), game.due(id)], ['handling', '630202/urban-management', '2026-09-07 23:59'], 'with the time that was left')
  game.does('urban', 'tellResult', id, { ...result, result: 'transferred', transferredTo: '公安机关' })
  assert.equal(game.refused('townLead', 'ask', id, { question: '清运是否已经完成' }).code, 'asked-already')
  game.does('handler', 'sign', id)
  assert.deepEqual([stage(), game.counts['ended'], game.counts['transferred']], ['closed', 1, 1])
})

test('it is returned with reason and ground only; completed and referred again; a second return goes to the county', () => {
  const { game, id, stage, holder, names } = referred()
  assert.deepEqual(game.refused('urban', 'return', id, { returnReason: '材料不全' }).faults?.map(one => one.fact), ['returnGround'])
  names()
  const back = { returnReason: '缺少倾倒车辆信息', returnGround: '行政处罚法第五十四条' }
  game.does('urban', 'return', id, back)
  assert.deepEqual([stage(), holder(), names()], ['returned', '630202001/gov', ['colleague', 'handler', 'townLead']])
  game.does('handler', 'resubmit', id, { resubmitNote: '补充车辆照片', more: [idOf('more')] })
  assert.deepEqual([stage(), holder()], ['asked', '630202/urban-management'])
  names()
  game.does('urban', 'return', id, back)
  assert.ok(names().includes('countyLead'))
  game.does('handler', 'resubmit', id, { resubmitNote: '改送交通局', office: '630202/transport' })
  assert.equal(holder(), '630202/transport')
  game.does('townLead', 'giveUp', id, { giveUpReason: '当事人已自行清运' })
  assert.deepEqual([stage(), game.counts['returned'], game.counts['dropped']], ['dropped', 2, 1])
})

test('silence is told upward again and again; what is not completed or not signed for ends by itself', () => {
  const { game, id, stage, names } = referred()
  names()
  game.until('2026-06-15 18:00')
  assert.deepEqual(names(), ['colleague', 'countyDispatcher', 'countyLead', 'handler', 'townLead', 'urban'])
  game.until('2026-06-18 09:00')
  assert.equal(names().filter(one => one === 'countyLead').length, 1, 'again after two working days')
  game.does('urban', 'return', id, { returnReason: '不属本单位职权', returnGround: '权责清单第12项' })
  assert.equal(game.counts['acceptedInTime'], undefined)
  names()
  game.until('2026-07-06 09:00')
  assert.deepEqual([stage(), names().includes('countyLead')], ['dropped', true])
  const other = referred()
  other.game.does('urban', 'accept', other.id)
  other.game.does('urban', 'tellResult', other.id, { ...result, result: 'noViolation' })
  other.game.until('2026-06-16 09:00')
  assert.deepEqual([other.stage(), other.game.counts['noViolation']], ['closed', 1])
})

test('23.3, 50.2: it goes to a department of the place, never to a community; with evidence', () => {
  const game = play(referral)
  const opens = (more: object) => () => game.opens('handler', { ...dumping, ...more }, 'refer')
  assert.throws(opens({ office: '630202001001/committee' }), /no-list/)
  assert.throws(opens({ office: '630202/lead' }), /只能召集部门|Only departments/)
  assert.throws(opens({ evidence: [] }), /evidence/)
  assert.throws(() => game.opens('committee', dumping, 'refer'), /not-yours/)
  met.refusals.add('bad-input evidence')
  const { id, game: own } = referred()
  const station = { ...people.handler, office: '630202001/police-station' }
  assert.equal(offers(referral, own.matter(id), 'giveUp', station, instant('2026-06-08 10:10'), law)?.code, 'not-the-township')
})

test('whose doing it is and the evidence are sensitive: neither stands in a list or in a notice', () => {
  for (const name of ['against', 'evidence', 'more', 'resultPapers'] as const) assert.equal(referral.facts[name].class, 'sensitive', name)
  assert.equal(referral.list.columns.some(column => referral.facts[column].class !== 'public'), false)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(referral.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = readFileSync(new URL('./referral.ts', import.meta.url), 'utf8')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})
