import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'

/** The name of a county's file. */
export const fileOf = (county: string): string => `${county}.jsonl`

/** The published file says otherwise than the database: somebody changed one of them. Nothing was written. */
export class Unlike extends Error {
  readonly line: number
  constructor(line: number) {
    super(`the published checkpoints and the database part at line ${line}`)
    this.line = line
  }
}

const linesIn = (text: string): readonly string[] => text.split('\n').filter(line => line !== '')

/**
 * Brings a county's published file up to the lines the database holds, whole or not at all: written beside its place, flushed, moved there.
 * A line once published is never changed: throws `Unlike` where the file holds another, or more. A last line broken off by a crash can't be,
 * for nothing is written in place. The file is read before the lines are asked for: what another server published meanwhile stands in both.
 * Returns how many lines were added.
 */
export const publish = async (folder: string, county: string, linesNow: () => Promise<readonly string[]>): Promise<number> => {
  const target = join(folder, fileOf(county))
  const there = linesIn(await readFile(target, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }))
  const lines = await linesNow()
  const parts = there.findIndex((line, i) => line !== lines[i])
  if (parts >= 0) throw new Unlike(parts + 1)
  if (there.length === lines.length) return 0
  await mkdir(folder, { recursive: true })
  const beside = `${target}.${process.pid}.part`
  const handle = await open(beside, 'w', 0o644)
  try {
    await handle.writeFile(`${lines.join('\n')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, target)
  return lines.length - there.length
}
