import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../kernel/check.ts'
import { offers } from '../../kernel/decide.ts'
import { instant, met, play } from '../../test/helpers/play.ts'
import { law, people, type Name } from '../../test/helpers/world.ts'
import { breachClue } from './breach-clue.ts'
import { aboveIt, decidesOn, outOfReach } from './competence.ts'

// Monday, 8 June 2026, 10:00.
const told = { kind: 'passedDown', accused: '630202/transport', place: '630202001001', summary: '交通局要求社区填报路灯台账', what: '6月5日电话要求社区三天内填报全部路灯台账，没有提供人员和经费' }

const reported = (who: Name = 'committee', more: object = {}) => {
  const game = play(breachClue)
  const id = game.opens(who, { ...told, ...more })
  return { game, id, stage: () => game.matter(id).stage }
}
const founding = { verified: '核对了通话记录和表格', allegation: '交通局于6月5日要求东关社区填报路灯台账', ground: 'regulation', provision: '23.3' }

test('who decides: the county on its townships and departments, the city on the county itself; nobody on themselves', () => {
  const decided = ['630202001/gov', '630202001/centre', '630202/transport', '630202/lead', '630202/gov', '630202/centre', '6302/transport', '6302/lead'].map(decidesOn)
  assert.deepEqual(decided, ['630202/lead', '630202/lead', '630202/lead', '6302/lead', '6302/lead', '6302/lead', '6302/lead', undefined])
  assert.deepEqual(['630202/lead', '6302/lead'].map(aboveIt), ['6302/lead', undefined])
  assert.equal(outOfReach('630202001/gov'), '6302')
})

test('50.2: a community reports that work was passed down to it; whoever decides verifies and opens a case that says nothing of it', () => {
  const { game, id, stage } = reported()
  assert.deepEqual([stage(), game.matter(id).holder, game.matter(id).region, game.due(id)], ['registered', { office: '630202/lead' }, '6302', '2026-06-15 18:00'])
  assert.deepEqual(game.heard().map(one => one.who), ['countyLead'])
  game.does('countyLead', 'accept', id)
  assert.deepEqual(game.heard(), [{ who: 'committee', matter: id, words: 'Your report was accepted and is being verified' }])
  game.does('committee', 'supplement', id, { more: '对方又在微信群里催了一次' })
  game.does('countyLead', 'found', id, founding)
  assert.equal(stage(), 'followed')
  const [opened] = game.opened
  assert.deepEqual([opened?.procedure, opened?.by, opened?.link], ['breach', 'platform', 'clue'])
  assert.deepEqual(opened?.input, { place: '630202', accused: '630202/transport', decider: '630202/lead', kind: 'passedDown', allegation: founding.allegation, ground: 'regulation', provision: '23.3', otherLaw: null, limit: null })
  assert.deepEqual(game.counts['followed'], 1)
})

test('a confidential report: the reporter is nobody’s to see, and still hears what comes of it', () => {
  const { game, id } = reported('resident', { confidential: true, contactName: '王小明', contactPhone: '13897221234' })
  assert.deepEqual(game.matter(id).parties.filter(one => one.role === 'reporter'), [{ role: 'reporter', account: people.resident.account, hidden: true }])
  for (const name of ['contactName', 'contactPhone'] as const) assert.deepEqual([breachClue.facts[name].class, breachClue.facts[name].hidden], ['confidential', true])
  assert.ok(Object.values(breachClue.facts).every(fact => fact.class !== 'public' || fact.label.en.startsWith('Erased') || ['Ground of the erasure', 'Unlinked from the account of who reported anonymously', 'Corrected at the person’s request', 'Place after a change of grids'].includes(fact.label.en)), 'nothing of it is public')
  game.does('countyLead', 'accept', id)
  assert.equal(game.heard().some(one => one.who === 'resident'), true)
})

test('about an office of the city confidentiality is not promised where it can’t be kept', () => {
  const game = play(breachClue)
  assert.throws(() => game.opens('resident', { ...told, accused: '6302/transport', confidential: true }), /no-cover/)
  met.refusals.add('no-cover')
  const id = game.opens('resident', { ...told, accused: '6302/transport' })
  assert.deepEqual(game.matter(id).holder, { office: '6302/lead' })
  for (const [accused, code] of [['6302/lead', 'beyond-the-city'], ['630202001001/committee', 'a-community']] as const) {
    assert.throws(() => game.opens('resident', { ...told, accused }), new RegExp(code))
    met.refusals.add(code)
  }
})

test('retaliation is a ground of its own and goes to the level above; another law governs it', () => {
  const { game, id } = reported('committee', { kind: 'retaliation', accused: '630202001/gov' })
  assert.deepEqual(game.matter(id).holder, { office: '6302/lead' })
  game.does('cityLead', 'accept', id)
  assert.deepEqual(game.refused('cityLead', 'found', id, founding).faults?.map(one => one.fact), ['ground'])
  game.does('cityLead', 'found', id, { verified: '已核实情况', allegation: '因反映问题扣减社区经费，属实', ground: 'otherLaw', otherLaw: '《中华人民共和国公务员法》第五十九条' })
  assert.equal(game.opened.at(-1)?.input['decider'], '6302/lead')
})

test('a product default founds no breach', () => {
  const { game, id } = reported('gridWorker', { kind: 'duty' })
  game.does('countyLead', 'accept', id)
  const refused = game.refused('countyLead', 'found', id, { ...founding, provision: '21.4', limit: 'request.accept' })
  assert.deepEqual([refused.code, refused.faults?.map(one => one.fact), refused.remedy !== undefined], ['default-founds-nothing', ['limit'], true])
  game.does('countyLead', 'found', id, { ...founding, provision: '21.4', limit: 'judicial-confirmation.window' })
})

test('an inspection: only whoever decides on that unit records it, and another verifies', () => {
  const game = play(breachClue)
  assert.throws(() => game.opens('townLead', told, 'inspect'), /not-competent/)
  met.refusals.add('not-competent')
  assert.throws(() => game.opens('countyLead', { ...told, accused: '630202001001/committee' }, 'inspect'), /a-community/)
  const id = game.opens('countyLead', told, 'inspect')
  assert.equal(game.refused('countyLead', 'accept', id).code, 'two-people')
  const other = { ...people.countyLead, account: people.deputy.account }
  assert.equal(offers(breachClue, game.matter(id), 'accept', other, instant('2026-06-08 11:00'), law), undefined)
  assert.equal(offers(breachClue, game.matter(id), 'accept', people.cityLead, instant('2026-06-08 11:00'), law), undefined, 'where the county has nobody else')
  assert.ok(offers(breachClue, game.matter(id), 'accept', people.justice, instant('2026-06-08 11:00'), law), 'the lead of a department does not')
  assert.deepEqual(game.counts, { inspected: 1 })
})

test('repeated attempts raise a check, never a breach by themselves', () => {
  const game = play(breachClue)
  const id = game.opens('platform', { kind: 'passedDown', accused: '630202/transport', place: '630202', summary: '90 天内 5 次被拦截', attempts: [{ on: '2026-06-01', code: 'not-listed', communities: 2 }] }, 'raise')
  assert.deepEqual([game.matter(id).stage, game.opened], ['registered', []])
  game.does('countyLead', 'dismiss', id, { dismissReason: '均为误选事项，已说明' })
  assert.equal(game.matter(id).stage, 'unfounded')
})

test('no case is opened: the reporter sees why, and the level above looks again once', () => {
  const { game, id, stage } = reported()
  game.does('countyLead', 'dismiss', id, { dismissReason: '属于清单内协助事项，条件已提供' })
  assert.deepEqual([stage(), game.due(id)], ['unfounded', '2026-06-23 23:59'])
  assert.equal(game.heard().at(-1)?.who, 'committee')
  game.does('committee', 'askAbove', id, { notConvinced: '经费没有到位' })
  assert.deepEqual([stage(), game.matter(id).holder], ['verifying', { office: '6302/lead' }])
  assert.equal(game.refused('countyLead', 'found', id, founding).code, 'not-yours')
  game.does('cityLead', 'dismiss', id, { dismissReason: '经费已核实到位' })
  assert.equal(game.refused('committee', 'askAbove', id, { notConvinced: '仍不认可' }).code, 'looked-again')
  game.until('2026-07-20 10:00')
  assert.equal(stage(), 'ended')
  const city = reported('committee', { accused: '630202/centre' })
  city.game.does('cityLead', 'dismiss', city.id, { dismissReason: '经核实不属实' })
  assert.equal(city.game.refused('committee', 'askAbove', city.id, { notConvinced: '不认可' }).code, 'none-above')
})

test('late, the level above is told, and told again', () => {
  const { game, id } = reported()
  game.heard()
  game.until('2026-06-18 10:00')
  assert.ok(game.heard().filter(one => one.who === 'cityLead').length >= 2)
  assert.equal(game.matter(id).stage, 'registered')
})

test('the case ends, and the reporter is told', () => {
  const { game, id, stage } = reported()
  game.does('countyLead', 'accept', id)
  game.does('countyLead', 'found', id, founding)
  game.heard()
  game.platform('caseEnded', id, { result: 'founded' })
  assert.deepEqual([stage(), game.matter(id).facts['result'], game.heard().map(one => one.who)], ['ended', 'founded', ['committee']])
})

test('it is sound; every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(check(breachClue), [])
  assert.deepEqual(Object.keys(breachClue.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./breach-clue.ts', './competence.ts', './grounds.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual([...codes, 'bad-input ground'].filter(code => !met.refusals.has(code)), [])
})
