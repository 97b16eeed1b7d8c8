import { open } from 'node:fs/promises'
import { CannotRestore, restore as put } from '../../store/restore.ts'
import { fileIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const unreadable = (file: string): Stop => new Stop(`无法读取 ${file}`, `Can’t read ${file}`)

/** Opened only when the first line is asked for: lines that arrive before somebody listens are dropped. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await open(file).catch(() => { throw unreadable(file) })
  try {
    if ((await handle.stat()).isDirectory()) throw unreadable(file)
    yield* handle.readLines()
  } finally {
    await handle.close()
  }
}

/** Puts an export into an empty database of this or an older version. */
export const restore: Command = {
  usage: 'restore FILE', file: true, zh: '将导出文件放入空数据库（须用同一密钥；不完整或被改动的文件会被拒绝）', en: 'put an export into an empty database (under the same secret; one cut short or changed is refused)',
  options: {},
  run: async given => {
    const file = fileIn(given)
    const { database, keys } = await openPlace()
    try {
      const rows = await put(database, keys, linesOf(file)).catch((error: unknown) => {
        if (error instanceof CannotRestore) throw new Stop(error.why.zh, error.why.en)
        throw error
      })
      say(`已放入 ${rows} 行；请各用户重新登录。`, `${rows} rows put in; everybody signs in again.`)
    } finally {
      await database.close()
    }
  },
}
