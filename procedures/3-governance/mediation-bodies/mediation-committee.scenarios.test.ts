import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf } from '../../../test/helpers/world.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { mediationCommittee } from './mediation-committee.ts'

// Monday, 8 June 2026, 10:00.
const place = '630202001001'
const office = `${place}/mediation`
const village = { place, office, name: '东关社区人民调解委员会', founder: 'committee', foundedBy: '东关社区居民委员会', members: 5, assembly: 'residents', metOn: '2026-06-05', contact: '0972-8622001' }
const met3 = { sizeMet: true, womanMet: true, groupsMet: 'yes' }

type World = { filed: string | undefined; open: { count: number; numbers: readonly string[] }; meetings: { readonly [id: string]: object } }

const game = (at = '2026-06-08 10:00') => {
  const world: World = { filed: undefined, open: { count: 0, numbers: [] }, meetings: {} }
  const rows: object[] = []
  const other = '630202001/mediation'
  return {
    world, rows,
    game: play(mediationCommittee, at, {
      records: (register, row) => { rows.push({ register, ...row }) },
      loads: {
        'mediation-committee': ({ office: asked }) => (asked === office && world.filed !== undefined ? { matter: world.filed } : asked === other ? { matter: idOf('the township’s') } : undefined),
        'mediation-open': () => world.open, 'deliberation-at': ({ matter }) => (typeof matter === 'string' ? world.meetings[matter] : undefined),
      },
    }),
  }
}

const until = (stage: 'attesting' | 'mending' | 'filing' | 'filed' | 'dissolving', input: JsonObject = village) => {
  const { world, rows, game: played } = game()
  const id = played.opens('committee', input, 'establish')
  if (stage !== 'attesting') played.does('justiceOffice', 'attest', id, stage === 'mending' ? { ...met3, womanMet: false, note: '委员中没有妇女' } : met3)
  if (stage === 'filed' || stage === 'dissolving') { played.does('justice', 'file', id); world.filed = id }
  if (stage === 'dissolving') played.does('justice', 'planEnd', id, { why: '社区合并', successor: '630202001/mediation' })
  return { world, rows, game: played, id, at: () => played.matter(id).stage, facts: () => played.matter(id).facts }
}

test('check finds nothing wrong', () => assert.deepEqual(check(mediationCommittee), []))

test('30.1, 31.1: a village’s committee is elected, its composition attested yes or no, and filed with the county justice department; the term is three years', () => {
  const { game: world, id, rows, facts, at } = until('attesting')
  assert.deepEqual([world.matter(id).holder?.office, facts()['chosen'], facts()['until'], world.heard().map(one => one.who).toSorted()], ['630202001/justice-office', 'elected', '2029-06-07', ['justice', 'justiceOffice', 'otherJustice']])
  world.does('justiceOffice', 'attest', id, met3)
  assert.deepEqual([at(), world.matter(id).holder?.office], ['filing', '630202/justice'])
  world.does('justice', 'file', id)
  assert.deepEqual([at(), rows], ['filed', [{ register: 'mediation-committee', do: 'file', county: '630202', matter: id, office, place, name: village.name, founder: 'committee', foundedBy: village.foundedBy, chosen: 'elected', members: 5, contact: '0972-8622001', filed: '2026-06-08', since: '2026-06-08', until: '2029-06-07' }]])
})

test('30.1: who entered it attests nothing; what is not met goes back and is mended; no sex or ethnicity is asked for anywhere', () => {
  const own = game().game
  const mine = own.opens('justiceOffice', village, 'establish')
  assert.equal(own.refused('justiceOffice', 'attest', mine, met3).code, 'two-people')
  const { game: world, id, at } = until('mending')
  assert.equal(at(), 'mending')
  assert.deepEqual(world.heard().filter(one => one.matter === id).some(one => one.who === 'committee'), true)
  world.does('committee', 'mend', id, { members: 5, assembly: 'residents', metOn: '2026-06-07', mended: '补选了一名妇女委员' })
  assert.equal(at(), 'attesting')
  assert.deepEqual(world.refused('justiceOffice', 'attest', id, { ...met3, groupsMet: 'no' }).faults?.map(one => one.fact), ['note'])
  world.does('justiceOffice', 'attest', id, { ...met3, groupsMet: 'none' })
  world.does('justice', 'sendBack', id, { note: '名称与公章不一致' })
  assert.equal(at(), 'mending')
  world.does('committee', 'drop', id, { note: '与西关社区合设' })
  assert.equal(at(), 'dropped')
  const kinds = Object.values(mediationCommittee.facts).map(fact => fact.kind)
  assert.deepEqual(kinds.filter(kind => kind === 'personName' || kind === 'people' || kind === 'idNumber'), [])
})

test('People’s Mediation Law 8, 9: three to nine members; villages and firms elect, the others appoint; a meeting held here is one of that village', () => {
  const { game: world, world: known } = game()
  const faults = (more: object, who: 'committee' | 'ruralClerk' = 'committee') => world.refusedToOpen(who, { ...village, ...more }, 'establish').faults?.map(one => one.fact)
  assert.deepEqual([faults({ members: 2 }), faults({ members: 10 }), faults({ contact: '13897221234' })], [['members'], ['members'], ['contact']])
  assert.deepEqual([faults({ assembly: undefined }), faults({ metOn: '2026-06-09' }), faults({ from: '2026-06-01' })], [['assembly'], ['metOn'], ['from']])
  assert.deepEqual(faults({ office: '630202001001/committee' }), ['office'])
  const meeting = idOf('a meeting')
  assert.deepEqual(faults({ deliberation: meeting }), ['deliberation'])
  known.meetings = { [meeting]: { procedure: 'deliberation', region: place } }
  const id = world.opens('committee', { ...village, deliberation: meeting }, 'establish')
  assert.deepEqual(world.matter(id).links, [{ kind: 'chosen', matter: meeting }])
  const town = { place: '630202101', office: '630202101/mediation', name: '雨润镇人民调解委员会', founder: 'township', foundedBy: '雨润镇人民政府', members: 7 }
  assert.deepEqual(faults(town, 'ruralClerk'), ['assembly'], 'appointed members are chosen by no assembly')
  const appointed = world.opens('ruralClerk', town, 'establish')
  assert.equal(world.matter(appointed).facts['chosen'], 'appointed')
  assert.deepEqual(faults({ ...town, assembly: undefined, metOn: undefined, founder: 'committee' }, 'ruralClerk'), ['founder'])
  known.filed = idOf('another')
  assert.equal(world.refusedToOpen('committee', village, 'establish').code, 'filed-already')
})

test('31.2: a sector’s committee founded by an association is entered by the justice department, attested and filed there by different people', () => {
  const { game: world } = game()
  const id = world.opens('justice', { place: '630202', office: '630202/mediation-labour', name: '乐都区劳动争议人民调解委员会', founder: 'association', foundedBy: '乐都区建筑业协会', members: 9 }, 'establish')
  assert.deepEqual([world.matter(id).holder?.office, world.refused('justice', 'attest', id, met3).code], ['630202/justice', 'two-people'])
})

test('a committee that another matter filed meanwhile is not filed twice', () => {
  const { game: world, world: known, id } = until('filing')
  known.filed = idOf('another')
  assert.equal(world.refused('justice', 'file', id).code, 'filed-already')
})

test('31.1: guided each year with a record; late guidance is told again and again, and shows', () => {
  const { game: world, id, rows, facts } = until('filed')
  world.heard()
  world.until('2027-06-09 09:00')
  assert.deepEqual([facts()['late'], world.counts['late']], [true, 1])
  assert.ok(world.heard().some(one => one.who === 'justice'))
  assert.deepEqual(world.refused('justiceOffice', 'guide', id, { guidedOn: '2027-06-10', guidance: '查看案卷和制度' }).faults?.map(one => one.fact), ['guidedOn'])
  assert.deepEqual(world.refused('justiceOffice', 'guide', id, { guidedOn: '2026-06-07', guidance: '查看案卷和制度' }).faults?.map(one => one.fact), ['guidedOn'])
  world.does('justiceOffice', 'guide', id, { guidedOn: '2027-06-08', guidance: '查看案卷和制度，帮助补齐登记' })
  assert.deepEqual([facts()['late'], facts()['guidedOn'], world.due(id)?.slice(0, 7), rows.at(-1)], [undefined, '2027-06-08', '2028-06', { register: 'mediation-committee', do: 'guide', county: '630202', matter: id, guided: '2027-06-08' }])
})

test('30.1: near the end of the term who founded it is told; a new term is attested and filed anew, under the same entry', () => {
  const { game: world, id, rows, at, facts } = until('filed')
  world.until('2029-04-09 09:00')
  assert.ok(world.heard().some(one => one.who === 'committee' && one.words.includes('term')))
  world.until('2029-06-01 10:00')
  assert.deepEqual(world.refused('committee', 'newTerm', id, { members: 5, assembly: 'residents', metOn: '2029-05-30', from: '2026-06-08' }).faults?.map(one => one.fact), ['from'])
  world.does('committee', 'newTerm', id, { members: 6, assembly: 'residents', metOn: '2029-05-30', from: '2029-06-08' })
  assert.equal(at(), 'attesting')
  world.does('justiceOffice', 'attest', id, met3)
  assert.equal(world.refused('justice', 'drop', id, { note: '不办了' }).code, 'is-filed')
  world.does('justice', 'file', id)
  assert.deepEqual([facts()['filedOn'], facts()['until'], world.counts['filed'], world.counts['renewed']], ['2026-06-08', '2032-06-07', 1, 1])
  assert.deepEqual([Reflect.get(rows.at(-1) ?? {}, 'filed'), Reflect.get(rows.at(-1) ?? {}, 'since'), Reflect.get(rows.at(-1) ?? {}, 'members')], ['2026-06-08', '2029-06-08', 6])
})

test('31.1: dissolved only once its open disputes, listed first, have gone to the successor named', () => {
  const { game: world, world: known, id, rows, at, facts } = until('filed')
  for (const successor of [office, '630202001/gov', '630202/mediation']) assert.deepEqual(world.refused('justice', 'planEnd', id, { why: '社区合并', successor }).faults?.map(one => one.fact), ['successor'])
  known.open = { count: 1, numbers: ['630202-26-0000007'] }
  world.heard()
  world.does('justice', 'planEnd', id, { why: '社区合并', successor: '630202001/mediation' })
  assert.deepEqual([at(), facts()['openDisputes'], world.heard().map(one => one.who).toSorted()], ['dissolving', [{ number: '630202-26-0000007' }], ['committee', 'mediator', 'otherMediator']])
  const refused = world.refused('justice', 'dissolve', id)
  assert.deepEqual([refused.code, refused.detail], ['disputes-open', { numbers: ['630202-26-0000007'] }])
  known.open = { count: 0, numbers: [] }
  world.does('justice', 'keep', id, { note: '暂缓合并' })
  assert.deepEqual([at(), facts()['successor']], ['filed', undefined])
  world.does('justice', 'planEnd', id, { why: '社区合并', successor: '630202001/mediation' })
  world.does('justice', 'dissolve', id)
  assert.deepEqual([at(), rows.at(-1)], ['dissolved', { register: 'mediation-committee', do: 'dissolve', county: '630202', matter: id, dissolved: '2026-06-08', successor: '630202001/mediation' }])
})

test('what is late is told to who holds it and to the county’s lead', () => {
  const { game: world } = until('attesting')
  world.heard()
  world.until('2026-06-16 09:00')
  assert.deepEqual(world.heard().map(one => one.who).toSorted().slice(0, 2), ['countyLead', 'justiceOffice'])
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(mediationCommittee.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  assert.deepEqual(codesOf(import.meta.url, 'mediation-committee.ts', 'parts.ts').filter(code => !met.refusals.has(code)), [])
})
