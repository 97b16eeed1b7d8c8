import { request as plain } from 'node:http'
import { request as encrypted } from 'node:https'
import { isIP } from 'node:net'
import { Unreachable, type Reachable } from './addresses.ts'

/** What the other side answered. `after`: seconds for which it asks to be left alone. */
export type Answer = { readonly status: number; readonly after?: number }

export type Sending = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string | Buffer }

/** Milliseconds the other side has, from connecting to its answer. */
const patience = 10_000

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** `Retry-After` in seconds; dates are not in use among those we speak to. */
const afterOf = (header: string | undefined): number | undefined => (header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : undefined)

/**
 * One POST, redirects not followed, what is answered beside the status not read. `where` guards against addresses inside our own network, for those
 * that people name; without it goes where the settings say. Throws what the connection throws, `Unreachable` where it may not be made.
 */
export const post = ({ url, headers, body }: Sending, where?: Reachable): Promise<Answer> => new Promise((resolve, reject) => {
  const to = new URL(url)
  const host = hostOf(to)
  const may = where && (to.protocol === 'https:' ? where.reaches : where.opened)
  if (may && isIP(host) !== 0 && !may(host)) { reject(new Unreachable(host)); return }
  const send = to.protocol === 'https:' ? encrypted : plain
  // A connection of its own, closed after: one kept would be one not checked.
  const asked = send(to, { method: 'POST', agent: false, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, signal: AbortSignal.timeout(patience), ...(where && may && { lookup: where.lookup(may) }) }, reply => {
    const after = afterOf(reply.headers['retry-after'])
    resolve({ status: reply.statusCode ?? 0, ...(after !== undefined && { after }) })
    reply.destroy()
  })
  asked.on('error', reject)
  asked.end(body)
})
