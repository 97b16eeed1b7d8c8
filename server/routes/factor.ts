import { Type } from 'typebox'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { holdingOf } from '../auth/account.ts'
import { tokenOf } from '../auth/cookie.ts'
import { identityOf } from '../auth/guard.ts'
import { needsFactor } from '../auth/needs-factor.ts'
import { proveAnew, proveCode } from '../auth/proof.ts'
import { tell } from '../auth/tell.ts'
import { uriOf } from '../auth/totp.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import type { App } from '../http/typed.ts'
import { done, doneSchema } from '../schemas/common.ts'
import { begunSchema, recoverySchema, safetySchema, shownBody } from '../schemas/sign-in.ts'
import type { Site } from '../site.ts'
import type { Begun, RecoveryCodes, Safety } from '../wire.ts'

const tag = 'me'

const noFactor = () => refuse('no-factor', words('尚未设置动态验证码', 'There is no second factor yet'), { remedy: words('请先在“登录与安全”中设置', 'Set it up at Sign-in and safety') })

/** The second factor of whoever is signed in: set up, shown, changed, removed. */
export const factorRoutes = (app: App, site: Site): void => {
  const slow = limitAddress(app, site.limits.signIn)
  const { database } = site.house
  const told = (account: string, what: Words): Promise<void> => tell(database, account, site.now(), what)
  const code = Type.String({ minLength: 1, maxLength: 40 })

  app.get('/api/me/safety', { schema: { tag, says: { zh: '本账号的登录与安全', en: 'How this account is secured' }, response: { 200: safetySchema } } }, async (request): Promise<Safety> => {
    const { account, factor: proved } = identityOf(request)
    const [name, state, holding, since] = await Promise.all([
      site.credentials.nameOf(account), site.factors.state(account), holdingOf(database, account, site.now()), site.sso?.links.since(account),
    ])
    return {
      password: name !== undefined, proved, required: holding?.posts.some(post => needsFactor(site.secondFactor, post)) === true,
      ...(state.on && { factor: { since: state.since.toISOString(), left: state.left } }),
      ...(site.sso && { sso: { name: site.sso.provider.settings.name, ...(since && { since: since.toISOString() }) } }),
    }
  })

  app.post('/api/me/factor/begin', {
    preHandler: slow,
    schema: {
      tag, says: { zh: '开始设置或更换动态验证码；以首个验证码确认后生效', en: 'Begin to set up or change the second factor; it holds once a first code proves it' },
      body: Type.Object(shownBody, { additionalProperties: false }), response: { 200: begunSchema },
    },
  }, async (request, reply): Promise<Begun | typeof reply> => {
    const { account, name } = identityOf(request)
    const refused = await proveAnew(site, account, request.body)
    if (refused) return sendRefusal(request, reply, refused)
    const secret = await site.factors.begin(account, site.now())
    return { secret, uri: uriOf(secret, await site.credentials.nameOf(account) ?? name) }
  })

  app.post('/api/me/factor/confirm', {
    preHandler: slow,
    schema: {
      tag, says: { zh: '以首个验证码确认；给出只显示一次的恢复码', en: 'Prove the second factor by its first code; answers with recovery codes, shown once' },
      body: Type.Object({ code }, { additionalProperties: false }), response: { 200: recoverySchema },
    },
  }, async (request, reply): Promise<RecoveryCodes | typeof reply> => {
    const { account, session } = identityOf(request)
    const before = await site.factors.state(account)
    const recovery = await site.lockout.attempt(account, site.now(), 'code') ?? await site.factors.confirm(account, request.body.code, site.now())
    if (isRefusal(recovery)) return sendRefusal(request, reply, recovery)
    await Promise.all([site.lockout.forget(account, 'code'), site.sessions.proved(session)])
    if (before.on) await site.sessions.end(account, { allBut: session })
    site.identities.forgetAccount(account)
    await told(account, before.on ? words('您的动态验证码已更换，其他各处登录已退出。若非本人操作，请立即联系管理员', 'Your second factor was changed and every other sign-in ended. If it was not you, tell the administrator at once')
      : words('您的账号已启用动态验证码', 'Your account has a second factor now'))
    return { recovery }
  })

  app.post('/api/me/factor/prove', {
    preHandler: slow,
    schema: { tag, says: { zh: '为本次登录补验动态验证码', en: 'Show the second factor for this sign-in' }, body: Type.Object({ code }, { additionalProperties: false }), response: { 200: doneSchema } },
  }, async (request, reply) => {
    const { account, session } = identityOf(request)
    const proof = (await site.factors.state(account)).on ? await proveCode(site, account, request.body.code) : noFactor()
    if (isRefusal(proof)) return sendRefusal(request, reply, proof)
    await site.sessions.proved(session)
    site.identities.forget(tokenOf(request, site.secure) ?? '')
    return done
  })

  app.post('/api/me/factor/recovery', {
    preHandler: slow,
    schema: { tag, says: { zh: '重新生成恢复码，旧的作废', en: 'New recovery codes; the old are void' }, body: Type.Object(shownBody, { additionalProperties: false }), response: { 200: recoverySchema } },
  }, async (request, reply): Promise<RecoveryCodes | typeof reply> => {
    const { account } = identityOf(request)
    const refused = (await site.factors.state(account)).on ? await proveAnew(site, account, request.body) : noFactor()
    if (refused) return sendRefusal(request, reply, refused)
    const recovery = await site.factors.renew(account)
    await told(account, words('您的恢复码已重新生成，旧的作废', 'You have new recovery codes; the old are void'))
    return { recovery }
  })

  app.post('/api/me/factor/remove', {
    preHandler: slow,
    schema: {
      tag, says: { zh: '停用动态验证码；其他各处登录随之退出', en: 'Remove the second factor; every other sign-in ends' },
      body: Type.Object(shownBody, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const { account, session } = identityOf(request)
    const refused = (await site.factors.state(account)).on ? await proveAnew(site, account, request.body) : noFactor()
    if (refused) return sendRefusal(request, reply, refused)
    await site.factors.remove(account)
    await Promise.all([site.sessions.end(account, { allBut: session }), site.sessions.unproved(account)])
    site.identities.forgetAccount(account)
    await told(account, words('您的动态验证码已停用，其他各处登录已退出。若非本人操作，请立即联系管理员', 'Your second factor was removed and every other sign-in ended. If it was not you, tell the administrator at once'))
    return done
  })
}
