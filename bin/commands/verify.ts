import { makeHouse, shelfOf } from '../../server/assemble.ts'
import { proofOf } from '../../server/files/proof.ts'
import { fileKeys } from '../../server/settings/keys.ts'
import { countyIn } from '../arguments.ts'
import { textOf, type Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { keptIn, verifyAll } from '../verifying.ts'

/** Replays every matter's chain and holds it against the rows, files and counters, and against checkpoints where some are given. Ends with 1 where something is wrong. */
export const verify: Command = {
  usage: 'verify [--county CODE] [--without-files] [--checkpoints FILE]',
  zh: '核验全部办理记录链、事项、文件和计数；--checkpoints 与另行留存的校验点比对；--without-files 不读取文件内容',
  en: 'verify every chain of entries, the matters, files and counters; --checkpoints holds them against checkpoints kept elsewhere, --without-files reads no file',
  options: { 'county': { type: 'string' }, 'without-files': { type: 'boolean' }, 'checkpoints': { type: 'string' } },
  run: async given => {
    const county = countyIn(given)
    const file = textOf(given, 'checkpoints')
    const checkpoints = file === undefined ? undefined : await keptIn(file)
    const { database, secret, keys, settings } = await openPlace()
    try {
      const { house } = await makeHouse(database, keys)
      const bytesOf = given.values['without-files'] === true ? undefined : proofOf(shelfOf(settings), fileKeys(secret, keys.ring))
      await verifyAll(house, { ...(county !== undefined && { county }), ...(bytesOf && { bytesOf }), ...(checkpoints && { checkpoints }) })
    } finally {
      await database.close()
    }
  },
}
