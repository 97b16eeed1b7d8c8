import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import type { Call } from './calls.ts'
import { summons } from './summons.ts'

// Monday, 8 June 2026, 10:00.
const subsidence = { what: '东关路面塌陷，水管外露', place: '630202001001', grade: 'urgent', offices: ['630202/transport', '630202/urban-management'] }

const transport = { matter: idOf('call 1'), office: '630202/transport' }
const urban = { matter: idOf('call 2'), office: '630202/urban-management' }
const grid = { matter: idOf('call 3'), unit: '国网乐都供电公司' }

/** A summons, and its calls as the register has them. */
const raised = (more: object = {}, calls: Call[] = [{ ...transport, state: 'answering' }, { ...urban, state: 'answering' }]) => {
  const game = play(summons, undefined, { loads: { 'summons-calls': () => calls } })
  const id = game.opens('handler', { ...subsidence, ...more }, 'raise')
  return {
    game, id, stage: () => game.matter(id).stage, holder: () => game.matter(id).holder?.office, facts: () => game.matter(id).facts,
    stand: (...states: string[]) => { calls.splice(0, calls.length, ...calls.map((call, at) => ({ ...call, state: states[at] ?? call.state }))) },
    names: () => game.heard().map(one => one.who).toSorted(),
  }
}

const conclusion = { ending: 'solved', conclusion: '系自来水管渗漏掏空路基，已修复管道并回填路面' }
const rest = { ending: 'remains', conclusion: '管道已修复，路面须待沉降稳定后重铺', remains: '路面重铺', carriedUntil: '2026-07-08' }

test('24.2: a township calls several departments at once, each in a matter of its own; the county hears of an urgent one', () => {
  const { game, id, stage, holder, names } = raised({ outside: [{ name: '国网乐都供电公司', phone: '95598' }], spot: '水井巷口' })
  assert.deepEqual([stage(), holder(), game.due(id), game.counts], ['gathering', '630202001/gov', '2026-06-08 16:00', { raised: 1 }])
  assert.deepEqual(game.opened.map(one => [one.procedure, one.by, one.link, one.input['office'] ?? one.input['unit'], one.input['grade']]), [
    ['summons-call', 'platform', 'summons', '630202/transport', 'urgent'], ['summons-call', 'platform', 'summons', '630202/urban-management', 'urgent'], ['summons-call', 'platform', 'summons', '国网乐都供电公司', 'urgent'],
  ])
  assert.deepEqual(game.matter(id).parties.filter(party => party.role === 'summoned').map(party => party.office), subsidence.offices, 'each sees what it was called to')
  assert.deepEqual(game.precedents, [{ county: '630202', matter: id, name: '国网乐都供电公司', phone: '95598' }], 'a unit outside is kept for the next time')
  assert.deepEqual(names(), ['countyDispatcher', 'countyLead'])
})

test('arrived is not solved: one that is there is named to lead, and the conclusion waits for each one’s report', () => {
  const { game, id, stage, holder, stand, names } = raised()
  assert.deepEqual(game.refused('townLead', 'nameLead', id, { lead: '630202/transport' }).faults?.map(one => one.fact), ['lead'], 'nobody is there yet')
  stand('acting', 'attending')
  assert.equal(game.refused('townLead', 'nameLead', id, { lead: '630202/urban-management' }).code, 'bad-input')
  assert.equal(game.refused('townLead', 'nameLead', id, { lead: '630202001/gov' }).code, 'bad-input', 'a department is there: it leads')
  names()
  game.does('townLead', 'nameLead', id, { lead: '630202/transport' })
  assert.deepEqual([stage(), holder(), game.due(id), names()], ['joint', '630202/transport', '2026-06-11 18:00', ['roads', 'transport']])
  stand('reported', 'acting')
  const early = game.refused('transport', 'conclude', id, conclusion)
  assert.deepEqual([early.code, early.basis, early.remedy !== undefined], ['reports-missing', ['24.2'], true])
  stand('reported', 'reported')
  game.does('transport', 'conclude', id, conclusion)
  assert.deepEqual([stage(), holder()], ['confirming', '630202001/gov'])
  game.until('2026-06-09 10:00')
  game.does('dispatcher', 'sendBack', id, { sendBackReason: '未说明渗漏责任单位' })
  assert.deepEqual([stage(), holder(), game.due(id)], ['joint', '630202/transport', '2026-06-12 18:00'], 'with the time that was left')
  game.does('transport', 'conclude', id, conclusion)
  stand('acting', 'reported')
  assert.equal(game.refused('townLead', 'confirm', id).code, 'reports-missing', 'one was found not to be there after all')
  stand('reported', 'released')
  game.does('townLead', 'confirm', id)
  assert.deepEqual([stage(), game.counts['solved']], ['closed', 1])
})

test('what remains is named, and who carries it on, by when; it closes once that is done', () => {
  const { game, id, stage, holder, stand, names, facts } = raised()
  stand('acting', 'answering')
  game.does('handler', 'nameLead', id, { lead: '630202/transport' })
  assert.deepEqual(game.refused('transport', 'conclude', id, { ...rest, remains: null }).faults?.map(one => one.fact), ['remains', 'carriedBy'])
  for (const carriedUntil of ['2026-06-07', '2027-06-08']) assert.deepEqual(game.refused('transport', 'conclude', id, { ...rest, carriedBy: '630202/transport', carriedUntil }).faults?.map(one => one.fact), ['carriedUntil'])
  for (const carriedBy of ['630203/transport', '630202/audit', '630202/health']) assert.deepEqual(game.refused('transport', 'conclude', id, { ...rest, carriedBy }).faults?.map(one => one.fact), ['carriedBy'], 'elsewhere, or nobody there to do it')
  game.does('transport', 'conclude', id, { ...rest, carriedBy: '630202/urban-management' })
  names()
  game.does('townLead', 'confirm', id)
  assert.deepEqual([stage(), holder(), game.due(id), names()], ['carrying', '630202/urban-management', '2026-07-08 23:59', ['urban']], 'though one never answered')
  game.until('2026-07-09 09:00')
  assert.ok(names().includes('countyLead'), 'late, it is told upward')
  game.does('urban', 'finish', id, { finished: '路面已重铺并验收' })
  assert.deepEqual([stage(), game.counts['remained'], game.counts['finished'], facts()['carriedBy']], ['closed', 1, 1, '630202/urban-management'])
})

test('50.2: what remains is not passed down to the community, nor pushed onto the township; the township may take it on itself', () => {
  const { game, id, stage, stand, holder } = raised()
  stand('reported', 'reported')
  game.does('handler', 'nameLead', id, { lead: '630202/transport' })
  const down = game.refused('transport', 'conclude', id, { ...rest, carriedBy: '630202001001/committee' })
  assert.deepEqual([down.code, down.basis, down.keeps?.row['by']], ['no-list', ['23.1', '50.2'], '630202/transport'])
  const pushed = game.refused('transport', 'conclude', id, { ...rest, carriedBy: '630202001/gov' })
  assert.deepEqual([pushed.code, pushed.basis], ['not-the-township’s', ['24.1', '50.2']])
  game.does('transport', 'conclude', id, { ...rest, carriedBy: '630202/transport' })
  game.does('townLead', 'confirm', id, { takeOn: true })
  assert.deepEqual([stage(), holder()], ['carrying', '630202001/gov'])
})

test('23.3, 50.2: a community can’t be summoned: that is tasking it directly, refused and kept against who tried', () => {
  const game = play(summons, undefined, { loads: { 'summons-calls': () => [] }, gate: () => ({ listed: true, running: [], held: [] }) })
  const stands = raised()
  assert.throws(() => game.opens('townLead', { ...subsidence, offices: ['630202/transport', '630202001001/committee'] }, 'raise'), /not-listed/)
  const refused = stands.game.refused('townLead', 'callMore', stands.id, { more: ['630202001001/committee'] })
  assert.deepEqual([refused.basis, refused.keeps], [['23.1', '50.2'], { register: 'refused-attempt', row: { by: '630202001/gov', to: ['630202001001/committee'], code: 'no-list', item: null, duty: null, category: null } }])
  assert.equal(stands.game.refused('townLead', 'callMore', stands.id, { more: ['630202101/gov'] }).code, 'not-the-township’s', 'nor another township')
})

test('somebody is called, once, who answers for the place and has somebody there', () => {
  const game = play(summons, undefined, { loads: { 'summons-calls': () => [] } })
  const opens = (more: object) => () => game.opens('townLead', { ...subsidence, ...more }, 'raise')
  assert.throws(opens({ offices: undefined }), /至少一个部门/)
  assert.throws(opens({ offices: ['630203/transport'] }), /不管辖此地/)
  assert.throws(opens({ offices: ['630202/lead'] }), /只能召集部门/)
  assert.throws(opens({ offices: ['630202/agriculture'] }), /没有可以受理的人员/)
  assert.throws(opens({ outside: [{ name: '燃气公司' }, { name: '燃气公司' }] }), /只召集一次/)
  assert.throws(opens({ about: idOf('nothing') }), /找不到该事项/)
  assert.throws(() => game.opens('transport', subsidence, 'raise'), /not-yours/, 'a department summons nobody')
  assert.throws(() => game.opens('otherDispatcher', subsidence, 'raise'), /not-yours/, 'nor a township elsewhere')
  const { game: more, id } = raised({}, [{ ...transport, state: 'acting' }, { ...urban, state: 'released' }, { ...grid, state: 'acting' }])
  assert.deepEqual(more.refused('townLead', 'callMore', id).faults?.map(one => one.fact), ['more'])
  assert.deepEqual(more.refused('townLead', 'callMore', id, { more: ['630202/transport'] }).faults?.map(one => one.fact), ['more'])
  assert.deepEqual(more.refused('townLead', 'callMore', id, { moreOutside: [{ name: '国网乐都供电公司' }] }).faults?.map(one => one.fact), ['moreOutside'])
  more.does('townLead', 'callMore', id, { more: ['630202/urban-management', '630202/water'] })
  assert.deepEqual([more.matter(id).facts['offices'], more.opened.at(-1)?.input['office']], [['630202/transport', '630202/urban-management', '630202/water'], '630202/water'])
})

test('where only units outside came, the township leads; another may come to lead', () => {
  const { game, id, holder, stage } = raised({ offices: undefined, outside: [{ name: '国网乐都供电公司' }] }, [{ ...grid, state: 'acting' }])
  game.does('handler', 'nameLead', id, { lead: '630202001/gov' })
  assert.deepEqual([stage(), holder()], ['joint', '630202001/gov'])
  const other = raised()
  other.stand('acting', 'acting')
  other.game.does('townLead', 'nameLead', other.id, { lead: '630202/transport' })
  const due = other.game.due(other.id)
  other.game.until('2026-06-09 10:00')
  other.names()
  other.game.does('townLead', 'changeLead', other.id, { lead: '630202/urban-management' })
  assert.deepEqual([other.holder(), other.game.due(other.id), other.names()], ['630202/urban-management', due, ['roads', 'transport', 'urban']])
})

test('news of each stands in the summons; silence about it is told upward; called off, all are let off', () => {
  const { game, id, names, facts, stage } = raised({ grade: 'ordinary' })
  names()
  game.platform('hear', id, { news: 'coming', newsOffice: '630202/transport' })
  assert.deepEqual([facts()['news'], facts()['newsOffice'], names()], ['coming', '630202/transport', ['colleague', 'handler', 'townLead']])
  game.platform('hear', id, { news: 'released', newsUnit: '国网乐都供电公司' })
  assert.deepEqual([facts()['newsOffice'], facts()['newsUnit'], names()], [undefined, '国网乐都供电公司', []])
  game.until('2026-06-15 18:00')
  assert.ok(names().includes('countyLead'), 'nobody was named to lead')
  assert.equal(game.due(id, 'escalation'), '2026-06-16 18:00')
  game.does('townLead', 'callOff', id, { callOffReason: '险情已自行排除' })
  assert.deepEqual([stage(), game.counts], ['calledOff', { raised: 1, calledOff: 1 }])
})

test('a police station stands in the township and does not speak for it', () => {
  const { game, id } = raised()
  const refused = offers(summons, game.matter(id), 'callOff', { ...people.handler, office: '630202001/police-station' }, instant('2026-06-08 10:10'), law)
  assert.equal(refused?.code, 'not-the-township')
  met.refusals.add('not-the-township')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(summons.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./summons.ts', './raising.ts', './offices.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.equal(new Set(codes).size, 2)
  assert.deepEqual([...codes, 'bad-input lead', 'bad-input more', 'bad-input moreOutside', 'bad-input carriedUntil'].filter(code => !met.refusals.has(code)), [])
})
