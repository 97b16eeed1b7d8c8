import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isObject } from '../../../kernel/words.ts'
import { box, type Box } from '../box.ts'
import type { Secrets } from './provider.ts'

/** A way to the provider and back: what the answer is held to, where to go then, and whose account is to be linked, where that is what for. */
export type Trip = Secrets & { readonly next: string; readonly at: number; readonly link?: { readonly account: string; readonly session: string } }

/** Keeps a trip in the browser that began it, encrypted: nothing of it stands in the database, and no other browser can end it. */
export type Trips = {
  begin(reply: FastifyReply, trip: Trip): void
  /** The trip this browser is on; it is over with this. `undefined` where there is none, or it took too long. */
  end(request: FastifyRequest, reply: FastifyReply, now: Date): Trip | undefined
}

/** Seconds a trip may take. */
const patience = 600

const place = 'trip'

const read = (sealed: Box, raw: string | undefined): Trip | undefined => {
  const text = raw === undefined ? undefined : sealed.open(Buffer.from(raw, 'base64url'), place)
  if (text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  return isObject(value) ? value as Trip : undefined
}

export const trips = (key: Buffer, secure: boolean): Trips => {
  const sealed = box(key)
  const name = secure ? '__Host-shanzhi-trip' : 'shanzhi-trip'
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const
  return {
    begin: (reply, trip) => { void reply.setCookie(name, sealed.seal(JSON.stringify(trip), place).toString('base64url'), { ...options, maxAge: patience }) },
    end: (request, reply, now) => {
      const trip = read(sealed, request.cookies[name])
      void reply.clearCookie(name, options)
      return trip && now.getTime() - trip.at < patience * 1000 ? trip : undefined
    },
  }
}
