import { randomInt } from 'node:crypto'
import { system } from '../../kernel/post.ts'
import type { Site } from '../site.ts'
import { forgetUnverified } from './channels/store.ts'
import { forget, lanes, type Lane } from './queue.ts'
import { deliverIn } from './run.ts'

type Log = { error(line: object, message: string): void }

/** Rounds between looks at what was kept long enough. */
const seldom = 720

/** Starts sending what is due, apart from the clock: a program that answers slowly holds up no deadline. The function returned stops it and waits for the round under way. */
export const startDelivery = (site: Site, seconds: number, log: Log): (() => Promise<void>) => {
  const stops = lanes.map(lane => startLane(site, lane, seconds, log))
  return async () => { await Promise.all(stops.map(stop => stop())) }
}

const startLane = (site: Site, lane: Lane, seconds: number, log: Log): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let under: Promise<void> = Promise.resolve()
  let stopped = seconds === 0
  let n = 0
  const round = async (): Promise<void> => {
    try {
      await deliverIn(site, lane)
      if (lane === 'people' && n % seldom === 0) {
        await forget(site.house.database, site.now())
        await site.house.database.scoped(system, tx => forgetUnverified(tx, site.now()))
      }
    } catch (error) {
      log.error({ code: (error as { code?: unknown }).code, error: error instanceof Error ? error.name : 'unknown' }, 'delivery failed')
    }
    n += 1
  }
  const plan = (): void => {
    if (stopped) return
    timer = setTimeout(() => { under = round().finally(plan) }, seconds * 1000 * (0.8 + randomInt(400) / 1000))
  }
  plan()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await under
  }
}
