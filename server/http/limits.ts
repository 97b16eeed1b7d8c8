import '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { whoAsks } from '../auth/guard.ts'
import { Refused } from '../../kernel/refusal.ts'
import { tooMany } from './refusals.ts'

/**
 * How often in a minute: all that one account asks for, or one address of which nobody is signed in, and of that the uses of some routes.
 * Persisted lock-out of a user name stands beside these.
 */
export type Limits = { readonly account: number; readonly address: number; readonly signIn: number; readonly follow: number; readonly upload: number; readonly search: number; readonly similar: number }

/**
 * A page left open asks some thirty times a minute, a busy desk a few hundred. Villages share an address of their telephone company, each phone
 * asking a dozen times when it first opens a door; a township hall signs in from one address. Nobody searches for a second thing each second; a
 * program that tries out phones does.
 */
export const usualLimits: Limits = { account: 1200, address: 3000, signIn: 60, follow: 30, upload: 120, search: 60, similar: 30 }

const minute = 60_000

/** Callers counted at once; of more than that, who has asked for nothing the longest is forgotten. */
const callers = 50_000

type Check = (request: FastifyRequest) => Promise<void>

/** Counts uses and refuses those beyond `max` in a minute, with the seconds to wait. Without a key of its own: by address, an IPv6 one by its network, of which one caller has all. */
const limiter = (app: FastifyInstance, max: number, keyGenerator?: (request: FastifyRequest) => string): Check => {
  // A constant, because the library's types leave out the size of its store.
  const options = { max, timeWindow: minute, cache: callers, ...(keyGenerator && { keyGenerator }) }
  const check = app.createRateLimit(options)
  return async request => {
    const answer = await check(request)
    if (!answer.isAllowed && answer.isExceeded) throw new Refused(tooMany(answer.ttlInSeconds))
  }
}

const either = (account: Check, address: Check): Check => request => (whoAsks(request) === null ? address(request) : account(request))

export const limitAddress = (app: FastifyInstance, max: number): Check => limiter(app, max)
export const limitAccount = (app: FastifyInstance, max: number): Check => either(limiter(app, max, request => whoAsks(request)?.account ?? ''), limiter(app, max))

/** What watches over the server asks as often as it likes: it must not take a busy one for a dead one. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz'])

/** Counts every request of an account, or of an address where nobody is signed in, whatever it asks for. */
export const limitAll = (app: FastifyInstance, limits: Limits): Check => {
  const check = either(limiter(app, limits.account, request => whoAsks(request)?.account ?? ''), limiter(app, limits.address))
  return async request => (probes.has(request.url) ? undefined : check(request))
}
