import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { figure } from '../../regulation/rules.ts'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { receiptOf, sealBallot } from '../../kernel/voting/envelope.ts'
import { recount } from '../../kernel/voting/file.ts'
import type { Choice } from '../../kernel/voting/track.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { idOf, people, type Name } from '../../test/helpers/world.ts'
import type { MyData, Problem } from '../wire.ts'
import type { CastReply, RollView, VoteView } from '../wire/votes.ts'

let site: TestSite
const village = '630202001001'
const now = new Date('2026-06-08T02:00:00Z')
const until = '2026-06-09T10:00:00.000Z'

/** Three members of the collective; the first two sign in. */
const members: readonly (readonly [name: string, who?: Name])[] = [['赵大山', 'resident'], ['钱小河', 'neighbour'], ['孙老井']]

before(async () => {
  site = await openTestSite()
  site.setNow(now)
  await site.database.scoped(system, async tx => {
    for (const [name] of members) await tx.query('insert into person (county, id, village, name, pinyin) values ($1, $2::uuid, $3, $4, $4)', ['630202', idOf(name), village, name])
  })
  await site.database.owner(async tx => {
    for (const [name, who] of members) if (who) await tx.query('update account set person = $1::uuid, home = $2 where id = $3::uuid', [idOf(name), village, people[who].account])
  })
})
after(() => site.close())

const hand = (register: string, matter: string, row: JsonObject): Promise<void> =>
  site.database.scoped(system, tx => site.site.house.recorders[register]?.(tx, { county: '630202', matter, ...row }, now) ?? assert.fail(register))

/** A vote of the collective, whose law lets members take part online. */
const aVote = async (manner: 'secret' | 'open' = 'secret'): Promise<string> => {
  const opened = await (await site.as('committee')).step('/api/request/report', { input: { text: '集体林地是否发包，请成员商议', place: village } })
  assert.equal(opened.status, 200, opened.text)
  const { id } = opened.body
  await hand('roll', id, { kind: 'member', from: 'paper', place: village, units: members.map(([name], at) => ({ number: at + 1, name, door: '东关1号' })) })
  await hand('roll-freeze', id, {})
  await hand('poll-open', id, { question: '是否发包集体林地', track: 'collective', manner, online: true, day: '2026-06-08', until })
  return id
}

const seen = async (client: Client, matter: string): Promise<VoteView> => {
  const answer = await client.get<VoteView>(`/api/votes/${matter}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
const sealed = async (view: VoteView, choice: Choice) => sealBallot(new Uint8Array(Buffer.from(view.key ?? '', 'base64url')), view.matter, choice)
const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

test('whoever stands on a posted roll is told where, and reads nobody else in full', async () => {
  const matter = await aVote()
  const { body } = await (await site.as('resident')).get<RollView>(`/api/votes/${matter}/roll`)
  assert.deepEqual([body.mine, body.masked, body.lines.map(line => line.name)], [[1], true, ['赵**', ...body.lines.slice(1).map(line => line.name)]])
  assert.ok(body.lines.every(line => line.name.includes('*')))
})

test('a member votes in secret by phone, once, and keeps a receipt that anybody can look for; no log holds the ballot', async () => {
  const matter = await aVote()
  const [member, other] = [await site.as('resident'), await site.as('neighbour')]
  const view = await seen(member, matter)
  assert.deepEqual(view.mine, [{ number: 1, name: '赵大山', took: false }])
  assert.deepEqual([view.state, view.units, view.present, view.manner, view.track.zh], ['open', 3, 0, 'secret', '农村集体经济组织成员大会'])
  assert.match(view.limits.map(one => one.zh).join(''), /全部同意.*人少.*回执/s)
  const envelope = await sealed(view, 'against')
  const path = `/api/votes/${matter}/cast`
  const first = await member.post<CastReply>(path, { number: 1, envelope: url(envelope) })
  assert.deepEqual(first.body, { receipt: await receiptOf(envelope), repeated: false })
  assert.deepEqual((await member.post<CastReply>(path, { number: 1, envelope: url(envelope) })).body, { receipt: await receiptOf(envelope), repeated: true }, 'sent again on a bad line')
  const again = await member.post<Problem>(path, { number: 1, envelope: url(await sealed(view, 'for')) })
  assert.equal(again.body.code, 'already-took-part')
  assert.equal((await other.post<Problem>(path, { number: 1, envelope: url(await sealed(view, 'for')) })).body.code, 'not-on-roll')
  assert.equal((await other.post<Problem>(path, { number: 2, choice: 'for' })).body.code, 'not-an-envelope')
  assert.equal((await other.post<Problem>(path, { number: 2, choice: 'perhaps' })).status, 400)
  assert.deepEqual((await seen(member, matter)).mine, [{ number: 1, name: '赵大山', took: true }])
  const looked = await site.anybody().post<{ inUrn: boolean }>(`/api/votes/${matter}/receipt`, { receipt: first.body.receipt })
  assert.deepEqual(looked.body, { inUrn: true })
  const log = site.log()
  for (const told of [url(envelope), await receiptOf(envelope), 'against']) assert.ok(!log.includes(told), told)
})

test('a person is told which rolls hold them, and of a secret vote no more than that they took part', async () => {
  const matter = await aVote()
  const member = await site.as('neighbour')
  await member.post<CastReply>(`/api/votes/${matter}/cast`, { number: 2, envelope: url(await sealed(await seen(member, matter), 'for')) })
  const told = (await member.get<MyData>('/api/me/data')).body.sections.find(section => section.name === 'rolls')?.rows ?? assert.fail('no section')
  const line = told.find(row => (row as JsonObject)['matter'] === matter)
  assert.deepEqual(line, { matter, question: '是否发包集体林地', number: 2, name: '钱小河', frozen: now.toISOString(), way: 'phone', mark: null })
})

test('who is not on the roll and sees nothing of the matter finds no vote; who is nobody is asked to sign in', async () => {
  const matter = await aVote()
  assert.equal((await (await site.as('stranger')).get(`/api/votes/${matter}`)).status, 404)
  assert.equal((await (await site.as('stranger')).get(`/api/votes/${matter}/roll`)).status, 404)
  assert.equal((await site.anybody().get(`/api/votes/${matter}`)).status, 401)
  assert.equal((await site.anybody().post(`/api/votes/${matter}/cast`, { number: 1, choice: 'for' })).status, 401)
  assert.equal((await (await site.as('resident')).get(`/api/votes/${randomUUID()}`)).status, 404)
})

test('the roll is posted masked; names, doors and objections are for who works for the village', async () => {
  const matter = await aVote()
  const posted = (await (await site.as('resident')).get<RollView>(`/api/votes/${matter}/roll`)).body
  assert.deepEqual([posted.masked, posted.units, posted.lines.map(line => line.name)], [true, 3, ['赵**', '钱**', '孙**']])
  assert.ok(posted.lines.every(line => line.door === undefined && line.household === undefined))
  const whole = (await (await site.as('committee')).get<RollView>(`/api/votes/${matter}/roll`)).body
  assert.deepEqual([whole.masked, whole.lines[2]?.name, whole.lines[2]?.door], [false, '孙老井', '东关1号'])
})

test('an open vote is by name; when its time is over phones vote no more, and the published result is for everyone to count again', async () => {
  const matter = await aVote('open')
  const member = await site.as('resident')
  assert.equal((await seen(member, matter)).key, undefined)
  assert.deepEqual((await member.post<CastReply>(`/api/votes/${matter}/cast`, { number: 1, choice: 'for' })).body, { repeated: false })
  site.setNow(new Date(until))
  assert.equal((await seen(member, matter)).state, 'over')
  assert.equal((await (await site.as('neighbour')).post<Problem>(`/api/votes/${matter}/cast`, { number: 2, choice: 'for' })).body.code, 'vote-over')
  site.setNow(now)
  assert.equal((await site.anybody().get(`/api/votes/${matter}/result.json`)).status, 404)
  await hand('poll-close', matter, {})
  await hand('poll-publish', matter, { number: 'A-1', place: { zh: '东关社区', en: 'Dongguan' } })
  const result = await site.anybody().get(`/api/votes/${matter}/result.json`)
  assert.equal(result.status, 200)
  const found = await recount(JSON.parse(result.text))
  assert.deepEqual(found.faults, [])
  assert.equal(found.file?.outcome, 'no-quorum')
  assert.deepEqual(found.file.measure.pass[0]?.share, figure('collective-assets.pass', '2026-06-08').value)
  assert.equal((await seen(member, matter)).state, 'published')
})
