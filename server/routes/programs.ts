import { Type } from 'typebox'
import { programToken } from '../auth/cookie.ts'
import { identityOf } from '../auth/guard.ts'
import { limitAddress } from '../http/limits.ts'
import type { App } from '../http/typed.ts'
import { programSchema } from '../schemas/people.ts'
import type { Site } from '../site.ts'
import type { Program } from '../wire.ts'

/** Programs that report or handle for somebody (a hotline's own system): each has a token for one post, listed and ended like any sign-in. */
export const programRoutes = (app: App, site: Site): void => {
  app.post('/api/me/programs', {
    preHandler: limitAddress(app, site.limits.signIn),
    schema: {
      tag: 'me', says: { zh: '为程序创建令牌，以现在的岗位办理，只显示一次', en: 'Make a token for a program, to act from the present post; it is shown once' },
      body: Type.Object({ name: Type.String({ minLength: 2, maxLength: 60 }), days: Type.Integer({ minimum: 1, maximum: 366 }) }, { additionalProperties: false }), response: { 200: programSchema },
    },
  }, async (request): Promise<Program> => {
    const { account, post, factor } = identityOf(request)
    const { name, days } = request.body
    const token = await site.sessions.open(account)
    await site.sessions.employ(token, name.trim(), post, days, factor)
    return { token: programToken(app, token) }
  })
}
