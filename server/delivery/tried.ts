import type { Answer } from './post.ts'
import type { Outcome } from './queue.ts'
import { waitAfter } from './backoff.ts'

/** What a sender says of one try: what was answered, or that nobody is to have it, or not now. */
export type Tried = { readonly did: 'answered'; readonly answer: Answer } | Extract<Outcome, { did: 'dropped' | 'put-off' | 'sent' }>

const later = (now: Date, attempts: number, asked?: number): { readonly again?: Date } => {
  const wait = waitAfter(attempts, asked)
  return wait === undefined ? {} : { again: new Date(now.getTime() + wait * 1000) }
}

/** What becomes of a try: 2xx is sent, everything else is tried again while there are tries. */
export const outcomeOf = (tried: Tried, attempts: number, now: Date): Outcome => {
  if (tried.did !== 'answered') return tried
  const { status, after } = tried.answer
  return status >= 200 && status < 300 ? { did: 'sent', status } : { did: 'failed', why: 'refused', status, ...later(now, attempts, after) }
}

const words: { readonly [code: string]: string } = {
  EUNREACHABLE: 'not-allowed', ECONNREFUSED: 'no-connection', ECONNRESET: 'no-connection', EHOSTUNREACH: 'no-connection', ENETUNREACH: 'no-connection', EPIPE: 'no-connection', ESOCKET: 'no-connection', ECONNECTION: 'no-connection',
  ENOTFOUND: 'no-such-host', EAI_AGAIN: 'no-such-host', EDNS: 'no-such-host', ETIMEDOUT: 'too-slow', ABORT_ERR: 'too-slow', EAUTH: 'sign-in', EENVELOPE: 'address', EMESSAGE: 'refused',
}

/** What becomes of a try that threw. The word is ours: what the other side said may hold anything. */
export const outcomeOfError = (error: unknown, attempts: number, now: Date): Outcome => {
  const { code, name, responseCode } = error instanceof Error ? (error as NodeJS.ErrnoException & { readonly responseCode?: number }) : { code: undefined, name: '', responseCode: undefined }
  const why = name === 'TimeoutError' || name === 'AbortError' ? 'too-slow' : words[code ?? ''] ?? (/^(?:ERR_TLS|CERT_|UNABLE_TO|DEPTH_|SELF_SIGNED|ERR_SSL|EPROTO)/.test(code ?? '') ? 'certificate' : 'failed')
  // A mail server that says no for good (5xx) is not asked again.
  if (responseCode !== undefined && responseCode >= 500) return { did: 'failed', why, status: responseCode }
  return { did: 'failed', why, ...(responseCode !== undefined && { status: responseCode }), ...later(now, attempts) }
}
