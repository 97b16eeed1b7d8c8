import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'

/** What a listener heard. */
export type Heard = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: Buffer }

/** A real HTTP server on this machine that keeps what it hears and answers as told. */
export type Listener = { readonly url: string; readonly heard: Heard[]; answers(status: number, headers?: Readonly<Record<string, string>>): void; close(): Promise<void> }

export const listen = async (): Promise<Listener> => {
  const heard: Heard[] = []
  let [status, more]: [number, Readonly<Record<string, string>>] = [200, {}]
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      heard.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(status, more).end('what is answered is not read')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`, heard,
    answers: (next, headers = {}) => { [status, more] = [next, headers] },
    close: () => new Promise(resolve => { server.close(() => { resolve() }); server.closeAllConnections() }),
  }
}
