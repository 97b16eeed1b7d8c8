import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { clock } from '../kernel/post.ts'
import type { Database } from '../store/database.ts'

/** What is counted for Prometheus. Labels are names of the program (routes, steps, codes), never of people or places. */
export const makeMetrics = (database: Database) => {
  const registry = new Registry()
  const registers = [registry]
  const overdue = async (): Promise<number> => database.scoped(clock, async tx => {
    const [row] = await tx.query<{ n: number }>('select count(*)::int as n from (select from deadline where due < now() limit 100000) x')
    return row?.n ?? 0
  })
  // Before whatever asks the database, so that its own session is not counted.
  new Gauge({
    name: 'shanzhi_database_pool', help: 'Database sessions in use and idle, and transactions waiting for one', labelNames: ['state'] as const, registers,
    collect() {
      const { inUse, idle, waiting } = database.pool()
      this.set({ state: 'in-use' }, inUse)
      this.set({ state: 'idle' }, idle)
      this.set({ state: 'waiting' }, waiting)
    },
  })
  new Gauge({
    name: 'shanzhi_deadlines_overdue', help: 'Deadlines past due whose step the clock has not taken yet', registers,
    async collect() { this.set(await overdue()) },
  })
  new Gauge({ name: 'shanzhi_memory_bytes', help: 'Resident memory of the server process', registers, collect() { this.set(process.memoryUsage.rss()) } })
  return {
    registry,
    requests: new Histogram({
      name: 'shanzhi_request_seconds', help: 'Duration of requests by route pattern', labelNames: ['method', 'route', 'status'] as const, registers,
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    }),
    acts: new Counter({ name: 'shanzhi_acts_total', help: 'Steps asked for, by what came of them', labelNames: ['procedure', 'step', 'result'] as const, registers }),
    deliveries: new Counter({ name: 'shanzhi_deliveries_total', help: 'Tries to send events and notices out, by what came of them', labelNames: ['kind', 'result'] as const, registers }),
    clock: new Counter({ name: 'shanzhi_clock_steps_total', help: 'Steps the clock took or had to put off', labelNames: ['result'] as const, registers }),
  }
}

export type Metrics = Omit<ReturnType<typeof makeMetrics>, 'registry'>
