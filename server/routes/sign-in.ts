import { Type } from 'typebox'
import { isRefusal } from '../../kernel/refusal.ts'
import { proveCode } from '../auth/proof.ts'
import { tidyName } from '../auth/user-name.ts'
import { welcome } from '../auth/welcome.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { done, doneSchema } from '../schemas/common.ts'
import { demoSchema } from '../schemas/people.ts'
import type { Site } from '../site.ts'
import type { DemoPerson } from '../wire.ts'

const tag = 'sign-in'

/** Sign-in by name and password (and a code, where the account has a second factor), and in demo mode by a click on an invented person. */
export const signInRoutes = (app: App, site: Site): void => {
  const slow = limitAddress(app, site.limits.signIn)

  app.post('/api/sign-in', {
    preHandler: slow,
    schema: {
      open: true, tag, says: { zh: '以用户名和密码登录；设有动态验证码的，同时给出验证码或恢复码', en: 'Sign in by user name and password, with a code or a recovery code where the account has a second factor' },
      body: Type.Object({ name: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }), code: Type.Optional(Type.String({ maxLength: 40 })) }, { additionalProperties: false }),
      response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const { name, password, code } = request.body
    const key = tidyName(name) ?? name
    const held = await site.lockout.attempt(key, site.now())
    if (held) return sendRefusal(request, reply, held)
    const proved = await site.credentials.signIn(name, password)
    if (isRefusal(proved)) return sendRefusal(request, reply, proved)
    await site.lockout.forget(key)
    const factor = (await site.factors.state(proved.account)).on
    const second = factor ? await proveCode(site, proved.account, code) : undefined
    if (isRefusal(second)) {
      await site.sessions.drop(proved.token)
      return sendRefusal(request, reply, second)
    }
    const refused = await welcome(site, request, reply, { ...proved, means: 'password', factor })
    return refused ? sendRefusal(request, reply, refused) : done
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
    const refused = await welcome(site, request, reply, {
      account: person.account, token: await site.sessions.open(person.account), means: 'demo', factor: false, ...(person.post !== undefined && { post: person.post }),
    })
    return refused ? sendRefusal(request, reply, refused) : done
  })
}
