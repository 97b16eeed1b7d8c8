import type { Problem } from '../../server/wire.ts'
import { isObject } from '../../kernel/words.ts'
import { currentLang } from './lang.ts'

/** A question to the server: where to ask, what with where that may stand in no address, and (in its type only) what comes back. */
export type Ask<T> = { readonly path: string; readonly body?: object; readonly gives?: T }

/** Something to be done by the server. `key` is the act's UUID: the same key again never does it twice. */
export type Command<T> = Omit<Ask<T>, 'body'> & { readonly body: unknown; readonly key?: string }

/** What the server refused, as the problem it answered with; or that no answer came (`status` 0, code `offline`). */
export class Refused extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

const problem = (status: number, code: string, zh: string, en: string, remedyZh: string, remedyEn: string): Problem => ({
  type: 'about:blank', status, code, basis: [],
  title: currentLang() === 'zh' ? zh : en,
  words: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
})

const offline = (): Problem =>
  problem(0, 'offline', '没有连上服务器', 'The server can’t be reached', '请检查网络后重试，已填写的内容仍在', 'Check the connection and try again; what you typed is still here')

const unclear = (status: number): Problem =>
  problem(status, 'unclear', `服务器没有给出可读的答复（${status}）`, `The server gave no readable answer (${status})`, '请稍后重试', 'Try again in a moment')

const isProblem = (value: unknown): value is Problem => isObject(value) && typeof value['code'] === 'string' && isObject(value['words'])

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
    throw new Refused(offline())
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

/** Reads: a GET, or a POST where the question has a body. `undefined` only where the question allows for no news. Rejects with `Refused`. */
export const ask = async <T>({ path, body }: Ask<T>, signal?: AbortSignal): Promise<T> => (await answer(path, { ...(body && post(body)), ...(signal && { signal }) })) as T

/** Does: a POST. Rejects with `Refused`. */
export const send = async <T>({ path, body, key }: Command<T>): Promise<T> => (await answer(path, post(body, key === undefined ? {} : { 'Idempotency-Key': key }))) as T

/** Uploads one file, behind other fields; `progress` hears the share sent, 0 to 1. Rejects with `Refused`. XMLHttpRequest, because fetch tells no progress. */
export const upload = <T>({ path }: Ask<T>, file: Blob, name: string, progress: (share: number) => void, signal?: AbortSignal, fields: Readonly<Record<string, string>> = {}): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    for (const [field, value] of Object.entries(fields)) form.append(field, value)
    form.append('file', file, name)
    request.open('POST', path)
    for (const [header, value] of Object.entries({ ...headers, 'Accept-Language': currentLang() })) request.setRequestHeader(header, value)
    request.upload.onprogress = event => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Refused(offline()))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as T)
      else reject(new Refused(isProblem(body) ? body : unclear(request.status)))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
