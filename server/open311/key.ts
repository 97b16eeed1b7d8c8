import type { FastifyRequest } from 'fastify'
import { Refused } from '../../kernel/refusal.ts'
import type { Identity } from '../auth/identity.ts'
import { byProgram, tokenOf } from '../auth/cookie.ts'
import type { Site } from '../site.ts'
import { badKey } from './errors.ts'

/**
 * The program behind a request: by the key of its form, or by `Authorization: Bearer`, which is the same token. A key in an address is not
 * looked at, since addresses are kept and passed on; what is public needs none.
 */
export const programOf = async (site: Site, request: FastifyRequest, key?: string): Promise<Identity | undefined> => {
  const opened = key === undefined ? undefined : request.unsignCookie(key)
  const token = opened?.valid ? opened.value : byProgram(request) ? tokenOf(request, site.secure) : undefined
  const identity = token === undefined ? undefined : await site.identities.of(token)
  return identity?.program === undefined ? undefined : identity
}

/** The same, refused where there is none. */
export const needProgram = async (site: Site, request: FastifyRequest, key?: string): Promise<Identity> => {
  const identity = await programOf(site, request, key)
  if (!identity) throw new Refused(badKey())
  return identity
}
