import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { words } from '../../kernel/words.ts'
import { instant, play } from '../helpers/play.ts'
import { law, people } from '../helpers/world.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { township, lamp, until, names } from './until.ts'

// How a request ends: with a word for the reporter, seen on the spot, rated, never with a bare “closed”.

test('21.4: a report is dispatched, accepted, handled, verified, confirmed and rated, and at each step those it concerns are told', () => {
  const game = play(request)
  const id = game.opens('resident', lamp)
  assert.deepEqual(names(game.heard()), ['dispatcher'])
  game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'resident', 'townLead'])
  game.does('handler', 'accept', id)
  assert.deepEqual(names(game.heard()), ['resident'])
  game.does('handler', 'note', id, { progress: '已联系电工' })
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.deepEqual(names(game.heard()), ['committee', 'gridWorker'])
  game.does('gridWorker', 'verify', id, { verified: true, verifyNote: '灯已亮' })
  assert.deepEqual(names(game.heard()), ['resident'])
  game.does('resident', 'confirm', id)
  game.does('resident', 'rate', id, { rating: 5 })
  assert.equal(game.matter(id).stage, 'finished')
  assert.deepEqual(game.matter(id).clocks, {}, 'what is finished has no clock')
  assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1, rated: 1, satisfied: 1 })
})

test('48: only residents say whether residents are satisfied: what was reported in a post ends without a rating', () => {
  for (const who of ['gridWorker', 'committee', 'hotline', 'dispatcher'] as const) {
    const game = play(request)
    const id = game.opens(who, lamp)
    game.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: township })
    game.does('handler', 'accept', id)
    game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
    game.does('gridWorker', 'verify', id, { verified: true })
    game.does(who, 'confirm', id)
    assert.deepEqual([game.matter(id).stage, game.matter(id).facts['confirmed']], ['finished', 'inPost'], who)
    assert.equal(game.refused(who, 'rate', id, { rating: 5 }).code, 'closed')
    assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, fixed: 1 }, 'it was handled, and nobody was satisfied')
  }
  const game = play(request)
  const id = game.opens('gridWorker', lamp)
  game.does('gridWorker', 'settle', id, { result: '现场接好了线路' })
  assert.equal(game.matter(id).facts['verified'], undefined, 'who settled it did not verify it')
  game.until('2026-06-16 00:00')
  assert.deepEqual([game.matter(id).stage, game.matter(id).facts['confirmed']], ['finished', 'unanswered'])
})

test('no step tells a figure in words: figures are dated data', () => {
  const told = Object.values(request.steps as Procedure['steps']).flatMap(step => (step.causes ? [step.causes.zh] : []))
  for (const words of told) assert.doesNotMatch(words, /[一二三四五六七八九十百\d]+个?(工作日|工作小时|天|日)/, words)
})

test('24.2 is the townships’ own: no step that counties and cities take rests on it', () => {
  for (const [name, step] of Object.entries(request.steps as Procedure['steps'])) assert.ok(!step.basis.includes('24.2'), name)
})

test('a matter never ends with a bare “closed”: what cannot be fixed says why, what is not ours says where to turn', () => {
  const { game, id } = until('handling')
  const result = '经现场勘查，无法改造'
  assert.deepEqual(game.refused('handler', 'resolve', id, { outcome: 'cannot', result }).faults?.map(f => f.fact), ['whyNot'])
  assert.deepEqual(game.refused('handler', 'resolve', id, { outcome: 'notOurs', result }).faults?.map(f => f.fact), ['whereTo'])
  assert.deepEqual(game.refused('handler', 'resolve', id, { result }).faults?.map(f => f.fact), ['outcome'])
  const both = game.refused('handler', 'resolve', id, { outcome: 'notOurs', result, whereTo: '供电公司 95598', whyNot: '需产权单位同意' })
  assert.deepEqual(both.faults, [{ fact: 'whyNot', why: words('仅在办理结论为“无法解决”时填写', 'Given only where Outcome is “Cannot be fixed”') }])
  game.does('handler', 'resolve', id, { outcome: 'notOurs', result, whereTo: '供电公司 95598' })
  game.does('committee', 'verify', id, { verified: true })
  game.does('resident', 'confirm', id)
  assert.deepEqual(game.counts, { reported: 1, due: 1, onTime: 1, notOurs: 1, excluded: 1, excludedOnTime: 1 }, 'what is not ours is counted apart')
})

test('what was verified as untrue goes back to whoever handles it, and the limit runs on with what was left', () => {
  const { game, id } = until('handling')
  assert.equal(game.due(id), '2026-06-17 18:00')
  game.until('2026-06-12 10:00')
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.ok(game.matter(id).clocks['handling']?.stopped, 'while it is verified the limit stands still')
  game.until('2026-06-15 10:00')
  game.heard()
  game.does('gridWorker', 'verify', id, { verified: false, verifyNote: '灯仍不亮' })
  assert.deepEqual(game.matter(id).holder, { office: township, account: people.handler.account })
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  assert.deepEqual([game.due(id), Object.keys(game.matter(id).clocks)], ['2026-06-18 18:00', ['stage']], 'one working day stood still, none was given')
})

test('25.3: the resident finds it unsettled, and it goes back to who handled it, or to the centre where it was settled on the spot', () => {
  const { game, id } = until('confirming')
  game.heard()
  game.does('resident', 'reopen', id, { reopenReason: '灯又灭了' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['handling', township])
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  assert.deepEqual(game.counts, { reported: 1, reopened: 1 }, 'nothing is closed that is not confirmed')

  const spot = until('triage')
  spot.game.does('gridWorker', 'settle', spot.id, { result: '现场接好了线路' })
  assert.equal(spot.game.matter(spot.id).facts['inTime'], true)
  spot.game.does('resident', 'reopen', spot.id, { reopenReason: '又断了' })
  assert.deepEqual([spot.game.matter(spot.id).stage, spot.game.matter(spot.id).holder?.office], ['triage', '630202001/centre'])
})

test('handled again with another outcome, a matter no longer stands under the old reasons', () => {
  const { game, id, facts } = until('handling')
  game.does('handler', 'resolve', id, { outcome: 'cannot', result: '线路权属不清', whyNot: '需产权单位同意' })
  game.does('gridWorker', 'verify', id, { verified: true })
  game.does('resident', 'reopen', id, { reopenReason: '产权单位已同意' })
  game.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.equal(facts()['whyNot'], undefined)
})

test('48: rated low, a matter is revisited; who finds it unsettled has it handled again and its counts taken back', () => {
  for (const rating of [3, 4, 5]) {
    const { game, id } = until('closed')
    game.does('resident', 'rate', id, { rating })
    assert.equal(game.matter(id).stage, 'finished', `${rating}`)
  }
  const { game, id } = until('closed')
  game.heard()
  game.does('resident', 'rate', id, { rating: 2, ratingNote: '修得太慢' })
  assert.deepEqual([game.matter(id).stage, game.matter(id).holder?.office], ['revisiting', '630202001/centre'])
  assert.deepEqual(names(game.heard()), ['dispatcher'])
  game.does('dispatcher', 'reopenAfterRevisit', id, { revisitNote: '确未修好，重新办理' })
  assert.equal(game.matter(id).stage, 'triage')
  assert.deepEqual(game.counts, { reported: 1, due: 0, onTime: 0, fixed: 0, rated: 1, revisited: 1, reopened: 1 })

  const late = until('handling')
  late.game.until('2026-06-18 10:00')
  late.game.does('handler', 'resolve', late.id, { outcome: 'fixed', result: '已更换灯泡' })
  late.game.does('gridWorker', 'verify', late.id, { verified: true })
  late.game.does('resident', 'confirm', late.id)
  late.game.does('resident', 'rate', late.id, { rating: 1 })
  late.game.does('dispatcher', 'reopenAfterRevisit', late.id, { revisitNote: '确未修好，重新办理' })
  assert.deepEqual([late.game.counts['due'], late.game.counts['fixed']], [1, 0], 'what was late stays due')

  const settled = until('closed')
  settled.game.does('resident', 'rate', settled.id, { rating: 1 })
  settled.game.does('committee', 'revisit', settled.id, { revisitNote: '已当面说明并致歉' })
  assert.deepEqual([settled.game.matter(settled.id).stage, settled.game.counts['due']], ['finished', 1])
})

test('25.3: a resident withdraws what is not yet resolved', () => {
  const { game, id } = until('handling')
  game.heard()
  game.does('resident', 'withdraw', id, { withdrawReason: '自己修好了' })
  assert.equal(game.matter(id).stage, 'withdrawn')
  assert.deepEqual(names(game.heard()), ['colleague', 'handler', 'townLead'])
  const late = until('verifying')
  assert.equal(late.game.refused('resident', 'withdraw', late.id).code, 'wrong-stage')
})

test('25.3: who reports anonymously is told of everything and seen by nobody, and their name lies apart', () => {
  const { game, id, facts } = until('handling', { anonymous: true, contactName: '王小明', contactPhone: '13897221234' })
  assert.deepEqual(game.matter(id).parties.find(party => party.role === 'reporter')?.hidden, true)
  assert.deepEqual([facts()['contactName'], facts()['contactPhone']], [undefined, undefined], 'what handlers may read holds nothing')
  assert.deepEqual([facts()['keptName'], facts()['keptPhone']], ['***', '***'], 'of what is kept not even a masked form stands there')
  assert.deepEqual(names(game.heard()).filter(name => name === 'resident'), ['resident', 'resident'])
  game.does('resident', 'supplement', id, { supplement: '在小学门口' })
  game.does('resident', 'urge', id)
})

test('whoever does not hold the post is told whose step it is, and what stands at another stage where it can be taken', () => {
  const { game, id } = until('handling')
  const other = game.refused('neighbour', 'urge', id)
  assert.equal(other.code, 'not-yours')
  assert.match(other.why.en, /the reporter/)
  assert.equal(game.refused('resident', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' }).code, 'not-yours')
  const early = game.refused('resident', 'rate', id, { rating: 5 })
  assert.equal(early.code, 'wrong-stage')
  assert.match(early.remedy?.en ?? '', /Closed, to be rated/)
  assert.equal(offers(request, game.matter(id), 'resolve', people.handler, instant('2026-06-08 10:00'), law), undefined)
})
