import { globSync } from 'node:fs'

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git', '.data'])

/** Every test file, beside the code and in test/, as paths from the project folder with `/`. */
export const testFiles = (): string[] =>
  globSync('**/*.test.ts', { exclude: path => notOurs.has(path) }).map(path => path.replaceAll('\\', '/')).sort()
