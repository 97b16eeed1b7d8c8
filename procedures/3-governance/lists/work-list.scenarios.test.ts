import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { count, draft, first, own, relief } from '../../../test/helpers/lists.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { law, people } from '../../../test/helpers/world.ts'
import type { ListItem } from './items.ts'
import type { Base } from './making.ts'
import { workList, type Comments } from './work-list.ts'

const committee = '630202001001/committee'

type Registers = { base?: Base<ListItem>; comments: Comments }

/** Monday, 8 June 2026. What registers say is held in `registers`. */
const opened = (input: JsonObject = draft, registers: Registers = { comments: { open: 0, adopted: [] } }) => {
  const game = play(workList, '2026-06-08 10:00', {
    loads: { 'work-list': () => registers.base, 'category-codes': () => ['neighbours', 'waste'], 'list-comments': () => registers.comments, communities: () => [committee, '630202001/gov'] },
  })
  const id = game.opens('countyClerk', input, 'draft')
  return { game, id, registers, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

const answering = (...given: Parameters<typeof opened>) => {
  const one = opened(...given)
  one.game.does('countyClerk', 'consult', one.id)
  one.game.until('2026-06-24 09:00')
  one.game.heard()
  return one
}

const adopting = (...given: Parameters<typeof opened>) => {
  const one = answering(...given)
  one.game.does('countyClerk', 'toReview', one.id)
  one.game.does('justice', 'pass', one.id, { opinion: '程序合法，内容无抵触' })
  one.game.heard()
  return one
}

const base: Base<ListItem> = { version: people.resident.account, since: '2023-02-01', items: first }
const changed = { ...draft, items: [own, { ...relief, minutes: 100 }, { ...relief, code: 'zz-02', name: '防汛值守' }], reason: '按实际工作调整', reasons: [{ code: 'wt-01', why: '普查已结束' }] } as JsonObject

test('23.1: the county draws up its lists: drafted, communities consulted, legality reviewed, published by another person, in force from their day', () => {
  const { game, id, stage, facts } = opened()
  assert.deepEqual([stage(), game.matter(id).holder, facts()['changes']], ['drafting', { office: '630202/gov' }, '首次制定，共 3 项\nThe first, of 3 items'])
  assert.equal(game.due(id), '2026-08-07 23:59')
  game.does('countyClerk', 'consult', id)
  assert.deepEqual([stage(), game.due(id)], ['consulting', '2026-06-23 23:59'])
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'committee', 'gridWorker', 'handler', 'townLead'])
  game.until('2026-06-24 09:00')
  assert.equal(stage(), 'answering')
  game.does('countyClerk', 'toReview', id)
  assert.deepEqual([stage(), game.matter(id).holder], ['reviewing', { office: '630202/justice' }])
  game.does('justice', 'pass', id, { opinion: '程序合法，内容无抵触' })
  assert.deepEqual([stage(), game.matter(id).holder], ['adopting', { office: '630202/lead' }])
  game.heard()
  game.does('countyLead', 'publish', id, { instrument: '乐政发〔2026〕18 号' })
  assert.deepEqual([stage(), game.due(id)], ['published', '2026-08-31 23:59'])
  assert.ok(game.heard().some(one => one.who === 'committee'), 'communities are told')
  const row = game.precedents.at(-1)
  assert.deepEqual([row?.['county'], row?.['version'], row?.['since'], (row?.['items'] as readonly unknown[]).length], ['630202', id, '2026-09-01', 3])
  assert.deepEqual(game.matter(id).links, [], 'the first changes none')
  game.until('2026-09-01 00:00')
  assert.equal(stage(), 'inForce')
})

test('23.1: the lists are kept current: a change is a new version, told item by item with its reasons, and takes the place of the one before', () => {
  const { game, id, facts } = adopting(changed, { base, comments: { open: 0, adopted: [] } })
  assert.deepEqual([facts()['base'], facts()['changes']], [base.version, '新增 1 项，退出 1 项，调整 1 项\n1 added, 1 withdrawn, 1 changed'])
  game.does('countyLead', 'publish', id, { instrument: '乐政发〔2026〕18 号' })
  assert.deepEqual(game.matter(id).links, [{ kind: 'amends', matter: base.version }])
  assert.deepEqual(game.toldOther, [])
  game.until('2026-09-01 00:00')
  assert.deepEqual(game.toldOther, [{ do: 'tell', link: 'amends', step: 'supersede', input: {} }])
  game.heard()
  game.until('2027-09-02 00:00')
  assert.deepEqual(game.heard().map(one => one.who), ['countyClerk'], 'after a year it is asked whether it needs adjusting')
  game.platform('supersede', id)
  assert.equal(game.matter(id).stage, 'superseded')
})

test('a change gives its reasons: one for the whole, and each item withdrawn its own', () => {
  const tries: readonly (readonly [object, RegExp])[] = [
    [{ reason: undefined }, /"reason"/], [{ reasons: undefined }, /wt-01/], [{ reasons: [{ code: 'wt-01', why: '普查已结束' }, { code: 'own-01', why: '没有变化' }] }, /does not change/],
    [{ items: first, reasons: undefined }, /the same as the version before/],
  ]
  for (const [given, said] of tries) assert.throws(() => opened(JSON.parse(JSON.stringify({ ...changed, ...given })) as JsonObject, { base, comments: { open: 0, adopted: [] } }), said)
})

test('each cell at fault is named: codes that stand twice, assistance without conditions, strange categories, half a season', () => {
  const { game, id } = opened()
  const wrong: readonly (readonly [Partial<ListItem>, string])[] = [
    [{ code: 'own-01' }, 'code'], [{ conditions: undefined as never }, 'conditions'], [{ categories: 'neighbours' }, 'categories'], [{ seasonTo: undefined as never }, 'seasonTo'], [{ office: 'committee' }, 'office'],
    [{ code: 'ZZ 01' }, 'code'], [{ seasonFrom: '02-30' }, 'seasonFrom'], [{ kind: 'all' as never }, 'kind'],
  ]
  for (const [change, column] of wrong) {
    const { faults = [] } = game.refused('countyClerk', 'revise', id, { items: JSON.parse(JSON.stringify([own, { ...relief, ...change }])) as never })
    assert.ok(faults.some(fault => fault.fact === 'items' && fault.row === 1 && fault.column === column), column)
  }
  const strange = game.refused('countyClerk', 'revise', id, { items: [{ ...own, categories: 'neighbours、dragons' }] as never })
  assert.deepEqual(strange.faults?.map(fault => [fault.row, fault.column]), [[0, 'categories']])
  assert.equal(game.refused('countyClerk', 'revise', id, { items: [{ ...own, office: 'health' }] as never }).code, 'bad-input')
  game.does('countyClerk', 'revise', id, { items: [{ ...own, code: 'OWN-01' }, { ...relief, conditions: '人员, 经费；人员' }] as never })
  const list = game.matter(id).facts['items'] as readonly ListItem[]
  assert.deepEqual([list[0]?.code, list[1]?.conditions], ['own-01', '人员、经费'])
})

test('in force the day after publication at the earliest, and after the version before', () => {
  assert.throws(() => opened({ ...draft, since: '2026-06-08' }), /2026-06-09 at the earliest/)
  assert.throws(() => opened(changed, { base: { ...base, since: '2026-09-01' }, comments: { open: 0, adopted: [] } }), /later than that of the version before/)
  const { game, id, stage } = adopting({ ...draft, since: '2026-06-30' })
  game.until('2026-06-30 09:00')
  assert.deepEqual(game.refused('countyLead', 'publish', id, { instrument: '乐政发〔2026〕18 号' }).faults?.map(fault => fault.fact), ['since'])
  game.does('countyLead', 'publish', id, { instrument: '乐政发〔2026〕18 号', since: '2026-07-01' })
  assert.deepEqual([stage(), game.due(id)], ['published', '2026-06-30 23:59'])
})

test('every comment is answered before the draft goes on', () => {
  const { game, id, registers } = answering()
  registers.comments = { open: 2, adopted: [] }
  const refused = game.refused('countyClerk', 'toReview', id)
  assert.deepEqual([refused.code, refused.why.en], ['unanswered', '2 comment(s) are unanswered'])
  registers.comments = { open: 0, adopted: [] }
  game.does('countyClerk', 'toReview', id)
})

test('what asks more of communities after they were consulted goes to them again; what they asked for, or what asks less, does not', () => {
  const { game, id, registers, stage, facts } = answering()
  assert.equal(game.refused('countyClerk', 'consult', id).code, 'consulted')
  game.does('countyClerk', 'revise', id, { items: [own, { ...relief, minutes: 60 }] as never })
  assert.equal(facts()['again'], undefined)
  registers.comments = { open: 0, adopted: ['zz-01'] }
  game.does('countyClerk', 'revise', id, { items: [own, { ...relief, part: '只陪同入户', minutes: 60 }] as never })
  assert.equal(facts()['again'], undefined, 'as they proposed')
  game.does('countyClerk', 'revise', id, { items: [own, relief, count] as never })
  assert.equal(facts()['again'], true)
  game.does('countyClerk', 'revise', id, { title: '乐都区事项清单（修改稿）' })
  assert.equal(facts()['again'], true, 'and stays so')
  const refused = game.refused('countyClerk', 'toReview', id)
  assert.deepEqual([refused.code, refused.basis.length > 0], ['consult-again', false])
  game.does('countyClerk', 'consult', id)
  assert.deepEqual([stage(), facts()['again']], ['consulting', undefined])
})

test('the review objects and the draft goes back; so may the county’s lead send it', () => {
  const { game, id, stage } = answering()
  game.does('countyClerk', 'toReview', id)
  assert.equal(game.refused('countyClerk', 'pass', id, { opinion: '通过' }).code, 'not-yours')
  game.does('justice', 'object', id, { opinion: '第 2 项依据已失效' })
  assert.deepEqual([stage(), game.matter(id).holder], ['answering', { office: '630202/gov' }])
  game.does('countyClerk', 'revise', id, { items: [own, { ...relief, basis: '社会救助法' }, count] as never })
  game.does('countyClerk', 'toReview', id)
  game.does('justice', 'pass', id, { opinion: '同意' })
  game.does('countyLead', 'sendBack', id, { sentBackWhy: '施行日期须再议' })
  assert.equal(stage(), 'answering')
})

test('two people: who drafted it can’t review it either', () => {
  const { game, id } = answering()
  game.does('countyClerk', 'toReview', id)
  const both = { ...people.justice, account: people.countyClerk.account }
  assert.equal(offers(workList, game.matter(id), 'pass', both, instant('2026-06-24 11:00'), law)?.code, 'two-people')
})

test('two people: who drafted it can’t publish it; and only those of the county’s government draft', () => {
  const { game, id } = adopting()
  const both = { ...people.countyLead, account: people.countyClerk.account }
  const refused = offers(workList, game.matter(id), 'publish', both, instant('2026-06-24 11:00'), law)
  assert.deepEqual([refused?.code, refused?.basis], ['two-people', []])
  met.refusals.add(refused?.code ?? '')
  const other = play(workList)
  assert.throws(() => other.opens('transport', draft, 'draft'), /not-the-drafter/)
  met.refusals.add('not-the-drafter')
  assert.throws(() => other.opens('townLead', draft, 'draft'), /not-yours/)
})

test('another version was published meanwhile: it is compared anew', () => {
  const one = adopting()
  one.registers.base = base
  assert.equal(one.game.refused('countyLead', 'publish', one.id, { instrument: '乐政发〔2026〕18 号' }).code, 'overtaken')
  one.game.does('countyLead', 'sendBack', one.id, { sentBackWhy: '须在最新版上修改' })
  one.game.does('countyClerk', 'revise', one.id, { reason: '按实际调整', items: [own, relief] as never, reasons: [{ code: 'wt-01', why: '普查已结束' }] })
  assert.equal(one.game.matter(one.id).facts['base'], base.version)
})

test('a draft is given up with its reason, and those who commented are told; what is late is asked for again and again', () => {
  const { game, id, stage } = opened()
  game.until('2026-08-09 09:00')
  assert.deepEqual(game.heard().map(one => one.who), ['countyClerk', 'countyLead'])
  game.until('2026-08-12 09:00')
  assert.ok(game.heard().length >= 2)
  game.does('countyClerk', 'dropDraft', id, { droppedWhy: '并入明年修订' })
  assert.equal(stage(), 'dropped')
})

test('what is published names nobody: all of it is public and says so', () => {
  for (const [name, fact] of Object.entries(workList.facts)) if (name in workList.facts && !['erasedWhat', 'erasureGround', 'unlinked'].includes(name)) assert.equal(fact.class, 'public', name)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(workList.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./work-list.ts', './making.ts', './items.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.equal(new Set(codes).size, 7)
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
