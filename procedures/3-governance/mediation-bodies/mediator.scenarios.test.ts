import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { codesOf } from '../../../test/helpers/codes.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { appointment } from '../../2-foundations/access/appointment.ts'
import { mediator } from './mediator.ts'
import { studio } from './studio.ts'

// Monday, 8 June 2026, 10:00.
const place = '630202001001'
const office = `${place}/mediation`
const account = people.neighbour.account
const who = { place, office, candidate: account, kind: 'full', how: 'elected', metOn: '2026-06-05', fields: [{ field: 'neighbours' }, { field: 'family' }], languages: [{ language: 'zh' }, { language: 'bo' }], why: '在本社区调解多年，处事公道' }

type Known = { chosen: 'elected' | 'appointed'; filed: boolean; serving: boolean }

const game = (at = '2026-06-08 10:00') => {
  const known: Known = { chosen: 'elected', filed: true, serving: true }
  const rows: object[] = []
  const matter = { id: '' }
  const world = play(mediator, at, {
    others: [appointment, studio], records: (register, row) => { if (register !== 'post') rows.push({ register, ...row }) },
    loads: {
      account: ({ account: asked }) => (asked === account || asked === people.villager.account ? { name: '王小明' } : undefined),
      'mediation-committee': () => (known.filed ? { matter: idOf('filed'), name: '东关社区人民调解委员会', chosen: known.chosen, until: '2029-06-07' } : undefined),
      'mediator-year': () => ({ hours: 26, took: 9, agreed: 7, failed: 2 }),
      mediator: ({ account: asked }) => (known.serving && asked === account ? { matter: matter.id, account, name: '王小明', office } : undefined),
    },
  })
  return { world, known, rows, matter }
}

const stages = ['asked', 'reviewing', 'appointing', 'confirming', 'serving', 'hearing', 'deciding'] as const

const until = (stage: typeof stages[number], input: JsonObject = who) => {
  const { world, known, rows, matter } = game()
  const id = world.opens('committee', input, 'nominate')
  matter.id = id
  const post = (): string => world.all('appointment').at(-1)?.id ?? ''
  const steps: readonly (() => void)[] = [
    () => world.does('neighbour', 'agree', id), () => world.does('justice', 'review', id, { qualified: 'yes', note: '符合条件' }), () => world.does('townLead', 'appoint', id, { until: '2029-06-07' }),
    () => world.does('securityAdmin', 'confirm', post()), () => world.does('justiceOffice', 'proposeRemoval', id, { ground: 'biased', statement: '两次调解中只听一方陈述' }), () => world.does('neighbour', 'speak', id, { answer: '另一方两次未到场' }),
  ]
  for (const step of steps.slice(0, stages.indexOf(stage))) step()
  return { world, known, rows, id, post, at: () => world.matter(id).stage, facts: () => world.matter(id).facts }
}

test('check finds nothing wrong', () => assert.deepEqual(check(mediator), []))

test('30.1: nominated, willing, reviewed, and given the post by two people; the register takes fields, languages and area, and nothing else of the person', () => {
  const { world, id, post, rows, at, facts } = until('confirming')
  const asked = world.matter(post())
  assert.deepEqual([asked.facts['kind'], asked.facts['office'], asked.facts['clearance'], asked.links], ['mediator', office, 'sensitive', [{ kind: 'mediator', matter: id }]])
  assert.deepEqual(rows, [], 'a proposal gives nothing')
  world.does('securityAdmin', 'confirm', post())
  assert.deepEqual([at(), facts()['post'], world.counts['fullTime']], ['serving', post(), 1])
  assert.deepEqual(rows, [{ register: 'mediator', do: 'serve', county: '630202', matter: id, account, office, place, kind: 'full', fields: ['neighbours', 'family'], languages: ['zh', 'bo'], since: '2026-06-08', until: '2029-06-07' }])
  const all = Object.values(mediator.facts).map(fact => JSON.stringify([fact.label, fact.options ?? {}])).join()
  assert.doesNotMatch(all, /民族|宗教|党员|政治面貌|性别|年龄|ethnic|faith|party member|gender/iu)
})

test('30.2: one who is invited serves a township, in fields and languages named once', () => {
  const { world, known } = game()
  const { metOn: _, ...rest } = who
  const town = { ...rest, place: '630202001', office: '630202001/mediation', kind: 'invited', how: 'appointed' }
  known.chosen = 'appointed'
  const faults = (more: object) => world.refusedToOpen('handler', { ...town, ...more }, 'nominate').faults?.map(one => [one.fact, one.row, one.column])
  assert.deepEqual(faults({ fields: [{ field: 'debt' }, { field: 'debt' }], languages: [{ language: 'zh' }, { language: 'zh' }] }), [['fields', 1, 'field'], ['languages', 1, 'language']])
  assert.deepEqual([faults({ how: 'elected', metOn: '2026-06-05' }), faults({ office: '630202101/mediation' }), faults({ candidate: people.stranger.account })], [[['how', undefined, undefined]], [['office', undefined, undefined]], [['candidate', undefined, undefined]]])
  world.opens('handler', town, 'nominate')
  known.chosen = 'elected'
  assert.deepEqual(world.refusedToOpen('committee', { ...who, metOn: '2026-06-09' }, 'nominate').faults?.map(one => one.fact), ['metOn'])
  assert.deepEqual(world.refusedToOpen({ ...people.committee, account }, who, 'nominate').faults?.map(one => one.fact), ['candidate'])
  known.filed = false
  assert.equal(world.refusedToOpen('committee', who, 'nominate').code, 'not-filed')
})

test('who is not willing, does not answer or does not qualify is not appointed, and who nominated is told', () => {
  const [no, silent, unfit, dropped] = [until('asked'), until('asked'), until('reviewing'), until('appointing')]
  no.world.does('neighbour', 'declineIt', no.id, { declined: '照看老人走不开' })
  silent.world.until('2026-06-16 09:00')
  unfit.world.heard()
  unfit.world.does('justice', 'review', unfit.id, { qualified: 'no', note: '长期不在本地' })
  assert.deepEqual(unfit.world.heard().map(one => one.who).toSorted(), ['committee', 'neighbour'])
  dropped.world.does('justice', 'drop', dropped.id, { note: '岗位已有人选' })
  for (const { at } of [no, silent, unfit, dropped]) assert.equal(at(), 'refused')
})

test('20.2: a post not confirmed is proposed anew; who put somebody forward does not propose the post', () => {
  const { world, id, at, post } = until('confirming')
  world.does('securityAdmin', 'refuse', post(), { opinion: '材料不齐' })
  assert.equal(at(), 'appointing')
  const own = game()
  const mine = own.world.opens('townLead', who, 'nominate')
  own.world.does('neighbour', 'agree', mine)
  own.world.does('justice', 'review', mine, { qualified: 'yes', note: '符合条件' })
  assert.equal(own.world.refused('townLead', 'appoint', mine, { until: '2029-06-07' }).code, 'two-people')
  world.heard()
  world.until('2026-06-16 10:00')
  assert.ok(world.heard().some(one => one.matter === id && one.who === 'countyLead'))
})

test('30.1: trained with dated hours, evaluated each year with absolute figures and no rate; the person may answer; late is told', () => {
  const { world, id, rows, facts, at } = until('serving')
  assert.deepEqual(world.refused('justiceOffice', 'train', id, { trainedOn: '2026-06-09', hours: 4, topic: '民法典相邻关系' }).faults?.map(one => one.fact), ['trainedOn'])
  world.does('justiceOffice', 'train', id, { trainedOn: '2026-06-08', hours: 4, topic: '民法典相邻关系' })
  assert.deepEqual(rows.at(-1), { register: 'mediator', do: 'train', county: '630202', matter: id, account, held: '2026-06-08', hours: 4 })
  assert.equal(world.refused('neighbour', 'answerEvaluation', id, { answer: '没有意见' }).code, 'nothing-open')
  world.until('2027-06-09 09:00')
  assert.ok(world.heard().some(one => one.matter === id && one.who === 'justice'))
  world.does('justiceOffice', 'evaluate', id, { rating: 'fit', evaluation: '两起长期纠纷处理得细' })
  assert.deepEqual([facts()['yearHours'], facts()['yearTook'], facts()['yearAgreed'], facts()['yearFailed'], at()], [26, 9, 7, 2, 'serving'])
  world.does('neighbour', 'answerEvaluation', id, { answer: '希望多些藏语培训' })
  assert.equal(facts()['answer'], '希望多些藏语培训')
  world.does('neighbour', 'update', id, { fields: [{ field: 'homestead' }], languages: [{ language: 'zh' }] })
  assert.deepEqual([Reflect.get(rows.at(-1) ?? {}, 'do'), Reflect.get(rows.at(-1) ?? {}, 'fields')], ['serve', ['homestead']])
  assert.equal(facts()['evaluation'], '两起长期纠纷处理得细')
})

test('the term: brought up before it ends, renewed by a post given anew; the end of the old post is not the end of the new', () => {
  const { world, id, post, rows, at, facts } = until('serving')
  const old = post()
  world.until('2029-04-09 09:00')
  assert.ok(world.heard().some(one => one.matter === id && one.who === 'neighbour' && one.words.includes('term')))
  world.does('justice', 'renew', id, { note: '履职认真' })
  world.does('townLead', 'appoint', id, { until: '2030-06-07' })
  assert.deepEqual([facts()['from'], world.matter(post()).facts['from']], ['2029-06-08', '2029-06-08'])
  world.does('securityAdmin', 'confirm', post())
  assert.deepEqual([at(), Reflect.get(rows.at(-1) ?? {}, 'until')], ['serving', '2030-06-07'])
  world.until('2029-06-09 09:00')
  assert.deepEqual([at(), world.matter(old).stage, facts()['post']], ['serving', 'over', post()])
  world.until('2030-06-09 09:00')
  assert.deepEqual([at(), Reflect.get(rows.at(-1) ?? {}, 'do')], ['over', 'end'])
})

test('a term that is not renewed after all ends in the register too', () => {
  const { world, id, rows, at } = until('serving')
  world.does('justice', 'renew', id, { note: '拟续任' })
  world.does('justice', 'drop', id, { note: '调委会改组，不再续任' })
  assert.deepEqual([at(), rows.at(-1)], ['over', { register: 'mediator', do: 'end', county: '630202', matter: id, ended: '2026-06-08' }])
})

test('a resignation is answered in time, and said who takes the open disputes; the post ends in its own matter', () => {
  const { world, id, post, at } = until('serving')
  assert.equal(world.refused('justiceOffice', 'answerResignation', id, { reply: '同意' }).code, 'nothing-open')
  world.does('neighbour', 'resign', id, { resigned: '外出务工' })
  assert.equal(world.refused('neighbour', 'resign', id).code, 'asked-already')
  world.heard()
  world.until('2026-06-25 09:00')
  assert.ok(world.heard().some(one => one.matter === id && one.who === 'townLead'), 'late, it is told')
  world.does('justiceOffice', 'answerResignation', id, { reply: '同意；未结的一件交给另一名调解员' })
  assert.equal(at(), 'ending')
  world.does('townLead', 'end', post(), { endReason: '本人辞职' })
  assert.equal(at(), 'over')
})

test('People’s Mediation Law 15: removed only for a reason, after the person was heard, by somebody else; a studio of theirs is reviewed', () => {
  const { world, id, post, rows, at } = until('serving')
  const named = world.opensAnother(studio, 'committee', { place, kind: 'named', name: '王小明调解工作室', office, mediator: account, why: '群众信任，经验丰富' }, 'propose')
  world.does('neighbour', 'consent', named)
  world.does('justice', 'recognise', named)
  world.does('justiceOffice', 'proposeRemoval', id, { ground: 'biased', statement: '两次调解中只听一方陈述' })
  assert.equal(at(), 'hearing')
  world.does('neighbour', 'speak', id, { answer: '另一方两次未到场' })
  assert.equal(world.refused('justiceOffice', 'decideRemoval', id, { verdict: 'removed', reasons: '查证属实，情节严重' }).code, 'two-people')
  world.does('justice', 'decideRemoval', id, { verdict: 'removed', reasons: '查证属实，情节严重' })
  assert.deepEqual([at(), rows.at(-1)], ['ending', { register: 'mediator', do: 'end', county: '630202', matter: id, ended: '2026-06-08' }], 'nobody is sent there any more')
  world.does('townLead', 'end', post(), { endReason: '解聘' })
  assert.deepEqual([at(), world.matter(named).stage, world.matter(named).facts['left']], ['over', 'reviewing', true])
  const other = until('hearing')
  other.world.until('2026-06-24 09:00')
  assert.equal(other.at(), 'deciding', 'who says nothing in time has been heard')
  other.world.does('justice', 'decideRemoval', other.id, { verdict: 'stays', reasons: '经核实情况不属实' })
  assert.equal(other.at(), 'serving')
})

test('a post ended while a removal is pending ends the service; another post of the person does not', () => {
  const { world, id, post, at } = until('deciding')
  world.platform('postEnded', id, { other: idOf('another post') })
  assert.equal(at(), 'deciding')
  world.does('townLead', 'end', post(), { endReason: '本人去世' })
  assert.equal(at(), 'over')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(mediator.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`mediator.${name}`)), [])
  assert.deepEqual(codesOf(import.meta.url, 'mediator.ts', 'parts.ts').filter(code => !met.refusals.has(code)), [])
})
