import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Matter } from '../kernel/matter.ts'
import { classes, postKinds, system, type Actor, type Class } from '../kernel/post.ts'
import { groundFor, type Grant } from '../kernel/reach.ts'
import { request } from '../procedures/2-foundations/request.ts'
import { act } from '../store/act.ts'
import { sqlState } from '../store/connection.ts'
import type { House } from '../store/house.ts'
import { readMatter } from '../store/read/matter.ts'
import { readingsOfMine } from '../store/read/readings.ts'
import { unseal } from '../store/seal.ts'
import { everyStepTaken } from './helpers/steps-met.ts'
import { accessGrant } from '../procedures/2-foundations/access/access-grant.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, refused, rowOf, took } from './helpers/live.ts'
import { onTheWall } from './helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  await everyStepTaken(database, accessGrant)
  await database.close()
})

// Grants end by the database's own clock, so these are lived now.
const today = onTheWall(new Date().toISOString())
const told = { text: '楼上夜里很吵，孩子睡不着', place: '630202001001', contactName: '王小明', contactPhone: '13897221234' }
const purpose = '电话回访核实噪声情况'

const opened = async (): Promise<{ readonly id: string; readonly number: string; readonly city: ReturnType<typeof live> }> => {
  const city = live(house, today)
  const id = await city.opens('resident', told)
  const [row] = await database.owner(tx => tx.query<{ number: string }>('select number from matter where id = $1::uuid', [id]))
  return { id, number: row?.number ?? '', city }
}

/** Somebody as the server knows them once they hold a grant. */
const holding = (who: Name): Actor => ({ ...people[who], granted: true })
const page = (actor: Actor, id: string) => database.scoped(actor, tx => readMatter(tx, house, actor, id))
const phoneFor = async (actor: Actor, id: string): Promise<unknown> => (await page(actor, id))?.facts.find(fact => fact.fact === 'contactPhone')?.value
const log = (id: string) => database.owner(tx => tx.query<{ account: string; purpose: string; facts: readonly string[]; grant_id: string | null }>('select account, purpose, facts, grant_id from access_log where matter = $1::uuid order by at, id', [id]))

const asking = (number: string, more: object = {}) => ({ target: 'matter', area: '630202001', number, part: 'all', upTo: 'sensitive', days: 3, purpose, ...more })

test('20.2: above internal nothing is given out to a transaction that has not entered the reading before, whatever statement asks', async () => {
  const { id } = await opened()
  const asked = async (log: string | undefined) => database.scoped(people.dispatcher, async tx => {
    if (log !== undefined) await tx.query(log, [people.dispatcher.account, people.dispatcher.post, id])
    return (await tx.query<{ fact: string }>(`select fact from app_open('630202', $1::uuid) order by fact`, [id])).map(row => row.fact)
  })
  const entering = (facts: string): string => `insert into access_log (county, at, account, post, kind, purpose, matter, region, facts, mac)
    values ('630202', now(), $1::uuid, $2::uuid, 'dispatcher', 'duty', $3::uuid, '630202001001', '{${facts}}', '\\x00')`
  assert.deepEqual(await asked(undefined), ['text'])
  assert.deepEqual(await asked(entering('contactPhone')), ['contactPhone', 'text'])
  assert.deepEqual(await asked(undefined), ['text'], 'in the next transaction it must be entered again')
  await assert.rejects(database.scoped(people.dispatcher, tx => tx.query('select value from sealed where matter = $1::uuid', [id])), error => sqlState(error) === '42501')
  await assert.rejects(database.scoped(people.dispatcher, tx => tx.query(`select * from app_sealed('630202', $1::uuid, $1::uuid)`, [id])), error => sqlState(error) === '42501')
  const foreign = entering('contactPhone').replace('$1::uuid', `'${people.handler.account}'::uuid`)
  await assert.rejects(database.scoped(people.dispatcher, tx => tx.query(`${foreign} returning $1::text`, [people.dispatcher.account, people.dispatcher.post, id])), error => sqlState(error) === '42501', 'in nobody else’s name')
})

test('20.2: nobody changes what was entered of a reading: not who read, not the platform, not the owner of the tables', async () => {
  const { id } = await opened()
  await page(people.dispatcher, id)
  for (const text of [`update access_log set account = gen_random_uuid()`, `delete from access_log`, 'truncate access_log']) {
    for (const actor of [people.dispatcher, people.auditor, people.securityAdmin, system]) {
      await assert.rejects(database.scoped(actor, tx => tx.query(text)), error => sqlState(error) === '42501', `${actor.kind}: ${text}`)
    }
  }
  for (const text of [`update access_log set facts = '{}'`, 'delete from access_log', 'truncate access_log']) {
    await assert.rejects(database.owner(tx => tx.query(text)), error => sqlState(error) === '42501', `owner: ${text}`)
  }
  assert.equal((await log(id)).length, 1)
})

test('20.2: each page read leaves one row, of what was above internal; one’s own, and what is internal, leave none', async () => {
  const { id, city } = await opened()
  for (const who of ['resident', 'gridWorker', 'committee', 'deputy', 'auditor'] as const) await page(people[who], id)
  assert.deepEqual(await log(id), [])
  await page(people.dispatcher, id)
  assert.deepEqual(await log(id), [{ account: people.dispatcher.account, purpose: 'duty', facts: ['contactName', 'contactPhone'], grant_id: null }])
  const mine = await database.scoped(people.resident, tx => readingsOfMine(tx, people.resident, 10))
  assert.deepEqual(mine.filter(row => row.matter === id).map(row => [row.account, row.kind, row.facts]), [[people.dispatcher.account, 'dispatcher', ['contactName', 'contactPhone']]])
  for (const who of ['neighbour', 'gridWorker', 'townLead', 'countyLead', 'securityAdmin'] as const) {
    const rows = await database.scoped(people[who], tx => tx.query('select id from access_log where matter = $1::uuid', [id]))
    assert.deepEqual(rows, [], `${who} is not told who looked`)
  }
  assert.equal((await database.scoped(people.auditor, tx => tx.query('select id from access_log where matter = $1::uuid', [id]))).length, 1)
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  assert.equal((await log(id)).length, 1, 'a step reads nothing out')
})

test('20.2: a grant opens what it names, to the post it was asked from, and until it is taken back', async () => {
  const { id, number, city } = await opened()
  assert.equal(await phoneFor(people.gridWorker, id), '138****1234')
  const grant = await city.opens('gridWorker', asking(number, { part: 'contact' }), 'ask', 'access-grant')
  assert.equal(await phoneFor(holding('gridWorker'), id), '138****1234', 'not before leave is given')
  for (const who of ['committee', 'securityAdmin'] as const) assert.match((await city.refused(who, 'approve', grant)).code, /not-yours|not-found/, who)
  await city.does('townLead', 'approve', grant)
  assert.equal(await phoneFor(holding('gridWorker'), id), told.contactPhone)
  assert.equal(await phoneFor({ ...holding('gridWorker'), post: randomUUID() }, id), '138****1234', 'from no other post')
  assert.equal(await phoneFor(holding('committee'), id), '138****1234', 'to nobody else')
  assert.deepEqual((await log(id)).map(row => [row.purpose, row.facts, row.grant_id]), [['grant', ['contactName', 'contactPhone'], grant]])
  await city.does('townLead', 'revoke', grant, { revokeReason: '已无需要' })
  assert.equal(await phoneFor(holding('gridWorker'), id), '138****1234')
})

test('20.2: beyond one’s area a grant opens the matter itself; it ends by the database’s own clock, whether or not the stage’s was called', async () => {
  const { id, number, city } = await opened()
  assert.equal(await page(people.otherDispatcher, id), undefined)
  const grant = await city.opens('otherDispatcher', asking(number), 'ask', 'access-grant')
  await city.does('countyLead', 'approve', grant)
  assert.equal((await page(holding('otherDispatcher'), id))?.facts.find(fact => fact.fact === 'text')?.value, told.text)
  assert.equal(await phoneFor(holding('otherDispatcher'), id), told.contactPhone)
  await database.owner(tx => tx.query(`update access_grant set since = now() - interval '2 days', until = now() - interval '1 second' where id = $1::uuid`, [grant]))
  assert.equal(await page(holding('otherDispatcher'), id), undefined)
  assert.equal((await rowOf(house, grant)).stage, 'open')
  await city.does('otherDispatcher', 'finish', grant)
})

test('20.2: nobody gives what they do not read themselves, nor to themselves; too long, too vague or to no matter is refused at its field', async () => {
  const { number, city } = await opened()
  const faults = async (who: Name, more: object): Promise<readonly string[]> =>
    (refused(await act(house, people[who], { id: randomUUID(), procedure: 'access-grant', step: 'ask', input: asking(number, more) }, city.now())).faults ?? []).map(fault => fault.fact)
  assert.deepEqual(await faults('gridWorker', { days: 31 }), ['days'])
  assert.deepEqual(await faults('gridWorker', { number: '630202-26-9999999' }), ['number'])
  assert.deepEqual(await faults('gridWorker', { area: '630203' }), ['area'])
  assert.deepEqual(await faults('gridWorker', { purpose: '看' }), ['purpose'])
  const high = await city.opens('handler', asking(number, { upTo: 'confidential' }), 'ask', 'access-grant')
  assert.equal((await city.refused('townLead', 'approve', high)).code, 'beyond-reach')
  const own = await city.opens('townLead', asking(number, { upTo: 'sensitive' }), 'ask', 'access-grant')
  assert.equal((await city.refused('townLead', 'approve', own)).code, 'two-people')
  await city.does('countyLead', 'refuse', own, { opinion: '请说明具体用途' })
  await city.does('handler', 'withdraw', high)
  for (const who of ['auditor', 'deputy', 'resident', 'systemAdmin'] as const) {
    assert.equal(refused(await act(house, people[who], { id: randomUUID(), procedure: 'access-grant', step: 'ask', input: asking(number) }, city.now())).code, 'not-yours', who)
  }
  const late = await city.opens('gridWorker', asking(number), 'ask', 'access-grant')
  await city.until(onTheWall(new Date(city.now().getTime() + 20 * 86_400_000).toISOString()))
  assert.equal((await city.matter(late)).stage, 'refused', 'nobody decided: it is not given')
})

test('20.2, 33.2: in a declared emergency it opens at once, loudly, and is reviewed; without one it does not', async () => {
  const { id, number, city } = await opened()
  const { days: _, ...wanted } = asking(number)
  const none = refused(await act(house, people.gridWorker, { id: randomUUID(), procedure: 'access-grant', step: 'breakGlass', input: wanted }, city.now()))
  assert.deepEqual([none.code, none.basis], ['no-emergency', ['20.2']])
  const order = { kind: 'flood', area: '630202', happened: '湟水河水位超警', scope: '组织转移沿河住户', instrument: '防汛应急预案', until: onTheWall(new Date(Date.now() + 86_400_000).toISOString()).slice(0, 10) }
  const declared = await city.opens('countyLead', order, 'declare', 'emergency-order')
  const grant = await city.opens('gridWorker', wanted, 'breakGlass', 'access-grant')
  assert.deepEqual(await city.heard(grant), ['auditor', 'countyLead', 'securityAdmin'])
  assert.equal(await phoneFor(holding('gridWorker'), id), told.contactPhone)
  assert.deepEqual((await log(id)).map(row => row.purpose), ['emergency'])
  await city.does('gridWorker', 'finish', grant)
  assert.equal(await phoneFor(holding('gridWorker'), id), '138****1234')
  assert.deepEqual([(await city.matter(grant)).stage, (await city.matter(grant)).holder], ['reviewing', { office: '630202/access' }])
  await city.does('securityAdmin', 'review', grant, { finding: 'justified', review: '确为转移群众所需' })
  const third = await city.opens('committee', wanted, 'breakGlass', 'access-grant')
  await city.does('townLead', 'revoke', third, { revokeReason: '无此需要' })
  await city.does('securityAdmin', 'review', third, { finding: 'unjustified', review: '与转移群众无关' })
  const [check] = await database.owner(tx => tx.query<{ stage: string; whose: string }>(
    `select m.stage, i.facts->>'whose' as whose from link l join matter m on m.id = l.matter join matter_internal i on i.id = m.id where l.other = $1::uuid and m.procedure = 'access-check'`, [third]))
  assert.deepEqual(check, { stage: 'explaining', whose: people.committee.account }, 'found not needed, it is checked')
  const second = await city.opens('committee', wanted, 'breakGlass', 'access-grant')
  await city.until(onTheWall(new Date(city.now().getTime() + 12 * 86_400_000).toISOString()))
  assert.equal((await city.matter(second)).stage, 'reviewing', 'over by itself, and not forgotten')
  assert.ok((await city.matter(second)).parties.some(party => party.office === '6302/access'), 'unreviewed, it climbs')
  assert.equal((await database.owner(tx => tx.query<{ ended: Date | null }>('select ended from access_grant where id = $1::uuid', [second])))[0]?.ended === null, false)
  assert.equal((await city.matter(declared)).county, '630202')
})

test('20.2: the roll of a place opens under a grant, and only that place', async () => {
  const city = live(house, today)
  await database.owner(tx => tx.query(
    `insert into household (county, id, code, village, address, since) values ('630202', gen_random_uuid(), '630202001001-0001', '630202001001', '1号', '2023-02-01'), ('630202', gen_random_uuid(), '630202001002-0001', '630202001002', '2号', '2023-02-01') on conflict do nothing`))
  const seen = async (actor: Actor) => (await database.scoped(actor, tx => tx.query<{ address: string }>('select address from household order by address'))).map(row => row.address)
  assert.deepEqual(await seen(people.gridWorker), ['1号'])
  assert.deepEqual(await seen(people.deputy), [])
  const grant = await city.opens('gridWorker', { target: 'people', area: '630202001002', upTo: 'internal', days: 1, purpose: '核对跨社区流动人口登记' }, 'ask', 'access-grant')
  await city.does('countyLead', 'approve', grant)
  assert.deepEqual(await seen(holding('gridWorker')), ['1号', '2号'])
  assert.deepEqual(await seen(holding('otherGridWorker')), ['2号'])
  await city.until(onTheWall(new Date(city.now().getTime() + 3 * 86_400_000).toISOString()))
  assert.equal((await city.matter(grant)).stage, 'ended')
  assert.deepEqual(await seen(holding('gridWorker')), ['1号'])
})

const inClass = (wanted: Class): readonly string[] => Object.entries(request.facts).filter(([, fact]) => fact.class === wanted).map(([name]) => name)

/** One matter of each procedure that somebody opens by hand, beside those that the scenes above left behind. */
const oneOfEach = async (about: string): Promise<void> => {
  const city = live(house, today)
  const self = { village: '630202001001', whose: 'self' }
  const person = await city.opens('systemAdmin', { region: '630202001', office: '630202001/gov', name: '马晓梅', userName: 'ma.xiaomei', phone: '13997225678', reason: '新任' }, 'open', 'account-opening')
  await city.opens('countyLead', { region: '630202001', person, kind: 'handler', office: '630202001/gov', clearance: 'internal', reason: '补充经办人员' }, 'propose', 'appointment')
  await city.opens('resident', { ...self, right: 'see', details: '请依法办理' }, 'ask', 'data-request')
  await city.opens('resident', { ...self, purpose: 'publishName', scope: '公开好人好事时可写姓名' }, 'give', 'consent')
  await city.opens('countyLead', { about, area: '630202', ground: 'litigation', instrument: '（2026）青0202民初88号', until: '2026-12-31' }, 'hold', 'retention-hold')
  await city.opens('countyLead', { change: 'limit', area: '6302', category: 'waste', limitAmount: 5, limitUnit: 'workingDays', instrument: '海政办〔2026〕8号', since: '2027-07-01', reason: '群众反映多，时限偏长' }, 'propose', 'reference-change').catch(() => undefined)
  await page(people.dispatcher, about)
  const [look] = await database.owner(tx => tx.query<{ id: string }>('select id from access_log where matter = $1::uuid', [about]))
  await city.opens('resident', { look: look?.id, place: '630202', question: '为什么看我的电话' }, 'ask', 'access-question')
}

test('20.2: any post, any grant, every procedure: what the database gives of each fact is what is said purely, with the routes left aside', async () => {
  const { id } = await opened()
  await oneOfEach(id)
  const anonymous = await live(house, today).opens('neighbour', { ...told, anonymous: true })
  const matterOf = new Map<string, Matter>()
  const all = await database.owner(tx => tx.query<{ id: string; procedure: string }>(`select id, procedure from matter where county = '630202' order by opened`))
  const some = [...Map.groupBy(all, row => row.procedure).values()].flatMap(rows => rows.slice(-2).map(row => row.id))
  assert.ok(new Set(all.map(row => row.procedure)).size >= 9, 'of nearly every procedure')
  for (const one of new Set([id, anonymous, ...some])) {
    const [parties] = await Promise.all([database.owner(tx => tx.query<{ role: string; account: string | null; office: string | null }>('select role, account, office from party where matter = $1::uuid', [one]))])
    matterOf.set(one, { ...await rowOf(house, one), parties: parties.map(({ role, account, office }) => ({ role, ...(account !== null && { account }), ...(office !== null && { office }) })) })
  }
  // As if it had been told to one office in confidence.
  await database.owner(tx => tx.query(`update sealed set office = $2 where matter = $1::uuid and class = 'sensitive'`, [anonymous, people.handler.office]))
  const values = await database.owner(tx => tx.query<{ matter: string; seq: number; fact: string; class: Class; office: string | null; value: Uint8Array }>(
    'select matter, seq, fact, class, office, value from sealed where matter = any ($1::text::uuid[])', [`{${[...matterOf.keys()].join(',')}}`]))
  const facts = [...new Set(values.map(value => value.fact))]
  const anyGrant = fc.option(fc.record({
    target: fc.constantFrom(id, anonymous), class: fc.constantFrom<Class>('internal', 'sensitive', 'confidential'),
    facts: fc.option(fc.constantFrom<readonly string[]>(inClass('sensitive'), inClass('confidential'), ['contactPhone']), { nil: null }),
    live: fc.constantFrom<'now' | 'ended' | 'over' | 'other post'>('now', 'now', 'now', 'ended', 'over', 'other post'),
  }), { nil: undefined })
  const names = Object.keys(people) as Name[]
  let [opens, shut] = [0, 0]
  await fc.assert(fc.asyncProperty(fc.constantFrom(...names), fc.constantFrom<Class>(...(Object.keys(classes) as Class[])), anyGrant, async (who, clearance, given) => {
    const known: Actor = people[who]
    const actor: Actor = { ...known, clearance: known.post === undefined ? postKinds.resident.clearance : clearance, ...(given && { granted: true as const }) }
    const grant = randomUUID()
    await database.owner(async tx => {
      await tx.query('delete from access_grant')
      if (given && actor.post !== undefined) {
        await tx.query(
          `insert into access_grant (county, id, account, post, target, class, facts, since, until, ended) values ('630202', $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::text[], now() - interval '1 day', $7::timestamptz, $8::timestamptz)`,
          [grant, actor.account, given.live === 'other post' ? (actor.account === people.handler.account ? people.colleague.post : people.handler.post) : actor.post, given.target, given.class, given.facts,
            new Date(Date.now() + (given.live === 'over' ? -1000 : 86_400_000)).toISOString(), given.live === 'ended' ? new Date().toISOString() : null])
      }
    })
    const grants = (matter: string): readonly Grant[] => (given?.live === 'now' && actor.post !== undefined && given.target === matter ? [{ id: grant, class: given.class, facts: given.facts, emergency: false }] : [])
    for (const [one, matter] of matterOf) {
      const wanted = values.filter(value => value.matter === one && groundFor(actor, matter, grants(one), value) !== undefined).map(value => `${value.seq} ${value.fact}`)
      const given = await database.scoped(actor, async tx => {
        // As raw SQL may: every fact entered as read before it is asked for.
        await tx.query(`insert into access_log (county, at, account, post, kind, purpose, matter, region, facts, mac) values ('630202', now(), $1::uuid, $2::uuid, $3, 'duty', $4::uuid, '630202001001', $5::text[], '\\x00')`,
          [actor.account, actor.post ?? null, actor.kind, one, facts])
        const rows = await tx.query<{ seq: number; fact: string; value: Uint8Array }>(`select seq, fact, value from app_open('630202', $1::uuid)`, [one])
        const [inside] = await tx.query<{ facts: { readonly text?: string } }>('select facts from matter_internal where id = $1::uuid', [one])
        return { rows, inside }
      })
      assert.deepEqual(given.rows.map(row => `${row.seq} ${row.fact}`).toSorted(), wanted.toSorted(), `${who} ${clearance}`)
      for (const row of given.rows) assert.doesNotThrow(() => unseal(house.keys, { matter: one, seq: row.seq, fact: row.fact }, row.value))
      const readsText = groundFor(actor, matter, grants(one).filter(g => g.facts === null), { fact: 'text', class: 'internal', seq: 1 }) !== undefined
      assert.equal(given.inside !== undefined, readsText, `${who} ${clearance}: what is internal`)
      if (given.rows.length > 0) opens += 1
      else shut += 1
    }
  }), { numRuns: 60 })
  assert.ok(opens > 30 && shut > 30, `both were met: ${opens} and ${shut}`)
  await database.owner(tx => tx.query('delete from access_grant'))
  assert.equal(took(await act(house, people.resident, { id: randomUUID(), matter: id, seq: 1, step: 'supplement', input: { supplement: '昨晚又吵' } })).seq, 2)
})
