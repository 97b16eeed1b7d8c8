import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { CannotRestore, restore as put } from '../../store/dump.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

/** Opened only when the first line is asked for: readline drops what arrives before somebody listens. */
async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Infinity })
}

/** Puts an export into an empty database of this or an older version. */
export const restore: Command = {
  usage: 'restore FILE', zh: '将导出文件放入空数据库（须用同一密钥）', en: 'put an export into an empty database (under the same secret)',
  options: {},
  run: async ({ positionals: [file] }) => {
    if (file === undefined) throw new Stop('请指明文件', 'Name the file', 2)
    const { database } = await openPlace()
    try {
      const rows = await put(database, linesOf(file)).catch((error: unknown) => {
        if (error instanceof CannotRestore) throw new Stop(...(error.message.split('\n') as [string, string]))
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Stop(`无法读取 ${file}`, `Can’t read ${file}`)
        if (error instanceof SyntaxError) throw new Stop('导出文件损坏，未导入。', 'The export is damaged; nothing was put in.')
        throw error
      })
      say(`已放入 ${rows} 行`, `${rows} rows put in`)
    } finally {
      await database.close()
    }
  },
}
