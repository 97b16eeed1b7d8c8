import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { clock, postKinds, system, type Actor, type PostKind } from '../kernel/post.ts'
import { reaches } from '../kernel/reach.ts'
import { procedures } from '../procedures/index.ts'
import type { Clause, CovenantInForce } from '../procedures/3-governance/covenant/clauses.ts'
import { clausesOf, covenantInForce, covenantsOf, draftsOf } from '../registers/covenants/covenants.ts'
import { evaluationsOf, ownEvaluations } from '../registers/covenants/integrity.ts'
import { act, type Receipt } from '../store/act.ts'
import { catchUp } from '../store/clock.ts'
import { sqlState } from '../store/connection.ts'
import type { House } from '../store/house.ts'
import { list } from '../store/read/list.ts'
import { readMatter } from '../store/read/matter.ts'
import { retain } from '../store/retention.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { refused, rowOf, took } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, idOf, offices, people, regions, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
const village = '630202001001'
const other: Actor = { ...people.committee, account: idOf('another member'), post: idOf('post another member') }

const secretWords = '清晨把一车装修垃圾倒进主渠'
const secretName = '牟建国'

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  await database.scoped(system, async tx => {
    await tx.query(`insert into account (id, name, pinyin, created, invented) values ($1::uuid, 'other', 'other', '2023-02-01', true)`, [other.account])
    await tx.query(`insert into post (id, account, kind, office, region, clearance, since) values ($1::uuid, $2::uuid, 'committee', $3, $4, 'internal', '2023-02-01')`, [other.post, other.account, other.office, village])
    await tx.query('update account set name = $2 where id = $1::uuid', [people.resident.account, secretName])
    await tx.query(`update account set home = $1 where id = any($2::text[]::uuid[])`, [village, `{${people.resident.account},${people.neighbour.account}}`])
  })
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

let now = instant('2026-06-08 10:00')
const until = async (text: string): Promise<void> => { now = instant(text); await catchUp(house, now) }
const pass = async (days: number): Promise<void> => { now = new Date(now.getTime() + days * 86_400_000); await catchUp(house, now) }
const today = (): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const opens = (who: Actor, procedure: string, step: string, input: object) => act(house, who, { id: randomUUID(), procedure, step, input }, now)
const tries = async (who: Actor, id: string, step: string, input: object = {}) => act(house, who, { id: randomUUID(), matter: id, seq: (await rowOf(house, id)).seq, step, input }, now)
const does = async (who: Actor, id: string, step: string, input: object = {}): Promise<Receipt> => took(await tries(who, id, step, input))

const gives = async (who: Actor): Promise<string> => {
  const id = randomUUID()
  await database.scoped(who, tx => tx.query(
    `insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 4, '\\x00', $3::timestamptz)`, [id, who.account, now.toISOString()]))
  return id
}

const first: readonly Clause[] = [
  { number: '1', text: '红白事从简，不大操大办', kind: 'duty' }, { number: '2', text: '不往水渠里倒垃圾', kind: 'ban' },
  { number: '3', text: '带头移风易俗的，由村委会表扬', kind: 'reward', consequence: 'praise', concerns: '1' }, { number: '4', text: '往水渠里倒垃圾的，由调解员上门批评教育', kind: 'penalty', consequence: 'talk', concerns: '2' },
]
const vote = randomUUID()

/** A covenant from its collection to its publication; `passed`: the day of the vote, in force as it is published. */
const adopts = async (clauses: readonly Clause[], more: object = {}): Promise<string> => {
  const { id } = took(await opens(people.committee, 'covenant', 'begin', { village, title: '东关社区居民公约', invites: '红白事、环境卫生、邻里相处' }))
  await pass(20)
  await does(people.committee, id, 'draft', { clauses, ...more })
  await does(people.committee, id, 'toReview')
  await does(people.handler, id, 'review', { verdicts: clauses.map(({ number }) => ({ number, verdict: 'stands' })) })
  await does(system, id, 'adopt', { resolution: vote, passedOn: '2026-06-20', inForceOn: '2026-06-20' })
  await does(people.committee, id, 'file')
  await does(people.handler, id, 'acknowledge', { filedAs: '碾街备〔2026〕3 号' })
  return id
}

const inForceOn = async (day: string): Promise<CovenantInForce | undefined> =>
  await database.scoped(system, tx => covenantInForce(tx, { village, day })) as CovenantInForce | undefined

test('26.1: residents’ proposals are answered before the draft goes on, and one who lives elsewhere proposes nothing', async () => {
  const { id } = took(await opens(people.committee, 'covenant', 'begin', { village, title: '东关社区居民公约', invites: '各项建议都可以提' }))
  const asked = { covenant: id, village, proposal: '席面不超过十五桌' }
  const { id: mine } = took(await opens(people.resident, 'covenant-proposal', 'propose', asked))
  assert.equal(refused(await opens(people.stranger, 'covenant-proposal', 'propose', asked)).code, 'another-village')
  const { id: paper } = took(await opens(people.gridWorker, 'covenant-proposal', 'enterFor', { ...asked, whose: '马奶奶', sheet: [await gives(people.gridWorker)] }))
  await until('2026-06-24 09:00')
  await does(people.committee, id, 'draft', { clauses: first })
  assert.equal(refused(await tries(people.committee, id, 'toReview')).code, 'unanswered')
  for (const one of [mine, paper]) await does(people.committee, one, 'answer', { outcome: 'adopted', reply: '写进第一条' })
  await does(people.committee, id, 'toReview')
  assert.deepEqual((await database.scoped(people.neighbour, tx => draftsOf(tx, village))).map(row => [row.id, row.stage]), [[id, 'reviewing']], 'anyone reads where it stands')
  const [row] = await database.scoped(people.neighbour, tx => tx.query<{ parties: readonly object[] }>('select parties from matter where id = $1::uuid', [mine]))
  assert.deepEqual(row?.parties.filter(one => 'account' in one), [], 'but not who proposed it')
  await does(people.handler, id, 'review', { verdicts: [...first.slice(0, 3).map(({ number }) => ({ number, verdict: 'stands' })), { number: '4', verdict: 'back', ground: 'shaming', why: '调解不能变成示众' }] })
  await does(people.committee, id, 'dropDraft', { droppedWhy: '重新征集' })
})

test('26.1: clauses are in force by day, version by version; two of one village never stand at once', async () => {
  const one = await adopts(first)
  await does(people.committee, one, 'publish')
  const since = (await rowOf(house, one)).facts['since'] as string
  assert.equal(await inForceOn('2026-06-20'), undefined, 'not back in time, though the vote said so')
  assert.deepEqual((await inForceOn(since))?.clauses, first)
  const amended = [{ ...first[0], text: '红白事从简，一律不超过二十桌' }, ...first.slice(1)] as readonly Clause[]
  const two = await adopts(amended, { reason: '按群众意见修订' })
  await does(people.committee, two, 'publish')
  const later = (await rowOf(house, two)).facts['since'] as string
  assert.deepEqual([(await rowOf(house, one)).stage, (await rowOf(house, two)).stage], ['superseded', 'inForce'])
  assert.deepEqual([(await inForceOn(since))?.version, (await inForceOn(later))?.version, (await inForceOn(later))?.number], [one, two, 2])
  const versions = await database.scoped(people.stranger, tx => covenantsOf(tx, village))
  assert.deepEqual(versions.map(({ version, until: end, clauses }) => [version, end, clauses]), [[two, null, 4], [one, later, 4]], 'read by anybody')
  assert.deepEqual(await database.scoped(people.stranger, tx => clausesOf(tx, '630202', two)), amended)
  await assert.rejects(database.scoped(system, tx => tx.query(
    `insert into covenant (county, version, village, number, title, since, passed, resolution) values ('630202', gen_random_uuid(), $1, 9, 'x', '2026-01-01', '2026-01-01', gen_random_uuid())`, [village])), (error: unknown) => sqlState(error) === '23505')
  for (const who of ['committee', 'townLead', 'resident'] as const) {
    await assert.rejects(database.scoped(people[who], tx => tx.query(`insert into covenant_clause (county, version, number, place, text, kind) values ('630202', $1::uuid, '9', 9, '加一条', 'duty')`, [two])), (error: unknown) => sqlState(error) === '42501', who)
  }
})

test('26.1: a version whose vote is annulled gives way to the one before it, and its number is not given again', async () => {
  const [two, one] = (await database.scoped(system, tx => covenantsOf(tx, village))).map(row => row.version)
  await pass(3)
  await does(system, two ?? '', 'notAdopted', { resolution: vote, why: '人民法院撤销' })
  const yesterday = new Date(now.getTime() - 16 * 3_600_000).toISOString().slice(0, 10)
  assert.deepEqual([(await rowOf(house, one ?? '')).stage, (await inForceOn(yesterday))?.version, (await inForceOn(today()))?.version], ['inForce', two, one])
  const three = await adopts([{ ...first[0], text: '红白事从简，一律不超过十八桌' }, ...first.slice(1)] as readonly Clause[], { reason: '重新表决' })
  await does(people.committee, three, 'publish')
  assert.deepEqual([(await rowOf(house, three)).facts['version'], (await rowOf(house, one ?? '')).stage], ['3', 'superseded'])
  await pass(1)
  await does(system, three, 'notAdopted', { resolution: vote })
  assert.equal((await inForceOn(today()))?.version, one)
  await pass(1)
})

test('25.1, 26.1: a draft that passed its review is put to the assembly as a topic that names it; the topic’s own rules judge it', async () => {
  const rural = '630202101201'
  const { id } = took(await opens(people.villageCommittee, 'covenant', 'begin', { village: rural, title: '荒滩村村规民约', invites: '各项建议都可以提' }))
  await pass(20)
  await does(people.villageCommittee, id, 'draft', { clauses: first })
  await does(people.villageCommittee, id, 'toReview')
  await does(people.ruralClerk, id, 'review', { verdicts: first.map(({ number }) => ({ number, verdict: 'stands' })) })
  await does(people.villageCommittee, id, 'putToVote')
  const topics = await database.scoped(system, tx => tx.query<{ id: string; stage: string; adopts: string; region: string }>(
    `select m.id, m.stage, m.facts ->> 'adopts' as adopts, m.region from matter m join link l on l.county = m.county and l.matter = m.id and l.kind = 'adopts' where m.procedure = 'deliberation' and l.other = $1::uuid`, [id]))
  assert.deepEqual([topics.map(({ stage, adopts, region }) => [stage, adopts, region]), (await rowOf(house, id)).stage], [[['raised', id, rural]], 'tabled'])
  assert.equal(refused(await tries(people.villageCommittee, id, 'putToVote')).code, 'vote-asked')
  const second = refused(await opens(people.villageWorker, 'deliberation', 'enter', { topic: '再议公约草案', village: rural, raisedBy: 'committee', concern: 'governance', subject: 'covenant', adopts: id, reason: '再登记一次，供讨论' }))
  assert.deepEqual(second.faults?.map(one => one.fact), ['adopts'], 'one topic for one draft')

  // The vote itself, by its own rules: a roll of adults, ten days’ notice, one book of who came, two counters, an objection window.
  const topic = topics[0]?.id ?? assert.fail('no topic')
  const day = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
  await does(people.villageCommittee, topic, 'accept', { subject: 'covenant', touches: 'nothing', manner: 'secret', unit: 'adult' })
  await does(people.villageCommittee, topic, 'draftRoll', { rollFrom: 'paper', units: ['马有福', '祁生莲', '晁得成', '绽寿山', '李存秀'].map((name, at) => ({ number: at + 1, name, household: `${rural}-000${at + 1}` })) })
  const meeting = day(20)
  await does(people.villageCommittee, topic, 'giveNotice', { meetingOn: meeting, where: '村委会院子', form: 'hall', question: '是否通过本公约？' })
  await pass(20)
  await does(people.villageCommittee, topic, 'openVote')
  await does(people.villageWorker, topic, 'attend', { attendance: [1, 2, 3, 4].map(number => ({ number, way: 'hall' })), bookSheet: [await gives(people.villageWorker)] })
  if ((await rowOf(house, topic)).stage === 'voting') await does(people.villageCommittee, topic, 'close')
  for (const who of [people.villageCommittee, people.supervisor]) await does(who, topic, 'count', { counterKin: 'none', countPlace: '会场', countTotals: [{ for: 3, against: 1, abstain: 0, spoilt: 0 }], countSheet: [await gives(who)] })
  await does(people.supervisor, topic, 'checkBook')
  await does(people.villageCommittee, topic, 'declare')
  await does(people.villageCommittee, topic, 'publish', { resolution: '通过本公约' })
  assert.equal((await rowOf(house, id)).stage, 'tabled', 'not before the time to object is over')
  assert.equal(refused(await tries(people.villageCommittee, id, 'dropDraft', { droppedWhy: '村委会不同意' })).code, 'before-vote', 'the assembly passed it: the committee takes nothing back')
  await pass(20)
  const adopted = await rowOf(house, id)
  assert.deepEqual([adopted.stage, adopted.facts['resolution'], adopted.facts['passedOn']], ['adopted', topic, meeting])
  await does(people.villageCommittee, id, 'file')
  await does(people.ruralLead, id, 'acknowledge', { filedAs: '雨镇备 1 号' })
  await does(people.villageCommittee, id, 'publish')
  await pass(40)
  assert.equal((await rowOf(house, id)).stage, 'inForce')
  const inForceNow = () => database.scoped(system, tx => covenantInForce(tx, { village: rural, day: today() }))
  assert.notEqual(await inForceNow(), undefined)
  await does(people.villageCommittee, id, 'lookedOver', { reviewed: 'ended', reviewMet: today(), reviewSays: '会议决定废止，另行制定', endedBy: topic })
  assert.deepEqual([(await rowOf(house, id)).stage, await inForceNow()], ['ended', undefined], 'what the assembly ended is in force no more')
})

/** An evaluation entered in the file, the person told and silent. */
const entersOne = async (): Promise<string> => {
  const { id } = took(await opens(people.committee, 'credit-review', 'evaluate', {
    village, clause: '4', direction: 'breaks', happenedOn: new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10), whom: secretName, account: people.resident.account, happened: secretWords, evidence: [await gives(people.committee)],
    measure: 'talk', kinship: 'none', second: people.gridWorker.account,
  }))
  await does(people.gridWorker, id, 'concur', { secondKinship: 'none', secondSays: '看了监控，情况属实' })
  await does(people.committee, id, 'tell', { toldHow: 'handed', toldProof: [await gives(people.committee)] })
  await pass(12)
  await does(other, id, 'decide', { deciderKinship: 'none', reasons: '事实清楚，没有异议' })
  return id
}

const inside: readonly Name[] = ['committee', 'gridWorker', 'resident']
const outside = (Object.keys(people) as Name[]).filter(name => !inside.includes(name))

/** Tables in which a row of a matter could be met, by the column that names the matter. */
const places = { matter: 'id', matter_internal: 'id', entry: 'matter', sealed: 'matter', deadline: 'matter', party: 'matter', link: 'matter', matter_term: 'matter', file: 'matter', integrity_entry: 'matter', access_log: 'matter' } as const

test('26.2: nobody outside the village meets an evaluation anywhere; the person reads all of it, and its committee, each reading logged', async () => {
  const id = await entersOne()
  const rows = async (who: Actor, table: keyof typeof places): Promise<number> => (await database.scoped(who, tx => tx.query(`select 1 from ${table} where ${places[table]} = $1::uuid`, [id]))).length
  for (const name of outside) {
    for (const table of Object.keys(places) as (keyof typeof places)[]) {
      if (table === 'access_log' && name === 'auditor') continue
      assert.equal(await rows(people[name], table), 0, `${name} meets it in ${table}`)
    }
    assert.equal(await database.scoped(people[name], tx => readMatter(tx, house, people[name], id)), undefined, name)
    assert.deepEqual(await database.scoped(people[name], tx => tx.query('select seq from app_open($1, $2::uuid)', ['630202', id])), [], `${name} opens a value`)
    assert.equal(refused(await tries(people[name], id, 'drop', { dropWhy: '不予评价' })).code, 'not-found', name)
    assert.deepEqual([await database.scoped(people[name], tx => evaluationsOf(tx, '630202', village, today())), await database.scoped(people[name], ownEvaluations)], [[], []], name)
  }
  const program = { ...people.committee, program: true } as const
  for (const table of ['matter', 'entry', 'sealed', 'file', 'integrity_entry'] as const) assert.equal(await rows(program, table), 0, `a program meets it in ${table}`)
  assert.equal(await rows({ ...people.resident, program: true }, 'matter'), 0, 'nor the person’s own program')
  for (const who of [people.committee, other, people.resident, people.gridWorker]) {
    const page = await database.scoped(who, tx => readMatter(tx, house, who, id)) ?? assert.fail('not theirs to read')
    const given = Object.fromEntries(page.facts.map(one => [one.fact, one]))
    assert.deepEqual([given['happened']?.value, given['whom']?.value, given['reasons']?.masked, page.files.length], [secretWords, secretName, false, 2], who.account)
  }
  const log = await database.scoped(people.resident, tx => tx.query<{ account: string }>('select account from access_log where matter = $1::uuid', [id]))
  assert.deepEqual(log.map(row => row.account).toSorted(), [people.committee.account, other.account, people.gridWorker.account].toSorted(), 'the person sees who looked')
  assert.deepEqual((await database.scoped(people.resident, ownEvaluations)).map(one => [one.id, one.stage, one.clause, one.measure, one.ended]), [[id, 'entered', '4', 'talk', null]])
  const [masked] = await database.scoped(people.committee, tx => evaluationsOf(tx, '630202', village, today()))
  assert.notEqual(masked?.person, secretName, 'lists name nobody whole')
})

test('26.2: whoever asks, of whichever post anywhere: the database shows an evaluation to none but its village’s committee and who takes part', async () => {
  const id = await entersOne()
  const known = await rowOf(house, id)
  const anyActor: fc.Arbitrary<Actor> = fc.record({
    kind: fc.constantFrom(...(Object.keys(postKinds) as PostKind[])), region: fc.constantFrom(...regions.map(([code]) => code)), office: fc.option(fc.constantFrom(...offices), { nil: undefined }),
    account: fc.constantFrom(...(Object.keys(people) as Name[]).map(name => people[name].account), randomUUID()), program: fc.boolean(),
  }).map(({ kind, region, office, account, program }) => ({ kind, account, clearance: 'confidential' as const, region, ...(office !== undefined && { office }), ...(program && { program: true as const }) }))
  // Who says they are of the committee has to hold such a post: the pure answer takes an actor's word, the database does not.
  const asMember = (actor: Actor): boolean => actor.kind === 'committee' && actor.office === `${village}/committee`
  await fc.assert(fc.asyncProperty(anyActor, async actor => {
    const found = await database.scoped(actor, tx => tx.query('select id from matter where id = $1::uuid', [id]))
    assert.equal(found.length === 1, !asMember(actor) && reaches(actor, known) ? true : asMember(actor) && actor.program !== true && known.parties.some(party => party.account === actor.account))
  }), { numRuns: 120 })
})

test('26.2: nothing of it is counted, found by words or under a grant, sent out, or read by another procedure', async () => {
  const id = await entersOne()
  const one = async (text: string): Promise<number> => (await database.owner(tx => tx.query<{ n: number }>(`select count(*)::int as n from ${text}`)))[0]?.n ?? -1
  assert.deepEqual([await one(`tally where procedure = 'credit-review'`), await one(`tally_sum where procedure = 'credit-review'`)], [0, 0], 'no count')
  assert.equal(await one(`matter_term t join matter m on m.id = t.matter where m.procedure = 'credit-review'`), 0, 'no term')
  assert.equal(await one(`matter where procedure = 'credit-review' and published`), 0, 'published at no stage')
  const number = (await database.owner(tx => tx.query<{ number: string }>('select number from matter where id = $1::uuid', [id])))[0]?.number ?? ''
  assert.deepEqual(await database.scoped(people.countyLead, tx => tx.query('select id from app_numbered($1)', [number])), [], 'no leave can be asked for it')
  await database.scoped(system, tx => tx.query(
    `insert into access_grant (county, id, account, post, target, class, since, until) values ('630202', gen_random_uuid(), $1::uuid, $2::uuid, $3::uuid, 'confidential', now() - interval '1 day', now() + interval '1 day')`,
    [people.townLead.account, people.townLead.post, id]))
  const granted: Actor = { ...people.townLead, granted: true }
  assert.deepEqual([await database.scoped(granted, tx => tx.query('select id from matter where id = $1::uuid', [id])), await database.scoped(granted, tx => tx.query('select seq from app_open($1, $2::uuid)', ['630202', id]))], [[], []], 'and a grant that stands opens nothing')
  for (const scope of ['region', 'office'] as const) {
    const page = await database.scoped(people.townLead, tx => list(tx, people.townLead, { scope, counties: ['630202'], all: true, limit: 200 }))
    assert.ok(page.rows.every(row => row.procedure !== 'credit-review'), scope)
  }
  // No procedure but its own names a loader or a register of it, links to it, opens it or moves it.
  const needed = (name: string): readonly string[] => Object.values(procedures.find(p => p.name === name)?.needs ?? {}).map(need => need.load)
  assert.deepEqual(needed('credit-review').toSorted(), ['covenantInForce', 'covenantInForce', 'namesakes', 'villager', 'villager', 'villager'])
  for (const procedure of procedures.filter(p => p.name !== 'credit-review')) assert.deepEqual(procedure.records.filter(name => name.startsWith('integrity')), [], procedure.name)
  // And no source but the register's own asks the table: whatever loader there is answers without it.
  const root = new URL('../', import.meta.url)
  const sources = ['kernel', 'procedures', 'registers', 'server', 'store'].flatMap(folder => readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts')).map(file => `${folder}/${file}`))
  const naming = (word: string): readonly string[] => sources.filter(file => readFileSync(new URL(file, root), 'utf8').includes(word)).toSorted()
  assert.deepEqual(naming('integrity_entry'), ['registers/covenants/integrity.ts'])
  assert.ok(naming('credit-review').every(file => /^(procedures\/3-governance\/credit-review\/|registers\/covenants\/integrity|regulation\/|registers\/demo\/|server\/(routes|wire|views|schemas)\/covenants)|^procedures\/index\.ts$/.test(file)), naming('credit-review').join())
  // Every loader there is, asked about the matter, its person and its village, as the widest post there is. What an account is called is no secret of an evaluation: it bears another name meanwhile.
  await database.owner(tx => tx.query(`update account set name = 'resident' where id = $1::uuid`, [people.resident.account]))
  for (const [name, loader] of Object.entries(house.loaders)) {
    const asked = { id, matter: id, list: id, covenant: id, account: people.resident.account, village, county: '630202', region: village, number, day: '2026-07-30', at: now.toISOString(), offices: [], office: '630202001001/committee', category: 'waste', text: secretWords, from: '' }
    const answer = await database.scoped(people.countyLead, tx => loader(tx, asked)).catch(() => undefined)
    const said = JSON.stringify(answer ?? null)
    assert.ok(!said.includes(secretWords) && !said.includes(secretName) && !said.includes('credit-review'), `${name} tells of it: ${said.slice(0, 300)}`)
  }
  await database.owner(tx => tx.query('update account set name = $2 where id = $1::uuid', [people.resident.account, secretName]))
})

test('26.2: an entry ends by its date, the person asks in the village for a correction, and what was sealed is erased', async () => {
  const id = await entersOne()
  assert.equal(refused(await opens(people.resident, 'data-request', 'ask', { right: 'erase', village, whose: 'self', about: id, details: '请删除这条评价' })).code, 'in-the-village')
  const day = (await rowOf(house, id)).facts['until'] as string
  await does(people.resident, id, 'askCorrection', { wish: '日期写错了，请更正' })
  await does(other, id, 'answerCorrection', { correction: 'kept', reply: '核对过，日期没有错' })
  const inFile = async (of: string): Promise<boolean> => (await database.scoped(people.committee, tx => evaluationsOf(tx, '630202', village, of))).some(one => one.id === id)
  assert.deepEqual([await inFile(day), await inFile(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))], [true, false], 'its last day is the last, whether or not the clock was called')
  const at = (when: string, seconds: number): Date => new Date(Date.parse(`${when}T00:00:00+08:00`) + seconds * 1000)
  now = at(day, 86_400 + 60)
  await catchUp(house, now)
  assert.equal((await rowOf(house, id)).stage, 'expired')
  assert.deepEqual([await inFile(today()), await inFile(day), (await database.scoped(people.resident, ownEvaluations)).some(one => one.id === id)], [false, false, true], 'out of the village’s file; the person sees that it ended')
  const [entry] = await database.scoped(people.resident, tx => tx.query<{ ended: string; why: string }>('select ended::text as ended, why from integrity_entry where matter = $1::uuid', [id]))
  assert.equal(entry?.why, 'expired')
  now = new Date(now.getTime() + 120 * 86_400_000)
  const did = await retain(house, now)
  assert.deepEqual([did.failed, did.erased > 0], [[], true])
  assert.deepEqual(await database.scoped(clock, tx => tx.query('select fact from sealed where matter = $1::uuid and erased is null and fact in (\'whom\', \'happened\', \'reasons\', \'evidence\')', [id])), [])
})

test('26.2: a second evaluator who stands aside sees the evaluation no more', async () => {
  const about = { village, clause: '4', direction: 'breaks', happenedOn: new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10), whom: secretName, account: people.resident.account, happened: secretWords, evidence: [await gives(people.committee)], measure: 'talk', kinship: 'none' }
  const { id } = took(await opens(people.committee, 'credit-review', 'evaluate', { ...about, second: people.gridWorker.account }))
  const seen = async (): Promise<number> => (await database.scoped(people.gridWorker, tx => tx.query('select id from matter where id = $1::uuid', [id]))).length
  assert.equal(await seen(), 1)
  await does(people.committee, id, 'replaceSecond', { second: other.account })
  assert.equal(await seen(), 0)
  assert.equal(refused(await tries(people.gridWorker, id, 'concur', { secondKinship: 'none', secondSays: '情况属实' })).code, 'not-found')
})

test('26.2: whoever the evaluation names without an account is looked for by name, and linked later', async () => {
  const about = { village, clause: '4', direction: 'breaks', happenedOn: new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10), whom: secretName, happened: secretWords, evidence: [await gives(people.committee)], measure: 'talk', kinship: 'none', second: people.gridWorker.account }
  assert.equal(refused(await opens(people.committee, 'credit-review', 'evaluate', about)).faults?.[0]?.fact, 'account')
  const { id } = took(await opens(people.committee, 'credit-review', 'evaluate', { ...about, evidence: [await gives(people.committee)], notThese: true }))
  const mine = async (): Promise<boolean> => (await database.scoped(people.resident, ownEvaluations)).some(one => one.id === id)
  assert.equal(await mine(), false)
  await does(people.gridWorker, id, 'concur', { secondKinship: 'none', secondSays: '看了监控，情况属实' })
  await does(people.committee, id, 'tell', { toldHow: 'handed', toldProof: [await gives(people.committee)] })
  await pass(12)
  await does(other, id, 'decide', { deciderKinship: 'none', reasons: '事实清楚，没有异议' })
  await does(people.committee, id, 'link', { account: people.resident.account })
  assert.equal(await mine(), true)
  assert.deepEqual(await database.owner(tx => tx.query('select account from integrity_entry where matter = $1::uuid', [id])), [{ account: people.resident.account }])
})

test('a village’s own committee alone decides there: another’s finds no such evaluation', async () => {
  const id = await entersOne()
  assert.equal(refused(await tries(people.westCommittee, id, 'carryOut', { carriedOut: '已谈话' })).code, 'not-found')
  await does(people.committee, id, 'carryOut', { carriedOut: '已上门谈过' })
})
