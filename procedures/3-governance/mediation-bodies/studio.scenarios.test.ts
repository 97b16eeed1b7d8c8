import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { studio } from './studio.ts'

// Monday, 8 June 2026, 10:00.
const place = '630202001001'
const account = people.mediator.account
const named = { place, kind: 'named', name: '老王调解工作室', office: `${place}/mediation`, mediator: account, contact: '0972-8622002', hours: '周一至周五 9:00-17:00', why: '群众信任，经验丰富' }
const model = { place, kind: 'model', name: '东关品牌调解室', office: `${place}/mediation`, why: '场所规范，案卷齐全' }

const game = () => {
  const rows: object[] = []
  const known = { serving: true }
  const world = play(studio, '2026-06-08 10:00', { records: (register, row) => { rows.push({ register, ...row }) }, loads: { mediator: ({ account: asked }) => (known.serving && asked === account ? { matter: idOf('service'), account, name: '老王', office: `${place}/mediation` } : undefined) } })
  return { world, rows, known }
}

test('check finds nothing wrong', () => assert.deepEqual(check(studio), []))

test('30.2: a studio bears a mediator’s name only with their consent, and is recognised by the county justice department', () => {
  const { world, rows } = game()
  const id = world.opens('committee', named, 'propose')
  const at = () => world.matter(id).stage
  assert.deepEqual([at(), world.matter(id).links, world.heard().map(one => one.who)], ['consenting', [{ kind: 'studio', matter: idOf('service') }], ['mediator']])
  world.does('mediator', 'consent', id)
  assert.equal(at(), 'recognising')
  world.does('justice', 'recognise', id, { opinion: '符合条件' })
  assert.deepEqual([at(), rows], ['recognised', [{ register: 'studio', do: 'recognise', county: '630202', matter: id, place, name: named.name, kind: 'named', account, office: named.office, contact: named.contact, hours: named.hours, since: '2026-06-08' }]])
})

test('who does not agree, or does not answer in time, has nothing named after them', () => {
  const { world } = game()
  const [no, silent] = [world.opens('committee', named, 'propose'), world.opens('committee', named, 'propose')]
  world.does('mediator', 'decline', no)
  world.until('2026-06-23 09:00')
  assert.deepEqual([world.matter(no).stage, world.matter(silent).stage], ['refused', 'refused'])
})

test('30.2: a model room is proposed, recognised or not with a reason; late is told', () => {
  const { world, known } = game()
  const faults = (more: object) => world.refusedToOpen('committee', { ...named, ...more }, 'propose').faults?.map(one => one.fact)
  assert.deepEqual([faults({ contact: '138 9722 1234' }), faults({ office: '630202001/gov' }), faults({ mediator: people.resident.account })], [['contact'], ['office'], ['mediator']])
  const [one, two, own] = [world.opens('committee', model, 'propose'), world.opens('justiceOffice', model, 'propose'), world.opens('justice', model, 'propose')]
  assert.equal(world.refused('justice', 'recognise', own).code, 'two-people')
  world.does('justice', 'withdraw', own, { opinion: '重复推荐' })
  world.heard()
  world.until('2026-06-24 09:00')
  assert.ok(world.heard().some(told => told.who === 'countyLead'))
  world.does('justice', 'recognise', one)
  world.does('justice', 'refuseIt', two, { opinion: '场所尚未整修' })
  assert.deepEqual([world.matter(one).stage, world.matter(two).stage], ['recognised', 'refused'])
  const gone = world.opens('committee', named, 'propose')
  world.does('mediator', 'consent', gone)
  known.serving = false
  assert.equal(world.refused('justice', 'recognise', gone).code, 'not-serving')
})

test('30.2: reviewed every three years, kept or ended; also when the mediator no longer serves', () => {
  const { world, rows } = game()
  const id = world.opens('committee', model, 'propose')
  world.does('justice', 'recognise', id)
  world.until('2029-06-09 09:00')
  assert.equal(world.matter(id).stage, 'reviewing')
  world.does('justice', 'review', id, { outcome: 'keeps', opinion: '运行规范' })
  assert.deepEqual([world.matter(id).stage, rows.at(-1)], ['recognised', { register: 'studio', do: 'review', county: '630202', matter: id, reviewed: '2029-06-09' }])
  world.platform('mediatorLeft', id)
  assert.equal(world.matter(id).stage, 'reviewing')
  world.does('justice', 'review', id, { outcome: 'ends', opinion: '无人值守' })
  assert.deepEqual([world.matter(id).stage, rows.at(-1)], ['over', { register: 'studio', do: 'end', county: '630202', matter: id, ended: '2029-06-09' }])
  const other = world.opens('committee', named, 'propose')
  world.does('mediator', 'consent', other)
  world.does('justice', 'recognise', other)
  world.does('mediator', 'end', other, { opinion: '本人退休' })
  assert.equal(world.matter(other).stage, 'over')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(studio.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  assert.deepEqual(codesOf(import.meta.url, 'studio.ts', 'parts.ts').filter(code => !met.refusals.has(code)), [])
})
