// The load generator, in a process of its own: lives lives over one way for so many seconds and answers with figures.
import { used, type Used } from './cpu.ts'
import type { Recorded } from './record.ts'
import { httpClient } from './http.ts'
import type { LifeStep, Script } from './script.ts'
import { overAct, overHttp, overReplay, type Way } from './ways.ts'

export type Order = {
  readonly database: string
  readonly port: number
  readonly scripts: readonly Script[]
  readonly cookies: readonly (readonly [who: string, cookie: string])[]
  readonly recorded: readonly Recorded[]
}
/** A run: which way, how many clients, seconds counted after one of warming up; `server` is the process whose time is told. */
export type Run = { readonly way: 'http' | 'act' | 'replay' | 'pages'; readonly clients: number; readonly seconds: number; readonly server?: number }

export type Figures = {
  readonly seconds: number
  readonly steps: { readonly [step: string]: readonly number[] }
  /** Cores used on average: by this process, by the server's, by PostgreSQL, by everything on the machine. */
  readonly cores: { readonly generator: number; readonly server: number; readonly postgres: number; readonly machine: number }
}

const warmUp = 2

const readPages = (order: Order): Way => {
  const dispatchers = order.scripts.map(script => script[1]?.actor).filter(actor => actor !== undefined)
  const cookies = new Map(order.cookies)
  let i = 0
  return {
    client: async () => {
      const http = await httpClient(order.port)
      return async told => {
        const actor = dispatchers[i++ % dispatchers.length]
        const began = performance.now()
        const { status, body } = await http.ask('GET', '/api/matters?scope=region', `cookie: ${cookies.get(actor?.post ?? '') ?? ''}\r\n`)
        if (status !== 200) throw new Error(`${status} ${body}`)
        told('report', performance.now() - began)
      }
    },
    close: () => Promise.resolve(),
  }
}

const wayOf = async (order: Order, way: Run['way']): Promise<Way> => {
  if (way === 'http') return overHttp(order.port, order.scripts, new Map(order.cookies))
  if (way === 'pages') return readPages(order)
  return way === 'act' ? overAct(order.database, order.scripts) : overReplay(order.database, order.recorded)
}

const measure = async (order: Order, run: Run): Promise<Figures> => {
  const way = await wayOf(order, run.way)
  const steps: { [step: string]: number[] } = {}
  const start = performance.now() + warmUp * 1000
  const end = start + run.seconds * 1000
  const told = (step: LifeStep, ms: number): void => {
    const now = performance.now()
    if (now >= start && now < end) (steps[step] ??= []).push(ms)
  }
  const began: { used?: Used; own?: NodeJS.CpuUsage } = {}
  const atStart = setTimeout(() => { began.used = used(run.server); began.own = process.cpuUsage() }, warmUp * 1000)
  await Promise.all(Array.from({ length: run.clients }, async () => {
    const live = await way.client()
    while (performance.now() < end) await live(told)
  }))
  clearTimeout(atStart)
  const after = used(run.server)
  const own = process.cpuUsage(began.own)
  const before = began.used ?? after
  const span = after.at - before.at
  await way.close()
  return {
    seconds: run.seconds, steps,
    cores: { generator: (own.user + own.system) / 1000 / span, server: (after.one - before.one) / span, postgres: (after.postgres - before.postgres) / span, machine: (after.all - before.all) / span },
  }
}

let order: Order | undefined
process.on('message', (message: { readonly order: Order } | { readonly run: Run } | 'end') => {
  if (message === 'end') process.exit(0)
  else if ('order' in message) { order = message.order; process.send?.('ready') }
  else if (order) {
    measure(order, message.run).then(figures => process.send?.({ figures }), (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack ?? error.message : String(error) }))
  }
})
