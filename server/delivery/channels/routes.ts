import { randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { checkMobile } from '../../../kernel/identifiers.ts'
import { maskPhone } from '../../../kernel/mask.ts'
import { system } from '../../../kernel/post.ts'
import { isRefusal, refuse, Refused, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { Tx } from '../../../store/database.ts'
import { identityOf } from '../../auth/guard.ts'
import { limitAccount } from '../../http/limits.ts'
import { badRequest, notFound } from '../../http/refusals.ts'
import { sendRefusal } from '../../http/problem.ts'
import type { App } from '../../http/typed.ts'
import { deviceHint } from './device.ts'
import { done, doneSchema, idSchema } from '../../schemas/common.ts'
import { channelMadeSchema, channelsSchema, replayedSchema } from '../../schemas/delivery.ts'
import type { Site } from '../../site.ts'
import type { ChannelMade, ChannelsView, Replayed } from '../../wire/delivery.ts'
import { enqueue, replay, sumsOf } from '../queue.ts'
import { confirm, noMoreCodes, renew, rules } from './code.ts'
import { subscriptionIn } from './push.ts'
import { channel, channelsOf, countsOf, keepChannel, removeChannel, want, type Channel, type Given } from './store.ts'

const tag = 'me'
/** Addresses of one account at most, and those to be verified that it may give within a day. */
const most = { all: 10, fresh: 5 }

const language = Type.Union([Type.Literal('zh'), Type.Literal('en')])
const asked = Type.Union([
  Type.Object({ kind: Type.Union([Type.Literal('email'), Type.Literal('sms')]), address: Type.String({ minLength: 3, maxLength: 254 }), language }, { additionalProperties: false }),
  Type.Object({
    kind: Type.Literal('push'), language,
    subscription: Type.Object({ endpoint: Type.String({ maxLength: 2000, pattern: '^https?://[\\x21-\\x7E]+$' }), keys: Type.Object({ p256dh: Type.String({ maxLength: 200 }), auth: Type.String({ maxLength: 100 }) }) }),
  }, { additionalProperties: false }),
])

const fault = (fact: string, zh: string, en: string): Refusal => badRequest([{ fact, why: words(zh, en) }])
const notOffered = (): Refusal => refuse('not-offered', words('本站没有开通这种通知方式', 'This site does not offer that way'), { remedy: words('通知始终可在本站查看', 'Notices can always be read here') })
const tooMany = (): Refusal => refuse('too-many-channels', words(`最多 ${most.all} 个通知地址`, `There may be ${most.all} addresses at most`), { remedy: words('请先删除不再使用的', 'Remove one that is no longer used') })

const emailPattern = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/

/** w***@example.com */
const maskEmail = (address: string): string => `${address.slice(0, 1)}***${address.slice(address.lastIndexOf('@'))}`

/** Where one's notices go beside the pages. Turning a way off changes no handling, no deadline, and no notice in the pages. */
export const channelRoutes = (app: App, site: Site): void => {
  const { house: { database }, delivery: out } = site
  const one = Type.Object({ id: idSchema }, { additionalProperties: false })
  const seldom = limitAccount(app, site.limits.follow)

  const withOwn = <T>(account: string, id: string, work: (tx: Tx, own: Channel) => Promise<T>): Promise<T> => database.scoped(system, async tx => {
    const own = await channel(tx, id, account)
    if (!own) throw new Refused(notFound())
    return work(tx, own)
  })

  app.get('/api/me/channels', { schema: { tag, says: { zh: '通知的其他送达方式', en: 'Where notices go beside the pages' }, response: { 200: channelsSchema } } }, async (request): Promise<ChannelsView> => {
    const { account } = identityOf(request)
    return database.scoped(system, async tx => {
      const all = await channelsOf(tx, account)
      const sums = await sumsOf(tx, all.map(each => each.id))
      return {
        offered: { push: out.push.publicKey, email: out.mail !== undefined, sms: out.sms !== undefined },
        channels: all.map(({ id, kind, hint, language: of, wanted, verified, made }) => {
          const sum = sums.find(each => each.target === id)
          return { id, kind, hint, language: of, wanted, verified: verified !== null, made: made.toISOString(), waiting: sum?.waiting ?? 0, dead: sum?.dead ?? 0 }
        }),
      }
    })
  })

  /** What was asked for as it is kept. Throws `Refused`. */
  const givenIn = (body: { readonly kind: 'push' | 'email' | 'sms'; readonly language: 'zh' | 'en'; readonly address?: string; readonly subscription?: object }, agent: string): Given => {
    const { kind, address = '' } = body
    if (kind === 'push') {
      const subscription = subscriptionIn(JSON.stringify(body.subscription))
      if (!subscription) throw new Refused(fault('subscription', '不是有效的浏览器订阅', 'is no subscription of a browser'))
      return { kind, language: body.language, address: JSON.stringify(subscription), hint: deviceHint(agent) }
    }
    if (kind === 'email' ? out.mail === undefined : out.sms === undefined) throw new Refused(notOffered())
    if (kind === 'email') {
      const tidy = address.trim()
      if (!emailPattern.test(tidy)) throw new Refused(fault('address', '邮箱地址不正确', 'is no mail address'))
      return { kind, language: body.language, address: tidy, hint: maskEmail(tidy) }
    }
    const phone = checkMobile(address)
    if (!phone.ok) throw new Refused(badRequest([{ fact: 'address', why: phone.why }]))
    return { kind, language: body.language, address: phone.value, hint: maskPhone(phone.value) }
  }

  app.post('/api/me/channels', {
    preHandler: seldom,
    schema: { tag, says: { zh: '添加通知地址；邮箱和手机须以收到的验证码确认', en: 'Add an address; mail and phones are confirmed by the code sent there' }, body: asked, response: { 200: channelMadeSchema } },
  }, async (request): Promise<ChannelMade> => {
    const { account } = identityOf(request)
    const given = givenIn(request.body, request.headers['user-agent'] ?? '')
    const now = site.now()
    return database.scoped(system, async tx => {
      // One at a time for each account, so that two at once count each other.
      await tx.query('select id from account where id = $1::uuid for update', [account])
      const counts = await countsOf(tx, account, now)
      if (counts.all >= most.all) throw new Refused(tooMany())
      if (given.kind !== 'push' && counts.fresh >= most.fresh) throw new Refused(noMoreCodes())
      const kept = await keepChannel(tx, out, account, given, now)
      if (!kept) throw new Error('a channel was not kept')
      if (kept.verified === null) {
        const fresh = kept.code === 1 && kept.code_made?.getTime() === now.getTime()
        const refused = fresh ? undefined : await renew(tx, kept, now)
        if (refused) throw new Refused(refused)
        await enqueue(tx, { id: randomUUID(), kind: kept.kind, target: kept.id, what: 'code' }, now)
      }
      return { id: kept.id, verified: kept.verified !== null }
    })
  })

  app.post('/api/me/channels/confirm', {
    preHandler: seldom,
    schema: { tag, says: { zh: '以收到的验证码确认地址', en: 'Confirm an address by the code sent there' }, body: Type.Object({ id: idSchema, code: Type.String({ maxLength: 20 }) }, { additionalProperties: false }), response: { 200: doneSchema } },
  }, async (request, reply) => {
    const { id, code } = request.body
    // A wrong try is to be counted, so it is no throw.
    const refused = await withOwn(identityOf(request).account, id, (tx, own) => confirm(tx, out.channelKey, own, code, site.now()))
    return refused && isRefusal(refused) ? sendRefusal(request, reply, refused) : done
  })

  app.post('/api/me/channels/code', { preHandler: seldom, schema: { tag, says: { zh: `重新发送验证码，间隔至少 ${rules.pause} 秒`, en: 'Have another code sent' }, body: one, response: { 200: doneSchema } } }, async request => {
    await withOwn(identityOf(request).account, request.body.id, async (tx, own) => {
      if (own.verified !== null || !own.wanted) throw new Refused(notFound())
      const refused = await renew(tx, own, site.now())
      if (refused) throw new Refused(refused)
      await enqueue(tx, { id: randomUUID(), kind: own.kind, target: own.id, what: 'code' }, site.now())
    })
    return done
  })

  app.post('/api/me/channels/wanted', {
    schema: { tag, says: { zh: '开启或关闭一种通知方式；站内通知不受影响', en: 'Turn a way on or off; notices in the pages stay' }, body: Type.Object({ id: idSchema, wanted: Type.Boolean() }, { additionalProperties: false }), response: { 200: doneSchema } },
  }, async request => {
    const { id, wanted } = request.body
    await withOwn(identityOf(request).account, id, (tx, own) => want(tx, own.id, wanted))
    return done
  })

  app.post('/api/me/channels/remove', { schema: { tag, says: { zh: '删除通知地址', en: 'Remove an address' }, body: one, response: { 200: doneSchema } } }, async request => {
    await withOwn(identityOf(request).account, request.body.id, removeChannel)
    return done
  })

  app.post('/api/me/channels/replay', { schema: { tag, says: { zh: '重新发送未送达的通知', en: 'Send again what could not be delivered' }, body: one, response: { 200: replayedSchema } } }, async (request): Promise<Replayed> => ({
    replayed: await withOwn(identityOf(request).account, request.body.id, (tx, own) => replay(tx, own.id, undefined, site.now())),
  }))
}
