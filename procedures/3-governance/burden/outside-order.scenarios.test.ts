import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { outsideOrder } from './outside-order.ts'

// Monday, 8 June 2026, 10:00.
const village = '630202001001'
const chat = { village, office: '630202/transport', what: '今天下班前报全村车辆台账', channel: 'chat', manner: 'form', wanted: '2026-06-08', minutes: 180 }
const commission = people.deputy.account

const logged = (more: object = {}, who: 'committee' | 'gridWorker' = 'committee', brought?: { readonly number: string }) => {
  const game = play(outsideOrder, undefined, { loads: { brought: () => brought } })
  const id = game.opens(who, { ...chat, ...more }, 'log')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

test('50.2: what came by chat is logged, counts in the burden, and the office named is told', () => {
  assert.deepEqual(check(outsideOrder), [])
  const { game, id, stage } = logged()
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['asked', { office: '630202/transport' }, '2026-06-15 18:00'])
  assert.deepEqual(game.precedents.at(-1), {
    county: '630202', matter: id, community: village, issuer: '630202/transport', form: 'form', title: '平台外派单：填报表格（微信、工作群）',
    since: '2026-06-08', until: '2026-06-08', minutes: 180, state: 'asked', open: true,
  })
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['roads', 'transport'])
})

test('who logged it stands hidden, in no fact and in no row; the screenshot is theirs alone', () => {
  const { game, id } = logged({}, 'gridWorker')
  const { parties } = game.matter(id)
  assert.deepEqual(parties.filter(party => party.account !== undefined), [{ role: 'reporter', account: people.gridWorker.account, hidden: true }])
  assert.ok(!JSON.stringify([game.precedents, game.matter(id).facts, game.told]).includes(people.gridWorker.account))
  assert.equal(outsideOrder.facts.photos.class, 'confidential')
  for (const [name, fact] of Object.entries(outsideOrder.facts)) assert.ok(fact.kind !== 'account' && fact.kind !== 'personName', name)
  game.does('committee', 'withdraw', id, { withdrawReason: '登记有误' })
  assert.deepEqual(game.matter(id).parties.filter(party => party.account === people.committee.account), [{ role: 'reporter', account: people.committee.account, hidden: true }])
})

test('it takes who, what and how; nothing else is needed', () => {
  const { stage, game, id } = logged({ office: undefined, asker: '县里一个科室', manner: undefined, wanted: undefined, minutes: undefined })
  assert.deepEqual([stage(), game.matter(id).holder, game.heard()], ['kept', { office: '630202001001/committee' }, []], 'nobody to tell')
  assert.deepEqual([game.precedents.at(-1)?.['issuer'], game.precedents.at(-1)?.['minutes'], game.precedents.at(-1)?.['form']], ['', 0, 'task'])
  assert.equal(game.refused('committee', 'adopt', id, { commission }).code, 'not-yours', 'no office is named that could')
  game.does('gridWorker', 'name', id, { office: '630202001/gov' })
  assert.deepEqual([stage(), game.matter(id).holder, game.precedents.at(-1)?.['issuer']], ['asked', { office: '630202001/gov' }, '630202001/gov'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
  assert.equal(game.refused('committee', 'name', id, { office: '630202/transport' }).code, 'wrong-stage')
  game.does('handler', 'disown', id, { reply: '经核实不是本街道布置' })
  assert.equal(game.refused('committee', 'name', id, { office: '630202/transport' }).code, 'named-already')
})

test('from an office above the community, on days that can be', () => {
  const game = play(outsideOrder)
  const opens = (more: object) => () => game.opens('committee', { ...chat, ...more }, 'log')
  assert.throws(opens({ office: undefined }), /请选择单位/)
  for (const office of ['630202001001/committee', '630203/centre', '630202101/gov', '630202001002/committee']) assert.throws(opens({ office }), /管辖本地/, office)
  assert.throws(opens({ came: '2026-06-09' }), /最近 31 天/)
  assert.throws(opens({ came: '2026-05-07' }), /最近 31 天/)
  assert.throws(opens({ wanted: '2026-06-07' }), /来单当天/)
  assert.throws(opens({ came: '2026-06-01', wanted: '2027-06-03' }), /来单当天/)
  const id = game.opens('committee', { ...chat, came: '2026-05-08', wanted: '2026-05-08' }, 'log')
  assert.equal(game.matter(id).stage, 'asked')
  assert.equal(play(outsideOrder).opens('gridWorker', { ...chat, office: '6302/hotline' }, 'log').length, 36, 'the city above it too')
  for (const who of ['resident', 'handler', 'otherGridWorker'] as const) assert.throws(() => game.opens(who, chat, 'log'), /not-yours/, who)
})

test('23.2: the office brings it as a commission, which has to have come through the gate', () => {
  const none = logged()
  assert.deepEqual([none.game.refused('transport', 'adopt', none.id, { commission }).code, none.stage()], ['not-brought', 'asked'])
  const { game, id, stage, facts } = logged({}, 'committee', { number: '630202-26-0000009' })
  game.heard()
  game.does('transport', 'adopt', id, { commission })
  assert.deepEqual([stage(), facts()['outcome'], game.matter(id).links], ['adopted', 'adopted', [{ kind: 'adopted', matter: commission }]])
  assert.deepEqual([game.precedents.at(-1)?.['state'], game.precedents.at(-1)?.['open'], game.heard().map(one => one.who)], ['adopted', false, ['committee']])
})

test('the office disowns it: its word is kept, and so is the record, which is put away in the end', () => {
  const { game, id, stage, facts } = logged()
  game.heard()
  assert.deepEqual(game.refused('transport', 'disown', id).faults?.map(one => one.fact), ['reply'])
  game.does('transport', 'disown', id, { reply: '本局未布置，疑为个人行为' })
  assert.deepEqual([stage(), facts()['outcome'], game.precedents.at(-1)?.['state'], game.heard().map(one => one.who)], ['kept', 'disowned', 'disowned', ['committee']])
  game.until('2026-09-10 09:00')
  assert.deepEqual([stage(), game.precedents.at(-1)?.['state'], game.precedents.at(-1)?.['open']], ['closed', 'disowned', false])
})

test('silence is kept as silence; the office may still bring it as a commission', () => {
  const { game, id, stage, facts } = logged({}, 'gridWorker', { number: 'n' })
  game.heard()
  game.until('2026-06-15 18:00')
  assert.deepEqual([stage(), facts()['outcome'], game.heard().map(one => one.who)], ['kept', 'unanswered', ['gridWorker']])
  game.does('transport', 'adopt', id, { commission })
  assert.equal(stage(), 'adopted')
})

test('the community takes back what was logged by mistake', () => {
  const { game, id, stage } = logged()
  for (const who of ['transport', 'townLead', 'otherGridWorker'] as const) assert.equal(game.refused(who, 'withdraw', id, { withdrawReason: '撤回' }).code, 'not-yours', who)
  game.does('gridWorker', 'withdraw', id, { withdrawReason: '同事已登记' })
  assert.deepEqual([stage(), game.precedents.at(-1)?.['state'], game.precedents.at(-1)?.['open']], ['withdrawn', 'withdrawn', false])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(outsideOrder.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = readFileSync(new URL('./outside-order.ts', import.meta.url), 'utf8')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.equal(new Set(codes).size, 2)
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
