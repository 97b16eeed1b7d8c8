import { spawn } from 'node:child_process'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { urlOf } from './admin.ts'
import { residentOf } from './cpu.ts'
import { CannotMeasure } from './say.ts'
import { secret } from './world.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer()
  server.on('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const bound = server.address()
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0
    server.close(() => { resolve(port) })
  })
})

/** Milliseconds until an address answers 200, from `began`. Throws after `most` milliseconds. */
export const untilAnswers = async (url: string, began: number, most: number, alive: () => boolean): Promise<number> => {
  while (performance.now() - began < most) {
    if (!alive()) throw new CannotMeasure('the server ended before it answered')
    const ok = await fetch(url).then(async answer => { await answer.arrayBuffer(); return answer.ok }, () => false)
    if (ok) return performance.now() - began
    await sleep(20)
  }
  throw new CannotMeasure(`${url} did not answer within ${Math.round(most / 1000)} s`)
}

export type Serving = { readonly port: number; readonly pid: number; readonly size: () => { readonly now: number; readonly most: number }; stop(): Promise<void> }

/** `shanzhi serve` on a database of the server, as an administrator would start it, but with its clock held still. */
export const serveOn = async (database: string, environment: { readonly [name: string]: string } = {}): Promise<Serving> => {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-bench-'))
  const log = await open(join(folder, 'log'), 'w')
  // As `bin/boot.mjs` starts it.
  const child = spawn(process.execPath, ['--max-semi-space-size=4', '--heap-growing-percent=100', 'bin/shanzhi.ts', 'serve'], {
    cwd: root, stdio: ['ignore', log.fd, log.fd],
    env: {
      ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: urlOf(database, 'shanzhi_app'), SECRET: secret, DATA_DIR: folder, CLOCK_SECONDS: '0', LIMIT_ACCOUNT: '100000000', LIMIT_ADDRESS: '100000000', ...environment,
    },
  })
  const pid = child.pid ?? 0
  let most = 0
  const watch = setInterval(() => { most = Math.max(most, residentOf(pid)) }, 250).unref()
  await untilAnswers(`http://127.0.0.1:${port}/readyz`, performance.now(), 60_000, () => child.exitCode === null).catch(async (error: unknown) => {
    child.kill()
    throw new CannotMeasure(`${error instanceof Error ? error.message : ''}\n${(await readFile(join(folder, 'log'), 'utf8')).split('\n').slice(-8).join('\n')}`)
  })
  return {
    port, pid,
    size: () => ({ now: residentOf(pid), most }),
    stop: async () => {
      clearInterval(watch)
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await log.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
