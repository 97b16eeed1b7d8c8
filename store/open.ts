import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { databaseOver, type Database } from './database.ts'
import { embeddedPool } from './embedded-pool.ts'
import { takeLock } from './lock.ts'
import { serverPool } from './server-pool.ts'
import { system } from '../kernel/post.ts'

/** Where the data is: a folder for the embedded database (none: in memory), or a PostgreSQL server. */
export type Place =
  | { readonly folder?: string }
  | { readonly url: string; readonly adminUrl?: string; readonly size?: number }

/** The database can't be opened, for a reason an administrator can mend; the message says how. */
export class CannotOpen extends Error {}

export const open = (place: Place): Promise<Database> => ('url' in place ? openServer(place) : openEmbedded(place.folder))

const openEmbedded = async (folder: string | undefined): Promise<Database> => {
  if (folder === undefined) {
    const pool = await embeddedPool()
    return databaseOver('pglite', pool, () => Promise.resolve(pool), 'shanzhi_app')
  }
  await mkdir(folder, { recursive: true })
  const release = await takeLock(join(folder, 'lock'))
  try {
    await checkVersion(folder)
    const pool = await embeddedPool({ folder: join(folder, 'postgres') })
    const database = databaseOver('pglite', pool, () => Promise.resolve(pool), 'shanzhi_app')
    return { ...database, close: async () => { await database.close(); await release() } }
  } catch (error) {
    await release()
    throw error
  }
}

/** The data folder remembers which PGlite wrote it: another minor version may not read it. */
const checkVersion = async (folder: string): Promise<void> => {
  const require = createRequire(import.meta.url)
  const { version } = JSON.parse(await readFile(join(require.resolve('@electric-sql/pglite'), '../../package.json'), 'utf8')) as { version: string }
  const file = join(folder, 'pglite-version')
  const written = await readFile(file, 'utf8').then(text => text.trim(), () => undefined)
  if (written === undefined) await writeFile(file, `${version}\n`)
  else if (minor(written) !== minor(version)) {
    throw new CannotOpen(
      `数据目录由 PGlite ${written} 写成，本程序使用 ${version}。请用原版本运行 shanzhi export 导出后再导入。\n`
      + `This data folder was written by PGlite ${written}; this program uses ${version}. Run "shanzhi export" with the old version, then import.`)
  }
}

const minor = (version: string): string => version.split('.').slice(0, 2).join('.')

const openServer = async ({ url, adminUrl, size = 10 }: Extract<Place, { url: string }>): Promise<Database> => {
  const app = serverPool(url, size)
  const owner = async () => {
    if (adminUrl === undefined) throw new CannotOpen('需要 DATABASE_ADMIN_URL（表的所有者）。\nDATABASE_ADMIN_URL (the tables’ owner) is needed for this.')
    return (admin ??= serverPool(adminUrl, 2))
  }
  let admin: ReturnType<typeof serverPool> | undefined
  const database = databaseOver('server', app, owner)
  return { ...database, close: async () => { await app.close(); await admin?.close() } }
}

/**
 * Refuses a role that row-level security would not bind: a superuser, one with BYPASSRLS, or the tables' owner.
 * Call it before serving; on the embedded database the role is taken on inside each transaction.
 */
export const refusePrivileged = (database: Database): Promise<void> =>
  database.scoped(system, async tx => {
    const [role] = await tx.query<{ name: string; free: boolean; owns: boolean }>(
      `select current_user::text as name, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as free,
        exists (select from pg_class where relname = 'matter' and pg_has_role(current_user, relowner, 'member')) as owns`)
    if (role?.free === false && !role.owns) return
    throw new CannotOpen(
      `数据库角色 ${role?.name ?? ''} 可绕过行级安全策略，拒绝启动。请在 DATABASE_URL 中使用 shanzhi_app 角色。\n`
      + `The database role ${role?.name ?? ''} can bypass row-level security; refusing to start. Use the role shanzhi_app in DATABASE_URL.`)
  })
