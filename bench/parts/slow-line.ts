import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What a line carries: milliseconds there and back, bits a second each way. */
export type Line = { readonly roundTrip: number; readonly bits: number }

/** Slow 3G as Chromium's tools have it. */
export const slow3g: Line = { roundTrip: 400, bits: 400_000 }

export type SlowLine = { readonly url: string; /** Bytes carried so far, down and up. */ carried(): { readonly down: number; readonly up: number }; close(): void }

/** One direction of the line, which all connections share: bytes leave one after another at its rate, and arrive half a round trip later. */
const lane = ({ roundTrip, bits }: Line) => {
  let free = 0
  let sum = 0
  return {
    sum: () => sum,
    carry: async (bytes: number): Promise<void> => {
      sum += bytes
      const now = performance.now()
      free = Math.max(free, now) + bytes * 8000 / bits
      await sleep(free - now + roundTrip / 2)
    },
  }
}

/** Bytes that are on their way together: as much as a packet or two. */
const piece = 2_800

/** Stands before a server as a slow line does, for pages and service worker alike: the tools of the browser slow down only the page they are tied to. */
export const slowLine = async (port: number, line: Line): Promise<SlowLine> => {
  const [down, up] = [lane(line), lane(line)]
  const pump = (from: Socket, to: Socket, way: ReturnType<typeof lane>, opened: Promise<unknown>): void => {
    let last: Promise<unknown> = opened
    from.on('data', (bytes: Buffer) => {
      from.pause()
      for (let at = 0; at < bytes.length; at += piece) {
        const part = bytes.subarray(at, at + piece)
        const arrived = way.carry(part.length)
        last = Promise.all([last, arrived]).then(() => { if (!to.destroyed) to.write(part) })
      }
      // No more is taken from the server than the line has carried but for a little: its own buffers must not hide it.
      void last.then(() => from.resume())
    })
    from.on('end', () => void last.then(() => to.end()))
    from.on('error', () => to.destroy())
    from.on('close', () => void last.then(() => to.destroy()))
  }
  const server = createServer(client => {
    const inner = connect(port, '127.0.0.1')
    // A connection is made in one round trip.
    const opened = sleep(line.roundTrip)
    pump(client, inner, up, opened)
    pump(inner, client, down, opened)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, carried: () => ({ down: down.sum(), up: up.sum() }), close: () => server.close() }
}
