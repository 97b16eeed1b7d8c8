import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Procedure } from '../../kernel/procedure.ts'
import { openDirectory } from '../../registers/live-directory.ts'
import { makeApp } from '../../server/app.ts'
import { makeSite } from '../../server/assemble.ts'
import type { SecondFactor } from '../../server/auth/needs-factor.ts'
import type { DeliverySettings } from '../../server/delivery/parts.ts'
import type { ProviderSettings } from '../../server/auth/sso/provider.ts'
import { disk } from '../../server/files/disk.ts'
import { usualLimits, type Limits } from '../../server/http/limits.ts'
import type { DemoSignIn, Site } from '../../server/site.ts'
import type { Problem } from '../../server/wire.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { fillWorld, houseOver, people, secret, type Name } from './world.ts'

/** An answer as tests look at it. */
export type Answer<T = unknown> = { readonly status: number; readonly body: T; readonly headers: { readonly [name: string]: unknown }; readonly text: string; readonly bytes: Buffer }

/** Somebody signed in. `step` opens a matter or takes a step with a fresh act id, or with the one given. */
export type Client = {
  readonly cookie: string
  get<T = unknown>(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>
  post<T = unknown>(url: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer<T>>
  step<T = { readonly id: string; readonly seq: number; readonly stage: string; readonly number: string; readonly followCode?: string }>(url: string, body: unknown, act?: string): Promise<Answer<T>>
}

/** The real application over the test world, on a database of its own. */
export type TestSite = {
  readonly app: FastifyInstance
  readonly site: Site
  readonly database: TestDatabase
  /** What was logged. */
  readonly log: () => string
  /** Sets the clock of the site; without it the real one runs. */
  setNow(now: Date | undefined): void
  as(name: Name): Promise<Client>
  anybody(cookie?: string): Client
  close(): Promise<void>
}

const demo: readonly DemoSignIn[] = Object.entries(people).map(([id, { account, ...actor }]) => ({
  id, title: { zh: id, en: id }, name: id, place: { zh: '', en: '' }, door: 'desk', sees: { zh: id, en: id }, account, ...('post' in actor && { post: actor.post }),
}))

/** What opens /metrics in tests. */
export const metricsToken = 'a token for tests only'

/** What a test wants otherwise than usual. */
export type Wish = {
  readonly demo?: boolean
  readonly limits?: Partial<Limits>
  readonly pages?: string
  readonly publicUrl?: string
  readonly trustProxy?: string
  readonly metrics?: false
  readonly secondFactor?: SecondFactor
  readonly sso?: ProviderSettings
  readonly delivery?: DeliverySettings
  /** Declared beside those of the product. */
  readonly procedures?: readonly Procedure[]
}

export const openTestSite = async (wish: Wish = {}): Promise<TestSite> => {
  const database = await openTestDatabase()
  await fillWorld(database)
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-'))
  let fixed: Date | undefined
  const lines: string[] = []
  const house = houseOver(database)
  const site = makeSite({
    house: { ...house, procedures: [...house.procedures, ...wish.procedures ?? []] }, directory: await openDirectory(database), secret,
    shelf: disk(folder), checkpoints: join(folder, 'checkpoints'), publicUrl: wish.publicUrl ?? 'http://localhost', sessionDays: 7, now: () => fixed ?? new Date(),
    limits: { ...usualLimits, account: 1_000_000, address: 1_000_000, signIn: 10_000, ...wish.limits }, ...(wish.demo !== false && { demo }), ...(wish.metrics !== false && { metricsToken }),
    ...(wish.secondFactor && { secondFactor: wish.secondFactor }), ...(wish.sso && { sso: wish.sso }), ...(wish.delivery && { delivery: wish.delivery }),
  })
  const sink = { write: (line: string) => { lines.push(line); return true } } as unknown as NodeJS.WritableStream
  const app = await makeApp(site, { pages: wish.pages ?? join(folder, 'no-pages'), logTo: sink, logLevel: 'debug', ...(wish.trustProxy !== undefined && { trustProxy: wish.trustProxy }) })

  const ask = async <T>(options: InjectOptions): Promise<Answer<T>> => {
    const reply = await app.inject(options)
    const isJson = (reply.headers['content-type'] ?? '').includes('json')
    return { status: reply.statusCode, headers: reply.headers, text: reply.body, bytes: reply.rawPayload, body: (isJson ? JSON.parse(reply.body) : undefined) as T }
  }
  const client = (cookie: string): Client => {
    const headers = { ...(cookie !== '' && { cookie }), 'x-requested-with': 'shanzhi', 'accept-language': 'en' }
    const post: Client['post'] = (url, body = {}, more = {}) => ask({ method: 'POST', url, headers: { ...headers, ...more }, payload: body as object })
    return {
      cookie, post,
      get: (url, more = {}) => ask({ method: 'GET', url, headers: { ...headers, ...more } }),
      step: (url, body, act = randomUUID()) => post(url, body, { 'idempotency-key': act }),
    }
  }
  return {
    app, site, database,
    log: () => lines.join(''),
    setNow: now => { fixed = now },
    anybody: (cookie = '') => client(cookie),
    as: async name => {
      const reply = await client('').post<Problem>('/api/demo/sign-in', { person: name })
      if (reply.status !== 200) throw new Error(`could not sign in as ${name}: ${reply.text}`)
      return client(cookieIn(reply))
    },
    close: async () => {
      await app.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The cookie that an answer sets, as a request sends it back. */
export const cookieIn = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''
