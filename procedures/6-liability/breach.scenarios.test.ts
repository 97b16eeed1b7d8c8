import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../kernel/check.ts'
import { issuedBy } from '../../kernel/document.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { met, onTheWall, play } from '../../test/helpers/play.ts'
import { breach } from './breach.ts'
import { breachNotice } from './breach-notice.ts'
import { law } from '../../test/helpers/world.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const opening = { place: '630202', accused: '630202/transport', decider: '630202/lead', kind: 'passedDown', allegation: '交通局要求东关社区填报全部路灯台账', ground: 'regulation', provision: '23.3' }
const both = { finding: '该局将本单位职责事项转交社区承担，未列入清单', orders: 'yes', order: '停止转交，撤回表格，自行建立台账', correctBy: '2026-07-10', criticises: 'yes', criticism: '该局擅自将职责范围内事项转交东关社区承担，予以通报' }
const orderOnly = { finding: both.finding, orders: 'yes', order: both.order, correctBy: both.correctBy, criticises: 'no' }
const criticismOnly = { finding: both.finding, orders: 'no', criticises: 'yes', criticism: both.criticism }
const referral = { authority: 'discipline', authorityName: '乐都区纪委监委', referReason: '情节较重，涉及直接负责的主管人员', handOff: '乐治办移〔2026〕3号' }

const opened = (more: JsonObject = {}) => {
  const game = play(breach)
  const id = game.opens('platform', { ...opening, ...more }, 'open')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts, told: () => game.toldOther.map(one => one.input['result']), notices: () => game.opened.filter(one => one.procedure === 'breach-notice') }
}
const decided = (more: JsonObject, about: JsonObject = {}) => {
  const scene = opened(about)
  scene.game.does('transport', 'answer', scene.id, { answer: '系业务科室理解有误，已停止' })
  scene.game.does('countyLead', 'decide', scene.id, more)
  return scene
}
const issues = ({ game, id }: { readonly game: ReturnType<typeof play>; readonly id: string }, name: string) => {
  const past = game.past(id).map((one, i) => {
    const set = Object.entries(one.outcome.set ?? {})
    return { seq: i + 1, at: one.at, step: one.step, facts: set.flatMap(([fact, value]) => (value === null ? [] : [{ fact, value, masked: false }])), cleared: set.flatMap(([fact, value]) => (value === null ? [fact] : [])) }
  })
  const declared = breach.documents[name] ?? assert.fail(name)
  const found = issuedBy(declared, past)
  const context = found && { number: '630202-26-0000001', region: '630202', facts: found.facts, day: onTheWall(found.entry.at).slice(0, 10), law, office: (code: string) => code, place: (code: string) => code }
  return context && declared.when?.(context) !== false ? JSON.stringify(declared.make(context)) : undefined
}

test('50.2: own duties passed down are ordered corrected and criticised; both stand together, each a document', () => {
  const scene = opened()
  const { game, id, stage } = scene
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id), game.heard().map(one => one.who).toSorted()], ['hearing', { office: '630202/lead' }, '2026-06-17 18:00', ['countyLead', 'roads', 'transport']])
  assert.match(issues(scene, 'hearing') ?? '', /涉嫌违反《海东市基层社会治理促进条例》第二十三条第三款/)
  for (const who of ['urban', 'countyLead', 'handler'] as const) assert.equal(game.refused(who, 'answer', id, { answer: '情况说明' }).code, 'not-yours')
  game.does('transport', 'answer', id, { answer: '系业务科室理解有误，已停止' })
  assert.equal(stage(), 'deciding')
  game.does('countyLead', 'decide', id, both)
  assert.deepEqual([stage(), game.due(id), game.due(id, 'appeal'), scene.notices()], ['correcting', '2026-07-10 23:59', '2026-06-23 23:59', []], 'published once final, not before')
  assert.match(issues(scene, 'order') ?? '', /责令改正通知书.*请于2026年7月10日前改正/)
  assert.match(issues(scene, 'criticism') ?? '', /第五十条第二款.*予以通报/)
  game.until('2026-06-24 09:00')
  assert.deepEqual([stage(), scene.notices().map(one => one.input)], ['correcting', [{ place: '630202', accused: '630202/transport', decider: '630202/lead', provision: '23.3', criticism: both.criticism, corrects: 'yes', on: '2026-06-23' }]])
  game.does('transport', 'reportCorrection', id, { correction: '已撤回表格并自行建立台账' })
  game.does('countyLead', 'recheck', id, { passed: 'yes', recheck: '实地查看属实' })
  assert.deepEqual([stage(), scene.told(), game.counts], ['closed', ['founded'], { opened: 1, founded: 1, ordered: 1, criticised: 1, corrected: 1, correctedInTime: 1 }])
  assert.deepEqual(game.matter(id).clocks, {})
})

test('50.2: a community tasked directly: criticism alone, which stands once the time for appeal is over', () => {
  const scene = decided(criticismOnly, { kind: 'direct', provision: '23.1' })
  const { game, stage } = scene
  assert.equal(stage(), 'standing')
  assert.equal(issues(scene, 'order'), undefined)
  game.until('2026-06-24 09:00')
  assert.deepEqual([stage(), scene.notices().length, scene.told()], ['closed', 1, ['founded']])
})

test('50.2: assistance without its conditions: an order alone, published nowhere', () => {
  const scene = decided(orderOnly, { kind: 'conditions', provision: '23.2' })
  assert.equal(issues(scene, 'criticism'), undefined)
  scene.game.does('transport', 'reportCorrection', scene.id, { correction: '经费已拨付到社区' })
  scene.game.does('countyLead', 'recheck', scene.id, { passed: 'yes', recheck: '到账属实' })
  assert.equal(scene.stage(), 'standing', 'corrected before the time for appeal was over')
  scene.game.until('2026-06-24 09:00')
  assert.deepEqual([scene.stage(), scene.notices()], ['closed', []])
})

test('an order or a notice, or both; for other conduct than the three kinds there is no criticism', () => {
  const { game, id } = opened({ kind: 'duty', provision: '21.4' })
  game.does('transport', 'answer', id, { answer: '人手不足，已补办' })
  assert.deepEqual(game.refused('countyLead', 'decide', id, { finding: both.finding, orders: 'no', criticises: 'no' }).faults?.map(one => one.fact), ['orders'])
  const refused = game.refused('countyLead', 'decide', id, both)
  assert.deepEqual([refused.code, refused.basis], ['no-criticism', ['50.2']])
  for (const correctBy of ['2026-06-07', '2026-08-08']) assert.deepEqual(game.refused('countyLead', 'decide', id, { ...orderOnly, correctBy }).faults?.map(one => one.fact), ['correctBy'])
  game.does('countyLead', 'decide', id, orderOnly)
})

test('50.1: a unit that did not carry out its duty is handed to who may sanction; the outcome is recorded, and asked for until it comes', () => {
  const scene = opened({ kind: 'duty', provision: '21.4' })
  const { game, id, stage, facts } = scene
  game.until('2026-06-18 09:00')
  assert.deepEqual([stage(), facts()['silent'], game.counts['silent']], ['deciding', true, 1], 'silence is recorded')
  assert.equal(game.refused('countyLead', 'referralResult', id, { referralOutcome: '已收' }).code, 'wrong-stage')
  game.does('countyLead', 'refer', id, { ...referral, authority: 'appointing' })
  assert.deepEqual([stage(), game.due(id, 'referral')], ['referred', '2026-08-17 23:59'])
  assert.match(issues(scene, 'referral') ?? '', /乐治办移〔2026〕3号/)
  game.heard()
  game.until('2026-08-18 09:00')
  assert.deepEqual([stage(), facts()['asked'], game.heard().map(one => one.who)], ['referred', 1, ['countyLead']])
  game.until('2026-10-20 09:00')
  assert.equal(facts()['asked'], 2)
  game.does('countyLead', 'referralResult', id, { referralOutcome: '已依法作出处理（乐纪函〔2026〕9号）' })
  assert.deepEqual([stage(), scene.told(), game.counts['referred']], ['closed', ['referred'], 1])
})

test('50.2: serious: beside the order it is referred, and closes only when both have come to an end', () => {
  const scene = decided(both)
  const { game, id, stage } = scene
  assert.equal(game.refused('countyLead', 'referralResult', id, { referralOutcome: '已收' }).code, 'nothing-referred')
  game.does('countyLead', 'refer', id, referral)
  assert.equal(stage(), 'correcting', 'the correction goes on')
  assert.equal(game.refused('countyLead', 'refer', id, referral).code, 'already-referred')
  game.does('transport', 'reportCorrection', id, { correction: '已撤回表格并自行建立台账' })
  game.until('2026-06-24 09:00')
  game.does('countyLead', 'recheck', id, { passed: 'yes', recheck: '实地查看属实' })
  assert.equal(stage(), 'referred')
  game.does('countyLead', 'referralResult', id, { referralOutcome: '已处理并函告' })
  assert.equal(stage(), 'closed')
  const early = decided(criticismOnly)
  early.game.does('countyLead', 'refer', early.id, referral)
  early.game.does('countyLead', 'referralResult', early.id, { referralOutcome: '已处理并函告' })
  assert.equal(early.stage(), 'standing', 'answered before the decision was final')
})

test('49, 51: where another law sets the liability nothing is decided here: it is referred to the authority of that law', () => {
  const { game, id, stage } = opened({ kind: 'funds', ground: 'otherLaw', provision: null, otherLaw: '《财政违法行为处罚处分条例》第六条' })
  game.does('transport', 'answer', id, { answer: '正在核对账目' })
  const refused = game.refused('countyLead', 'decide', id, orderOnly)
  assert.deepEqual([refused.code, refused.basis], ['other-law-governs', ['49']])
  game.does('countyLead', 'refer', id, { ...referral, authority: 'finance', authorityName: '乐都区财政局' })
  assert.equal(stage(), 'referred')
})

test('nothing is founded: the unit and the reporter are told, nothing is published', () => {
  const scene = opened()
  scene.game.does('transport', 'answer', scene.id, { answer: '该事项在协助清单内，条件已到位' })
  scene.game.does('countyLead', 'unfound', scene.id, { unfoundedReason: '事项在清单内，经费人员已到位' })
  assert.deepEqual([scene.stage(), scene.told(), scene.notices()], ['unfounded', ['unfounded'], []])
  assert.match(issues(scene, 'unfounded') ?? '', /责任不成立/)
})

test('an appeal makes the time to correct stand still: what is corrected within the rest of it is in time', () => {
  const { game, id, stage, facts } = decided(both)
  game.until('2026-06-20 09:00')
  game.does('transport', 'appeal', id, { appealGrounds: '该事项在协助清单内' })
  game.until('2026-06-29 09:00')
  game.does('cityLead', 'uphold', id, { appealReason: '清单中没有该事项，维持原决定' })
  assert.equal(stage(), 'correcting')
  game.until('2026-07-13 09:00')
  game.does('transport', 'reportCorrection', id, { correction: '已撤回表格并自行建立台账' })
  assert.equal(facts()['inTime'], true)
  game.does('countyLead', 'recheck', id, { passed: 'yes', recheck: '实地查看属实' })
  assert.equal(game.counts['correctedInTime'], 1)
})

test('not corrected in time: the level above is told until it is; found not corrected, it has a new day', () => {
  const { game, id, stage, facts } = decided(both)
  game.until('2026-07-10 23:58')
  game.heard()
  game.until('2026-07-15 09:00')
  assert.ok(game.heard().filter(one => one.who === 'cityLead').length >= 2)
  game.does('transport', 'reportCorrection', id, { correction: '已撤回部分表格' })
  assert.equal(facts()['inTime'], false)
  assert.deepEqual(game.refused('countyLead', 'recheck', id, { passed: 'no', recheck: '尚有两张表未撤回', correctBy: '2026-07-01' }).faults?.map(one => one.fact), ['correctBy'])
  game.does('countyLead', 'recheck', id, { passed: 'no', recheck: '尚有两张表未撤回', correctBy: '2026-07-31' })
  assert.deepEqual([stage(), game.due(id)], ['correcting', '2026-07-31 23:59'])
  game.does('transport', 'reportCorrection', id, { correction: '已全部撤回表格' })
  game.does('countyLead', 'recheck', id, { passed: 'yes', recheck: '已全部撤回' })
  assert.deepEqual([stage(), game.counts['correctedInTime']], ['closed', 1])
})

test('the unit appeals in time to the level above; nothing is published meanwhile, and the time to correct stands still', () => {
  const scene = decided(both)
  const { game, id, stage } = scene
  assert.equal(game.refused('urban', 'appeal', id, { appealGrounds: '事项在清单内' }).code, 'not-yours')
  game.does('transport', 'appeal', id, { appealGrounds: '该事项在协助清单内' })
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id)], ['appealed', { office: '6302/lead' }, '2026-07-08 23:59'])
  assert.equal(game.refused('countyLead', 'uphold', id, { appealReason: '理由不成立的' }).code, 'not-yours')
  game.until('2026-07-01 10:00')
  assert.deepEqual(scene.notices(), [])
  game.does('cityLead', 'uphold', id, { appealReason: '清单无此事项，原决定正确' })
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id), scene.notices().length], ['correcting', { office: '630202/lead' }, '2026-08-02 23:59', 1], 'what was left of the time is left of it still')
  assert.match(issues(scene, 'appeal') ?? '', /维持原决定/)
  assert.equal(game.refused('transport', 'appeal', id, { appealGrounds: '仍然不服决定' }).code, 'appeal-over')
  const late = decided(criticismOnly)
  late.game.until('2026-06-23 23:58')
  late.game.does('transport', 'appeal', late.id, { appealGrounds: '该事项在协助清单内' })
  late.game.does('cityLead', 'uphold', late.id, { appealReason: '清单无此事项，原决定正确' })
  assert.deepEqual([late.stage(), late.notices().length, late.told()], ['closed', 1, ['founded']])
})

test('the level above changes the decision, or annuls it', () => {
  const changed = decided(both)
  changed.game.does('transport', 'appeal', changed.id, { appealGrounds: '情节轻微，已改正' })
  changed.game.does('cityLead', 'change', changed.id, { appealReason: '情节轻微，已主动改正', ...orderOnly, correctBy: '2026-06-30' })
  assert.deepEqual([changed.stage(), changed.game.due(changed.id), changed.notices(), changed.facts()['criticism']], ['correcting', '2026-06-30 23:59', [], undefined])
  assert.match(issues(changed, 'order') ?? '', /经申诉，作出变更决定/)
  assert.equal(issues(changed, 'criticism'), undefined)
  const lesser = decided(both)
  lesser.game.does('transport', 'appeal', lesser.id, { appealGrounds: '已经全部改正完毕' })
  lesser.game.does('cityLead', 'change', lesser.id, { appealReason: '已改正，不再责令', ...criticismOnly })
  assert.deepEqual([lesser.stage(), lesser.notices().length], ['closed', 1])
  const annulled = decided(both)
  annulled.game.does('countyLead', 'refer', annulled.id, referral)
  annulled.game.does('transport', 'appeal', annulled.id, { appealGrounds: '该事项在协助清单内' })
  annulled.game.does('cityLead', 'annul', annulled.id, { appealReason: '事项在清单内，条件已提供' })
  assert.deepEqual([annulled.stage(), annulled.notices(), annulled.told()], ['unfounded', [], ['unfounded']])
  assert.ok(annulled.game.heard().some(one => one.words.includes('tell the authority')))
})

test('what the city decided has no level above it here, and is final after its time all the same', () => {
  const scene = opened({ place: '630202', accused: '630202/centre', decider: '6302/lead' })
  scene.game.does('countyDispatcher', 'answer', scene.id, { answer: '情况说明，已停止' })
  scene.game.does('cityLead', 'decide', scene.id, criticismOnly)
  assert.equal(scene.game.refused('countyDispatcher', 'appeal', scene.id, { appealGrounds: '对决定不服' }).code, 'none-above')
  scene.game.until('2026-06-24 09:00')
  assert.deepEqual([scene.stage(), scene.notices().length], ['closed', 1])
})

test('late to decide, the level above is told', () => {
  const { game, id, stage } = opened()
  game.does('transport', 'answer', id, { answer: '情况说明，已停止' })
  game.heard()
  game.until('2026-06-29 09:00')
  assert.equal(stage(), 'deciding')
  assert.ok(game.heard().some(one => one.who === 'cityLead'))
})

test('the notice is public, names the unit, and holds nothing else', () => {
  const game = play(breachNotice)
  const id = game.opens('platform', { place: '630202', accused: '630202/transport', decider: '630202/lead', provision: '23.3', criticism: both.criticism, corrects: 'yes', on: '2026-06-24' }, 'publish')
  assert.deepEqual([game.matter(id).stage, breachNotice.stages.published.published, breachNotice.stages.ended.final], ['published', true, true])
  assert.deepEqual(Object.entries(breachNotice.facts).filter(([, fact]) => fact.class !== 'public').map(([name]) => name), ['withdrawn'])
  game.does('countyLead', 'withdraw', id, { withdrawn: '决定被依法撤销' })
  const another = game.opens('platform', { place: '630202', accused: '630202/transport', decider: '630202/lead', provision: '23.3', criticism: both.criticism, corrects: 'no', on: '2026-06-24' }, 'publish')
  game.until('2027-06-10 09:00')
  assert.deepEqual([id, another].map(one => game.matter(one).stage), ['ended', 'ended'])
  assert.ok(Object.entries(breach.facts).filter(([name]) => !['erasedWhat', 'erasureGround', 'unlinked', 'correctedWhat', 'newPlace'].includes(name)).every(([, fact]) => fact.class === 'internal'), 'a case has nothing public')
})

test('they are sound; every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual([check(breach), check(breachNotice)], [[], []])
  for (const one of [breach, breachNotice]) assert.deepEqual(Object.keys(one.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [], one.name)
  const said = ['./breach.ts', './breach/course.ts', './breach/referral.ts', './breach/appeal.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual([...codes, 'bad-input orders', 'bad-input correctBy'].filter(code => !met.refusals.has(code)), [])
})
