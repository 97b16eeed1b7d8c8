import { once } from 'node:events'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { dump } from '../../store/dump.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

/** A new file that only its owner may read: what stands there is not written over. */
const openNew = async (file: string): Promise<Writable> => {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    const stands = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw stands ? new Stop(`${file} 已存在，不覆盖`, `${file} stands already and is not written over`) : new Stop(`无法写入 ${file}`, `Can’t write ${file}`)
  })
  return handle.createWriteStream()
}

/** Writes the whole database as lines of JSON to a file that only its owner may read, or to standard output. */
export const exportAll: Command = {
  usage: 'export [FILE]', file: true,
  zh: '导出整个数据库（每行一条 JSON；密文仍为密文，不含上传的文件和登录会话）', en: 'export the whole database (lines of JSON; sealed values stay sealed; uploaded files and who is signed in are not in it)',
  options: {},
  run: async ({ positionals: [file] }) => {
    const { database, keys } = await openPlace()
    try {
      const out = file === undefined ? process.stdout : await openNew(file)
      const rows = await dump(database, keys, async line => { if (!out.write(`${line}\n`)) await once(out, 'drain') })
      if (file !== undefined) {
        out.end()
        await finished(out)
      }
      say(`已导出 ${rows} 行；另请备份数据目录中的 files 和 secret。`, `Exported ${rows} rows; keep the folder files and the secret as well.`)
    } finally {
      await database.close()
    }
  },
}
