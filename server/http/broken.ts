import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { problemOf } from './problem.ts'
import { badRequest, tooLarge } from './refusals.ts'

const tooSlow = (): Refusal =>
  refuse('too-slow', words('请求没有按时传完', 'The request did not arrive in time'), { remedy: words('请检查网络后重试', 'Check the connection and send it again') })

const answers: { readonly [code: string]: readonly [status: number, refusal: () => Refusal] } = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, tooSlow],
  HPE_HEADER_OVERFLOW: [431, () => tooLarge('16 KiB')],
}

/** Answers what is no HTTP request at all, and so reaches neither a route nor the error handler. */
export const answerBroken = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, refusal] = answers[error.code ?? ''] ?? [400, badRequest]
  const body = JSON.stringify({ ...problemOf(refusal(), 'zh', randomUUID()), status })
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n`
  if (socket.writable) socket.end(head + body)
  else socket.destroy(error)
}
