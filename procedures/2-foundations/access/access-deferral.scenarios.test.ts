import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { classes } from '../../../kernel/post.ts'
import { instant, met, onTheWall, play } from '../../../test/helpers/play.ts'
import { idOf, law, people, type Name } from '../../../test/helpers/world.ts'
import { accessDeferral } from './access-deferral.ts'

// Monday, 8 June 2026, 10:00. An officer of the subdistrict asks that the readings of one matter are not shown for the time of an investigation.
const target = idOf('target')
const wish = {
  place: '630202001', target, instrument: '立案决定书', number: '乐公立字〔2026〕31号', reason: '核查诈骗线索，显示查看记录可能惊动嫌疑人', toTell: '因配合公安机关依法调查，查看记录暂缓显示', until: '2026-07-31',
}
const game = (accounts: readonly string[] = [people.resident.account]) => play(accessDeferral, '2026-06-08 10:00', {
  loads: { matter: ask => (ask['id'] === target && ask['county'] === '630202' ? { id: target } : undefined), concerned: ask => (ask['id'] === target ? accounts : undefined) },
})
const asked = (who: Name = 'handler', city = game()) => {
  const id = city.opens(who, wish, 'ask')
  return { city, id, stage: () => city.matter(id).stage, facts: () => city.matter(id).facts }
}
const granted = (input: object = {}) => {
  const one = asked()
  one.city.does('securityAdmin', 'grant', one.id, { ...input })
  one.city.heard()
  return one
}
const wall = (value: unknown): string => (typeof value === 'string' ? onTheWall(value) : '')
const who = (told: readonly { readonly who: Name }[]): readonly Name[] => told.map(one => one.who).toSorted()

test('20.2: showing readings is deferred for a stated investigation, by decision of the security administrator, ends by itself, and then the person is told why', () => {
  const { city, id, stage, facts } = asked()
  assert.deepEqual([stage(), city.matter(id).holder, city.due(id), city.precedents], ['asked', { office: '630202/access' }, '2026-06-11 18:00', []])
  assert.deepEqual(who(city.heard()), ['securityAdmin'])
  city.does('securityAdmin', 'grant', id, { opinion: '同意' })
  assert.deepEqual(city.precedents.map(row => ({ ...row, until: wall(row['until']) })), [{ matter: id, target, until: '2026-07-31 23:59' }])
  assert.deepEqual([stage(), city.due(id, 'end'), who(city.heard())], ['inForce', '2026-07-31 23:59', ['handler']])
  assert.ok(city.matter(id).parties.every(party => party.account !== people.resident.account), 'the person knows nothing yet')
  city.until('2026-08-01 00:00')
  assert.equal(stage(), 'ended')
  assert.deepEqual(who(city.heard()), ['handler', 'resident'])
  assert.deepEqual(city.matter(id).parties.filter(party => party.role === 'concerned'), [{ role: 'concerned', account: people.resident.account, hidden: true }])
  assert.deepEqual(Object.keys(facts()).filter(name => accessDeferral.facts[name as keyof typeof accessDeferral.facts].class === 'public').toSorted(), ['place', 'toTell'], 'of it the person reads why, and nothing of the case')
  assert.ok(city.precedents.at(-1)?.['ended'])
})

test('not without an instrument, a number, a reason, a matter of the county and an end that is not too far off', () => {
  const city = game()
  const { instrument: _, number: __, reason: ___, ...bare } = wish
  assert.throws(() => city.opens('handler', bare, 'ask'), /Instrument of the investigation is needed.*Its number is needed.*Why showing them must wait is needed/s)
  assert.throws(() => city.opens('handler', { ...wish, target: idOf('elsewhere') }, 'ask'), /no such matter in this county/)
  assert.throws(() => city.opens('handler', { ...wish, until: '2026-09-07' }, 'ask'), /2026-09-06/)
  assert.throws(() => city.opens('handler', { ...wish, until: '2026-06-07' }, 'ask'), /past/)
  for (const name of ['gridWorker', 'committee', 'resident', 'auditor', 'securityAdmin'] as const) assert.throws(() => city.opens(name, wish, 'ask'), /not-yours/, name)
  for (const name of ['townLead', 'handler'] as const) city.opens(name, wish, 'ask')
  city.opens('transport', { ...wish, place: '630202' }, 'ask')
})

test('never decided by who asks or from their office; undecided it is not granted', () => {
  const { city, id, stage } = asked()
  const at = instant('2026-06-08 11:00')
  const self = { ...people.securityAdmin, account: people.handler.account }
  for (const step of ['grant', 'refuse']) {
    const refused = offers(accessDeferral, city.matter(id), step, self, at, law)
    assert.deepEqual([refused?.code, refused?.basis, refused?.remedy !== undefined], ['two-people', [], true])
  }
  const sameOffice = { ...city.matter(id), facts: { ...city.matter(id).facts, askedFrom: '630202/access' } }
  assert.equal(offers(accessDeferral, sameOffice, 'grant', people.securityAdmin, at, law)?.code, 'two-people')
  met.refusals.add('two-people')
  assert.equal(city.refused('countyLead', 'grant', id).code, 'not-yours')
  assert.equal(offers(accessDeferral, city.matter(id), 'grant', people.securityAdmin, instant('2026-06-11 18:00'), law)?.code, 'over', 'nor too late')
  met.refusals.add('over')
  city.until('2026-06-11 18:00')
  assert.deepEqual([stage(), city.precedents], ['refused', []])
  assert.ok(who(city.heard()).includes('handler'))
})

test('granted for less, never for more; refused with an opinion; taken back', () => {
  const { city, id } = asked()
  for (const until of ['2026-08-01', '2026-06-07']) assert.deepEqual(city.refused('securityAdmin', 'grant', id, { until }).faults?.map(one => one.fact), ['until'])
  city.does('securityAdmin', 'grant', id, { until: '2026-06-20' })
  assert.deepEqual([city.due(id, 'end'), wall(city.precedents.at(-1)?.['until'])], ['2026-06-20 23:59', '2026-06-20 23:59'], 'a Saturday of the holiday: it does not roll')
  const other = asked()
  assert.deepEqual(other.city.refused('securityAdmin', 'refuse', other.id).faults?.map(one => one.fact), ['opinion'])
  other.city.does('securityAdmin', 'refuse', other.id, { opinion: '无立案文书' })
  assert.equal(other.stage(), 'refused')
  const third = asked()
  third.city.does('handler', 'withdraw', third.id)
  assert.deepEqual([third.stage(), third.city.precedents], ['refused', []])
})

test('renewed once, asked by one and decided by another; until then its last day stays', () => {
  const { city, id, facts } = granted()
  const more = { renewUntil: '2026-09-30', renewReason: '案件尚未侦查终结' }
  assert.equal(city.refused('securityAdmin', 'renew', id).code, 'nothing-open')
  assert.equal(city.refused('colleague', 'askRenewal', id, more).code, 'not-yours')
  assert.deepEqual(city.refused('handler', 'askRenewal', id, { ...more, renewUntil: '2026-07-31' }).faults?.map(one => one.fact), ['renewUntil'])
  assert.deepEqual(city.refused('handler', 'askRenewal', id, { ...more, renewUntil: '2026-10-30' }).faults?.map(one => one.fact), ['renewUntil'])
  city.does('handler', 'askRenewal', id, more)
  assert.equal(city.refused('handler', 'askRenewal', id, more).code, 'already-asked')
  assert.equal(city.due(id, 'end'), '2026-07-31 23:59')
  city.does('securityAdmin', 'refuseRenewal', id, { opinion: '请先补充侦查进展' })
  assert.deepEqual([facts()['renewUntil'], city.due(id, 'end')], [undefined, '2026-07-31 23:59'])
  city.does('handler', 'askRenewal', id, { ...more, renewUntil: '2026-10-29' })
  city.does('securityAdmin', 'renew', id)
  assert.deepEqual([facts()['renewals'], facts()['until'], city.due(id, 'end'), wall(city.precedents.at(-1)?.['until'])], [1, '2026-10-29', '2026-10-29 23:59', '2026-10-29 23:59'], 'ninety days from its end')
  assert.equal(city.refused('handler', 'askRenewal', id, { ...more, renewUntil: '2026-11-01' }).code, 'renewed-enough')
  city.until('2026-10-30 00:00')
  assert.equal(city.matter(id).stage, 'ended')
})

test('what is over is not revived, though its clock was not called', () => {
  const { city, id } = granted()
  city.does('handler', 'askRenewal', id, { renewUntil: '2026-09-30', renewReason: '案件尚未侦查终结' })
  const late = instant('2026-08-01 00:00')
  for (const [step, actor] of [['renew', people.securityAdmin], ['askRenewal', people.handler], ['endEarly', people.handler]] as const) {
    assert.equal(offers(accessDeferral, city.matter(id), step, actor, late, law)?.code, 'over', step)
  }
})

test('ended early by who asked or who granted it: shown at once, and the person told', () => {
  for (const name of ['handler', 'securityAdmin'] as const) {
    const { city, id, stage } = granted()
    city.until('2026-06-20 10:00')
    city.does(name, 'endEarly', id, { endReason: '案件已侦查终结' })
    assert.deepEqual([stage(), wall(city.precedents.at(-1)?.['ended'])], ['ended', '2026-06-20 10:00'])
    assert.ok(who(city.heard()).includes('resident'))
  }
})

test('nobody with an account is concerned: it ends all the same', () => {
  const { city, id, stage } = asked('handler', game([]))
  city.does('securityAdmin', 'grant', id)
  city.until('2026-08-01 00:00')
  assert.deepEqual([stage(), city.matter(id).parties.filter(party => party.role === 'concerned')], ['ended', []])
})

test('the case is above public', () => {
  for (const name of ['target', 'instrument', 'number', 'reason', 'until', 'opinion', 'renewReason', 'endReason'] as const) assert.ok(classes[accessDeferral.facts[name].class].rank > 0, name)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(accessDeferral.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./access-deferral.ts', '../../usual/end-date.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  assert.ok(codes.length >= 5)
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
