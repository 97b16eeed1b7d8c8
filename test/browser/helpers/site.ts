import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The real server, a process of its own over a demo city that nobody else uses. */
export type Site = { readonly url: string; stop(): Promise<void>; /** As the power would: at once, whatever it was doing. */ kill(): Promise<void>; /** Starts it again on the same data and the same port. */ revive(): Promise<void> }

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** What the machine or a developer has set must not reach the site under test. */
const unset = Object.fromEntries(['DATABASE_URL', 'DATABASE_ADMIN_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'SECRET', 'KEY_FILE', 'FILES', 'DEMO', 'LIMIT_ACCOUNT', 'LIMIT_ADDRESS'].map(name => [name, undefined]))

const start = (args: readonly string[], folder: string, port = '0') => {
  const env = { ...process.env, ...unset, PORT: port, HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'warn', TZ: 'Asia/Shanghai' }
  const child = spawn(process.execPath, ['bin/shanzhi.ts', ...args], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const end = (): boolean => child.kill('SIGTERM')
  process.once('exit', end)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  const ended = new Promise<number | null>(resolve => child.once('close', code => {
    process.off('exit', end)
    resolve(code)
  }))
  return { child, said: () => said, ended }
}

const address = /Running; open (http:\/\/[^\s]+)/

const usual = 120

/** Makes a demo city with so many matters in its last ninety days. */
export const makeCity = async (folder: string, matters = usual): Promise<void> => {
  const city = start(['demo', '--matters', String(matters)], folder)
  if (await city.ended !== 0) throw new Error(`the demo city was not made:\n${city.said()}`)
}

/** Serves a demo city on a port of its own: a copy of the one at TEST_CITY, which a run over many files makes once, or one made anew. */
export const startSite = async (matters = usual): Promise<Site> => {
  if (!existsSync(join(project, 'dist', 'index.html'))) throw new Error('the pages are not built: npm run build')
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-browser-'))
  const made = process.env['TEST_CITY']
  if (made !== undefined && matters === usual) await cp(made, folder, { recursive: true })
  else await makeCity(folder, matters)
  let { server, url } = await serve(folder)
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    server.child.kill(signal)
    await server.ended
  }
  return {
    url,
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
    revive: async () => { ({ server, url } = await serve(folder, new URL(url).port)) },
  }
}

const serve = async (folder: string, port?: string) => {
  const server = start(['serve'], folder, port)
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = address.exec(server.said())?.[1]
      if (found !== undefined) resolve(found)
    }
    server.child.stderr.on('data', look)
    void server.ended.then(code => reject(new Error(`the server ended with ${code ?? 'a signal'}:\n${server.said()}`)))
  })
  return { server, url }
}
