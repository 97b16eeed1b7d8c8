import { createHash } from 'node:crypto'
import { readFile, readdir, statfs } from 'node:fs/promises'
import type pg from 'pg'
import { makeHouse } from '../../server/assemble.ts'
import { keysFrom } from '../../store/seal.ts'
import { databaseOver, type Database } from '../../store/database.ts'
import { migrate } from '../../store/migrate.ts'
import { serverPool } from '../../store/server-pool.ts'
import type { Pool } from '../../store/connection.ts'
import { policies } from '../../store/policies.ts'
import { asAdmin, create, drop, exists, urlOf, value } from './admin.ts'
import { withoutIndexes } from './bare.ts'
import { copyMatters, templatesPerVillage } from './copies.ts'
import { CannotMeasure, say } from './say.ts'
import { loadTemplates } from './templates.ts'
import { benchCity, castsOf, secret, settle } from './world.ts'

/** A database of so many matters, kept by name for the next run. */
export const baseName = (matters: number): string => `shanzhi_bench_${matters}`

/** Bytes that a matter takes with all that hangs on it, measured at a million; the load needs half as much again. */
const bytesPerMatter = 16_000

export const openAt = (name: string, size: number, wrap: (pool: Pool) => Pool = pool => pool, owners = 2): Database => {
  const owner = serverPool(urlOf(name), owners)
  const app = wrap(serverPool(urlOf(name, 'shanzhi_app'), size))
  const database = databaseOver('server', app, () => Promise.resolve(owner))
  return { ...database, close: async () => { await Promise.all([app.close(), owner.close()]) } }
}

/** What the data was made by: the tables, the policies and these generators. */
const recipe = async (): Promise<string> => {
  const hash = createHash('sha256').update(policies())
  const sql = new URL('../../store/sql/', import.meta.url)
  for (const name of (await readdir(sql)).toSorted()) hash.update(await readFile(new URL(name, sql)))
  for (const name of ['copies', 'lives', 'templates', 'words', 'world']) hash.update(await readFile(new URL(`${name}.ts`, import.meta.url)))
  return hash.digest('hex').slice(0, 12)
}

const room = async (matters: number): Promise<void> => {
  const folder = await asAdmin(undefined, client => value<string>(client, `select current_setting('data_directory', true)`)).catch(() => undefined)
  const free = folder === undefined ? undefined : await statfs(folder).then(at => at.bavail * at.bsize, () => undefined)
  const wanted = matters * bytesPerMatter * 1.5
  if (free !== undefined && free < wanted) {
    throw new CannotMeasure(`磁盘不足：需要约 ${Math.ceil(wanted / 2 ** 30)} GiB，剩余 ${Math.floor(free / 2 ** 30)} GiB  the disk is short: about ${Math.ceil(wanted / 2 ** 30)} GiB needed, ${Math.floor(free / 2 ** 30)} GiB free`)
  }
}

const stamp = (client: pg.Client): Promise<string | undefined> => value<string>(client, `select obj_description('matter'::regclass)`)

/** Makes the database of so many matters where it is missing, was made by another recipe, or `rebuild` asks. Returns what was done. */
export const ensureBase = async (matters: number, ask: { readonly rebuild: boolean; readonly asIs: boolean }): Promise<string> => {
  const name = baseName(matters)
  const wanted = await recipe()
  const there = await exists(name)
  const made = there ? await asAdmin(name, stamp).catch(() => undefined) : undefined
  if (there && !ask.rebuild && (ask.asIs || made === wanted)) return made === wanted ? 'kept from an earlier run' : `kept from an earlier run, made by another version of tables or generators (${made ?? 'unfinished'})`
  if (there && !ask.rebuild && matters > 200_000) {
    throw new CannotMeasure(`${name} 由旧版本生成：加 --rebuild 重建，或 --as-is 照旧测量  made by another version: --rebuild to make it anew (minutes), --as-is to measure it as it stands`)
  }
  await drop(name)
  await room(matters)
  await create(name)
  const began = performance.now()
  await fill(name, matters)
  await asAdmin(name, client => client.query(`comment on table matter is '${wanted}'`))
  return `loaded now in ${Math.round((performance.now() - began) / 1000)} s`
}

const fill = async (name: string, matters: number): Promise<void> => {
  const city = benchCity()
  const casts = castsOf(city)
  const database = openAt(name, 4)
  try {
    await database.owner(migrate)
    await settle(database, city)
    say(`建库 made ${name}: ${city.accounts.length} accounts, ${city.posts.length} posts, ${casts.length} villages`)
    await loadTemplates((await makeHouse(database, keysFrom(secret))).house, casts, Math.min(matters, casts.length * templatesPerVillage), new Date())
  } finally {
    await database.close()
  }
  await asAdmin(name, async client => {
    await client.query(`set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set jit = off`)
    await withoutIndexes(client, what => say(`索引 index ${what}`), async () => { await copyMatters(client, keysFrom(secret), matters) })
    say('整理 vacuum analyze')
    await client.query('vacuum (analyze)')
  })
}
