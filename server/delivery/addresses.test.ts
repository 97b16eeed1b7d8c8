import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf, reachable } from './addresses.ts'

test('only addresses of the internet may be connected to, however they are written', () => {
  const { reaches } = reachable([])
  for (const one of ['1.1.1.1', '8.8.8.8', '114.114.114.114', '100.63.255.255', '172.15.0.1', '172.32.0.1', '::ffff:1.1.1.1', '2606:4700:4700::1111', '240e::1']) assert.ok(reaches(one), one)
  for (const one of ['127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '198.18.0.1', '192.0.2.1',
    '::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:a00:1::', '2001:0:1::', 'fc00::1', 'fdff::1', 'fe80::1', 'ff02::1', '2001:db8::1', 'localhost', '']) assert.ok(!reaches(one), one)
})

test('networks that the settings open may be, and no others', () => {
  const { reaches, opened } = reachable([['10.20.0.0', 16], ['fd12::', 32]])
  for (const one of ['10.20.0.1', 'fd12::1']) assert.ok(reaches(one) && opened(one), one)
  for (const one of ['10.21.0.1', 'fd13::1', '127.0.0.1']) assert.ok(!reaches(one), one)
  assert.ok(reaches('1.1.1.1') && !opened('1.1.1.1'))
})

test('a name is resolved to what may be connected to alone', async () => {
  const where = reachable([])
  const resolved = (may: (address: string) => boolean) => new Promise(resolve => { where.lookup(may)('localhost', {}, (error, address) => { resolve(error ? error.message : address) }) })
  assert.equal(await resolved(reachable([]).reaches), 'localhost', 'a name of our own machine is refused under its name')
  assert.match(String(await resolved(reachable([['127.0.0.0', 8], ['::1', 128]]).reaches)), /^(?:127\.|::1)/)
})

test('networks are read as settings write them', () => {
  assert.deepEqual(networkOf(' 10.20.0.0/16 '), ['10.20.0.0', 16])
  assert.deepEqual(networkOf('fd12::/32'), ['fd12::', 32])
  for (const wrong of ['10.20.0.0', '10.20.0.0/33', '::/129', 'x/8', '']) assert.equal(networkOf(wrong), undefined)
})
