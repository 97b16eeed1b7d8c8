import assert from 'node:assert/strict'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { BadSettings, readSettings } from './read.ts'
import { ringFrom } from './ring.ts'
import { secretOf } from './secret.ts'
import { settingRows } from './table.ts'

const faults = (environment: { readonly [name: string]: string }): readonly string[] => {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    assert.ok(error instanceof BadSettings)
    assert.ok(error.faults.every(fault => fault.why.zh !== '' && fault.why.en !== ''))
    return error.faults.map(fault => fault.name)
  }
}

test('without any setting the embedded demo is served', () => {
  const settings = readSettings({})
  assert.deepEqual([settings.PORT, settings.DEMO, settings.FILES, settings.PUBLIC_URL], [8080, true, 'disk', 'http://localhost:8080'])
})

test('a server has no demo unless asked, and needs a secret of its own', () => {
  const url = 'postgres://shanzhi_app@db/shanzhi'
  assert.deepEqual(faults({ DATABASE_URL: url }), ['SECRET'])
  const SECRET = 'x'.repeat(40)
  assert.equal(readSettings({ DATABASE_URL: url, SECRET }).DEMO, false)
  assert.equal(readSettings({ DATABASE_URL: url, SECRET, DEMO: 'on' }).DEMO, true)
  assert.deepEqual(faults({ SECRET, KEY_FILE: '/k' }), ['KEY_FILE'])
})

test('the demo, where nobody needs a password, is for this machine alone unless an address is given', () => {
  const server = { DATABASE_URL: 'postgres://shanzhi_app@db/shanzhi', SECRET: 'x'.repeat(40) }
  const host = (environment: { readonly [name: string]: string }): string => readSettings(environment).HOST
  assert.deepEqual([host({}), host({ DEMO: 'on' }), host({ ...server, DEMO: 'on' })], ['localhost', 'localhost', 'localhost'])
  assert.deepEqual([host(server), host({ DEMO: 'off' })], ['0.0.0.0', '0.0.0.0'])
  assert.deepEqual([host({ HOST: '0.0.0.0' }), host({ ...server, HOST: '10.0.0.5' })], ['0.0.0.0', '10.0.0.5'])
})

test('every wrong setting is named at once; empty ones are not set', () => {
  assert.deepEqual(faults({ PORT: '80a', DEMO: 'maybe', LOG_LEVEL: 'loud', SECRET: 'short', PUBLIC_URL: 'example.org/x', FILES: 's3' }).toSorted(),
    ['DEMO', 'LOG_LEVEL', 'PORT', 'PUBLIC_URL', 'S3_ACCESS_KEY', 'S3_BUCKET', 'S3_ENDPOINT', 'S3_SECRET_KEY', 'SECRET'])
  assert.deepEqual(faults({ PORT: '', DEMO: ' ' }), [])
  assert.deepEqual(faults({ METRICS_TOKEN: 'short' }), ['METRICS_TOKEN'])
  assert.deepEqual(faults({ PORT: '-1' }), ['PORT'])
  assert.deepEqual(faults({ PORT: '70000' }), ['PORT'])
})

test('the table tells every setting in both languages', () => {
  const rows = settingRows()
  assert.ok(rows.length >= 20)
  for (const { name, words } of rows) assert.ok(words.zh !== '' && words.en !== '', name)
  const secret = rows.filter(row => row.secret).map(row => row.name)
  assert.ok(secret.includes('S3_SECRET_KEY') && secret.includes('METRICS_TOKEN'))
})

test('a secret is made once, for its owner’s eyes only, and found again; two that start at once share it', async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'shanzhi-secret-'))
  const settings = readSettings({ DATA_DIR })
  const [first, second] = await Promise.all([secretOf(settings), secretOf(settings)])
  assert.equal(first, second)
  assert.ok(first.length >= 32)
  assert.equal(await secretOf(settings), first)
  assert.equal((await stat(join(DATA_DIR, 'secret'))).mode & 0o077, 0)
  await assert.rejects(secretOf(readSettings({ DATA_DIR, KEY_FILE: join(DATA_DIR, 'missing') })), BadSettings)
})

test('a key ring is read line by line; what is wrong is named by its line, and never shown', async () => {
  const secret = 's'.repeat(32)
  const ring = (SEAL_KEYS: string, more: { readonly [name: string]: string } = {}) => ringFrom(readSettings({ SEAL_KEYS, ...more }), secret)
  const good = await ring(`# of 2026\n2 ${'a'.repeat(32)}\n\n7\t${'b'.repeat(40)}\r\n`, { SEAL_CIPHER: 'sm4' })
  assert.deepEqual([good.current, good.cipher, [...good.keys.keys()]], [7, 'sm4', [1, 2, 7]])
  assert.deepEqual([...(await ringFrom(readSettings({}), secret)).keys.keys()], [1])
  const long = 'c'.repeat(32)
  for (const [text, why] of [[`0 ${long}`, /line 1 .*1 to 127/], [`128 ${long}`, /line 1/], [`2 ${long}\n3 short`, /line 2 needs 32/], [`2 ${long}\n2 ${long}`, /2 stands twice/], [long, /line 1/], ['# none', /no key/]] as const) {
    await assert.rejects(ring(text), (error: unknown) => error instanceof BadSettings && error.faults[0]?.name === 'SEAL_KEYS' && why.test(error.message) && !error.message.includes(long), text)
  }
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'shanzhi-ring-'))
  await writeFile(join(DATA_DIR, 'ring'), `3 ${long}\n`)
  assert.equal((await ringFrom(readSettings({ SEAL_KEY_FILE: join(DATA_DIR, 'ring') }), secret)).current, 3)
  await assert.rejects(ringFrom(readSettings({ SEAL_KEY_FILE: join(DATA_DIR, 'none') }), secret), /SEAL_KEY_FILE/)
  assert.deepEqual(faults({ SEAL_KEYS: 'x', SEAL_KEY_FILE: '/k' }), ['SEAL_KEY_FILE'])
})
