import { isObject, type Json } from '../../kernel/words.ts'
import type { Problem } from '../../server/wire.ts'
import { currentLang } from './lang.ts'
import { isProblem, offline, Refused, unclear as unclearIn } from './refused.ts'

/** A question to the server: where to ask, what with where that may stand in no address, and (in its type only) what comes back. */
export type Ask<T> = { readonly path: string; readonly body?: object; readonly gives?: T }

/** Something to be done by the server. `key` is the act's UUID: the same key again never does it twice. */
export type Command<T> = Omit<Ask<T>, 'body'> & { readonly body: unknown; readonly key?: string; readonly act?: ActAsked }

/** A command that is an act of a procedure, told apart from its address: it opens a matter, or is a step on one as it stood at `seq`. */
export type ActAsked = { readonly procedure?: string; readonly matter?: string; readonly step: string; readonly seq?: number; readonly input: { readonly [fact: string]: Json } }

/** Answers held on the device, for a door that works without a connection. */
export type Answers = { keep(question: Ask<unknown>, answer: unknown): void; recall(question: Ask<unknown>): Promise<unknown> }

let held: Answers | undefined

export const holdAnswers = (answers: Answers): void => { held = answers }

const unclear = (status: number): Problem => unclearIn(status, currentLang())

export { Refused } from './refused.ts'

/** Turns whatever was thrown into a problem that can be shown. */
export const problemOf = (error: unknown): Problem => (error instanceof Refused ? error.problem : unclear(0))

const headers = { Accept: 'application/json', 'X-Requested-With': 'shanzhi' }

type Init = { readonly method?: string; readonly body?: string; readonly headers?: { readonly [name: string]: string }; readonly signal?: AbortSignal }

const answer = async (path: string, init: Init): Promise<unknown> => {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, headers: { ...headers, 'Accept-Language': currentLang(), ...init.headers } })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Refused(offline(currentLang()))
  }
  const text = await response.text()
  const body = parse(text)
  if (!response.ok) throw new Refused(isProblem(body) ? { ...body, basis: body.basis } : unclear(response.status))
  if (body === undefined && text !== '') throw new Refused(unclear(response.status))
  return body
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const post = (body: unknown, more: { readonly [name: string]: string } = {}): Init =>
  ({ method: 'POST', body: JSON.stringify(body ?? {}), headers: { 'Content-Type': 'application/json', ...more } })

/** Nobody is there: no line, or only what stands before the server. */
const isAway = (error: unknown): boolean => error instanceof Refused && (error.problem.status === 0 || (error.problem.status >= 502 && error.problem.status <= 504))

/** Reads: a GET, or a POST where the question has a body. `undefined` only where the question allows for no news. Without a connection, what is held of it. Rejects with `Refused`. */
export const ask = async <T>(question: Ask<T>, signal?: AbortSignal): Promise<T> => {
  const { path, body } = question
  try {
    const given = await answer(path, { ...(body && post(body)), ...(signal && { signal }) })
    held?.keep(question, given)
    return given as T
  } catch (error) {
    const kept = isAway(error) ? await held?.recall(question) : undefined
    if (kept === undefined) throw error
    return kept as T
  }
}

/** Does: a POST. Rejects with `Refused`. */
export const send = async <T>({ path, body, key }: Command<T>): Promise<T> => (await answer(path, post(body, key === undefined ? {} : { 'Idempotency-Key': key }))) as T

/** How far the server is with what was sent. */
export type Working = { readonly done: number; readonly of: number }

const lines = 'application/x-ndjson'

/** Hears the whole lines of an answer as they come; the last says what came of it. */
const lineReader = (told: (working: Working) => void) => {
  let [read, last]: readonly [number, unknown] = [0, undefined] as const
  return (text: string): unknown => {
    for (let end = text.indexOf('\n', read); end >= 0; end = text.indexOf('\n', read)) {
      last = parse(text.slice(read, end))
      read = end + 1
      if (isObject(last) && isObject(last['progress'])) told(last['progress'] as Working)
    }
    return last
  }
}

/**
 * Uploads one file, behind other fields; `progress` hears the share sent, 0 to 1, and `working`, where it is given, how far the server is then. Rejects with
 * `Refused`. XMLHttpRequest, because fetch tells no progress.
 */
export const upload = <T>({ path }: Ask<T>, file: Blob, name: string, progress: (share: number) => void, signal?: AbortSignal, fields: Readonly<Record<string, string>> = {}, working?: (working: Working) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append('file', file, name)
    request.open('POST', path)
    for (const [header, value] of Object.entries({ ...headers, 'Accept-Language': currentLang() })) request.setRequestHeader(header, value)
    const hear = working && lineReader(working)
    if (hear) {
      request.setRequestHeader('Accept', `${lines}, application/problem+json`)
      request.onprogress = () => { hear(request.responseText) }
    }
    request.upload.onprogress = event => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Refused(offline(currentLang())))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const last = hear && request.getResponseHeader('Content-Type')?.includes(lines) === true ? hear(request.responseText) : undefined
      const body = isObject(last) ? last['result'] ?? last['problem'] : parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && body !== undefined && !isProblem(body)) resolve(body as T)
      else reject(new Refused(isProblem(body) ? body : unclear(request.status)))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
