import '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { whoAsks } from '../auth/guard.ts'
import { Refused } from '../../kernel/refusal.ts'
import { tooMany } from './refusals.ts'
import type { App } from './typed.ts'

/** How often in a minute, from one address or by one account. Persisted lock-out of a user name stands beside these. */
export type Limits = { readonly signIn: number; readonly follow: number; readonly upload: number; readonly search: number; readonly similar: number }

/** A township hall signs in from one address. Nobody searches for a second thing each second; a program that tries out phones does. */
export const usualLimits: Limits = { signIn: 60, follow: 30, upload: 120, search: 60, similar: 30 }

const minute = 60_000

const byAddress = (request: FastifyRequest): string => request.ip
const byAccount = (request: FastifyRequest): string => whoAsks(request)?.account ?? request.ip

/** Counts uses of a route and refuses those beyond `max` in a minute, with the seconds to wait. */
const limiter = (app: App, max: number, keyGenerator: (request: FastifyRequest) => string) => {
  const check = app.createRateLimit({ max, timeWindow: minute, keyGenerator })
  return async (request: FastifyRequest): Promise<void> => {
    const answer = await check(request)
    if (!answer.isAllowed && answer.isExceeded) throw new Refused(tooMany(answer.ttlInSeconds))
  }
}

export const limitAddress = (app: App, max: number) => limiter(app, max, byAddress)
export const limitAccount = (app: App, max: number) => limiter(app, max, byAccount)
