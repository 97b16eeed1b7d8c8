import { networkInterfaces } from 'node:os'
import { makeApp, type AppOptions } from './app.ts'
import { startClock } from './clock.ts'
import { startDelivery } from './delivery/loop.ts'
import type { Site } from './site.ts'

/** A server that listens. `stop` lets what is under way finish, then closes; the database stays open. */
export type Serving = { readonly port: number; readonly addresses: readonly string[]; stop(): Promise<void> }

export type ServeOptions = AppOptions & { readonly host: string; readonly port: number; readonly clockSeconds: number }

const addressesOf = (host: string, port: number): readonly string[] => {
  if (host !== '0.0.0.0' && host !== '::') return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const outside = Object.values(networkInterfaces()).flatMap(list => list ?? []).filter(one => one.family === 'IPv4' && !one.internal)
  return [`http://localhost:${port}`, ...outside.map(one => `http://${one.address}:${port}`)]
}

/** Listens for requests, starts the clock and what sends out. */
export const serve = async (site: Site, options: ServeOptions): Promise<Serving> => {
  const app = await makeApp(site, options)
  await app.listen({ host: options.host, port: options.port })
  const bound = app.server.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : options.port
  const stopClock = startClock(site, options.clockSeconds, app.log)
  const stopDelivery = startDelivery(site, options.clockSeconds, app.log)
  return {
    port,
    addresses: addressesOf(options.host, port),
    stop: async () => { await Promise.all([stopClock(), stopDelivery(), app.close()]) },
  }
}
