import pg from 'pg'
import { CannotMeasure } from './say.ts'

/** The administrator's address of the server to measure on; the databases of the benchmarks are made and kept there. */
export const adminUrl = process.env['BENCH_DATABASE'] ?? 'postgres://postgres@127.0.0.1:5432/postgres'

/** The same server, another database, and the application's role where asked. */
export const urlOf = (database: string, role?: string): string => {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  if (role !== undefined) {
    url.username = role
    url.password = process.env['BENCH_APP_PASSWORD'] ?? ''
  }
  return url.href
}

/** One administrator's session for as long as `work` runs. */
export const asAdmin = async <T>(database: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: database === undefined ? adminUrl : urlOf(database), application_name: 'shanzhi bench' })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new CannotMeasure(`没有可用的 PostgreSQL 服务器（BENCH_DATABASE）  no PostgreSQL server at ${new URL(adminUrl).host}: ${error instanceof Error ? error.message : ''}`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One value of one row. */
export const value = async <T>(client: pg.Client, text: string, values: readonly unknown[] = []): Promise<T | undefined> =>
  (await client.query<{ [column: string]: T }>({ text, values: [...values] })).rows.flatMap(row => Object.values(row))[0]

export const exists = (name: string): Promise<boolean> =>
  asAdmin(undefined, async client => (await value<number>(client, 'select 1 from pg_database where datname = $1', [name])) === 1)

export const drop = (name: string): Promise<void> => asAdmin(undefined, async client => { await client.query(`drop database if exists ${name} with (force)`) })

/** An empty database with the collation the product asks for, or a copy of another file by file. */
export const create = (name: string, from?: string): Promise<void> => asAdmin(undefined, async client => {
  await client.query(from === undefined
    ? `create database ${name} template template0 encoding 'UTF8' locale 'C'`
    : `create database ${name} template ${from} strategy file_copy`)
})
