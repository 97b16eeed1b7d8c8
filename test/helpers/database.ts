import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseOver, type Database } from '../../store/database.ts'
import { embeddedPool } from '../../store/embedded-pool.ts'
import { migrate } from '../../store/migrate.ts'
import { serverPool } from '../../store/server-pool.ts'

/** A database of its own for one test file: PGlite in memory, or a fresh one on the server `TEST_DATABASE` names (an admin's URL). */
export type TestDatabase = Database & { readonly url?: string }

export const openTestDatabase = async (): Promise<TestDatabase> => {
  const place = process.env['TEST_DATABASE'] ?? 'pglite'
  const database = place === 'pglite' ? await embedded() : await onServer(place)
  await database.owner(migrate)
  return database
}

/** A run over many files makes the empty database once (`TEST_IMAGE`), for each to begin as a copy of it. */
const embedded = async (): Promise<TestDatabase> => {
  const pool = await embeddedPool({ image: process.env['TEST_IMAGE'] })
  return databaseOver('pglite', pool, () => Promise.resolve(pool), 'shanzhi_app')
}

const onServer = async (admin: string): Promise<TestDatabase> => {
  const name = `shanzhi_test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  const owner = serverPool(at(admin, name), 2)
  const app = serverPool(at(admin, name, 'shanzhi_app'), 12)
  return {
    ...databaseOver('server', app, () => Promise.resolve(owner)),
    url: at(admin, name, 'shanzhi_app'),
    close: async () => {
      await Promise.all([app.close(), owner.close()])
      await asAdmin(admin, `drop database ${name} with (force)`)
    },
  }
}

const at = (admin: string, database: string, user?: string): string => {
  const url = new URL(admin)
  url.pathname = `/${database}`
  if (user !== undefined) url.username = user
  return url.href
}

const asAdmin = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
