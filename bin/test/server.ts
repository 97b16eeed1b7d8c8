import pg from 'pg'
import type { Found, Missing } from './pass.ts'

const oldest = 15

/** The PostgreSQL server that DATABASE_URL names or that answers at 127.0.0.1:5432; the tests make their own databases there. */
export const findServer = async (): Promise<Found | Missing> => {
  const { DATABASE_URL, PGUSER = 'postgres' } = process.env
  const url = DATABASE_URL ?? `postgres://${encodeURIComponent(PGUSER)}@127.0.0.1:5432/postgres`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  const at = `${client.host}:${client.port}`
  try {
    await client.connect()
    const { rows } = await client.query<Answer>(
      `select current_setting('server_version_num')::int / 10000 as version, rolsuper as admin from pg_roles where rolname = current_user`,
    )
    const [answer] = rows
    if (answer === undefined || answer.version < oldest) {
      return { zh: `${at} 的 PostgreSQL 低于 ${oldest}`, en: `PostgreSQL at ${at} is older than ${oldest}` }
    }
    if (!answer.admin) {
      return { zh: `${at} 的账号不是管理员，不能建测试库`, en: `the user at ${at} is not an administrator and can't make test databases` }
    }
    return { env: { TEST_DATABASE: url }, at: `PostgreSQL ${answer.version}, ${at}` }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      zh: `${at} 的 PostgreSQL 连不上（${why}），可用 DATABASE_URL 指明`,
      en: `PostgreSQL at ${at} can't be reached (${why}); name one in DATABASE_URL`,
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

type Answer = { readonly version: number; readonly admin: boolean }
