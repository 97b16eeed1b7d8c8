import { Type } from 'typebox'
import { Refused } from '../../kernel/refusal.ts'
import { holdingOf, isBarred } from '../auth/account.ts'
import { clearSession, tokenOf } from '../auth/cookie.ts'
import { identityOf } from '../auth/guard.ts'
import { factorNeeded, noRight } from '../http/refusals.ts'
import { sendRefusal } from '../http/problem.ts'
import type { App } from '../http/typed.ts'
import { unread } from '../../store/read/notices.ts'
import { done, doneSchema, idSchema } from '../schemas/common.ts'
import { meSchema, sessionsSchema } from '../schemas/people.ts'
import { signedOutSchema } from '../schemas/sign-in.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { Me, SessionView, SignedOut } from '../wire.ts'

const tag = 'me'

/** Who is signed in, from which post they act, where else they are signed in. */
export const meRoutes = (app: App, site: Site): void => {
  app.get('/api/me', { schema: { tag, says: { zh: '本人、岗位和未读数', en: 'Who is signed in, with posts and unread notices' }, response: { 200: meSchema } } }, async (request): Promise<Me> => {
    const identity = identityOf(request)
    const reader = readerOf(site, request)
    const [holding, count] = await Promise.all([
      holdingOf(site.house.database, identity.account, reader.now),
      site.house.database.scoped(identity.actor, tx => unread(tx, identity.actor)),
    ])
    if (!holding) throw new Refused(noRight('账号已停用', 'The account is closed'))
    return {
      account: identity.account, name: holding.account.name,
      ...(holding.account.home !== undefined && { home: regionRef(reader, holding.account.home) }),
      posts: holding.posts.map(post => ({
        id: post.id, kind: post.kind, region: regionRef(reader, post.region), clearance: post.clearance,
        ...(post.office !== undefined && { office: officeRef(reader, post.office) }), ...(isBarred(site.secondFactor, post, identity.factor) && { barred: true as const }),
      })),
      ...(identity.post !== undefined && { acting: identity.post }),
      unread: count, demo: site.demo !== undefined,
    }
  })

  app.post('/api/me/act-as', {
    schema: {
      tag, says: { zh: '切换办理岗位；null 为以居民身份', en: 'Act from another of one’s posts; null: as a resident' },
      body: Type.Object({ post: Type.Union([idSchema, Type.Null()]) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const identity = identityOf(request)
    const { post } = request.body
    const holding = await holdingOf(site.house.database, identity.account, site.now())
    const wanted = holding?.posts.find(one => one.id === post)
    if (post !== null && !wanted) return sendRefusal(request, reply, noRight('您没有这个岗位', 'That post is not yours'))
    if (wanted && isBarred(site.secondFactor, wanted, identity.factor)) return sendRefusal(request, reply, factorNeeded())
    await site.sessions.actFrom(identity.session, post ?? undefined)
    site.identities.forget(tokenOf(request, site.secure) ?? '')
    return done
  })

  app.get('/api/me/sessions', { schema: { tag, says: { zh: '本账号的登录', en: 'Where this account is signed in' }, response: { 200: sessionsSchema } } }, async (request): Promise<readonly SessionView[]> => {
    const { account, session } = identityOf(request)
    return (await site.sessions.list(account)).map(({ id, since, used, agent, means, factor, program, until, synced, unsent }) => ({
      id, since: since.toISOString(), used: used.toISOString(), agent, current: id === session, means, factor, ...(program !== null && { program, until: until.toISOString() }), ...(synced !== null && { copy: { synced: synced.toISOString(), unsent: unsent ?? 0 } }),
    }))
  })

  app.post('/api/me/sessions/end', {
    schema: {
      tag, says: { zh: '退出某处登录；不指明则退出其他各处', en: 'End one sign-in; all others where none is named' },
      body: Type.Object({ id: Type.Optional(idSchema) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async request => {
    const { account, session } = identityOf(request)
    const { id } = request.body
    await site.sessions.end(account, id === undefined ? { allBut: session } : { id })
    site.identities.forgetAccount(account)
    return done
  })

  app.post('/api/me/password', {
    schema: {
      tag, says: { zh: '修改密码；其他各处登录随之退出', en: 'Change one’s password; every other sign-in ends' },
      body: Type.Object({ old: Type.String({ maxLength: 200 }), fresh: Type.String({ maxLength: 200 }) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async (request, reply) => {
    const { account, session } = identityOf(request)
    const refused = await site.lockout.attempt(account, site.now()) ?? await site.credentials.change(account, request.body.old, request.body.fresh)
    if (refused) return sendRefusal(request, reply, refused)
    await Promise.all([site.lockout.forget(account), site.sessions.end(account, { allBut: session })])
    site.identities.forgetAccount(account)
    return done
  })

  app.post('/api/sign-out', { schema: { tag, says: { zh: '退出', en: 'Sign out' }, response: { 200: signedOutSchema } } }, async (request, reply): Promise<SignedOut> => {
    const { account, session } = identityOf(request)
    const means = (await site.sessions.list(account)).find(one => one.id === session)?.means
    await site.sessions.end(account, { id: session })
    site.identities.forget(tokenOf(request, site.secure) ?? '')
    clearSession(reply, site.secure)
    const onward = means === 'sso' ? await site.sso?.provider.farewell(`${site.publicUrl}/`) : undefined
    return { ...done, ...(onward !== undefined && { onward }) }
  })
}
