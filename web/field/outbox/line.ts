import type { StepReply, Uploaded } from '../../../server/wire.ts'
import { isObject } from '../../../kernel/words.ts'
import { isProblem, offline, Refused, unclear } from '../../parts/refused.ts'
import type { Line } from './drain.ts'

/** Patience with one request, milliseconds: a line that is there and carries nothing is no line. */
const patience = 60_000

type Asked = { readonly method: string; readonly body?: Uint8Array<ArrayBuffer>; readonly headers?: Readonly<Record<string, string>> }

/** Whose it is that is sent: the server takes it from no other, and says so. */
const writtenBy = (account: string): Readonly<Record<string, string>> => ({ 'X-Written-By': account })

/** Speaks to the server for the outbox, in the page and in the service worker alike. Rejects with `Refused`. */
export const speak = async <T>(path: string, { method, body, headers }: Asked): Promise<T> => {
  let response: Response
  let answer: unknown
  try {
    response = await fetch(path, {
      method, credentials: 'same-origin', signal: AbortSignal.timeout(patience),
      headers: { Accept: 'application/json', 'X-Requested-With': 'shanzhi', ...(body && { 'Content-Type': 'application/octet-stream' }), ...headers }, ...(body && { body }),
    })
    answer = await response.json().catch(() => undefined)
  } catch {
    throw new Refused(offline())
  }
  if (response.ok && typeof answer === 'object' && answer !== null) return answer as T
  throw new Refused(isProblem(answer) ? answer : unclear(response.ok ? 502 : response.status))
}

/** What was sent is let go of on this answer alone: a portal that says yes to anything is not taken for the server. */
const replied = (answer: unknown): StepReply => {
  if (isObject(answer) && typeof answer['id'] === 'string' && typeof answer['seq'] === 'number' && typeof answer['stage'] === 'string') return answer as unknown as StepReply
  throw new Refused(unclear(502))
}

const uploaded = (answer: unknown): Uploaded => {
  if (isObject(answer) && typeof answer['at'] === 'number' && typeof answer['done'] === 'boolean') return answer as unknown as Uploaded
  throw new Refused(unclear(502))
}

const path = (what: string, id: string): string => `/api/outbox/${what}/${encodeURIComponent(id)}`

export const lineOf = (account: string): Line => ({
  standing: async photo => uploaded(await speak<unknown>(path('photos', photo), { method: 'GET', headers: writtenBy(account) })),
  part: async (photo, at, of, bytes) => uploaded(await speak<unknown>(path('photos', photo), { method: 'PATCH', body: bytes, headers: { ...writtenBy(account), 'Upload-Offset': String(at), 'Upload-Length': String(of) } })),
  letGo: photo => speak(path('photos', photo), { method: 'DELETE', headers: writtenBy(account) }),
  act: async (id, sealed, seq) => replied(await speak<unknown>(path('acts', id), { method: 'POST', body: sealed, headers: { ...writtenBy(account), 'X-Device-Now': new Date().toISOString(), ...(seq !== undefined && { 'X-Seen-Seq': String(seq) }) } })),
})
