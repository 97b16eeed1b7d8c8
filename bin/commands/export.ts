import { once } from 'node:events'
import { open } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { system } from '../../kernel/post.ts'
import { shelfOf } from '../../server/assemble.ts'
import { disk } from '../../server/files/disk.ts'
import { carrier } from '../../server/files/travel.ts'
import { dump } from '../../store/dump.ts'
import { countyIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { filesBeside } from '../lines.ts'
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

/** Writes the whole database, or a county, as lines of JSON to a file that only its owner may read, or to standard output; uploaded files go, sealed, into a folder beside the file. */
export const exportAll: Command = {
  usage: 'export [FILE] [--county CODE] [--without-files]', file: true,
  zh: '导出整个数据库或一个县（每行一条 JSON；密文仍为密文，不含登录会话）；上传的文件以密文存入旁边的 FILE.files 目录',
  en: 'export the whole database or one county (lines of JSON; sealed values stay sealed; who is signed in is not in it); uploaded files go, sealed, into the folder FILE.files beside it',
  options: { 'county': { type: 'string' }, 'without-files': { type: 'boolean' } },
  run: async given => {
    const county = countyIn(given)
    const [file] = given.positionals
    const { database, keys, settings } = await openPlace()
    try {
      if (county !== undefined && (await database.scoped(system, tx => tx.query('select from region where code = $1', [county]))).length === 0) throw new Stop(`没有 ${county} 这个区划。`, `There is no region ${county}.`)
      const out = file === undefined ? process.stdout : await openNew(file)
      const files = file === undefined || given.values['without-files'] === true ? undefined : carrier(shelfOf(settings), disk(filesBeside(file)))
      const rows = await dump(database, keys, async line => { if (!out.write(`${line}\n`)) await once(out, 'drain') }, { ...(county !== undefined && { county }), ...(files && { file: files.carry }) })
      if (file !== undefined) {
        out.end()
        await finished(out)
      }
      say(`已导出 ${rows} 行`, `${rows} rows exported`)
      if (!files) { say('未带上传的文件，请另行备份文件存储。', 'Uploaded files did not go along: keep a copy of their store.'); return }
      const { carried, absent } = files.done()
      say(`${carried} 个文件已存入 ${filesBeside(file ?? '')}`, `${carried} files put into ${filesBeside(file ?? '')}`)
      if (absent > 0) throw new Stop(`${absent} 个文件在存储中找不到，导出不完整；请运行 verify。`, `${absent} files are not in their store, so the export is not whole: run verify.`)
    } finally {
      await database.close()
    }
  },
}
