import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { keptWords } from '../../../kernel/kept-words.ts'
import type { Actor } from '../../../kernel/post.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { cleaning, commissioning, items } from '../../../test/helpers/commissioning.ts'
import { instant, met } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import { townshipTask } from './township-task.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const reviewed = (more: JsonObject = {}) => {
  const all = commissioning()
  const id = all.approved(more)
  return { ...all, id, task: all.game.all('township-task').at(-1)?.id ?? '' }
}
const villages = ({ game }: ReturnType<typeof commissioning>) => game.all('community-task').map(one => one.stage)

test('24.2: the township sees every task of the county before its villages do, each township its own', () => {
  const all = reviewed({ places: ['630202001001', '630202001002', '630202101201'] })
  const { game } = all
  assert.deepEqual(game.all('township-task').map(one => [one.region, one.stage, one.holder?.office, one.facts['places']]), [
    ['630202001', 'reviewing', '630202001/centre', ['630202001001', '630202001002']], ['630202101', 'reviewing', '630202101/centre', ['630202101201']],
  ])
  assert.deepEqual([villages(all), all.register.given.size], [[], 0])
  assert.equal(game.due(all.task), '2026-06-10 18:00')
  assert.equal(game.refused('committee', 'pass', all.task).code, 'not-yours')
})

test('24.2: it schedules within the dates given', () => {
  const all = reviewed()
  const { game, task, facts, id } = all
  const faults = (input: JsonObject) => game.refused('dispatcher', 'pass', task, input).faults?.map(one => one.fact)
  assert.deepEqual([faults({ from: '2026-06-09' }), faults({ until: '2026-07-11' }), faults({ from: '2026-06-20', until: '2026-06-19' }), faults({ until: '2026-06-07' })], [['from'], ['until'], ['until'], ['until']])
  game.does('dispatcher', 'pass', task, { from: '2026-06-22', until: '2026-07-01', passNote: '错开农忙' })
  assert.deepEqual([all.stage(task), villages(all), facts(id)['nPassed']], ['passed', ['awaiting', 'awaiting'], 2])
  const [village] = game.all('community-task')
  assert.deepEqual([village?.facts['from'], village?.facts['until'], game.due(village?.id ?? '', 'end')], ['2026-06-22', '2026-07-01', '2026-07-01 23:59'])
})

test('its silence lets it pass, and says so', () => {
  const all = reviewed()
  all.game.until('2026-06-10 18:00')
  assert.deepEqual([all.stage(all.task), villages(all), all.game.past(all.task).at(-1)?.step], ['passed', ['awaiting', 'awaiting'], 'passSilently'])
})

test('24.2: it merges what is asked twice: fields asked elsewhere are dropped, the days are those both have, the hours counted anew', () => {
  const all = commissioning()
  const { game, facts } = all
  const fields = [{ name: '清扫里程', kind: 'number' }, { name: '垃圾吨数', kind: 'number' }]
  all.approved({ fields, until: '2026-06-30' })
  const first = game.all('township-task').at(-1)?.id ?? ''
  const other = all.proposes({ item: 'zz-02', title: '边坡排查', fields: [...fields, { name: '边坡处数', kind: 'number' }], conditions: [], from: '2026-06-15', until: '2026-07-05' })
  assert.equal(other.length > 0, true)
  game.does('roads', 'approve', other)
  const second = game.all('township-task').at(-1)?.id ?? ''
  assert.deepEqual(game.refused('dispatcher', 'merge', second, { into: first }).faults?.map(one => one.fact), ['into'], 'not yet given')
  game.does('dispatcher', 'pass', first)
  for (const into of [second, other]) assert.deepEqual(game.refused('dispatcher', 'merge', second, { into }).faults?.map(one => one.fact), ['into'])
  game.does('dispatcher', 'merge', second, { into: first })
  const task = game.all('community-task').at(-1)?.id ?? ''
  assert.deepEqual(facts(task)['fields'], [{ name: '边坡处数', kind: 'number' }])
  assert.deepEqual([facts(task)['from'], facts(task)['until'], facts(task)['minutes'], typeof facts(task)['mergedWith']], ['2026-06-15', '2026-06-30', 32, 'string'])
})

test('two tasks without a day in common are not merged', () => {
  const all = commissioning()
  all.approved({ until: '2026-06-18' })
  const first = all.game.all('township-task').at(-1)?.id ?? ''
  all.game.does('dispatcher', 'pass', first)
  all.approved({ item: 'zz-02', conditions: [], from: '2026-06-22' })
  const second = all.game.all('township-task').at(-1)?.id ?? ''
  assert.match(all.game.refused('dispatcher', 'merge', second, { into: first }).faults?.[0]?.why.en ?? '', /no days in common/)
})

test('23.1: the list amended while the township looked: it stops here, the issuer is told why, and it counts against nobody', () => {
  const all = reviewed()
  const { game, register, stage, facts, task, id } = all
  register.amend([{ since: '2025-01-01', until: '2026-06-09', items: [items.roads] }, { since: '2026-06-09', items: [items.own] }])
  game.until('2026-06-09 10:00')
  game.heard()
  game.does('dispatcher', 'pass', task)
  assert.deepEqual([stage(task), villages(all), facts(id)['nEnded'], stage(id)], ['stopped', [], 2, 'summing'])
  assert.match(keptWords(all.said(task, 'stopReason')).zh, /清单/)
  assert.ok(game.heard().some(one => one.who === 'transport'))
})

const objected = () => {
  const all = reviewed()
  all.game.does('dispatcher', 'objectHere', all.task, { townshipObjection: 'dates', townshipText: '正值抢收，建议推迟到七月' })
  return all
}

test('24.2: its objection holds the task back; the issuer takes it back here', () => {
  const all = objected()
  const { game, task, stage, facts, id } = all
  assert.deepEqual([stage(task), game.matter(task).holder, game.due(task), facts(id)['nObjected']], ['answering', { office: '630202/transport' }, '2026-06-11 18:00', 2])
  assert.equal(game.refused('urban', 'withdrawHere', task, { endReason: '同意' }).code, 'not-yours')
  game.does('transport', 'withdrawHere', task, { endReason: '同意推迟' })
  assert.deepEqual([stage(task), villages(all), facts(id)['nEnded']], ['notPassed', [], 2])
})

test('an issuer that does not answer has taken it back', () => {
  const { game, task, stage } = objected()
  game.until('2026-06-11 18:00')
  assert.equal(stage(task), 'notPassed')
})

test('24.2: maintained, the county rules in time; its silence decides for those below', () => {
  const maintained = () => {
    const all = objected()
    all.game.does('transport', 'maintain', all.task, { issuerAnswer: '汛期将至，不能推迟' })
    return all
  }
  const passed = maintained()
  assert.deepEqual([passed.stage(passed.task), passed.game.matter(passed.task).holder, passed.game.due(passed.task)], ['ruling', { office: '630202/centre' }, '2026-06-15 18:00'])
  passed.game.does('countyDispatcher', 'passAnyway', passed.task, { ruling: '防汛优先，分两批完成' })
  assert.deepEqual([passed.stage(passed.task), villages(passed)], ['passed', ['awaiting', 'awaiting']])
  const upheld = maintained()
  const theirs = upheld.game.matter(upheld.task)
  const ruledBy = (actor: Actor, issuer: string) => (step: string) => offers(townshipTask, { ...theirs, facts: { ...theirs.facts, issuer } }, step, actor, instant('2026-06-08 11:00'), law)?.code
  assert.deepEqual(['upholdHere', 'passAnyway'].map(ruledBy(people.countyLead, '630202/lead')), ['own-case', 'own-case'])
  assert.deepEqual(['upholdHere', 'passAnyway'].map(ruledBy({ ...people.countyLead, office: '630202/water' }, '630202/transport')), ['not-yours', 'not-yours'], 'who leads another department does not rule for the county')
  met.refusals.add('own-case')
  upheld.game.does('countyLead', 'upholdHere', upheld.task, { ruling: '推迟到七月重新下达' })
  assert.equal(upheld.stage(upheld.task), 'notPassed')
  const silent = maintained()
  silent.game.until('2026-06-15 18:00')
  assert.deepEqual([silent.stage(silent.task), villages(silent)], ['notPassed', []])
})

test('the issuer withdraws it, or its last day comes, before it was passed on', () => {
  const withdrawn = reviewed()
  withdrawn.game.does('transport', 'withdraw', withdrawn.id, { reason: '计划有变' })
  assert.deepEqual([withdrawn.stage(withdrawn.task), villages(withdrawn)], ['withdrawn', []])
  const over = reviewed({ until: '2026-06-10', conditions: cleaning.conditions.map(row => ({ ...row, by: '2026-06-10' })) })
  over.game.does('dispatcher', 'objectHere', over.task, { townshipObjection: 'capacity', townshipText: '时间太紧' })
  over.game.until('2026-06-11 08:00')
  assert.deepEqual([over.stage(over.task), over.stage(over.id), villages(over)], ['over', 'summing', []])
})

test('conditions recorded while the township looks arrive with the task', () => {
  const all = reviewed()
  all.game.does('transport', 'deliverConditions', all.id, { delivery: cleaning.conditions.map(({ name }) => ({ name, how: '已落实', on: '2026-06-08' })) })
  all.game.does('dispatcher', 'pass', all.task)
  const [village] = all.game.all('community-task')
  assert.deepEqual([typeof village?.facts['arrived'], all.game.due(village?.id ?? '')], ['string', '2026-06-10 18:00'])
})

const own = { title: '乡道养护', what: '修补乡道坑槽', item: 'zn-02', places: ['630202001', '630202101'], conditions: [{ name: '经费', what: '每镇一万元', by: '2026-06-12' }] }

test('24.1, 50.2: work for the township itself stands on its duty list, is owed once its conditions are there, and is delivered and accepted like any', () => {
  const all = commissioning()
  const { game, stage, register } = all
  const id = all.approved(own)
  const [first, second] = game.all('township-task').map(one => one.id)
  assert.deepEqual([stage(first ?? ''), game.matter(first ?? '').holder, register.given.get(first ?? '')?.['kind']], ['awaiting', { office: '630202001/gov' }, 'own'])
  game.does('handler', 'confirmConditions', first ?? '')
  game.does('colleague', 'note', first ?? '', { progress: '已修补十处' })
  game.does('handler', 'deliver', first ?? '', { report: '坑槽已修补' })
  game.does('transport', 'askAgain', first ?? '', { again: '补充照片' })
  game.does('handler', 'deliver', first ?? '', { report: '坑槽已修补，照片见附件' })
  game.does('roads', 'acceptWork', first ?? '')
  game.until('2026-06-13 08:00')
  assert.deepEqual([stage(first ?? ''), stage(second ?? ''), stage(id)], ['done', 'unowed', 'summing'])
})

test('a township objects to work of its own as a community does, and nothing of it outlives its day or its order', () => {
  const all = commissioning()
  const { game, stage } = all
  all.approved(own)
  const [first, second] = game.all('township-task').map(one => one.id)
  game.does('handler', 'reportMissing', first ?? '', { missing: '经费没有到账' })
  game.does('handler', 'object', first ?? '', { objection: 'list', objectionText: '该路为县道' })
  game.does('countyLead', 'overrule', first ?? '', { ruling: '该路属乡道' })
  game.does('handler', 'confirmConditions', first ?? '')
  game.does('handler', 'object', first ?? '', { objection: 'list', objectionText: '该路为县道' })
  game.does('countyLead', 'uphold', first ?? '', { ruling: '核实为县道' })
  assert.equal(stage(first ?? ''), 'released')
  game.does('transport', 'release', second ?? '', { endReason: '改由县里养护' })
  const silent = commissioning()
  silent.approved(own)
  const [one, two] = silent.game.all('township-task').map(task => task.id)
  silent.game.does('handler', 'object', one ?? '', { objection: 'list', objectionText: '该路为县道' })
  silent.game.until('2026-06-12 08:00')
  silent.game.platform('orderOver', two ?? '')
  silent.game.until('2026-06-15 18:00')
  assert.deepEqual([silent.stage(one ?? ''), silent.stage(two ?? '')], ['released', 'over'])
})

test('a township’s work that the issuer does not look at is accepted; what an emergency brought it is followed by its conditions', () => {
  const all = commissioning()
  all.register.orders.push({ matter: '00000000-0000-4000-8000-000000000001', region: '630202', until: '2026-06-20T16:00:00.000Z', offices: ['630202/transport'] })
  const { item: _, ...work } = { ...cleaning, ...own }
  all.game.opens('transport', { ...work, emergency: true, from: '2026-06-08', until: '2026-06-19' }, 'propose')
  const [first, second] = all.game.all('township-task').map(one => one.id)
  assert.equal(all.stage(first ?? ''), 'doing')
  all.game.does('handler', 'deliver', first ?? '', { report: '坑槽已修补' })
  all.game.until('2026-06-15 18:00')
  assert.deepEqual([all.stage(first ?? ''), all.stage(second ?? ''), all.game.past(second ?? '').some(entry => entry.step === 'conditionsStillMissing')], ['done', 'doing', true])
})

test('every step is taken and every refusal met in some scenario', () => {
  const steps = Object.keys(townshipTask.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name))
  assert.deepEqual(steps.filter(name => !met.steps.has(`township-task.${name}`)), [])
  const said = readdirSync(new URL('./township', import.meta.url)).map(file => readFileSync(new URL(`./township/${file}`, import.meta.url), 'utf8')).join('\n')
  const codes = [...[...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? ''), ...[...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)]
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
