import assert from 'node:assert/strict'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const built = join(import.meta.dirname, '..', '..', 'dist')

/** Bytes of JavaScript, compressed, before the first page of a phone door is there. */
const most = 150_000

/** Everything a page or a script loads before it runs: what it names in `src`, preloads, or imports outright. */
const loadedBy = async (page: string): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  const follow = async (name: string): Promise<void> => {
    if (found.has(name)) return
    found.add(name)
    const text = await readFile(join(built, 'assets', name), 'utf8')
    // Named in the head of the module, and not inside `import(…)`.
    for (const [, next = ''] of text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^'"`()]*?from)?["'`]\.\/([^"'`]+\.js)["'`]/g)) await follow(next)
  }
  for (const [, name = ''] of (await readFile(join(built, page), 'utf8')).matchAll(/assets\/([^"']+\.js)/g)) await follow(name)
  return found
}

for (const [door, page] of [['field', 'field/index.html'], ['home', 'index.html']] as const) {
  test(`the first page of the ${door} door comes over a village's line: at most ${most / 1000} kB of compressed JavaScript`, async t => {
    const files = await loadedBy(page)
    const sizes = await Promise.all([...files].map(async name => gzipSync(await readFile(join(built, 'assets', name))).length))
    const sum = sizes.reduce((a, b) => a + b, 0)
    t.diagnostic(`${sum} bytes in ${files.size} files`)
    assert.ok(files.size > 3, 'the page names its scripts')
    assert.ok(sum <= most, `${sum} bytes`)
  })
}

test('every file that the field door is to hold without a signal is there: one that is missing, and it holds none', async () => {
  const worker = await readFile(join(built, 'field', 'sw.js'), 'utf8')
  const named = [...new Set([...worker.matchAll(/\/(?:assets|field)\/[A-Za-z0-9._-]+\.[a-z0-9]+/g)].map(([path]) => path))]
  assert.ok(named.length > 20)
  for (const path of named) await access(join(built, path))
})
