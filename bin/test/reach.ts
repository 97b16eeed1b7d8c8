import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

const imports = /(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g

const reaches = (path: string, seen: Set<string>): boolean => {
  if (seen.has(path) || !existsSync(path)) return false
  seen.add(path)
  const text = readFileSync(path, 'utf8')
  return text.includes('TEST_DATABASE') || [...text.matchAll(imports)].some(([, to = '']) => reaches(join(dirname(path), to), seen))
}

/** Whether a test file asks which database the run has, itself or by what it imports; any other says the same on each. */
export const asksDatabase = (path: string): boolean => reaches(path, new Set())
