import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { CannotLock, takeLock } from './lock.ts'

let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'shanzhi-lock-')) })
after(() => rm(folder, { recursive: true }))
const file = (name: string): string => join(folder, name)

test('a lock is held by one until it is given back', async () => {
  const release = await takeLock(file('one'))
  assert.equal(await readFile(file('one'), 'utf8'), `${process.pid}\n`)
  await assert.rejects(takeLock(file('one')), (error: unknown) => error instanceof CannotLock && error.message.includes(`${process.pid}`) && /进程/.test(error.message) && /process/.test(error.message))
  await release()
  await (await takeLock(file('one')))()
  assert.deepEqual(await readdir(folder), [], 'nothing is left behind')
})

test('a lock of a living process stands; of one that ended it is taken over', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(other, 'spawn')
  await writeFile(file('two'), `${other.pid ?? 0}\n`)
  await assert.rejects(takeLock(file('two')), CannotLock)
  const ended = once(other, 'exit')
  other.kill()
  await ended
  await (await takeLock(file('two')))()
})

test('a lock under our own number that we do not hold was left by a process before us', async () => {
  await writeFile(file('three'), `${process.pid}\n`)
  await (await takeLock(file('three')))()
})

test('a lock just made and not yet written is not taken for a dead one', async () => {
  await writeFile(file('four'), '')
  // Awaited for from the beginning: it may be refused while the other is still writing.
  const refused = assert.rejects(takeLock(file('four')), CannotLock)
  await writeFile(file('four'), `${process.ppid}\n`)
  await refused
  await rm(file('four'))
})

test('what is no number at all is left over and taken', async () => {
  for (const left of ['', 'nonsense', '-1', '0']) {
    await writeFile(file('five'), left)
    await (await takeLock(file('five')))()
  }
})

test('of many who want it at once, one gets it, also over a dead one', async () => {
  for (const left of [undefined, '999999999\n']) {
    if (left !== undefined) await writeFile(file('six'), left)
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => takeLock(file('six'))))
    const taken = results.filter(result => result.status === 'fulfilled')
    assert.equal(taken.length, 1)
    await taken[0]?.value()
  }
})
