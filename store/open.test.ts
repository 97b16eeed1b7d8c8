import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { system } from '../kernel/post.ts'
import { openTestDatabase } from '../test/helpers/database.ts'
import { databaseOver } from './database.ts'
import { embeddedPool } from './embedded-pool.ts'
import { CannotLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { CannotOpen, open, refusePrivileged } from './open.ts'

const told = (error: unknown, ...words: readonly string[]): boolean => error instanceof CannotOpen && words.every(word => error.message.includes(word))

test('the embedded database keeps what it was given, and its folder is one process’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-open-'))
  try {
    const first = await open({ folder })
    await first.owner(migrate)
    await refusePrivileged(first)
    await first.scoped(system, tx => tx.query(`insert into region (code, listed, name, kind, pinyin, since) values ('6302', '海东市', '海东市', 'city', 'hai dong', '2023-02-01')`))
    await assert.rejects(open({ folder }), CannotLock)
    await first.close()

    const second = await open({ folder })
    assert.deepEqual(await second.scoped(system, tx => tx.query('select name from region')), [{ name: '海东市' }])
    await second.close()

    const file = join(folder, 'pglite-version')
    const written = await readFile(file, 'utf8')
    await writeFile(file, '0.0.9\n')
    await assert.rejects(open({ folder }), error => told(error, '0.0.9', written.trim(), 'shanzhi export', '导出'))
    await writeFile(file, written.replace(/\.\d+\s*$/, '.9999\n'))
    const third = await open({ folder })
    await third.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a superuser of the embedded database is refused, the role it takes on in each transaction is not', async () => {
  const pool = await embeddedPool()
  const owner = () => Promise.resolve(pool)
  const free = databaseOver('pglite', pool, owner)
  await free.owner(migrate)
  await assert.rejects(refusePrivileged(free), error => told(error, 'postgres', 'shanzhi_app', '拒绝启动'))
  await refusePrivileged(databaseOver('pglite', pool, owner, 'shanzhi_app'))
  await pool.close()
})

test('on a server no role that row-level security does not bind is served', async t => {
  const database = await openTestDatabase()
  if (database.url === undefined) {
    await database.close()
    t.skip('needs a PostgreSQL server')
    return
  }
  const as = (user: string): string => Object.assign(new URL(database.url ?? ''), { username: user }).href
  const admin = new URL(process.env['TEST_DATABASE'] ?? '').username
  const [owner, free] = ['owner', 'free'].map(kind => `shanzhi_test_${kind}_${randomBytes(4).toString('hex')}`)
  const check = async (user: string): Promise<void> => {
    const opened = await open({ url: as(user), size: 1 })
    try {
      await refusePrivileged(opened)
    } finally {
      await opened.close()
    }
  }
  try {
    await database.owner(tx => tx.simple(`create role ${owner} login; grant create on schema public to ${owner}; alter table matter owner to ${owner}; create role ${free} login bypassrls`))
    await check('shanzhi_app')
    for (const user of [admin, owner, free]) await assert.rejects(check(user ?? ''), error => told(error, user ?? '', 'DATABASE_URL'), user)
    const opened = await open({ url: as('shanzhi_app') })
    await assert.rejects(opened.owner(() => Promise.resolve()), error => told(error, 'DATABASE_ADMIN_URL', '所有者'))
    await opened.close()
  } finally {
    await database.owner(tx => tx.simple(`alter table matter owner to current_user; revoke all on schema public from ${owner}; drop role ${owner}; drop role ${free}`))
    await database.close()
  }
})

test('a pool tells who has its sessions and who waits', async () => {
  const database = await openTestDatabase()
  try {
    const [entered, leave] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
    const hold = database.scoped(system, async tx => {
      await tx.query('select 1 as n')
      entered.resolve(undefined)
      await leave.promise
    })
    await entered.promise
    assert.deepEqual([database.pool().inUse, database.pool().waiting], [1, 0])
    // More than any pool of the tests has sessions: PGlite has one, the server's twelve.
    const others = Array.from({ length: 15 }, () => database.scoped(system, tx => tx.query('select pg_sleep(0.05)')))
    await new Promise(resolve => setTimeout(resolve, 20))
    const { inUse, waiting } = database.pool()
    assert.equal(inUse + waiting, 16)
    assert.ok(waiting >= 4, `${inUse} in use, ${waiting} waiting`)
    leave.resolve(undefined)
    await Promise.all([hold, ...others])
    assert.deepEqual([database.pool().inUse, database.pool().waiting], [0, 0])
    assert.ok(database.pool().idle > 0)
  } finally {
    await database.close()
  }
})
