import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { firstPost, holdingOf } from '../auth/account.ts'
import { setSession } from '../auth/cookie.ts'
import { tidyName } from '../auth/user-name.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { done, doneSchema } from '../schemas/common.ts'
import { demoSchema } from '../schemas/people.ts'
import type { Site } from '../site.ts'
import type { DemoPerson } from '../wire.ts'

const tag = 'sign-in'

const closed = () => refuse('no-right', words('账号已停用', 'The account is closed'), { remedy: words('请联系管理员', 'Ask the administrator') })

/** Sign-in by name and password, and in demo mode by a click on an invented person. */
export const signInRoutes = (app: App, site: Site): void => {
  const { database } = site.house
  const slow = limitAddress(app, site.limits.signIn)

  const welcome = async (request: FastifyRequest, reply: FastifyReply, account: string, token: string, post?: string) => {
    const holding = await holdingOf(database, account, site.now())
    if (!holding) return sendRefusal(request, reply, closed())
    await site.sessions.dress(token, request.headers['user-agent'] ?? '', post ?? firstPost(holding))
    setSession(reply, token, site.secure, site.sessionDays)
    return done
  }

  app.post('/api/sign-in', {
    preHandler: slow,
    schema: {
      open: true, tag, says: { zh: '以用户名和密码登录', en: 'Sign in by user name and password' },
      body: Type.Object({ name: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const { name, password } = request.body
    const key = tidyName(name) ?? name
    const held = await site.lockout.attempt(key, site.now())
    if (held) return sendRefusal(request, reply, held)
    const proved = await site.credentials.signIn(name, password)
    if (isRefusal(proved)) return sendRefusal(request, reply, proved)
    await site.lockout.forget(key)
    return welcome(request, reply, proved.account, proved.token)
  })

  app.get('/api/demo/people', { schema: { open: true, tag, says: { zh: '演示人员（仅演示模式）', en: 'Invented people to sign in as, in demo mode' }, response: { 200: demoSchema } } }, async (request, reply) =>
    site.demo?.map(({ id, title, name, place, door, sees }): DemoPerson => ({ id, title, name, place, door, sees })) ?? sendRefusal(request, reply, notFound()))

  app.post('/api/demo/sign-in', {
    preHandler: slow,
    schema: {
      open: true, tag, says: { zh: '以演示人员登录（仅演示模式）', en: 'Sign in as an invented person, in demo mode' },
      body: Type.Object({ person: Type.String({ maxLength: 100 }) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const person = site.demo?.find(one => one.id === request.body.person)
    if (!person) return sendRefusal(request, reply, notFound())
    await site.credentials.admit(person.account)
    return welcome(request, reply, person.account, await site.sessions.open(person.account), person.post)
  })
}
