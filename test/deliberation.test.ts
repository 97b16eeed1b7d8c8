import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sealBallot } from '../kernel/voting/envelope.ts'
import type { Choice } from '../kernel/voting/track.ts'
import { system } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { digestOf, figuresIn, type ResultFile } from '../kernel/voting/file.ts'
import { tally } from '../kernel/voting/tally.ts'
import { cast } from '../registers/ballots/cast.ts'
import { publishedOf } from '../registers/ballots/publish.ts'
import { commentsOn, stagesReached, tasksOf, topicsIn, yearOfTalk } from '../registers/deliberations.ts'
import type { House } from '../store/house.ts'
import { readMatter } from '../store/read/matter.ts'
import { forgetRolls } from '../store/rolls-kept.ts'
import { verifyCounty } from '../store/verify.ts'
import { verifyVotes } from '../store/verify/votes.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { instant } from './helpers/play.ts'
import { live, rowOf } from './helpers/live.ts'
import { fillWorld, houseOver, idOf, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
const county = '630202'
const village = '630202101201'

/** Two residents with accounts of their own, of two households. */
const residents = { villager: '马有福', otherVillager: '祁生莲' } as const

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  await database.scoped(system, async tx => {
    for (const [at, [who, name]] of Object.entries(residents).entries()) {
      const [home, person] = [idOf(`home of ${who}`), idOf(`person ${who}`)]
      await tx.query(`insert into household (county, id, code, village, team, address, since) values ($1, $2::uuid, $3, $4, '一社', $5, '2023-02-01')`, [county, home, `${village}-000${at + 1}`, village, `一社${at + 1}号`])
      await tx.query('insert into person (county, id, village, household, name, pinyin, born_decade, head) values ($1, $2::uuid, $3, $4::uuid, $5, $5, 1970, true)', [county, person, village, home, name])
      await tx.query('update account set person = $1::uuid, home = $2 where id = $3::uuid', [person, village, people[who as keyof typeof residents].account])
    }
  })
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  await database.close()
})

const photo = async (who: Name): Promise<string> => {
  const id = randomUUID()
  await database.scoped(people[who], tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'sheet.jpg', 'image/jpeg', 4, '\\x00', '2026-06-08T01:00:00Z')`, [id, people[who].account]))
  return id
}

const ask = { topic: '集体机动地对外承包收益分配', village, raisedBy: 'residents', concern: 'publicAffairs', reason: '去年收益怎么分，请成员大会议一议' }
const members = [residents.villager, residents.otherVillager, '晁得成', '绽寿山', '李存秀', '王国栋'].map((name, at) => ({ number: at + 1, name, household: `${village}-000${at + 1}` }))

/** Called for 18 June over a paper roll of six members, to vote in secret, in the hall and by phone. */
const called = async () => {
  const city = live(house)
  const id = await city.opens('villager', ask, 'raise', 'deliberation')
  await city.does('villageCommittee', 'accept', id, { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' })
  await city.does('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: members })
  await city.does('villageCommittee', 'giveNotice', id, { meetingOn: '2026-06-18', where: '村委会院子', form: 'both', question: '是否同意分配方案？', voteUntil: '2026-06-19' })
  return { city, id }
}

const phone = async (id: string, who: keyof typeof residents, number: number, choice: Choice, at: Date) => {
  const [row] = await database.scoped(system, tx => tx.query<{ key: Uint8Array }>('select key from poll where matter = $1::uuid', [id]))
  const envelope = await sealBallot(new Uint8Array(row?.key ?? assert.fail('no key')), id, choice)
  return cast(database, { account: people[who].account, matter: id, number, envelope }, at)
}
const votesWrong = (): Promise<readonly string[]> => database.scoped(system, async tx => (await verifyVotes(tx, county)).map(one => one.what))
const codeOf = (answer: object): string => (isRefusal(answer) ? answer.code : 'done')

/** What was published is what the chain keeps: whoever rewrites rows and file alike, with every digest made anew, is found out. */
const chained = async (id: string): Promise<void> => {
  const file = JSON.parse(await database.scoped(system, tx => publishedOf(tx, id)) ?? '') as ResultFile
  const { facts } = await rowOf(house, id)
  assert.deepEqual([facts['rollDigest'], facts['bookDigest'], facts['urnDigest']], [file.roll.digest, file.attendance.digest, file.urn.digest])
  const { digest: _, ...rest } = file
  const forged = async (more: Partial<ResultFile>): Promise<string> => { const made = { ...rest, ...more }; return JSON.stringify({ ...made, digest: await digestOf(made) }) }
  const votes = { ...file.votes, for: file.votes.for - 1, against: 1 }
  const measured = tally(file.measure, { ...figuresIn({ ...file, votes }), votes })
  assert.ok(!isRefusal(measured))
  const tries: readonly (readonly [sql: string, named: RegExp])[] = [
    [`update urn_choice set mark = 'against' where matter = '${id}'; update poll set result = '${await forged({ votes, outcome: measured.outcome, words: measured.words })}' where matter = '${id}'`, /was declared otherwise/],
    [`update poll set result = '${await forged({ roll: { ...file.roll, digest: 'ab'.repeat(32) } })}' where matter = '${id}'; update roll set digest = decode('${'ab'.repeat(32)}', 'hex') where matter = '${id}'`, /roll is not the one that the matter’s entries name/],
    [`update poll set result = null, published = null where matter = '${id}'`, /the published result is gone/],
  ]
  for (const [sql, named] of tries) {
    const undone = database.owner(async tx => {
      await tx.simple(sql)
      const faults = (await verifyVotes(tx, county)).filter(one => one.matter === id).map(one => one.what).join('; ')
      assert.match(faults, named)
      throw new Error('undone')
    })
    await assert.rejects(undone, /undone/)
  }
}

test('25.1: over the database a topic lives from its raising to its tasks; one attendance book, two counters, and a result that can be recomputed', async () => {
  const { city, id } = await called()
  const comment = await city.opens('otherVillager', { topic: id, village, sort: 'question', speaksAs: 'resident', comment: '外嫁的女儿算不算成员？' }, 'comment', 'deliberation-comment')
  await city.does('villageCommittee', 'answer', comment, { outcome: 'explained', reply: '按成员身份确认名册，依法保障' })

  const frozen = await city.refused('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: members })
  assert.equal(frozen.code, 'wrong-stage')
  await city.does('villager', 'contestRoll', id, { rollWrong: '五号李存秀去年已经去世' })
  await city.until('2026-06-18 09:00')
  assert.equal((await city.refused('villageCommittee', 'openVote', id)).code, 'roll-contested')
  await city.does('villageCommittee', 'correctRoll', id, { rollChanges: [{ does: 'alter', reason: 'other', number: 5, name: '李存秀', household: `${village}-0005` }], rollAnswer: '核实健在，更正户号' })
  await city.does('villageCommittee', 'openVote', id)

  assert.equal(codeOf(await phone(id, 'villager', 1, 'for', city.now())), 'done')
  assert.equal(codeOf(await phone(id, 'villager', 1, 'against', city.now())), 'already-took-part', 'a second vote')
  assert.equal(codeOf(await phone(id, 'villager', 2, 'for', city.now())), 'not-on-roll', 'not entitled')
  const twice = await city.refused('villageWorker', 'attend', id, { attendance: [{ number: 1, way: 'hall' }], bookSheet: [await photo('villageWorker')] })
  assert.deepEqual([twice.code, /1号（手机）/.test(twice.why.zh)], ['already-took-part', true])
  const stranger = await city.refused('villageWorker', 'attend', id, { attendance: [{ number: 3, way: 'proxy', holderName: '外村某人', written: true }], bookSheet: [await photo('villageWorker')] })
  assert.deepEqual([stranger.code, /同一户/.test(stranger.why.zh)], ['proxy-refused', true])
  await city.does('villageWorker', 'attend', id, { attendance: [{ number: 2, way: 'hall' }, { number: 3, way: 'hall' }, { number: 4, way: 'paper' }, { number: 6, way: 'hall' }], bookSheet: [await photo('villageWorker')] })
  await city.does('villageCommittee', 'strike', id, { number: 6, strikeWhy: '登记到了别人的一行' })
  assert.deepEqual((await city.refused('villager', 'contestLine', id, { number: 2, lineWrong: '我没有到会' })).faults?.map(one => one.fact), ['number'], 'a line of somebody else')
  await city.does('otherVillager', 'contestLine', id, { number: 2, lineWrong: '我没有到会，也没有委托' })
  await city.until('2026-06-20 09:00')
  assert.equal((await city.matter(id)).stage, 'counting', 'it closed by itself')
  assert.equal(codeOf(await phone(id, 'otherVillager', 2, 'for', city.now())), 'vote-closed', 'a late vote')

  const sheet = async (who: Name, forIt: number) => ({ counterKin: 'none', countPlace: '会场', countTotals: [{ for: forIt, against: 0, abstain: 3 - forIt, spoilt: 0 }], countSheet: [await photo(who)] })
  const first = await sheet('villageCommittee', 3)
  await city.does('villageCommittee', 'count', id, first)
  const mayOpen = (who: Name) => database.scoped(people[who], async tx => (await tx.query('select from file where id = $1::uuid', [first.countSheet[0]])).length)
  assert.deepEqual([await mayOpen('supervisor'), await mayOpen('villageWorker')], [0, 0], 'the second counter is not shown the first’s photo')
  assert.equal((await city.refused('villageCommittee', 'count', id, await sheet('villageCommittee', 3))).code, 'same-counter')
  assert.equal((await city.refused('supervisor', 'count', id, await sheet('supervisor', 2))).code, 'counts-differ')
  assert.match((await city.refused('villageCommittee', 'declare', id)).why.zh, /签到异议没有核对：2号/)
  await city.does('supervisor', 'answerLine', id, { number: 2, lineAnswer: 'stands', lineNote: '签名页上有本人签名' })
  assert.equal((await city.refused('villageCommittee', 'declare', id)).code, 'not-counted')
  await city.does('supervisor', 'count', id, await sheet('supervisor', 3))
  assert.match((await city.refused('villageCommittee', 'declare', id)).why.zh, /签到册还没有/)
  assert.equal((await city.refused('villageCommittee', 'checkBook', id)).code, 'same-hand')
  await city.does('supervisor', 'checkBook', id)
  await city.does('villageCommittee', 'declare', id)
  const { facts } = await city.matter(id)
  const { outcome, explained } = facts as { readonly [name: string]: string }
  assert.deepEqual([outcome, /名册共6人，须有4人参加（三分之二以上），实际参加4人；通过须4票（全体三分之二以上），同意4票/.test(explained ?? '')], ['passed', true], explained)
  assert.deepEqual([await mayOpen('supervisor'), await mayOpen('villageWorker')], [1, 1], 'declared, it is evidence')
  await chained(id)

  await city.does('villageCommittee', 'publish', id, { resolution: '按成员人数平均分配，提留一成用于公益' })
  await city.until('2026-06-30 09:00')
  await city.does('villageCommittee', 'assign', id, { tasks: [{ what: '公示分配明细', responsible: '村集体经济组织', until: '2026-07-05' }] })
  const [task] = await database.scoped(system, tx => tasksOf(tx, county, id, 'carries'))
  assert.equal((await city.refused('villageCommittee', 'reportBack', id, { report: '分配明细已公示，款项已发放' })).code, 'tasks-open')
  await city.until('2026-07-07 09:00')
  await city.does('villageCommittee', 'finish', task?.id ?? '', { report: '已张贴并发放' })
  await city.does('villageCommittee', 'reportBack', id, { report: '分配明细已公示，款项已发放' })
  await city.until('2026-07-16 09:00')
  assert.equal((await city.matter(id)).stage, 'closed')

  const told = await database.scoped(system, async tx => ({ topics: await topicsIn(tx, county, village), comments: await commentsOn(tx, county, id, 'on'), path: await stagesReached(tx, county, id), year: await yearOfTalk(tx, county, village, ['2026-01-01', '2027-01-01']) }))
  assert.deepEqual([told.topics.length, told.comments.length, told.path.map(one => one.stage)], [1, 1, ['raised', 'preparing', 'noticed', 'voting', 'counting', 'declared', 'objecting', 'carryingOut', 'reported', 'closed']])
  assert.deepEqual([told.year.raised, told.year.passed, told.year.done, told.year.late, told.year.answered], [1, 1, 1, 1, 1])
})

test('names on a roll go when their time is over, and verifying knows it: not before the end, not under a hold, and no roll passes for a forgotten one', async () => {
  const { city, id } = await called()
  const lines = async (): Promise<string> => JSON.stringify(await database.owner(async tx => [
    await tx.query('select * from roll_unit where matter = $1::uuid', [id]), await tx.query('select * from roll_correction where matter = $1::uuid', [id]), await tx.query('select * from roll_voter where matter = $1::uuid', [id])]))
  await city.does('villager', 'contestRoll', id, { rollWrong: '五号李存秀去年已经去世' })
  await city.does('villageCommittee', 'correctRoll', id, { rollChanges: [{ does: 'strike', reason: 'death', number: 5 }], rollAnswer: '李存秀已去世，划去' })
  await city.until('2026-06-18 09:00')
  await city.does('villageCommittee', 'openVote', id)
  assert.equal(await forgetRolls(house, instant('2036-01-01 10:00')), 1, 'that of the first test, which is over')
  assert.match(await lines(), /晁得成/, 'of a vote that runs nothing goes')
  await city.until('2026-06-20 09:00')
  await city.does('villageCommittee', 'declare', id)
  await city.does('villageCommittee', 'letRest', id, { dropReason: '明年再议' })
  assert.equal(await forgetRolls(house, instant('2029-06-20 08:00')), 0, 'a day early')
  await database.owner(tx => tx.query(`insert into retention_hold (county, id, matter, ground, since, until) values ($1, $2::uuid, $3::uuid, 'litigation', '2029-01-01T00:00:00Z', '2029-12-31')`, [county, randomUUID(), id]))
  assert.equal(await forgetRolls(house, instant('2029-06-21 10:00')), 0, 'held')
  assert.equal(await forgetRolls(house, instant('2030-01-01 10:00')), 1)
  const left = await lines()
  for (const gone of ['晁得成', '李存秀', `${village}-0005`, '已去世', people.villager.account]) assert.ok(!left.includes(gone), gone)
  assert.deepEqual(await votesWrong(), [])
  await database.owner(tx => tx.simple(`update roll_unit set name = '别人' where matter = '${id}' and number = 1`))
  assert.match((await votesWrong()).join('; '), /marked as forgotten and names somebody/)
  await database.owner(tx => tx.simple(`update roll_unit set name = '*' where matter = '${id}' and number = 1`))
})

test('the supervisory committee reads every stage; a resident of elsewhere reads what is published and nothing of who is on the roll', async () => {
  const city = live(house)
  const id = await city.opens('villager', ask, 'raise', 'deliberation')
  const seen = (who: Name) => database.scoped(people[who], tx => readMatter(tx, house, people[who], id, { now: city.now() }))
  assert.deepEqual([(await seen('supervisor'))?.matter.stage, await seen('stranger'), await seen('handler')], ['raised', undefined, undefined])
  await city.does('villageCommittee', 'accept', id, { subject: 'collectiveAssets', touches: 'nothing', manner: 'secret' })
  await city.does('villageCommittee', 'draftRoll', id, { rollFrom: 'paper', units: members })
  const [theirs, supervised] = [await seen('stranger'), await seen('supervisor')]
  assert.equal(theirs?.matter.stage, 'preparing')
  assert.ok(supervised && !JSON.stringify(theirs.entries).includes('晁得成'), 'the roll is told to nobody else')
  await city.does('supervisor', 'supervise', id, { supervision: '请按时公布名册' })
})

test('what was heard goes on as a request or a topic over the database, linked to what it came from', async () => {
  const city = live(house)
  const round = await city.opens('villageCommittee', { title: '六月听取意见日', village, where: '村委会', day: '2026-06-09', listeners: '村委会主任' }, 'schedule', 'hearing-round')
  await city.until('2026-06-09 15:00')
  await city.does('villageCommittee', 'hold', round, { heldOn: '2026-06-09', came: 3, heard: [{ said: '村口要装减速带', concern: 'publicAffairs', way: 'onBehalf', speaker: '绽寿山', phone: '13897221234' }, { said: '想议一议办红白理事会', concern: 'governance', way: 'self' }] })
  const rows = await database.scoped(system, tx => tx.query<{ id: string; said: string }>(`select m.id, m.facts ->> 'said' as said from matter m where m.procedure = 'hearing-opinion' order by m.number`))
  const [bump, council] = [rows.find(row => row.said.includes('减速带')), rows.find(row => row.said.includes('理事会'))]
  assert.equal((await city.refused('villageCommittee', 'close', round)).code, 'unanswered')
  await city.does('villageCommittee', 'toRequest', bump?.id ?? '', { answer: '已转为诉求，请乡镇办理' })
  await city.does('villageCommittee', 'toTopic', council?.id ?? '', { topic: '成立红白理事会', answer: '列入议题' })
  await city.does('villageCommittee', 'close', round)
  const made = await database.scoped(system, tx => tx.query<{ procedure: string }>(`select m.procedure from link l join matter m on m.county = l.county and m.id = l.matter where l.kind = 'heard' and l.other in ($1::uuid, $2::uuid) order by 1`, [bump?.id, council?.id]))
  assert.deepEqual(made.map(row => row.procedure), ['deliberation', 'request'])
  const open = await database.scoped(people.stranger, tx => tx.query<{ facts: string }>(`select m.facts::text as facts from matter m where m.id = $1::uuid`, [bump?.id]))
  assert.ok(!open[0]?.facts.includes('绽寿山') && !open[0]?.facts.includes('13897221234'), 'published without names')
})
