import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { identityOf, whoAsks } from '../auth/guard.ts'
import { proveAnew } from '../auth/proof.ts'
import { NotProved, ProviderDown, type Found } from '../auth/sso/provider.ts'
import { isSsoRefusal, ssoRefusal } from '../auth/sso/refusals.ts'
import type { Trip } from '../auth/sso/trip.ts'
import { ownPath, signInPage, withRefusal } from '../auth/sso/way-back.ts'
import { tell } from '../auth/tell.ts'
import { welcome } from '../auth/welcome.ts'
import { limitAddress } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { done, doneSchema } from '../schemas/common.ts'
import { shownBody, waysSchema } from '../schemas/sign-in.ts'
import type { Site, Sso } from '../site.ts'
import type { SignInWays } from '../wire.ts'

const tag = 'sign-in'

const onlyWay = (): Refusal =>
  refuse('only-way', words('统一身份认证是您唯一的登录方式，不能解除', 'Single sign-on is your only way to sign in'), { remedy: words('请先请管理员为您设置用户名和密码', 'Have the administrator give you a user name and password first') })

/** Single sign-on: the browser goes to the government's identity provider and comes back with a code that we trade for proof. Who is not linked beforehand is let in by no proof. */
export const ssoRoutes = (app: App, site: Site): void => {
  const slow = limitAddress(app, site.limits.signIn)
  const back = `${site.publicUrl}/api/sign-in/sso/callback`
  const { database } = site.house

  app.get('/api/sign-in/ways', { schema: { open: true, tag, says: { zh: '可用的登录方式', en: 'The ways there are to sign in' }, response: { 200: waysSchema } } }, async (): Promise<SignInWays> =>
    ({ password: true, ...(site.sso && { sso: site.sso.provider.settings.name }) }))

  app.get('/api/sign-in/refusals/:code', {
    schema: {
      open: true, tag, says: { zh: '单点登录未成的原因（以拒绝作答）', en: 'Why a single sign-on came to nothing, answered as the refusal itself' },
      params: Type.Object({ code: Type.String({ maxLength: 40 }) }), response: { 200: doneSchema },
    },
  }, async (request, reply) => sendRefusal(request, reply, isSsoRefusal(request.params.code) ? ssoRefusal(request.params.code) : notFound()))

  /** The code of what went wrong on the way, logged without anything of the person. */
  const failure = (request: FastifyRequest, error: unknown): Refusal => {
    if (!(error instanceof ProviderDown || error instanceof NotProved)) throw error
    request.log.warn({ sso: error.message }, 'single sign-on failed')
    return ssoRefusal(error instanceof ProviderDown ? 'sso-down' : error.denied ? 'sso-cancelled' : 'sso-failed')
  }

  /** The provider's address, with what its answer is held to kept in this browser. */
  const leave = async ({ provider, trips }: Sso, reply: FastifyReply, trip: Pick<Trip, 'next' | 'link'>): Promise<string> => {
    const secrets = provider.newSecrets()
    const address = await provider.address(secrets, back, trip.link !== undefined)
    trips.begin(reply, { ...secrets, ...trip, at: site.now().getTime() })
    return address
  }

  app.get('/api/sign-in/sso', {
    preHandler: slow,
    schema: {
      open: true, tag, says: { zh: '前往统一身份认证（浏览器跳转）', en: 'Go to the identity provider (a redirect for browsers)' },
      querystring: Type.Object({ next: Type.Optional(Type.String({ maxLength: 500, description: 'A page of ours to go to then. 登录后前往的本站页面。' })) }), response: { 302: Type.Unknown() },
    },
  }, async (request, reply) => {
    const { sso } = site
    if (!sso) return sendRefusal(request, reply, notFound())
    const next = ownPath(request.query.next)
    try {
      return await reply.redirect(await leave(sso, reply, { next }), 302)
    } catch (error) {
      return reply.redirect(signInPage(next, failure(request, error).code), 302)
    }
  })

  /** Signs in whom the provider found, where an open account is linked to them. */
  const enter = async (sso: Sso, request: FastifyRequest, reply: FastifyReply, found: Found): Promise<Refusal | undefined> => {
    const account = await sso.links.accountOf(found.subject)
    if (account === undefined) return ssoRefusal('not-linked')
    const name = await site.credentials.nameOf(account)
    const now = site.now()
    const locked = (name !== undefined && await site.lockout.held(name, now)) || await site.lockout.held(account, now, 'code')
    if (locked) return ssoRefusal('account-locked')
    return welcome(site, request, reply, { account, token: await site.sessions.open(account), means: 'sso', factor: found.factor })
  }

  /** Links whom the provider found to the account of whoever began this, signed in here still. */
  const link = async (sso: Sso, request: FastifyRequest, asked: { readonly account: string; readonly session: string }, found: Found): Promise<Refusal | undefined> => {
    const identity = whoAsks(request)
    if (identity?.session !== asked.session || identity.account !== asked.account) return ssoRefusal('sso-failed')
    const refused = await sso.links.set(asked.account, found.subject, site.now())
    if (!refused) await tell(database, asked.account, site.now(), words('您的账号已关联统一身份认证。若非本人操作，请立即联系管理员', 'Your account was linked to single sign-on. If it was not you, tell the administrator at once'))
    return refused
  }

  app.get('/api/sign-in/sso/callback', {
    preHandler: slow,
    schema: {
      open: true, tag, says: { zh: '统一身份认证的回调（浏览器跳转）', en: 'Where the identity provider sends the browser back to' },
      querystring: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 4000 })), response: { 302: Type.Unknown() },
    },
  }, async (request, reply) => {
    const { sso } = site
    if (!sso) return sendRefusal(request, reply, notFound())
    const trip = sso.trips.end(request, reply, site.now())
    if (!trip) return reply.redirect(signInPage('/', 'sso-failed'), 302)
    const found = await sso.provider.found(new URL(`${back}?${request.url.split('?')[1] ?? ''}`), trip).catch((error: unknown) => failure(request, error))
    const refused = isRefusal(found) ? found : trip.link ? await link(sso, request, trip.link, found) : await enter(sso, request, reply, found)
    const where = refused ? (trip.link ? withRefusal(trip.next, refused.code) : signInPage(trip.next, refused.code)) : trip.next
    return reply.redirect(where, 302)
  })

  app.post('/api/me/link', {
    preHandler: slow,
    schema: {
      tag: 'me', says: { zh: '关联统一身份：验证密码后给出认证地址', en: 'Link oneself to the identity provider: after the password, answers with the address to go to' },
      body: Type.Object({ ...shownBody, next: Type.String({ maxLength: 500 }) }, { additionalProperties: false }), response: { 200: Type.Object({ url: Type.String() }) },
    },
  }, async (request, reply) => {
    const { sso } = site
    if (!sso) return sendRefusal(request, reply, notFound())
    const { account, session } = identityOf(request)
    const refused = await proveAnew(site, account, request.body)
    if (refused) return sendRefusal(request, reply, refused)
    try {
      return { url: await leave(sso, reply, { next: ownPath(request.body.next), link: { account, session } }) }
    } catch (error) {
      return sendRefusal(request, reply, failure(request, error))
    }
  })

  app.post('/api/me/unlink', {
    preHandler: slow,
    schema: { tag: 'me', says: { zh: '解除统一身份关联', en: 'Take back one’s link to the identity provider' }, body: Type.Object(shownBody, { additionalProperties: false }), response: { 200: doneSchema } },
  }, async (request, reply) => {
    const { sso } = site
    if (!sso) return sendRefusal(request, reply, notFound())
    const { account } = identityOf(request)
    const refused = await site.credentials.nameOf(account) === undefined ? onlyWay() : await proveAnew(site, account, request.body)
    if (refused) return sendRefusal(request, reply, refused)
    if (await sso.links.remove(account)) await tell(database, account, site.now(), words('您的账号已解除统一身份关联', 'Your account is no longer linked to single sign-on'))
    return done
  })
}
