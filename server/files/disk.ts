import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Shelf } from './vault.ts'

const absent = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw error
}

/** A folder of this machine. A file is written beside its place, flushed, and moved there: a crash leaves no half of one. */
export const disk = (folder: string): Shelf => ({
  put: async (path, bytes) => {
    const target = join(folder, path)
    const beside = `${target}.part`
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const handle = await open(beside, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, target)
  },
  read: path => readFile(join(folder, path)).catch(absent),
  remove: path => rm(join(folder, path), { force: true }),
})
