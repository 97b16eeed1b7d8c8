import { randomInt } from 'node:crypto'
import { system } from '../kernel/post.ts'
import { warnOfBurden } from '../registers/burden/warn.ts'
import { catchUp, foldTallies } from '../store/clock.ts'
import { removeErased } from '../store/erase.ts'
import { forgetReadings } from '../store/readings-kept.ts'
import { keyTerms } from '../store/key-terms.ts'
import { recountProvisional } from '../store/recount.ts'
import { resealing } from '../store/reseal.ts'
import { raiseAttempts } from './attempts.ts'
import { checkpoint } from './checkpoints/checkpoint.ts'
import { retain } from '../store/retention.ts'
import { forgetRolls } from '../store/rolls-kept.ts'
import { raiseUnusual } from '../store/unusual.ts'
import { dropParts } from './outbox/photos.ts'
import { dropUnbound } from './reads/files.ts'
import type { Site } from './site.ts'

/** Where the clock tells what went wrong; it goes on all the same. */
type Log = { error(line: object, message: string): void; info(line: object, message: string): void }

const day = 86_400_000
/** Rounds between foldings of the counters, looks whether the day has its checkpoint, sweeps of what expired, looks at the reference data, and at what is to be erased. */
const often = { refresh: 2, fold: 60, checkpoint: 60, sweep: 720, retain: 12 }
/** Values sealed anew in a round at most, and a twentieth as many files: about half a second. */
const resealedAtOnce = 1000

/** What several rounds share. */
type Running = { reseal: ReturnType<typeof resealing>; left: number }

const begin = ({ house, vault }: Site): Running => ({ reseal: resealing(house.database, house.keys, vault), left: 0 })

/** One round: every clock that ran out, then now and then the house-keeping. Each part fails by itself. */
const round = async (site: Site, log: Log, n: number, running: Running): Promise<void> => {
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      log.error({ part: name, code: (error as { code?: unknown }).code, error: error instanceof Error ? error.name : 'unknown' }, 'clock failed')
    }
  }
  // A year's published calendar arrives with a release, so the dates it settles are counted again at the first round.
  if (n === 0) {
    await attempt('calendar', async () => {
      const counted = await recountProvisional(site.house, site.now())
      if (counted > 0) log.info({ counted }, 'provisional dates counted again')
    })
  }
  if (n === 0) {
    await attempt('search words', async () => {
      const keyed = await keyTerms(site.house, countiesOf(site))
      if (keyed > 0) log.info({ keyed }, 'search words keyed')
    })
  }
  // Before the deadlines: what takes effect as a day begins names regions of that day.
  if (n % often.refresh === 0) await attempt('directory', () => site.directory.refresh(site.now()))
  await attempt('deadlines', async () => {
    const { took, failed } = await catchUp(site.house, site.now())
    site.metrics.clock.inc({ result: 'taken' }, took)
    site.metrics.clock.inc({ result: 'put-off' }, failed.length)
    for (const one of failed) if (one.did === 'put-off') log.error({ matter: one.due.matter, clock: one.due.clock, step: one.due.step }, 'deadline put off')
  })
  if (n % often.fold === often.fold - 1) await attempt('counters', () => foldTallies(site.house, countiesOf(site)))
  if (n % often.checkpoint === 0 && site.checkpoints !== undefined) {
    const folder = site.checkpoints
    for (const county of countiesOf(site)) await attempt('checkpoint', () => checkpoint(site.house.database, folder, county, site.now(), log))
  }
  await attempt('reseal', async () => {
    const { values, files, left } = await running.reseal.run(resealedAtOnce)
    if (values + files > 0) log.info({ values, files }, 'sealed anew')
    if (left > running.left) log.error({ left }, 'sealed values or files do not open')
    running.left = left
  })
  if (n % often.retain === often.retain - 1) {
    // What ended is noted once a day, whoever comes first; what is due goes a few matters at a time, so that no deadline waits for it.
    await attempt('retention', async () => {
      const { erased, failed } = await retain(site.house, site.now(), 100)
      if (erased > 0) log.info({ erased }, 'erased what fell due')
      for (const one of failed) if (one.did === 'failed') log.error({ matter: one.matter, why: 'code' in one.why ? one.why.code : one.why.name }, 'erasure put off')
    })
    await attempt('rolls of votes', async () => {
      const forgotten = await forgetRolls(site.house, site.now())
      if (forgotten > 0) log.info({ forgotten }, 'names on rolls of votes went')
    })
    await attempt('erased files', async () => {
      const { owed } = await removeErased(site.house, id => site.vault.remove(id), site.now())
      if (owed > 0) log.error({ owed }, 'erased files could not be removed yet')
    })
  }
  if (n % often.fold === often.fold - 1) {
    await attempt('unusual reading', async () => {
      const raised = await raiseUnusual(site.house, countiesOf(site), site.now())
      if (raised > 0) log.info({ raised }, 'checks of unusual reading raised')
    })
    await attempt('repeated attempts', async () => {
      const raised = await raiseAttempts(site.house, countiesOf(site), site.now())
      if (raised > 0) log.info({ raised }, 'checks of repeated attempts raised')
    })
    await attempt('burden', async () => {
      const raised = await warnOfBurden(site.house, countiesOf(site), site.now())
      if (raised > 0) log.info({ raised }, 'warnings of burden raised')
    })
  }
  if (n % often.sweep === often.sweep - 1) {
    await attempt('readings', () => forgetReadings(site.house, countiesOf(site), site.now()))
    // A store that did not answer may answer now.
    Object.assign(running, begin(site))
    await attempt('sessions', () => site.sessions.sweep(site.now()))
    await attempt('files', () => sweepFiles(site))
  }
}

const countiesOf = ({ directory: { now } }: Site): readonly string[] =>
  now.children('').flatMap(city => [city.code, ...now.children(city.code).map(county => county.code)])

/** Files that no act named within a day go, and parts of photos whose rest did not come within a week, the row before the bytes: what is left behind by a crash is bytes nobody can reach. */
export const sweepFiles = async (site: Site): Promise<number> => {
  const ids = await site.house.database.scoped(system, tx => dropUnbound(tx, new Date(site.now().getTime() - day)))
  for (const id of ids) await site.vault.remove(id)
  await site.house.database.scoped(system, tx => dropParts(tx, new Date(site.now().getTime() - 7 * day)))
  return ids.length
}

/** Starts the loop; the function returned stops it and waits for the round under way. Rounds are jittered so that several servers spread out. */
export const startClock = (site: Site, seconds: number, log: Log): (() => Promise<void>) => {
  let timer: NodeJS.Timeout | undefined
  let under: Promise<void> = Promise.resolve()
  let stopped = seconds === 0
  let n = 0
  const running = begin(site)
  const plan = (): void => {
    if (stopped) return
    timer = setTimeout(() => {
      under = round(site, log, n, running).finally(plan)
      n += 1
    }, seconds * 1000 * (0.8 + randomInt(400) / 1000))
  }
  plan()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await under
  }
}
