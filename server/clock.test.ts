import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestSite, type TestSite } from '../test/helpers/site.ts'
import { system } from '../kernel/post.ts'
import { countHeads } from '../store/reseal.ts'
import { ringOf } from '../store/ring.ts'
import { keysFrom } from '../store/seal.ts'
import { secret } from '../test/helpers/world.ts'
import { startClock } from './clock.ts'
import type { MatterView } from './wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const logged: string[] = []
const log = { error: (_: object, message: string) => { logged.push(message) }, info: (_: object, message: string) => { logged.push(message) } }

test('the loop takes what is due, goes on after a fault, and stops when told', async () => {
  const resident = await world.as('resident')
  const opened = await resident.step('/api/request/report', { input: { text: '井盖破损有人差点掉下去', place: '630202001001' } })
  world.setNow(new Date(Date.now() + 40 * 86_400_000))
  const stop = startClock(world.site, 0.05, log)
  const steps = async () => (await resident.get<MatterView>(`/api/matters/${opened.body.id}`)).body.entries.map(entry => entry.step)
  for (let i = 0; i < 100 && !(await steps()).includes('escalate'); i += 1) await sleep(50)
  await stop()
  const seen = await steps()
  assert.ok(seen.includes('escalate'), seen.join())
  assert.deepEqual(logged.filter(line => line === 'clock failed'), [])
  world.setNow(new Date(Date.now() + 80 * 86_400_000))
  await sleep(200)
  assert.deepEqual(await steps(), seen, 'a stopped clock takes nothing')
  world.setNow(undefined)
})

test('a clock of zero seconds does not look', async () => {
  await startClock(world.site, 0, log)()
})

test('after a key was added, the loop seals anew what older ones sealed', async () => {
  const keys = keysFrom(secret, ringOf(secret, [{ id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }]))
  const uses = () => world.database.scoped(system, countHeads)
  assert.deepEqual((await uses()).map(use => use.head), [1])
  const stop = startClock({ ...world.site, house: { ...world.site.house, keys } }, 0.05, log)
  for (let i = 0; i < 100 && (await uses()).some(use => use.head !== 2); i += 1) await sleep(50)
  await stop()
  assert.deepEqual((await uses()).map(use => use.head), [2])
  assert.ok(logged.includes('sealed anew'))
})
