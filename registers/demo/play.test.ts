import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { kindOf, warnings } from '../../procedures/3-governance/dispute/warning.ts'
import { loadLives } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { boardByMonth } from '../../store/read/board.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { houseOver } from '../../test/helpers/world.ts'
import { openDirectory } from '../live-directory.ts'
import { installReference } from '../reference.ts'
import { knownIn, registerLoaders, registerRecorders } from '../serving.ts'
import { demoCity } from './city.ts'
import { planDisputeYear } from './dispute-year.ts'
import { planLists } from './lists.ts'
import { loadCity } from './load.ts'
import { playOffices } from './play.ts'
import type { KeepPaper } from './keep-paper.ts'
import { ruledSheet } from './papers.ts'

const now = new Date('2026-12-13T07:00:00Z')
const city = demoCity({ counties: ['630203'], seed: 4, households: 3 })
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, async tx => { await installReference(tx); await loadCity(tx, city) })
})
after(() => database.close())

test('a demo’s offices asked as real ones do: some done, running, offered, disputed and with the township, one refused; played again, nothing is added', async () => {
  const live = await openDirectory(database, now)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: { ...world.recorders, ...registerRecorders }, known: knownIn(live) }
  const year = planDisputeYear(city, now)
  for (const turn of [...planLists(city, now), year]) await loadLives(house, turn, now)
  const kept = new Map<string, Uint8Array>()
  const keep: KeepPaper = ({ id, giver, name, at, image }) => database.scoped(giver, async tx => {
    const bytes = ruledSheet()
    kept.set(id, bytes)
    await tx.query(`insert into file (id, account, name, type, bytes, digest, given, sealed_by) values ($1::uuid, $2::uuid, $3, $4, $5::int, decode($6, 'hex'), $7::timestamptz, 1) on conflict do nothing`,
      [id, giver.account, name, image ? 'image/png' : 'application/pdf', bytes.length, createHash('sha256').update(bytes).digest('hex'), at.toISOString()])
  })
  const standing = () => database.scoped(system, tx => tx.query<{ procedure: string; stage: string; n: number }>(
    `select procedure, stage, count(*)::int as n from matter where procedure in ('commission', 'township-task', 'community-task') group by 1, 2 order by 1, 2`))
  await playOffices(house, city, now, keep)
  const once = await standing()
  assert.deepEqual(once.map(({ procedure, stage, n }) => `${procedure} ${stage} ${n}`), [
    'commission approving 1', 'commission closed 1', 'commission running 3',
    'community-task awaiting 1', 'community-task declined 1', 'community-task disputed 1', 'community-task doing 1', 'community-task done 3', 'community-task offered 1',
    'township-task passed 3', 'township-task reviewing 1',
  ])
  await playOffices(house, city, now, keep)
  assert.deepEqual(await standing(), once)
  const others = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('summons', 'summons-call', 'campaign', 'campaign-part') group by procedure, stage order by 1`))
  assert.deepEqual(others.map(row => row.told), ['campaign running 1', 'campaign-part running 1', 'summons closed 1', 'summons gathering 1', 'summons-call answering 1', 'summons-call attending 1', 'summons-call closed 2'])
  const field = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('visit-plan', 'visit', 'hazard', 'care-need', 'patrol', 'inspection', 'errand', 'workload-note', 'grid-appointment') group by procedure, stage order by 1`))
  assert.deepEqual(field.map(row => row.told), [
    'care-need asked 1', 'errand filed 1', 'grid-appointment meeting 1', 'hazard found 2', 'hazard rectifying 1', 'inspection rectifying 1', 'patrol due 1', 'visit due 4', 'visit-plan running 2', 'workload-note said 1',
  ])
  const points = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure like 'points-%' or procedure in ('redemption', 'reward-stock') group by procedure, stage order by 1`))
  assert.deepEqual(points.map(row => row.told), [
    'points-award recorded 1', 'points-award settled 2', 'points-award shown 1', 'points-catalogue inForce 1', 'points-objection filed 1', 'points-posting settled 1', 'points-posting shown 1',
    'points-proposal answered 1', 'points-scheme designing 1', 'points-scheme inForce 1', 'redemption handedOver 1', 'redemption reserved 1', 'reward-stock stocked 1',
  ])
  const talk = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('deliberation', 'deliberation-comment', 'resolution-task', 'hearing-round', 'hearing-opinion') group by procedure, stage order by 1`))
  assert.deepEqual(talk.map(row => row.told), [
    'deliberation adjourned 1', 'deliberation carryingOut 1', 'deliberation closed 1', 'deliberation noticed 1', 'deliberation raised 1', 'deliberation voting 1', 'deliberation-comment answered 1', 'deliberation-comment waiting 1',
    'hearing-opinion answered 1', 'hearing-opinion waiting 1', 'hearing-round held 1', 'hearing-round planned 1', 'resolution-task doing 1', 'resolution-task done 1',
  ])
  const law = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('mediation-committee', 'mediator', 'studio', 'adviser-contract', 'advice', 'law-talk') group by procedure, stage order by 1`))
  assert.deepEqual(law.map(row => row.told), [
    'advice booked 1', 'advice closed 1', 'adviser-contract drafted 1', 'adviser-contract inForce 2', 'law-talk held 1', 'law-talk planned 1',
    'mediation-committee attesting 1', 'mediation-committee filed 3', 'mediator asked 1', 'mediator serving 2', 'studio recognised 1', 'studio recognising 1',
  ])
  const disputes = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('dispute', 'dispute-handoff', 'screening', 'screening-finding', 'risk-assessment', 'major-decision', 'mediation-subsidy', 'mediation-subsidy-scheme') group by procedure, stage order by 1`))
  assert.deepEqual(disputes.map(row => row.told), [
    'dispute between 1', `dispute closed ${2 + year.length}`, 'dispute consenting 2', 'dispute mediating 3', 'dispute pending 1', 'dispute performing 3', 'dispute registered 2', 'dispute triaging 1',
    'dispute-handoff received 1', 'major-decision made 1', 'mediation-subsidy paid 1', 'mediation-subsidy-scheme inForce 1', 'risk-assessment decided 1',
    'screening watched 2', 'screening-finding closed 1', 'screening-finding found 2',
  ])
  assert.deepEqual(planDisputeYear(city, now), year, 'the same city and day, the same year')
  const months = await database.scoped(system, tx => boardByMonth(tx, { region: city.focus.county, county: city.focus.county, procedure: 'dispute', width: 9, since: '2026-01-01', begins: 'kind-' }))
  const grown = warnings(months.flatMap(({ region, measure, month, n }) => { const kind = kindOf(measure); return kind ? [{ place: region, kind, month, n }] : [] }), '2026-12', house.law)
  assert.deepEqual(grown.map(one => [one.place, one.kind]), [[city.focus.township, 'water']], 'one kind grows in one place')
  const unkept = await database.scoped(system, tx => tx.query('select from file where matter is null'))
  assert.deepEqual(unkept, [], 'every paper is named by an act')
  const rests = await database.scoped(system, tx => tx.query<{ outcome: string; adopts: boolean; seen: number }>(
    `select d.facts ->> 'outcome' as outcome, d.facts ->> 'adopts' is not null as adopts, (select count(*)::int from count_sheet c where c.county = s.county and c.matter = s.resolution) as seen
     from points_scheme s join matter d on d.county = s.county and d.id = s.resolution and d.procedure = 'deliberation'`))
  assert.deepEqual(rests.map(one => [one.outcome, one.adopts, one.seen]), [['passed', true, 2]], 'the scheme rests on a vote that was counted twice')
  const { faults, files } = await verifyCounty(house, '630203', () => undefined, id => Promise.resolve(kept.get(id) ?? 'gone'))
  assert.deepEqual([faults, files], [[], kept.size], 'and every paper of theirs is whole')
  const work = await database.scoped(system, tx => tx.query<{ given: number; refused: number }>('select (select count(*)::int from given_work) as given, (select count(*)::int from refused_attempt) as refused'))
  assert.deepEqual(work, [{ given: 8, refused: 1 }])
})
