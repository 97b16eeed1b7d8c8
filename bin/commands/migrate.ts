import { readSettings } from '../../server/settings/read.ts'
import { migrate as bring } from '../../store/migrate.ts'
import type { Command } from '../command.ts'
import { openDatabase } from '../place.ts'
import { say } from '../say.ts'

/** Brings the database forward; on a server as the tables' owner (DATABASE_ADMIN_URL). */
export const migrate: Command = {
  usage: 'migrate', zh: '更新数据库结构（服务器须设 DATABASE_ADMIN_URL）', en: 'bring the database forward (a server needs DATABASE_ADMIN_URL)', options: {},
  run: async () => {
    const database = await openDatabase(readSettings(process.env))
    try {
      const names = await database.owner(bring)
      if (names.length === 0) say('数据库已是最新', 'The database is up to date')
      for (const name of names) say(`已执行 ${name}`, `applied ${name}`)
    } finally {
      await database.close()
    }
  },
}
