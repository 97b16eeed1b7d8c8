import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identities, type Identity } from './identity.ts'

const person = (account: string): Identity => ({ session: `s-${account}`, account, name: account, factor: false, actor: { account, kind: 'resident', region: '', clearance: 'internal' } })

const asked = () => {
  const calls: string[] = []
  let now = 0
  const known = identities(token => { calls.push(token); return Promise.resolve(token === 'nobody' ? undefined : person(token)) }, () => now)
  return { calls, known, later: (ms: number) => { now += ms } }
}

test('requests that arrive together ask once, and again only after ten seconds', async () => {
  const { calls, known, later } = asked()
  await Promise.all([known.of('wang'), known.of('wang'), known.of('wang')])
  later(9_999)
  await known.of('wang')
  assert.equal(calls.length, 1)
  later(1)
  await known.of('wang')
  assert.equal(calls.length, 2)
})

test('what this process ends it forgets at once, by token or by account; nobody is never remembered', async () => {
  const { calls, known } = asked()
  await known.of('wang')
  known.forget('wang')
  await known.of('wang')
  known.forgetAccount('wang')
  await known.of('wang')
  assert.equal(calls.length, 3)
  await known.of('nobody')
  await known.of('nobody')
  assert.equal(calls.length, 5)
})

test('a failed question is asked again', async () => {
  let fails = true
  const known = identities(() => (fails ? Promise.reject(new Error('database away')) : Promise.resolve(person('wang'))))
  await assert.rejects(known.of('wang'))
  fails = false
  assert.equal((await known.of('wang'))?.account, 'wang')
})
