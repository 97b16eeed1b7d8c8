import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { words } from '../../kernel/words.ts'
import { BadSettings } from './read.ts'
import type { Settings } from './settings.ts'

const shortest = 32

/** The site's secret: from the settings, from a file they name, or made once in the data folder. All keys derive from it. */
export const secretOf = async (settings: Settings): Promise<string> => {
  if (settings.SECRET !== undefined) return settings.SECRET
  const file = settings.KEY_FILE ?? join(settings.DATA_DIR, 'secret')
  const found = await readFile(file, 'utf8').then(text => text.trim(), () => undefined)
  if (found !== undefined && found.length >= shortest) return found
  if (found !== undefined || settings.KEY_FILE !== undefined) {
    throw new BadSettings([{ name: 'KEY_FILE', why: words(`${file} 不可读或少于 ${shortest} 个字符`, `${file} can’t be read or holds fewer than ${shortest} characters`) }])
  }
  await mkdir(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const made = randomBytes(shortest).toString('base64url')
  // `wx`: where two processes start at once, the second reads what the first made instead of replacing it.
  await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => { if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error })
  return (await readFile(file, 'utf8')).trim()
}
