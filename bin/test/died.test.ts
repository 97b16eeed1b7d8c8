import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { diedOnly } from './died.ts'

const reporter = fileURLToPath(new URL('died.ts', import.meta.url))

test('a runtime that died is told from a test that failed, and only where nothing else failed is it run again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-died-'))
  try {
    const file = async (name: string, body: string): Promise<string> => {
      await writeFile(join(folder, name), `import { test } from 'node:test'\ntest('one', () => { ${body} })\n`)
      return join(folder, name)
    }
    const [fine, bad, dead] = [await file('fine.mjs', ''), await file('bad.mjs', 'throw new Error("no")'), await file('dead.mjs', 'process.abort()')]
    const told = (...files: readonly string[]): string =>
      spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, ...files], { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: undefined } }).stdout
    assert.deepEqual(diedOnly(told(fine, dead)), [dead])
    assert.deepEqual(diedOnly(told(bad, dead)), [])
    assert.equal(told(fine), '')
  } finally {
    await rm(folder, { recursive: true })
  }
})
