import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { databaseOver } from '../../store/database.ts'
import { embeddedPool } from '../../store/embedded-pool.ts'
import { migrate } from '../../store/migrate.ts'

/** Makes an empty database of this version under a folder, as a file that PGlite can begin from. */
const makeImage = async (folder: string): Promise<void> => {
  const data = join(folder, 'empty')
  const pool = await embeddedPool({ folder: data })
  const database = databaseOver('pglite', pool, () => Promise.resolve(pool), 'shanzhi_app')
  await database.owner(migrate)
  await database.close()
  const closed = await PGlite.create({ dataDir: data })
  await writeFile(join(folder, 'image.tar'), Buffer.from(await (await closed.dumpDataDir('none')).arrayBuffer()))
  await closed.close()
}

const program = fileURLToPath(import.meta.url)

/** In a process of its own, so that its memory goes with it. */
export const emptyDatabase = (folder: string): Promise<{ readonly TEST_IMAGE: string } | undefined> =>
  Promise.resolve(spawnSync(process.execPath, [program, folder], { stdio: 'inherit' }).status === 0 ? { TEST_IMAGE: join(folder, 'image.tar') } : undefined)

if (import.meta.main) await makeImage(process.argv[2] ?? '')
