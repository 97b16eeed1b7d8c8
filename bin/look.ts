import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHouse } from '../server/assemble.ts'
import { disk } from '../server/files/disk.ts'
import { proofOf } from '../server/files/proof.ts'
import { fileKeys } from '../server/settings/keys.ts'
import { migrate } from '../store/migrate.ts'
import { open } from '../store/open.ts'
import { CannotRestore, restore } from '../store/restore.ts'
import type { VerifyFault } from '../store/verify/fault.ts'
import { filesBeside, linesOf } from './lines.ts'
import { readKeys } from './place.ts'
import { progress } from './say.ts'
import { Stop } from './stop.ts'
import { verifyAll, type Wish } from './verifying.ts'

/**
 * Verifies an export without the site's database: put into an embedded one in a folder of its own, on disk, so that a large one needs no memory, and gone
 * afterwards. Lines that are wrong are named, not refused; an export under another secret or of a newer version can't be looked at.
 */
export const verifyExport = async (file: string, wish: Wish, withFiles: boolean): Promise<void> => {
  const { secret, keys } = await readKeys()
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-look-'))
  try {
    const database = await open({ folder })
    try {
      await database.owner(migrate)
      const faults: VerifyFault[] = []
      await restore(database, keys, linesOf(file, progress('读入', 'reading')), { note: what => { faults.push({ kind: 'export', county: '', what }) } }).catch((error: unknown) => {
        if (error instanceof CannotRestore) throw new Stop(error.why.zh, error.why.en)
        throw error
      })
      const beside = filesBeside(file)
      const bytesOf = withFiles && await stat(beside).then(found => found.isDirectory(), () => false) ? proofOf(disk(beside), fileKeys(secret, keys.ring)) : undefined
      const { house } = await makeHouse(database, keys)
      await verifyAll(house, { ...wish, ...(bytesOf && { bytesOf }) }, faults)
    } finally {
      await database.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
