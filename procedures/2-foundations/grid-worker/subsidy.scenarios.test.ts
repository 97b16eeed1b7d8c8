import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people } from '../../../test/helpers/world.ts'
import { computed, yuan, type Basis, type Scheme } from './subsidy-items.ts'
import { subsidyScheme } from './subsidy-scheme.ts'
import { subsidy } from './subsidy.ts'

// Monday, 8 June 2026, 10:00.
const scheme: Scheme = { matter: idOf('scheme'), title: '碾伯街道网格员补贴办法', mode: 'mixed', full: 50_000, part: 20_000, most: 10_000, items: [{ item: 'visits', fen: 500 }, { item: 'requests', fen: 300 }] }
const done = { visits: 20, requests: 4 }
const month = { place: '630202001001', worker: people.gridWorker.account, monthDay: '2026-05-31' }

const begun = (basis: Partial<Basis> = {}) => {
  const now: { basis: Basis } = { basis: { scheme, duty: 'full', done, paid: false, ...basis } }
  const world = play(subsidy, '2026-06-08 10:00', { loads: { 'subsidy-basis': () => now.basis } })
  return { world, now }
}
const computedOne = () => {
  const { world, now } = begun()
  const id = world.opens('handler', month, 'compute')
  return { world, now, id, at: () => world.matter(id).stage }
}
const paidOn = { voucher: 'ZF-2026-0612', paidOn: '2026-06-08' }

test('check finds nothing wrong', () => assert.deepEqual([...check(subsidyScheme), ...check(subsidy)], []))

test('21.3: by the local rule: so much a month, for each thing done, or both, and no more for things than its most', () => {
  assert.deepEqual(computed(scheme, 'full', done).fen, 50_000 + 10_000, 'twenty visits and four requests are 112 yuan, of which 100 at the most')
  assert.deepEqual(computed({ ...scheme, mode: 'fixed' }, 'part', done), { lines: [{ what: '兼职月定额', count: 1, each: 20_000, fen: 20_000 }], fen: 20_000 })
  assert.equal(computed({ ...scheme, mode: 'perItem' }, 'full', { visits: 3 }).fen, 1500)
  assert.deepEqual([yuan(60_000), yuan(5), yuan(-1200)], ['600.00', '0.05', '-12.00'])
})

test('21.3: a month is computed from the rule and from records, reviewed by another, paid once, and the worker sees each line', () => {
  const { world, now, id, at } = computedOne()
  assert.deepEqual([at(), world.matter(id).facts['month'], world.due(id)], ['reviewing', '2026-05', '2026-06-15 18:00'])
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'gridWorker', 'townLead'])
  assert.equal(world.refused('handler', 'approve', id).code, 'two-people')
  const himself = { ...people.colleague, account: people.gridWorker.account }
  assert.equal(offers(subsidy, world.matter(id), 'approve', himself, instant('2026-06-08 10:00'), law)?.code, 'two-people')
  world.does('colleague', 'approve', id)
  assert.deepEqual(world.refused('townLead', 'pay', id, { ...paidOn, paidOn: '2026-06-09' }).faults?.map(one => one.fact), ['paidOn'])
  world.does('townLead', 'pay', id, paidOn)
  assert.deepEqual([at(), world.precedents.at(-1)?.['fen'], world.precedents.at(-1)?.['month']], ['paid', 60_000, '2026-05'])
  now.basis = { ...now.basis, paid: true }
  assert.equal(world.refusedToOpen('handler', month, 'compute').code, 'paid-already')
  const twin = computedOne()
  twin.world.does('colleague', 'approve', twin.id)
  twin.now.basis = { ...twin.now.basis, paid: true }
  assert.equal(twin.world.refused('townLead', 'pay', twin.id, paidOn).code, 'paid-already')
  world.until('2026-06-24 09:00')
  assert.equal(at(), 'closed')
})

test('what can’t be computed is said: a month not over, no grid worker there, no rule in force', () => {
  const refused = (basis: Partial<Basis>, input: object = {}) => begun(basis).world.refusedToOpen('handler', { ...month, ...input }, 'compute')
  assert.deepEqual(refused({}, { monthDay: '2026-06-01' }).faults?.map(one => one.fact), ['monthDay'])
  const { scheme: _, ...noScheme } = { scheme, duty: 'full' as const, done, paid: false }
  const { duty: __, ...noDuty } = { scheme, duty: 'full' as const, done, paid: false }
  const without = (basis: Basis) => play(subsidy, '2026-06-08 10:00', { loads: { 'subsidy-basis': () => basis } }).refusedToOpen('handler', month, 'compute')
  assert.equal(without(noScheme).code, 'no-scheme')
  assert.deepEqual(without(noDuty).faults?.map(one => one.fact), ['worker'])
})

test('the worker disputes before it is paid, and nothing is paid meanwhile; it is computed again, or stands with reasons', () => {
  const { world, now, id, at } = computedOne()
  world.does('colleague', 'approve', id)
  world.does('gridWorker', 'dispute', id, { dispute: '少算两次走访' })
  assert.equal(at(), 'disputed')
  assert.equal(world.refused('townLead', 'pay', id, paidOn).code, 'wrong-stage')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'dispatcher'), 'late, it climbs')
  assert.equal(world.refused('colleague', 'rule', id, { ruling: 'stands', rulingReason: '计算无误' }).code, 'two-people')
  world.does('townLead', 'rule', id, { ruling: 'again', rulingReason: '漏计两次走访' })
  now.basis = { ...now.basis, done: { visits: 22 } }
  world.does('handler', 'computeAgain', id)
  world.does('gridWorker', 'dispute', id, { dispute: '诉求没有计入' })
  world.does('townLead', 'rule', id, { ruling: 'stands', rulingReason: '该月没有上报诉求' })
  world.does('colleague', 'sendBack', id, { sendBack: '请补充说明' })
  const bare: Basis = { done: {}, paid: false }
  now.basis = bare
  assert.equal(world.refused('handler', 'computeAgain', id).code, 'no-scheme')
  world.does('handler', 'drop', id, { note: '重复计算' })
  assert.equal(at(), 'dropped')
})

test('the worker disputes after it was paid too, and is answered', () => {
  const { world, id, at } = computedOne()
  world.does('colleague', 'approve', id)
  world.does('townLead', 'pay', id, paidOn)
  world.does('gridWorker', 'dispute', id, { dispute: '实发少五十元' })
  assert.equal(world.refused('colleague', 'rulePaid', id, { rulingReason: '计算无误' }).code, 'two-people', 'who approved it does not answer the dispute')
  world.does('townLead', 'rulePaid', id, { rulingReason: '差额五十元并入下月发放' })
  assert.deepEqual([at(), world.heard().at(-1)?.who], ['paid', 'gridWorker'])
  world.does('gridWorker', 'dispute', id, { dispute: '下月也没有补发' })
  assert.deepEqual([at(), world.matter(id).holder?.office], ['disputedPaid', '630202/gov'])
  world.does('countyClerk', 'rulePaid', id, { rulingReason: '已责成街道补发五十元' })
  assert.deepEqual([at(), world.matter(id).holder?.office], ['closed', '630202001/gov'])
  const quiet = computedOne()
  quiet.world.does('colleague', 'approve', quiet.id)
  quiet.world.does('townLead', 'pay', quiet.id, paidOn)
  quiet.world.does('gridWorker', 'dispute', quiet.id, { dispute: '实发少五十元' })
  quiet.world.does('townLead', 'rulePaid', quiet.id, { rulingReason: '差额五十元并入下月发放' })
  quiet.world.until('2026-07-01 09:00')
  assert.equal(quiet.at(), 'closed', 'nothing more said, it closes')
})

test('a difference found after it was paid is paid once, with its reason, and is no second payment', () => {
  const { world, now, id, at } = computedOne()
  world.does('colleague', 'approve', id)
  world.does('townLead', 'pay', id, paidOn)
  now.basis = { ...now.basis, paid: true, paidFen: 60_000 }
  const answer = { rulingReason: '漏计十次走访，差额补发', because: 'records', difference: 5000, differenceVoucher: 'ZF-2026-0615', differenceOn: '2026-06-08' }
  assert.equal(world.refused('townLead', 'payDifference', id, answer).code, 'wrong-stage', 'only where it was disputed')
  world.does('gridWorker', 'dispute', id, { dispute: '少算十次走访' })
  assert.equal(world.refused('colleague', 'payDifference', id, answer).code, 'two-people')
  assert.deepEqual(world.refused('townLead', 'payDifference', id, { ...answer, difference: 60_000 }).faults?.map(one => one.fact), ['difference'], 'never as much again')
  assert.deepEqual(world.refused('townLead', 'payDifference', id, { ...answer, differenceOn: '2026-06-09' }).faults?.map(one => one.fact), ['differenceOn'])
  world.does('townLead', 'payDifference', id, answer)
  assert.deepEqual([at(), world.precedents.at(-1)?.['fen'], world.precedents.at(-1)?.['because'], world.precedents.at(-1)?.['month'], world.heard().at(-1)?.who], ['paid', 5000, 'records', '2026-05', 'gridWorker'])
  world.does('gridWorker', 'dispute', id, { dispute: '仍少一次走访' })
  assert.equal(world.refused('countyClerk', 'payDifference', id, answer).code, 'difference-paid')
  world.does('countyClerk', 'rulePaid', id, { rulingReason: '该次走访不在本月' })
  assert.equal(at(), 'closed')
  const part = begun({ duty: 'part' })
  const other = part.world.opens('handler', month, 'compute')
  part.world.does('colleague', 'approve', other)
  part.world.does('townLead', 'pay', other, paidOn)
  part.world.does('gridWorker', 'dispute', other, { dispute: '我是专职网格员' })
  part.now.basis = { ...part.now.basis, duty: 'full', paid: true, paidFen: 30_000 }
  assert.equal(part.world.refused('townLead', 'payDifference', other, { ...answer, difference: 30_001 }).code, 'bad-input')
  part.world.does('townLead', 'payDifference', other, { ...answer, because: 'duty', difference: 30_000 })
})

test('not convinced, the worker has the county answer, once; computed anew it is another sum', () => {
  const { world, id, at } = computedOne()
  world.does('gridWorker', 'dispute', id, { dispute: '少算两次走访' })
  world.does('townLead', 'rule', id, { ruling: 'stands', rulingReason: '该月记录为二十次' })
  world.heard()
  world.does('gridWorker', 'dispute', id, { dispute: '有两次登记在邻村' })
  assert.deepEqual([at(), world.matter(id).holder?.office, world.heard().map(one => one.who)], ['disputed', '630202/gov', ['countyClerk']])
  assert.equal(world.refused('townLead', 'rule', id, { ruling: 'stands', rulingReason: '计算无误' }).code, 'not-yours')
  world.does('countyClerk', 'rule', id, { ruling: 'stands', rulingReason: '邻村走访不计入本网格' })
  assert.deepEqual([at(), world.matter(id).holder?.office], ['reviewing', '630202001/gov'])
  assert.equal(world.refused('gridWorker', 'dispute', id, { dispute: '仍然不认可' }).code, 'answered-twice')
  world.does('colleague', 'sendBack', id, { sendBack: '请按新记录重算' })
  world.does('handler', 'computeAgain', id)
  world.does('gridWorker', 'dispute', id, { dispute: '新的明细仍少一次' })
  assert.equal(world.matter(id).holder?.office, '630202001/gov')
})

test('sums and lines are sensitive; nothing is paid for time online', () => {
  for (const name of ['lines', 'sum', 'dispute'] as const) assert.equal(subsidy.facts[name].class, 'sensitive', name)
  assert.equal(subsidy.list.columns.some(column => subsidy.facts[column].class !== 'public'), false)
  const slip = subsidy.documents['slip']?.make({
    number: 'N', region: month.place, day: '2026-06-08', law, office: code => code, place: code => code,
    facts: { month: '2026-05', scheme: scheme.title, lines: [{ what: '专职月定额', count: 1, each: 50_000, fen: 50_000 }], sum: 50_000 },
  })
  assert.match(JSON.stringify(slip?.body), /500\.00/)
})

test('21.3: the local rule is drafted by one and adopted by another, in force from its day, public, and ended', () => {
  const world = play(subsidyScheme)
  const rule = { region: '630202001', title: scheme.title, instrument: '碾办〔2026〕12号', mode: 'mixed', full: 50_000, part: 20_000, items: [{ item: 'visits', fen: 500 }], most: 10_000, since: '2026-07-01' }
  const refused = (more: object, who: 'handler' | 'countyLead' = 'handler') => world.refusedToOpen(who, { ...rule, ...more }, 'draft').faults?.map(one => one.fact)
  assert.deepEqual([refused({}, 'countyLead'), refused({ since: '2026-06-01' }), refused({ full: null }), refused({ part: null }), refused({ items: null })], [['region'], ['since'], ['full'], ['part'], ['items']])
  assert.deepEqual(refused({ mode: 'fixed' }), ['items', 'most'])
  assert.deepEqual(refused({ items: [{ item: 'visits', fen: 500 }, { item: 'visits', fen: 300 }] }), ['items'])
  const id = world.opens('handler', rule, 'draft')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'townLead'))
  world.does('townLead', 'adopt', id)
  assert.deepEqual([world.precedents.at(-1)?.['do'], world.precedents.at(-1)?.['full'], subsidyScheme.stages.inForce.published], ['adopt', 50_000, true])
  world.does('townLead', 'end', id, { reason: '另有新办法' })
  const late = world.opens('handler', { ...rule, since: '2026-06-16' }, 'draft')
  world.until('2026-06-18 09:00')
  world.does('townLead', 'adopt', late)
  assert.deepEqual([world.precedents.at(-1)?.['since'], world.matter(late).facts['since']], ['2026-06-18', '2026-06-18'], 'never in force before it was adopted')
  const own = world.opens('townLead', rule, 'draft')
  assert.equal(world.refused('townLead', 'adopt', own).code, 'two-people')
  world.does('townLead', 'refuse', own, { reason: '标准偏低' })
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const procedure of [subsidyScheme, subsidy]) assert.deepEqual(Object.keys(procedure.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${procedure.name}.${name}`)), [], procedure.name)
  const said = ['./subsidy.ts', './subsidy-scheme.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  const faults = [...said.matchAll(/fault\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})
