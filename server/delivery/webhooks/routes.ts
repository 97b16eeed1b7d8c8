import { randomUUID } from 'node:crypto'
import { promises as dns } from 'node:dns'
import { isIP } from 'node:net'
import { Type } from 'typebox'
import { system } from '../../../kernel/post.ts'
import { refuse, Refused, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { Tx } from '../../../store/database.ts'
import { identityOf } from '../../auth/guard.ts'
import { limitAccount } from '../../http/limits.ts'
import { badRequest, notFound } from '../../http/refusals.ts'
import type { App } from '../../http/typed.ts'
import { done, doneSchema, idSchema } from '../../schemas/common.ts'
import { deliveriesSchema, replayedSchema, webhookSecretSchema, webhooksSchema } from '../../schemas/delivery.ts'
import type { Site } from '../../site.ts'
import type { DeliveryView, Replayed, WebhookSecret, WebhookView } from '../../wire/delivery.ts'
import type { Reachable } from '../addresses.ts'
import { enqueue, linesOf, replay, sumsOf } from '../queue.ts'
import { secretOf } from '../sign.ts'
import { endWebhook, makeWebhook, turnSecret, webhook, webhooksOf, type Webhook } from './store.ts'

const tag = 'me'
/** Addresses that stand for one account at once. */
const most = 20
/** Deliveries shown of one. */
const shown = 100

const badUrl = (zh: string, en: string): Refusal => badRequest([{ fact: 'url', why: words(zh, en) }])

const closed = (): Refusal =>
  badUrl('该地址不在允许推送的范围内：只向公网推送，内网网段须由管理员在 OUT_NETWORKS 中开放', 'that address may not be sent to: only public ones may, and networks of our own that the administrator opened by OUT_NETWORKS')

/** An address that may be sent to, checked when it is given; it is checked anew with every connection. Throws `Refused`. */
const checkedUrl = async (text: string, where: Reachable): Promise<string> => {
  const url = URL.parse(text)
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username !== '' || url.password !== '') throw new Refused(badUrl('须为 https 地址，不含用户名和密码', 'must be an https address without user name and password'))
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) !== 0 ? [host] : await dns.lookup(host, { all: true }).then(list => list.map(one => one.address), () => [])
  if (found.length === 0) throw new Refused(badUrl('找不到该主机', 'there is no such host'))
  if (!found.some(address => where.reaches(address))) throw new Refused(closed())
  if (url.protocol === 'http:' && !found.some(address => where.opened(address))) throw new Refused(badUrl('须为 https 地址', 'must be an https address'))
  return url.href
}

const tooMany = (): Refusal => refuse('too-many-webhooks', words(`最多 ${most} 个推送地址`, `There may be ${most} addresses at most`), { remedy: words('请先停用不再需要的', 'End one that is no longer needed') })

/** Where programs of one's own are told of what happens: addresses, secrets, what could not be delivered, and sending it again. */
export const webhookRoutes = (app: App, site: Site): void => {
  const { house: { database }, delivery: out } = site
  const one = Type.Object({ id: idSchema }, { additionalProperties: false })
  const often = limitAccount(app, site.limits.search)

  /** Work on a webhook of one's own. Throws `Refused` where it is not. */
  const withOwn = <T>(account: string, id: string, work: (tx: Tx, own: Webhook) => Promise<T>): Promise<T> => database.scoped(system, async tx => {
    const own = await webhook(tx, id, account)
    if (!own) throw new Refused(notFound())
    return work(tx, own)
  })

  app.get('/api/me/webhooks', { schema: { tag, says: { zh: '本人程序的事件推送地址', en: 'Where one’s programs are told of entries' }, response: { 200: webhooksSchema } } }, async (request): Promise<readonly WebhookView[]> => {
    const { account } = identityOf(request)
    const [sessions, [all, sums]] = await Promise.all([site.sessions.list(account), database.scoped(system, async tx => {
      const found = await webhooksOf(tx, account)
      return [found, await sumsOf(tx, found.map(each => each.id))] as const
    })])
    return all.map(({ id, program, url, made, ended, why }) => {
      const sum = sums.find(each => each.target === id)
      return {
        id, url, made: made.toISOString(), program: sessions.find(each => each.id === program)?.program ?? '', ...(ended && { ended: ended.toISOString() }), ...(why !== null && { why }),
        waiting: sum?.waiting ?? 0, sent: sum?.sent ?? 0, dead: sum?.dead ?? 0,
      }
    })
  })

  app.post('/api/me/webhooks', {
    preHandler: often,
    schema: {
      tag, says: { zh: '为程序设置事件推送地址；签名密钥只显示一次', en: 'Have a program told of entries it may read; the secret it is signed with is shown once' },
      body: Type.Object({ program: idSchema, url: Type.String({ minLength: 8, maxLength: 1000, pattern: '^[\\x21-\\x7E]+$' }) }, { additionalProperties: false }), response: { 200: webhookSecretSchema },
    },
  }, async (request): Promise<WebhookSecret> => {
    const { account } = identityOf(request)
    const program = await site.program(request.body.program)
    if (program?.account !== account) throw new Refused(badRequest([{ fact: 'program', why: words('不是您现有的程序', 'is no program of yours') }]))
    const url = await checkedUrl(request.body.url, out.reachable)
    const id = await database.scoped(system, async tx => {
      if ((await webhooksOf(tx, account)).filter(each => each.ended === null).length >= most) throw new Refused(tooMany())
      return makeWebhook(tx, program, url, site.now())
    })
    return { id, secret: secretOf(out.webhookKey, id, 1) }
  })

  app.post('/api/me/webhooks/end', { schema: { tag, says: { zh: '停用推送地址', en: 'End an address' }, body: one, response: { 200: doneSchema } } }, async request => {
    await withOwn(identityOf(request).account, request.body.id, (tx, { id }) => endWebhook(tx, id, 'ended', site.now()))
    return done
  })

  app.post('/api/me/webhooks/secret', {
    schema: { tag, says: { zh: '更换签名密钥；一天内新旧密钥同时签名', en: 'Sign with a new secret; for a day the one before signs too' }, body: one, response: { 200: webhookSecretSchema } },
  }, async (request): Promise<WebhookSecret> => withOwn(identityOf(request).account, request.body.id, async (tx, { id }) => {
    const turn = await turnSecret(tx, id, site.now())
    if (turn === undefined) throw new Refused(notFound())
    return { id, secret: secretOf(out.webhookKey, id, turn) }
  }))

  app.post('/api/me/webhooks/try', { preHandler: often, schema: { tag, says: { zh: '发送一个测试事件', en: 'Send an event to try it' }, body: one, response: { 200: doneSchema } } }, async request => {
    await withOwn(identityOf(request).account, request.body.id, (tx, { id, ended }) => {
      if (ended) throw new Refused(notFound())
      return enqueue(tx, { id: randomUUID(), kind: 'webhook', target: id, what: 'trial' }, site.now())
    })
    return done
  })

  app.get('/api/me/webhooks/:id/deliveries', { schema: { tag, says: { zh: '推送记录：失败的在前', en: 'Its deliveries, those that failed in front' }, params: Type.Object({ id: idSchema }), response: { 200: deliveriesSchema } } }, async (request): Promise<readonly DeliveryView[]> => {
    const lines = await withOwn(identityOf(request).account, request.params.id, (tx, { id }) => linesOf(tx, id, shown))
    return lines.map(({ id, what, number, seq, made, state, attempts, not_before, status, why }) => ({
      id, what, made: made.toISOString(), state, attempts, ...(number !== null && { number }), ...(seq !== null && { seq }),
      ...(state === 'waiting' && { next: not_before.toISOString() }), ...(status !== null && { status }), ...(why !== null && { why }),
    }))
  })

  app.post('/api/me/webhooks/replay', {
    schema: {
      tag, says: { zh: '重新推送：指明的，或全部失败的', en: 'Send again: those named, or all that failed' },
      body: Type.Object({ id: idSchema, deliveries: Type.Optional(Type.Array(idSchema, { minItems: 1, maxItems: shown })) }, { additionalProperties: false }), response: { 200: replayedSchema },
    },
  }, async (request): Promise<Replayed> => ({
    replayed: await withOwn(identityOf(request).account, request.body.id, (tx, { id, ended }) => {
      if (ended) throw new Refused(notFound())
      return replay(tx, id, request.body.deliveries, site.now())
    }),
  }))
}
