import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeWhose } from './whose.ts'

test('as long as nobody is signed in, it is whoever was last', async () => {
  const whose = makeWhose(async () => await Promise.resolve('last'))
  await whose.say(undefined)
  assert.equal(whose.now(), 'last')
})

test('who signs in while it is looked up who was last stays the one it is', async () => {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const whose = makeWhose(() => promise)
  const looking = whose.say(undefined)
  await whose.say('now')
  resolve(undefined)
  await looking
  assert.equal(whose.now(), 'now')
})

test('whoever signs out meanwhile leaves it to whoever was last', async () => {
  const whose = makeWhose(async () => await Promise.resolve('last'))
  await Promise.all([whose.say('now'), whose.say(undefined)])
  assert.equal(whose.now(), 'last')
})
