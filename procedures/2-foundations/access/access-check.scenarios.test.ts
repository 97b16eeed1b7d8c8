import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { openingSteps } from '../../../kernel/procedure.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { law, people, type Name } from '../../../test/helpers/world.ts'
import { accessCheck } from './access-check.ts'

// Monday, 8 June 2026, 10:00. Last week an officer of the subdistrict read the data of sixty people in two days.
const raised = (more: object = {}, answers: string | null = '630202001/gov') => {
  const city = play(accessCheck, '2026-06-08 10:00', { loads: { answering: () => answers ?? undefined } })
  const id = city.opens('platform', {
    place: '630202', summary: '两日内查看60人的联系方式', whose: people.handler.account, office: '630202001/gov', why: 'manyPeople', from: '2026-06-03', to: '2026-06-04', people: 60, readings: 71, ...more,
  }, 'raise')
  return { city, id, stage: () => city.matter(id).stage, facts: () => city.matter(id).facts, holder: () => city.matter(id).holder?.office }
}
const explained = { explanation: '中心布置入户回访，名单62人，任务单已附卷' }
const who = (told: readonly { readonly who: Name }[]): readonly Name[] => told.map(one => one.who).toSorted()

test('20.2: the platform raises unusual reading; the lead explains, the officer is heard, the security administrator judges', () => {
  const { city, id, stage, facts, holder } = raised()
  assert.deepEqual([stage(), holder(), city.due(id)], ['explaining', '630202001/gov', '2026-06-15 18:00'])
  assert.deepEqual(who(city.heard()), ['handler', 'securityAdmin', 'townLead'])
  assert.ok(city.matter(id).parties.some(party => party.office === '630202/access'), 'the judge sees it from the start')
  city.does('handler', 'state', id, { statement: '按任务单逐户回访' })
  assert.equal(city.refused('colleague', 'explain', id, explained).code, 'not-yours')
  city.does('townLead', 'explain', id, explained)
  assert.deepEqual([stage(), holder(), city.due(id)], ['judging', '630202/access', '2026-06-15 18:00'])
  city.does('handler', 'state', id, { statement: '回访记录可查' })
  city.heard()
  city.does('securityAdmin', 'judge', id, { finding: 'inOrder', judgement: '有任务单，查看与回访一致' })
  assert.deepEqual([stage(), facts()['finding'], who(city.heard())], ['closed', 'inOrder', ['handler']])
})

test('nobody opens one by hand', () => {
  assert.deepEqual(openingSteps(accessCheck), ['raise'])
  const city = play(accessCheck, '2026-06-08 10:00', { loads: { answering: () => undefined } })
  for (const name of ['securityAdmin', 'countyLead', 'auditor', 'resident'] as const) assert.throws(() => city.opens(name, { place: '630202' }, 'raise'), /not-yours/, name)
})

test('whose reading it was explains and judges nothing, from whichever post', () => {
  const { city, id } = raised()
  const lead = { ...people.townLead, account: people.handler.account }
  const judge = { ...people.securityAdmin, account: people.handler.account }
  const code = (step: string, actor: typeof lead | typeof judge) => offers(accessCheck, city.matter(id), step, actor, instant('2026-06-08 11:00'), law)?.code
  assert.equal(code('explain', lead), 'own-reading')
  city.does('townLead', 'explain', id, explained)
  assert.equal(code('judge', judge), 'own-reading')
  city.does('securityAdmin', 'judge', id, { finding: 'reduced', judgement: '无任务依据' })
  assert.equal(code('changed', judge), 'own-reading')
  assert.equal(raised({ whose: people.securityAdmin.account, office: '630202/access' }, null).holder(), '6302/access', 'the county’s own is judged by the city’s')
})

test('nobody explains: it goes on without, and what nobody judges climbs to the city and its lead group', () => {
  const { city, id, stage, facts, holder } = raised()
  city.until('2026-06-15 18:00')
  assert.deepEqual([stage(), facts()['silent'], holder()], ['judging', true, '630202/access'])
  city.until('2026-06-23 18:00')
  assert.deepEqual([stage(), holder()], ['judging', '6302/access'])
  city.until('2026-07-01 09:00')
  assert.deepEqual([stage(), holder()], ['judging', '6302/lead'])
  city.does('cityLead', 'judge', id, { finding: 'admonished', judgement: '查看超出任务范围，未外泄' })
  assert.equal(stage(), 'closed')
})

test('rights reduced: the post is changed in time, and the change recorded', () => {
  const { city, id, stage, holder } = raised()
  city.does('townLead', 'explain', id, explained)
  city.does('securityAdmin', 'judge', id, { finding: 'reduced', judgement: '与职责无关，缩减权限' })
  assert.deepEqual([stage(), city.due(id)], ['changing', '2026-06-23 18:00'])
  city.until('2026-06-23 18:00')
  assert.deepEqual([stage(), holder()], ['changing', '6302/access'])
  city.does('citySecurityAdmin', 'changed', id, { changed: '岗位权限由敏感降为内部' })
  assert.equal(stage(), 'closed')
})

test('referred to discipline inspection: to whom and under which number is recorded', () => {
  const { city, id, stage } = raised()
  city.does('townLead', 'explain', id, explained)
  const referred = { finding: 'referred', judgement: '涉嫌泄露个人信息' }
  assert.deepEqual(city.refused('securityAdmin', 'judge', id, referred).faults?.map(one => one.fact), ['handedTo', 'handOff'])
  assert.deepEqual(city.refused('securityAdmin', 'judge', id, { ...referred, finding: 'inOrder', handedTo: '乐都区监察委员会' }).faults?.map(one => one.fact), ['handedTo'])
  city.does('securityAdmin', 'judge', id, { ...referred, handedTo: '乐都区监察委员会', handOff: '乐安管移〔2026〕1号' })
  assert.equal(stage(), 'closed')
})

test('nobody leads the office: it stands before the judge at once', () => {
  const city = play(accessCheck, '2026-06-08 10:00', { loads: { answering: () => undefined } })
  const id = city.opens('platform', { place: '630202', summary: '经裁定查看不合规', whose: people.handler.account, office: '630202001/gov', why: 'ruling', from: '2026-06-04', to: '2026-06-04', people: 1, readings: 1 }, 'raise')
  assert.deepEqual([city.matter(id).stage, city.matter(id).holder, city.due(id)], ['judging', { office: '630202/access' }, '2026-06-15 18:00'])
})

test('the auditor takes no step at any stage, and nothing in it counts an officer’s work', () => {
  const { city, id } = raised()
  const auditor = () => Object.keys(accessCheck.steps).filter(step => offers(accessCheck, city.matter(id), step, people.auditor, instant('2026-06-08 11:00'), law) === undefined)
  assert.deepEqual(auditor(), [])
  city.does('townLead', 'explain', id, explained)
  assert.deepEqual(auditor(), [])
  assert.deepEqual([accessCheck.measures, accessCheck.rates], [{}, {}])
})

test('every step is taken in some scenario', () => {
  assert.deepEqual(Object.keys(accessCheck.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
})
