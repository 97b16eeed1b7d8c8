import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { mediationSubsidy } from './claim.ts'
import type { Case } from './classes.ts'
import { mediationSubsidyScheme } from './scheme.ts'

const scheme = { matter: idOf('rule'), title: '乐都区人民调解案件补贴办法', amounts: { oral: 5000, ordinary: 20_000, hard: 40_000 }, performance: false, staffBarred: true }
const agreed: Case = { procedure: 'dispute', number: '630202-26-0000007', region: '630202001001', office: '630202001/mediation', mediator: people.mediator.account, peoples: true, form: 'written', grade: 'hard', effectiveOn: '2026-06-01', performed: false, sessions: 2, told: true, proved: true, staff: false, paid: false, scheme }
const dispute = idOf('a dispute')
const claimed = { place: '630202001001', dispute }

const world = (more: Partial<Case> = {}) => play(mediationSubsidy, '2026-06-08 10:00', { loads: { 'mediated-case': () => ({ ...agreed, ...more }) } })
const refusal = (more: Partial<Case>) => world(JSON.parse(JSON.stringify(more)) as Partial<Case>).refusedToOpen('mediator', claimed, 'claim').code

test('30.3: a case that ended in agreement is paid by its class, computed from the record', () => {
  const game = world()
  const id = game.opens('mediator', claimed, 'claim')
  assert.deepEqual([game.matter(id).facts['class'], game.matter(id).holder?.office], ['hard', '630202/justice'])
  game.does('justice', 'approve', id)
  assert.equal(game.refused('justice', 'pay', id, { voucher: '支 1', paidOn: '2026-06-08' }).code, 'for-finance')
  assert.equal(game.refused('finance', 'pay', id, { voucher: '支 1', paidOn: '2026-01-08' }).code, 'bad-input')
  game.does('finance', 'pay', id, { voucher: '支 1', paidOn: '2026-06-08' })
  game.until('2026-08-08 09:00')
  assert.equal(game.matter(id).stage, 'closed')
})

test('30.3: not agreed, not whole, staff, too old, no rule, paid before: each is refused by its own reason', () => {
  const { effectiveOn: _, ...never } = agreed
  const none = play(mediationSubsidy, '2026-06-08 10:00', { loads: { 'mediated-case': () => never } })
  assert.equal(none.refusedToOpen('mediator', claimed, 'claim').code, 'not-agreed')
  assert.equal(world().refusedToOpen('handler', claimed, 'claim').code, 'for-mediation', 'no other office of the township')
  assert.equal(refusal({ procedure: 'request' }), 'no-such-case')
  assert.equal(refusal({ paid: true }), 'claimed-already')
  assert.equal(refusal({ sessions: 0 }), 'file-incomplete')
  assert.equal(refusal({ told: false }), 'file-incomplete')
  assert.equal(refusal({ form: 'oral', proved: false }), 'file-incomplete', 'an oral agreement of which nothing is signed and nobody was asked')
  assert.equal(refusal({ staff: true }), 'staff')
  assert.equal(refusal({ peoples: false }), 'not-peoples', 'mediated by a court or an authority')
  assert.equal(refusal({ region: '630202002001' }), 'bad-input', 'of another place than is said')
  assert.equal(refusal({ effectiveOn: '2025-01-01' }), 'too-old')
  assert.equal(refusal({ grade: 'major' }), 'no-class')
  assert.equal(refusal({ scheme: { ...scheme, performance: true } }), 'not-performed')
  assert.equal(refusal({ office: '630202101201/mediation' }), 'bad-input', 'another body’s case')
  const { scheme: __, ...unruled } = agreed
  assert.equal(play(mediationSubsidy, '2026-06-08 10:00', { loads: { 'mediated-case': () => unruled } }).refusedToOpen('mediator', claimed, 'claim').code, 'no-scheme')
  const oral = world({ form: 'oral', sessions: 0, told: false })
  assert.equal(oral.matter(oral.opens('mediator', claimed, 'claim')).facts['class'], 'oral', 'the card of an oral agreement is its file')
})

test('30.3: another reviews it; sent back it is mended in time or its case is free again', () => {
  const game = world()
  const id = game.opens('mediator', claimed, 'claim')
  assert.equal(game.refused('countyClerk', 'approve', id).code, 'for-justice')
  const own = play(mediationSubsidy, '2026-06-08 10:00', { loads: { 'mediated-case': () => ({ ...agreed, mediator: people.justice.account }) } })
  const mine = own.opens('mediator', claimed, 'claim')
  assert.equal(own.refused('justice', 'approve', mine).code, 'two-people')
  game.does('justice', 'sendBack', id, { note: '请补履行凭证' })
  game.does('mediator', 'claimAgain', id, { note: '已补凭证' })
  game.does('justice', 'sendBack', id, { note: '仍不清楚' })
  game.until('2026-07-08 09:00')
  assert.equal(game.matter(id).stage, 'dropped')
  assert.ok(game.precedents.some(row => row['do'] === 'free'))
})

test('30.3: the record is looked at once more when it is approved', () => {
  let now: Case = agreed
  const game = play(mediationSubsidy, '2026-06-08 10:00', { loads: { 'mediated-case': () => now } })
  const id = game.opens('mediator', claimed, 'claim')
  const { effectiveOn: _, ...gone } = agreed
  now = gone
  assert.equal(game.refused('justice', 'approve', id).code, 'not-agreed')
  now = { ...agreed, mediator: people.otherMediator.account }
  assert.equal(game.refused('justice', 'approve', id).code, 'changed-since')
  now = agreed
  game.does('justice', 'approve', id)
})

test('30.3: who is refused objects, and somebody else answers; upheld, it is paid; paid, only the answer says the difference', () => {
  const game = world()
  const id = game.opens('mediator', claimed, 'claim')
  game.does('justice', 'refuse', id, { note: '不属于本办法' })
  game.does('mediator', 'object', id, { objection: '属于疑难案件' })
  assert.equal(game.refused('justice', 'answerObjection', id, { ruling: 'stands', answer: '不属于疑难案件' }).code, 'two-people', 'who refused it does not answer')
  game.does('otherJustice', 'answerObjection', id, { ruling: 'pays', answer: '经核实属于疑难案件' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['approved', '630202/finance'])
  game.does('mediator', 'object', id, { objection: '金额不对，请核' })
  game.does('otherJustice', 'answerObjection', id, { ruling: 'stands', answer: '金额按办法计算' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['approved', '630202/finance'], 'what was approved is still paid')
  game.does('finance', 'pay', id, { voucher: '支 3', paidOn: '2026-06-08' })
  const again = world()
  const never = again.opens('mediator', claimed, 'claim')
  again.does('justice', 'refuse', never, { note: '不属于本办法' })
  again.does('mediator', 'object', never, { objection: '属于疑难案件' })
  again.does('otherJustice', 'answerObjection', never, { ruling: 'stands', answer: '不属于疑难案件' })
  assert.equal(again.matter(never).stage, 'closed')
  const paid = world()
  const other = paid.opens('mediator', claimed, 'claim')
  paid.does('justice', 'approve', other)
  paid.does('finance', 'pay', other, { voucher: '支 2', paidOn: '2026-06-08' })
  paid.does('mediator', 'object', other, { objection: '少算了一级' })
  assert.equal(paid.refused('justice', 'answerObjection', other, { ruling: 'stands', answer: '无误，不补' }).code, 'two-people')
  assert.equal(paid.refused('otherJustice', 'answerObjection', other, { ruling: 'pays', answer: '补发差额' }).code, 'bad-input')
  const late = world()
  const waiting = late.opens('mediator', claimed, 'claim')
  late.until('2026-07-30 09:00')
  assert.ok((late.matter(waiting).facts['escalated'] ?? 0) as number > 0)
})

test('30.3: the rule is drafted by justice, agreed to by finance, in force from its day and never backwards', () => {
  const game = play(mediationSubsidyScheme)
  const rule = { county: '630202', title: scheme.title, instrument: '乐司〔2026〕8 号', amounts: [{ class: 'oral', fen: 5000 }, { class: 'hard', fen: 40_000 }], performance: false, staffBarred: true, since: '2026-07-01' }
  assert.equal(game.refusedToOpen('finance', rule, 'draft').code, 'for-justice')
  assert.equal(game.refusedToOpen('justice', { ...rule, since: '2026-01-01' }, 'draft').code, 'bad-input')
  assert.equal(game.refusedToOpen('justice', { ...rule, amounts: [...rule.amounts, { class: 'oral', fen: 1 }] }, 'draft').code, 'bad-input')
  const id = game.opens('justice', rule, 'draft')
  assert.equal(game.refused('justice', 'adopt', id).code, 'for-finance')
  game.until('2026-07-15 09:00')
  game.does('finance', 'adopt', id)
  assert.equal(game.matter(id).facts['since'], '2026-07-15')
  game.does('justice', 'end', id, { reason: '另订新办法' })
  const refused = game.opens('justice', { ...rule, since: '2026-08-01' }, 'draft')
  game.does('finance', 'refuse', refused, { reason: '超出预算' })
})

test('the declarations hold together, and every step is taken', () => {
  for (const one of [mediationSubsidy, mediationSubsidyScheme]) {
    assert.deepEqual(check(one), [])
    assert.deepEqual(Object.keys(one.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${one.name}.${name}`)), [], one.name)
  }
})
