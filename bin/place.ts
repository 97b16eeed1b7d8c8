import { join } from 'node:path'
import { readSettings } from '../server/settings/read.ts'
import { ringFrom } from '../server/settings/ring.ts'
import { secretOf } from '../server/settings/secret.ts'
import type { Settings } from '../server/settings/settings.ts'
import type { Database } from '../store/database.ts'
import { migrate, pending } from '../store/migrate.ts'
import { open, refusePrivileged } from '../store/open.ts'
import { keysFrom, type Keys } from '../store/seal.ts'
import { system } from '../kernel/post.ts'
import { say } from './say.ts'
import { Stop } from './stop.ts'

/** The database of the settings, open and of this version. */
export type Place = { readonly settings: Settings; readonly secret: string; readonly keys: Keys; readonly database: Database }

/** The settings and the keys alone, for what needs no database of the site. */
export const readKeys = async (environment: NodeJS.ProcessEnv = process.env): Promise<Omit<Place, 'database'>> => {
  const settings = readSettings(environment)
  const secret = await secretOf(settings)
  return { settings, secret, keys: keysFrom(secret, await ringFrom(settings, secret)) }
}

export const openPlace = async (environment: NodeJS.ProcessEnv = process.env): Promise<Place> => {
  const { settings, secret, keys } = await readKeys(environment)
  const database = await openDatabase(settings)
  try {
    await bringForward(database)
    return { settings, secret, keys, database }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens the database as the settings say, without looking at its version. */
export const openDatabase = (settings: Settings): Promise<Database> => open(settings.DATABASE_URL === undefined
  ? { folder: join(settings.DATA_DIR, 'database') }
  : { url: settings.DATABASE_URL, size: settings.POOL_SIZE, ...(settings.DATABASE_ADMIN_URL !== undefined && { adminUrl: settings.DATABASE_ADMIN_URL }) })

/** The embedded database is brought forward as it is opened; a server's is the administrator's to migrate, and its role is looked at first. */
const bringForward = async (database: Database): Promise<void> => {
  if (database.kind === 'pglite') {
    const names = await database.owner(migrate)
    if (names.length > 0) say(`数据库已更新：${names.length} 步`, `Database brought forward: ${names.length} steps`)
    return
  }
  const waiting = await database.scoped(system, pending)
  if (waiting.length > 0) throw new Stop(`数据库尚有 ${waiting.length} 步未迁移，请先运行 shanzhi migrate。`, `The database lacks ${waiting.length} migrations: run shanzhi migrate first.`)
  await refusePrivileged(database)
}
