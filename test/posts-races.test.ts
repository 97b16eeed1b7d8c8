import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import { postKinds, system, type Actor, type PostKind } from '../kernel/post.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { act, actIn, type Act, type Receipt } from '../store/act.ts'
import { sqlState } from '../store/connection.ts'
import type { House, Recorder } from '../store/house.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { barrier } from './helpers/gate.ts'
import { live, refused, rowOf, took } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

// Rights given and taken at the same moment (Art. 20.2). A race needs two connections; PGlite has one.
let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const now = instant('2026-06-08 10:00')

const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}

/** Waits until a transaction of this database waits for another's row, or until `over` says that none will. */
const somebodyWaits = async (over: () => boolean = () => false): Promise<void> => {
  for (let waiting = 0; waiting === 0 && !over();) {
    [{ waiting = 0 } = {}] = await database.owner(own => own.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid) where not l.granted and l.locktype = 'transactionid' and a.datname = current_database()`))
  }
}

/** Somebody new, of the town, known to who works there. */
const newcomer = async (): Promise<string> => {
  const id = randomUUID()
  await database.scoped(system, tx => tx.query(`insert into account (id, name, pinyin, place, created) values ($1::uuid, '新人', 'xin ren', '630202001', now())`, [id]))
  return id
}
/** Somebody new in a post of the same kind and place as another's. */
const another = async (name: Name): Promise<Actor & { readonly post: string }> => {
  const like: Actor = people[name]
  const [account, post] = [await newcomer(), randomUUID()]
  await database.scoped(system, tx => tx.query(
    `insert into post (id, account, kind, office, region, clearance, since) values ($1::uuid, $2::uuid, $3, $4, $5, $6, '2023-02-01')`, [post, account, like.kind, like.office ?? null, like.region, like.clearance]))
  return { ...like, account, post }
}
/** Ends a post that no appointment gave. */
const ends = (post: string): Act => proposal({ region: '630202', post, endReason: '另有任用' }, 'appointment', 'endKnown')
const handler = { kind: 'handler', region: '630202001', office: '630202001/gov', clearance: 'internal', reason: '补充经办人员' }
const proposal = (input: object, procedure = 'appointment', step = 'propose'): Act => ({ id: randomUUID(), procedure, step, input })
const takes = async (matter: string, step: string, input: object = {}): Promise<Act> => ({ id: randomUUID(), matter, seq: (await rowOf(house, matter)).seq, step, input })
const isHeld = async (post: string): Promise<boolean> =>
  (await database.scoped(system, tx => tx.query('select id from post where id = $1::uuid and ended is null', [post]))).length === 1
const codes = (answers: readonly (Receipt | Refusal)[]): readonly string[] => answers.flatMap(answer => (isRefusal(answer) ? [answer.code] : []))

/** The house with a recorder whose statements are changed on the way: what would be without the guard. */
const changed = (register: 'post' | 'account' | 'grant', change: (text: string) => string): House => {
  const recorder = house.recorders[register] ?? assert.fail()
  const without: Recorder = (tx, row, at) => recorder({ ...tx, query: (text, values) => tx.query(change(text), values) }, row, at)
  return { ...house, recorders: { ...house.recorders, [register]: without } }
}
const unheld = (): House => changed('post', text => text.replace(' for share', '').replace(' for no key update', ''))

/**
 * A post proposed by one and confirmed by another, while the post of one of the two is being ended: the ending is done and not yet committed
 * when the confirming begins.
 */
const endedMeanwhile = async (whose: 'proposer' | 'confirmer', guarded: House): Promise<{ readonly answer: Receipt | Refusal; readonly held: boolean }> => {
  const [lead, confirmer] = [await another('countyLead'), await another('securityAdmin')]
  const { id } = took(await act(house, lead, proposal({ ...handler, person: await newcomer() }), now))
  const ended = Promise.withResolvers<undefined>()
  let done = false
  const ending = database.scoped(people.cityLead, async tx => {
    await actIn(tx, house, people.cityLead, ends(whose === 'proposer' ? lead.post : confirmer.post), now)
    ended.resolve(undefined)
    await somebodyWaits(() => done)
  })
  await ended.promise
  const answer = await act(guarded, confirmer, await takes(id, 'confirm'), now).finally(() => { done = true })
  await ending
  return { answer, held: await isHeld(id) }
}

for (const whose of ['proposer', 'confirmer'] as const) {
  race(`20.2: the ${whose}’s post is ended while the appointment is confirmed: nothing is given; without holding that post it would be`, async () => {
    const { answer, held } = await endedMeanwhile(whose, house)
    assert.deepEqual([refused(answer).code, held], ['post-ended', false])
    const open = await endedMeanwhile(whose, unheld())
    assert.deepEqual([isRefusal(open.answer), open.held], [false, true])
  })
}

race('20.2: confirmed a moment before, it is given: who ends the proposer’s post waits until it is', async () => {
  const lead = await another('countyLead')
  const { id } = took(await act(house, lead, proposal({ ...handler, person: await newcomer() }), now))
  const confirm = await takes(id, 'confirm')
  const written = Promise.withResolvers<undefined>()
  const confirming = database.scoped(people.securityAdmin, async tx => {
    await actIn(tx, house, people.securityAdmin, confirm, now)
    written.resolve(undefined)
    await somebodyWaits()
  })
  await written.promise
  took(await act(house, people.cityLead, ends(lead.post), now))
  await confirming
  assert.deepEqual([await isHeld(id), await isHeld(lead.post)], [true, false])
})

race('20.2: two who end each other’s posts at once: one does, the other’s own has ended', async () => {
  for (let round = 0; round < 3; round += 1) {
    const [one, other] = [await another('countyLead'), await another('countyLead')]
    const answers = await Promise.all([act(house, one, ends(other.post), now), act(house, other, ends(one.post), now)])
    assert.deepEqual(codes(answers), ['post-ended'])
  }
})

race('20.2: two who lift each other at the same moment get nowhere: neither proposes nor confirms beyond the post held before', async () => {
  const [one, other] = [await another('townLead'), await another('townLead')]
  const up = (whom: Actor) => proposal({ ...handler, kind: 'lead', region: '630202', office: '630202/lead', person: whom.account })
  assert.deepEqual(codes(await Promise.all([act(house, one, up(other), now), act(house, other, up(one), now)])), ['not-yours', 'not-yours'])
  const [third, fourth] = [await another('securityAdmin'), await another('securityAdmin')]
  const city = await Promise.all([third, fourth].map(async ({ account }) =>
    took(await act(house, people.cityLead, proposal({ region: '6302', person: account, kind: 'securityAdmin', office: '6302/access', clearance: 'internal', reason: '设立管理员' }), now)).id))
  const acts = await Promise.all(city.map(id => takes(id, 'confirm')))
  const answers = await Promise.all([fourth, third].map((by, i) => act(house, by, acts[i] ?? assert.fail(), now)))
  assert.deepEqual(codes(answers), ['not-found', 'not-found'])
  assert.deepEqual(await Promise.all(city.map(isHeld)), [false, false])
})

race('20.2: two confirm the same proposal at once: it is given once', async () => {
  const { id } = took(await act(house, people.countyLead, proposal({ ...handler, person: await newcomer() }), now))
  const [one, two] = [await takes(id, 'confirm'), await takes(id, 'confirm')]
  const answers = await Promise.all([act(house, people.securityAdmin, one, now), act(house, people.citySecurityAdmin, two, now)])
  assert.deepEqual(codes(answers), ['stale'])
  assert.equal(await isHeld(id), true)
})

/** One account proposed for two kinds of administrator, both confirmed at once, each up to its own insert before the other goes on. */
const twoKinds = async (guarded: (meet: () => Promise<void>) => House): Promise<{ readonly held: number; readonly outcomes: readonly string[] }> => {
  const person = await newcomer()
  const wanted = { region: '630202', person, clearance: 'public', reason: '设立管理员' }
  const ids = await Promise.all([{ kind: 'systemAdmin', office: '630202/access' }, { kind: 'auditor', office: '630202/audit' }].map(async more =>
    took(await act(house, people.cityLead, proposal({ ...wanted, ...more }), now)).id))
  const acts = await Promise.all(ids.map(id => takes(id, 'confirm')))
  const run = guarded(barrier(2))
  const answers = await Promise.allSettled(acts.map(one => act(run, people.citySecurityAdmin, one, now)))
  const outcomes = answers.map(answer => (answer.status === 'rejected' ? sqlState(answer.reason) ?? 'failed' : isRefusal(answer.value) ? answer.value.code : 'given'))
  return { held: (await Promise.all(ids.map(isHeld))).filter(Boolean).length, outcomes: outcomes.toSorted() }
}

/** Both have looked for another kind, and found none, before either inserts. */
const lookedFirst = (base: House) => (meet: () => Promise<void>): House => {
  const recorder = base.recorders['post'] ?? assert.fail()
  return {
    ...base, recorders: {
      ...base.recorders,
      post: (tx, row, at) => recorder({
        ...tx,
        query: async (text, values) => {
          if (text.startsWith('insert into post')) await meet()
          return tx.query(text, values)
        },
      }, row, at),
    },
  }
}

race('20.2: no account comes to hold two kinds of administrator, though both are confirmed at once; without the locks it would', async () => {
  assert.deepEqual(await twoKinds(() => house), { held: 1, outcomes: ['given', 'two-administrators'] })
  assert.deepEqual(await twoKinds(lookedFirst(unheld())), { held: 1, outcomes: ['23P01', 'given'] }, 'the database stands behind the register')
  await database.owner(tx => tx.query('alter table post disable trigger post_one_administrator'))
  try {
    assert.deepEqual(await twoKinds(lookedFirst(unheld())), { held: 2, outcomes: ['given', 'given'] })
  } finally {
    await database.owner(tx => tx.query('alter table post enable trigger post_one_administrator'))
  }
})

race('20.2: whoever writes, by whatever statement: of two kinds inserted for one account at once one is refused', async () => {
  const both = async (): Promise<readonly string[]> => {
    const account = await newcomer()
    const meet = barrier(2)
    const insert = (kind: PostKind) => database.scoped(system, async tx => {
      await tx.query('select 1')
      await meet()
      await tx.query(`insert into post (id, account, kind, region, clearance, since) values (gen_random_uuid(), $1::uuid, $2, '630202', $3, '2026-01-01')`, [account, kind, postKinds[kind].clearance])
      await new Promise(resolve => setTimeout(resolve, 50))
    })
    const results = await Promise.allSettled([insert('securityAdmin'), insert('auditor')])
    return results.flatMap(result => (result.status === 'rejected' ? [sqlState(result.reason) ?? 'failed'] : []))
  }
  for (let round = 0; round < 3; round += 1) assert.deepEqual(await both(), ['23P01'])
})

test('20.2: one kind after another, or the same kind twice, is no conflict; two kinds at overlapping times are, also by moving an end', async () => {
  const account = await newcomer()
  const insert = (kind: PostKind, since: string, until: string | null) => database.scoped(system, tx => tx.query<{ id: string }>(
    `insert into post (id, account, kind, region, clearance, since, until) values (gen_random_uuid(), $1::uuid, $2, '630202', $5, $3::timestamptz, $4::timestamptz) returning id`, [account, kind, since, until, postKinds[kind].clearance]))
  const conflicts = (work: Promise<unknown>) => assert.rejects(work, error => sqlState(error) === '23P01')
  const [first] = await insert('securityAdmin', '2026-01-01', '2026-02-01')
  await insert('auditor', '2026-02-01', '2026-03-01')
  await insert('auditor', '2026-02-10', '2026-03-10')
  await insert('handler', '2026-01-01', null)
  await conflicts(insert('systemAdmin', '2026-02-28', null))
  await conflicts(insert('systemAdmin', '2025-01-01', null))
  await conflicts(database.scoped(system, tx => tx.query(`update post set until = '2026-02-02' where id = $1::uuid`, [first?.id])))
  await assert.rejects(database.scoped(system, tx => tx.query(`insert into post (id, account, kind, region, clearance, since) values (gen_random_uuid(), $1::uuid, 'auditor', '630202', 'internal', '2030-01-01')`, [account])), { code: '23514' })
})

race('20.2: an account is closed while a post is given to it: it holds none afterwards', async () => {
  for (let round = 0; round < 3; round += 1) {
    const person = took(await act(house, people.systemAdmin, proposal({ region: '630202001', office: '630202001/gov', name: '马晓梅', userName: `race.${randomUUID().slice(0, 8)}`, reason: '新任' }, 'account-opening', 'open'), now)).id
    const { id } = took(await act(house, people.countyLead, proposal({ ...handler, person }), now))
    const [confirm, close] = [await takes(id, 'confirm'), await takes(person, 'close', { reason: '调离' })]
    const answers = await Promise.all([act(house, people.securityAdmin, confirm, now), act(house, people.systemAdmin, close, now)])
    assert.ok(codes(answers).every(code => code === 'account-closed'), JSON.stringify(codes(answers)))
    assert.equal(await isHeld(id), false)
    assert.equal((await rowOf(house, person)).stage, 'closed')
  }
})

race('20.2: one user name asked for by two at once goes to one', async () => {
  const open = proposal({ region: '630202001', office: '630202001/gov', name: '马晓梅', userName: 'one.name', reason: '新任' }, 'account-opening', 'open')
  const answers = await Promise.all([open, { ...open, id: randomUUID() }].map(one => act(house, people.systemAdmin, one, now)))
  assert.deepEqual(codes(answers), ['name-taken'])
})

test('20.2: no statement of an administrator’s own does to sign-in what only a step may', async () => {
  for (const actor of [people.systemAdmin, people.securityAdmin, people.auditor]) {
    for (const text of [`select sign_in_opens('${randomUUID()}', 'mine')`, `select sign_in_ends('${people.handler.account}', true)`]) {
      await assert.rejects(database.scoped(actor, tx => tx.query(text)), { code: '42501' })
    }
  }
  await live(house).opens('systemAdmin', { region: '630202001', office: '630202001/gov', name: '马晓梅', userName: 'by.a.step', reason: '新任' }, 'open', 'account-opening')
})

/** Leave to read given by a lead whose post is being ended, the ending done and not yet committed. */
const grantedMeanwhile = async (guarded: House): Promise<{ readonly answer: Receipt | Refusal; readonly open: boolean }> => {
  const lead = await another('countyLead')
  const asked = { target: 'people', area: '630202001001', upTo: 'internal', days: 3, purpose: '核对流动人口登记' }
  const { id } = took(await act(house, people.transport, proposal(asked, 'access-grant', 'ask'), now))
  const ended = Promise.withResolvers<undefined>()
  let done = false
  const ending = database.scoped(people.cityLead, async tx => {
    await actIn(tx, house, people.cityLead, ends(lead.post), now)
    ended.resolve(undefined)
    await somebodyWaits(() => done)
  })
  await ended.promise
  const answer = await act(guarded, lead, await takes(id, 'approve'), now).finally(() => { done = true })
  await ending
  return { answer, open: (await database.owner(tx => tx.query('select id from access_grant where id = $1::uuid', [id]))).length === 1 }
}

race('20.2: the post of who gives leave to read is ended while they give it: nothing opens; without holding that post it would', async () => {
  const { answer, open } = await grantedMeanwhile(house)
  assert.deepEqual([refused(answer).code, open], ['post-ended', false])
  const without = await grantedMeanwhile(changed('grant', text => text.replace(' for share', '')))
  assert.deepEqual([isRefusal(without.answer), without.open], [false, true])
})

race('20.2: two who give the same leave at once: it opens once', async () => {
  const { id } = took(await act(house, people.transport, proposal({ target: 'people', area: '630202001001', upTo: 'internal', days: 3, purpose: '核对流动人口登记' }, 'access-grant', 'ask'), now))
  const approve = await takes(id, 'approve')
  const answers = await Promise.all([people.countyLead, people.cityLead].map(lead => act(house, lead, { ...approve, id: randomUUID() }, now)))
  assert.deepEqual(codes(answers), ['stale'])
  assert.equal((await database.owner(tx => tx.query('select id from access_grant where id = $1::uuid', [id]))).length, 1)
})
