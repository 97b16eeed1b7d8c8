import '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The session cookie. With https its name binds it to this very host and to encrypted connections. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-shanzhi' : 'shanzhi')

const day = 86_400

export const setSession = (reply: FastifyReply, token: string, secure: boolean, days: number): void => {
  void reply.setCookie(cookieName(secure), token, { signed: true, httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: days * day })
}

export const clearSession = (reply: FastifyReply, secure: boolean): void => {
  void reply.clearCookie(cookieName(secure), { httpOnly: true, sameSite: 'lax', secure, path: '/' })
}

/** A program's token as it is handed out once: signed, as the cookie of a person is. */
export const programToken = (app: FastifyInstance, token: string): string => app.signCookie(token)

const bearerOf = ({ headers: { authorization } }: FastifyRequest): string | undefined => /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]

/** Whether a request bears a program's token in place of a cookie: no page of another site can make a browser send one. */
export const byProgram = (request: FastifyRequest): boolean => bearerOf(request) !== undefined

/** The session token a request bears, where its keyed signature holds; a forged one costs no look at the database. */
export const tokenOf = (request: FastifyRequest, secure: boolean): string | undefined => {
  const raw = bearerOf(request) ?? request.cookies[cookieName(secure)]
  const opened = raw === undefined ? undefined : request.unsignCookie(raw)
  return opened?.valid ? opened.value : undefined
}
