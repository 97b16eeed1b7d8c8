import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './say.mjs'

/** One digest over names and contents of files and folders, given relative to the project. */
export const hashOf = paths => {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0')
  return hash.digest('hex')
}

const filesUnder = path => {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (!stat) return []
  return stat.isDirectory() ? readdirSync(join(root, path)).sort().flatMap(name => filesUnder(`${path}/${name}`)) : [path]
}

/** What a stamp file says, or nothing where there is none. */
export const readStamp = path => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}
