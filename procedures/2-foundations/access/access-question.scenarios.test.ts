import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../../kernel/decide.ts'
import { instant, met, play } from '../../../test/helpers/play.ts'
import { idOf, law, people, type Name } from '../../../test/helpers/world.ts'
import { accessQuestion } from './access-question.ts'
import type { Looked } from './looked.ts'

// Monday, 8 June 2026, 10:00. On Thursday before, an officer of the subdistrict read the phone number of whoever reported a matter.
const look = idOf('look')
const reading: Looked = {
  account: people.handler.account, office: '630202001/gov', post: idOf('post handler'), region: '630202001001', at: '2026-06-04T02:00:00.000Z', matter: idOf('read matter'),
  facts: ['contactName', 'contactPhone'], purpose: 'duty', answers: '630202001/gov',
}

/** A play in which the log shows the asker this one reading. */
const game = (read: Partial<Looked> | null = {}) =>
  play(accessQuestion, '2026-06-08 10:00', { loads: { looked: ask => (ask['id'] === look && read !== null ? { ...reading, ...read } : undefined) } })

const ask = { look, place: '630202', question: '我没有再反映过，为什么又查我的电话？' }
const asked = (read: Partial<Looked> = {}) => {
  const city = game(read)
  const id = city.opens('resident', ask, 'ask')
  return { city, id, stage: () => city.matter(id).stage, facts: () => city.matter(id).facts, holder: () => city.matter(id).holder?.office }
}
const answer = { answer: '当日回访您4月反映的路灯事项，需要联系您，只看了姓名和电话' }
const who = (told: readonly { readonly who: Name }[]): readonly Name[] => told.map(one => one.who).toSorted()

test('20.2: a person asks why their data was read; the officer’s office answers in plain words, and the person accepts', () => {
  const { city, id, stage, facts, holder } = asked()
  assert.deepEqual([stage(), holder(), city.due(id)], ['answering', '630202001/gov', '2026-06-15 18:00'])
  assert.deepEqual([facts()['looker'], facts()['about'], facts()['purpose'], facts()['read']], [people.handler.account, reading.matter, 'duty', 'contactName、contactPhone'])
  assert.match(city.matter(id).title, /2026-06-04/)
  assert.deepEqual(who(city.heard()), ['handler', 'townLead'], 'whoever looked learns of it, and their lead')
  city.does('handler', 'explain', id, { explanation: '回访四月的路灯事项' })
  assert.equal(city.refused('handler', 'answer', id, answer).code, 'not-yours', 'not by whoever looked')
  assert.equal(city.refused('colleague', 'answer', id, answer).code, 'not-yours', 'nor by a colleague')
  city.does('townLead', 'answer', id, answer)
  assert.deepEqual(who(city.heard()), ['resident'])
  assert.equal(city.refused('neighbour', 'accept', id).code, 'not-yours')
  city.does('resident', 'accept', id)
  assert.deepEqual([stage(), city.matter(id).clocks], ['closed', {}])
})

test('only about a reading of one’s own data, by another, in the county of the matter', () => {
  assert.throws(() => game(null).opens('resident', ask, 'ask'), /look/)
  assert.throws(() => game().opens('resident', { ...ask, look: idOf('another') }, 'ask'), /does not concern you/)
  assert.throws(() => game({ account: people.resident.account }).opens('resident', ask, 'ask'), /you who looked/)
  assert.throws(() => game().opens('resident', { ...ask, place: '630203' }, 'ask'), /county in which the matter lies/)
  assert.throws(() => game().opens('handler', ask, 'ask'), /not-yours/, 'from a post nobody asks')
})

test('a lead who looked does not answer for it, from whichever post', () => {
  const { city, id, holder } = asked({ account: people.townLead.account, answers: '630202/lead' })
  assert.equal(holder(), '630202/lead')
  assert.equal(city.refused('townLead', 'answer', id, answer).code, 'not-yours')
  const second = { ...people.countyLead, account: people.townLead.account }
  const refused = offers(accessQuestion, city.matter(id), 'answer', second, instant('2026-06-08 11:00'), law)
  assert.deepEqual([refused?.code, refused?.basis, refused?.remedy !== undefined], ['own-reading', [], true])
  met.refusals.add('own-reading')
  city.does('countyLead', 'answer', id, answer)
})

test('an objection goes to the security administrator, who rules; in order, it ends there', () => {
  const { city, id, stage, facts, holder } = asked()
  city.does('townLead', 'answer', id, answer)
  city.heard()
  city.does('resident', 'object', id, { objection: '路灯三月就修好了' })
  assert.deepEqual([stage(), holder(), city.due(id)], ['ruling', '630202/access', '2026-06-15 18:00'])
  assert.deepEqual(who(city.heard()), ['handler', 'securityAdmin'])
  city.does('handler', 'explain', id, { explanation: '回访名单由中心下发' })
  city.does('securityAdmin', 'rule', id, { finding: 'inOrder', rulingReason: '回访名单载明此事项' })
  assert.deepEqual([stage(), facts()['finding'], city.opened], ['closed', 'inOrder', []])
  assert.deepEqual(who(city.heard()), ['handler', 'resident'])
})

test('not in order, a check opens at once, by the platform', () => {
  const { city, id } = asked()
  city.does('townLead', 'answer', id, answer)
  city.does('resident', 'object', id, { objection: '路灯三月就修好了' })
  city.does('securityAdmin', 'rule', id, { finding: 'notInOrder', rulingReason: '无回访任务，与职责无关' })
  assert.deepEqual(city.opened, [{
    do: 'open', by: 'platform', procedure: 'access-check', step: 'raise', link: 'question',
    input: { place: '630202', whose: people.handler.account, office: '630202001/gov', why: 'ruling', summary: '无回访任务，与职责无关', from: '2026-06-04', to: '2026-06-04', people: 1, readings: 1 },
  }])
})

test('silence climbs: to the security administrator, the city’s, the city’s lead group, and never ends it', () => {
  const { city, id, stage, facts, holder } = asked()
  city.heard()
  city.until('2026-06-15 18:00')
  assert.deepEqual([stage(), facts()['silent'], holder()], ['ruling', true, '630202/access'])
  assert.deepEqual(who(city.heard()), ['handler', 'resident', 'securityAdmin'])
  city.until('2026-06-23 18:00')
  assert.equal(holder(), '6302/access', 'five working days on, over the Dragon Boat holiday')
  assert.deepEqual(who(city.heard()), ['citySecurityAdmin'])
  city.until('2026-07-15 12:00')
  assert.deepEqual([stage(), holder()], ['ruling', '6302/lead'])
  assert.ok(city.heard().length >= 2, 'asked for again and again')
  assert.equal(city.refused('securityAdmin', 'rule', id, { finding: 'inOrder', rulingReason: '回访名单载明' }).code, 'not-yours')
  city.does('cityLead', 'rule', id, { finding: 'inOrder', rulingReason: '回访名单载明此事项' })
})

test('what the security administrator read is ruled on by the city’s', () => {
  const { city, id, holder } = asked({ account: people.securityAdmin.account, office: '630202/access', answers: '630202/lead' })
  city.does('countyLead', 'answer', id, answer)
  city.does('resident', 'object', id, { objection: '我不认识他' })
  assert.equal(holder(), '6302/access')
  for (const [office, rules] of [['6302/centre', '6302/access'], ['6302/access', '6302/lead']] as const) {
    const other = asked({ office, answers: '6302/lead' })
    other.city.does('cityLead', 'answer', other.id, answer)
    other.city.does('resident', 'object', other.id, { objection: '我不认识他' })
    assert.equal(other.holder(), rules, 'on the city’s doing no county rules')
  }
})

test('where nobody leads, the security administrator answers', () => {
  const city = play(accessQuestion, '2026-06-08 10:00', { loads: { looked: () => { const { answers: _, ...rest } = reading; return rest } } })
  const id = city.opens('resident', ask, 'ask')
  assert.equal(city.matter(id).holder?.office, '630202/access')
  city.does('securityAdmin', 'answer', id, answer)
})

test('an answer nobody objects to closes, and whoever asked may take it back', () => {
  const { city, id, stage } = asked()
  city.does('townLead', 'answer', id, answer)
  assert.equal(accessQuestion.stages.answered.settled, true)
  city.until('2026-06-24 09:00')
  assert.equal(stage(), 'closed')
  const other = asked()
  other.city.does('resident', 'withdraw', other.id)
  assert.equal(other.stage(), 'withdrawn')
})

test('the auditor reads and takes no step, and what passed between them is above public', () => {
  const { city, id } = asked()
  for (const step of Object.keys(accessQuestion.steps)) assert.ok(offers(accessQuestion, city.matter(id), step, people.auditor, instant('2026-06-08 11:00'), law), step)
  for (const name of ['look', 'question', 'subject', 'about', 'read', 'looker', 'explanation', 'answer', 'objection', 'rulingReason'] as const) assert.equal(accessQuestion.facts[name].class, 'internal', name)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(accessQuestion.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const codes = [...readFileSync(new URL('./security.ts', import.meta.url), 'utf8').matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})
