import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { dump } from '../../store/dump.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'

/** Writes the whole database as lines of JSON to a file that only its owner may read, or to standard output. */
export const exportAll: Command = {
  usage: 'export [FILE]', zh: '导出整个数据库（每行一条 JSON；密文仍为密文，不含上传的文件）', en: 'export the whole database (lines of JSON; sealed values stay sealed; uploaded files are not in it)',
  options: {},
  run: async ({ positionals: [file] }) => {
    const { database } = await openPlace()
    const out = file === undefined ? process.stdout : createWriteStream(file, { flags: 'wx', mode: 0o600 })
    try {
      const rows = await dump(database, async line => { if (!out.write(`${line}\n`)) await once(out, 'drain') })
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
