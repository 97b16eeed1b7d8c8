import { makeHouse, shelfOf } from '../../server/assemble.ts'
import { proofOf } from '../../server/files/proof.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import { countyIn } from '../arguments.ts'
import { textOf, type Command } from '../command.ts'
import { verifyExport } from '../look.ts'
import { openPlace } from '../place.ts'
import { keptIn, verifyAll } from '../verifying.ts'
import { isVoteResult, verifyResult } from '../vote-result.ts'

/** Replays every matter's chain and holds it against the rows, files and counters, and against checkpoints where some are given; or counts the published result of a vote again. Ends with 1 where something is wrong. */
export const verify: Command = {
  usage: 'verify [FILE] [--county CODE] [--without-files] [--checkpoints FILE]', file: true,
  zh: '核验全部办理记录链、事项、文件和计数；给出导出文件则核验该文件，不用数据库；给出公布的表决结果文件则离线重新计票；--checkpoints 与另行留存的校验点比对；--without-files 不读取文件内容',
  en: 'verify every chain of entries, the matters, files and counters, or those of an export, without the database; given the published result of a vote, count it again offline; --checkpoints holds them against checkpoints kept elsewhere, --without-files reads no file',
  options: { 'county': { type: 'string' }, 'without-files': { type: 'boolean' }, 'checkpoints': { type: 'string' } },
  run: async given => {
    const [first] = given.positionals
    if (first !== undefined && await isVoteResult(first)) { await verifyResult(first); return }
    const county = countyIn(given)
    const file = textOf(given, 'checkpoints')
    const checkpoints = file === undefined ? undefined : await keptIn(file)
    const wish = { ...(county !== undefined && { county }), ...(checkpoints && { checkpoints }) }
    const withFiles = given.values['without-files'] !== true
    if (first !== undefined) { await verifyExport(first, wish, withFiles); return }
    const { database, secret, keys, settings } = await openPlace()
    try {
      const { house } = await makeHouse(database, keys)
      const bytesOf = withFiles ? proofOf(shelfOf(settings), fileKeys(secret, keys.ring)) : undefined
      await verifyAll(house, { ...wish, ...(bytesOf && { bytesOf }) })
    } finally {
      await database.close()
    }
  },
}
