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
export type Answers = { /** `late`: what was held is shown already, and stays until it is asked again. */ keep(question: Ask<unknown>, answer: unknown, late?: boolean): void; recall(question: Ask<unknown>): Promise<unknown> }

let held: Answers | undefined

export const holdAnswers = (answers: Answers): void => { held = answers }

const unclear = (status: number): Problem => unclearIn(status, currentLang())

export { Refused } from './refused.ts'

/** Turns whatever was thrown into a problem that can be shown. */
export const problemOf = (error: unknown): Problem => (error instanceof Refused ? error.problem : unclear(0))

const headers = { Accept: 'application/json', 'X-Requested-With': 'shanzhi' }

type Init = { readonly method?: string; readonly body?: string; readonly headers?: { readonly [name: string]: string }; readonly signal?: AbortSignal }

/** Patience with a question and with an act, milliseconds: a line that is there and carries nothing is no line. */
const patience = { ask: 45_000, act: 120_000 } as const

const answer = async (path: string, init: Init, most: number): Promise<unknown> => {
  let response: Response
  let text: string
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), most)
  const stop = (): void => late.abort()
  init.signal?.addEventListener('abort', stop)
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init, signal: late.signal, headers: { ...headers, 'Accept-Language': currentLang(), ...init.headers } })
    text = await response.text()
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Refused(offline(currentLang()))
  } finally {
    clearTimeout(timer)
    init.signal?.removeEventListener('abort', stop)
  }
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

const heard = async <T>({ path, body }: Ask<T>, signal: AbortSignal | undefined): Promise<T> => (await answer(path, { ...(body && post(body)), ...(signal && { signal }) }, patience.ask)) as T

/** Reads from the server alone, and holds what it says. Rejects with `Refused`. */
export const askAnew = async <T>(question: Ask<T>): Promise<T> => {
  const given = await heard(question, undefined)
  held?.keep(question, given)
  return given
}

/** Reads: a GET, or a POST where the question has a body. `undefined` only where the question allows for no news. Without a connection, or on one that is hardly there, what is held of it. Rejects with `Refused`. */
export const ask = async <T>(question: Ask<T>, signal?: AbortSignal): Promise<T> => {
  const answers = held
  if (!answers) return heard(question, signal)
  let shown = false
  const asked = heard(question, signal).then(given => {
    answers.keep(question, given, shown)
    return { given }
  })
  try {
    return (await firstOf(asked, async () => {
      const kept = await answers.recall(question)
      shown = kept !== undefined
      return shown ? { given: kept as T } : undefined
    })).given
  } catch (error) {
    const kept = isAway(error) ? await answers.recall(question) : undefined
    if (kept === undefined) throw error
    return kept as T
  }
}

/** Milliseconds after which one would rather read what was heard before; where the line was found that slow a moment ago, one waits no longer than to see whether it still is. */
const enough = 8_000
const glance = 700
const moment = 60_000
let slowUntil = 0

/** An answer, or once one has waited long enough what else there is. */
const firstOf = async <T>(asked: Promise<T>, otherwise: () => Promise<T | undefined>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const waited = new Promise<undefined>(resolve => { timer = setTimeout(() => resolve(undefined), performance.now() < slowUntil ? glance : enough) })
  const first = await Promise.race([asked, waited]).finally(() => clearTimeout(timer))
  slowUntil = first === undefined ? performance.now() + moment : 0
  const found = first ?? await otherwise()
  if (found === undefined) return asked
  // Whatever still comes of it is nobody's error.
  void asked.catch(() => undefined)
  return found
}

let tellsClock = false

/** From now on every act tells this device's clock, for a door whose devices are away from the network and may go wrong. */
export const tellClock = (): void => { tellsClock = true }

const actHeads = (key: string): { readonly [name: string]: string } => ({ 'Idempotency-Key': key, ...(tellsClock && { 'X-Device-Now': new Date().toISOString() }) })

/** Does: a POST. Rejects with `Refused`. */
export const send = async <T>({ path, body, key }: Command<T>): Promise<T> => (await answer(path, post(body, key === undefined ? {} : actHeads(key)), patience.act)) as T

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
