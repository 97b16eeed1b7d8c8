import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'

const code = async (folder: string): Promise<readonly string[]> => (await readdir(new URL(folder, import.meta.url), { recursive: true }))
  .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts')).map(name => `${folder}${name}`)

test('what runs on phones runs in browsers that know no lookbehind (Safari before 16.4 reads the whole file as a fault)', async () => {
  const files = (await Promise.all(['./', '../web/', '../regulation/', '../procedures/'].map(code))).flat()
  assert.ok(files.length > 100)
  for (const file of files) assert.deepEqual((await readFile(new URL(file, import.meta.url), 'utf8')).match(/.*\(\?<[!=].*/g) ?? [], [], file)
})
