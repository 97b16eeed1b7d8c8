import { createServer, type AddressInfo } from 'node:net'

/** A port that nobody listens on, for a site that must know its address before it is served. */
export const freePort = (): Promise<number> => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo
    server.close(() => { resolve(port) })
  })
})
