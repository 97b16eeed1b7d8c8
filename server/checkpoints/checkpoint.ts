import { system } from '../../kernel/post.ts'
import { linesOf, writeCheckpoint } from '../../store/checkpoint/write.ts'
import type { Database } from '../../store/database.ts'
import { dayDigests } from './digests.ts'
import { publish, Unlike } from './publish.ts'

type Log = { error(line: object, message: string): void; info(line: object, message: string): void }

/**
 * Writes the checkpoint of the legal day where none stands yet, and publishes what is not published: also what another server wrote, and what a crash
 * kept from the file. A day without one is told, and so is a file that says otherwise.
 */
export const checkpoint = async (database: Database, folder: string, county: string, now: Date, log: Log): Promise<void> => {
  const written = await writeCheckpoint(database, county, now, dayDigests)
  if (written?.missed) log.error({ county, ...written.missed }, 'days without a checkpoint')
  try {
    const added = await publish(folder, county, () => database.scoped(system, tx => linesOf(tx, county)))
    if (added > 0) log.info({ county, added, ...(written && { matters: written.matters }) }, 'checkpoint published')
  } catch (error) {
    if (!(error instanceof Unlike)) throw error
    log.error({ county, line: error.line }, 'the published checkpoints are not those of the database; nothing was published')
  }
}
