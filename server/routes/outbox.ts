import { Type } from 'typebox'
import type { FastifyError, FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/post.ts'
import { isRefusal, Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import { actorOf } from '../../registers/posts.ts'
import { identityOf } from '../auth/guard.ts'
import type { Identity } from '../auth/identity.ts'
import { toldOf } from '../http/errors.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { badRequest, wrongType } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { gate } from '../files/gate.ts'
import { takeSealed } from '../outbox/acts.ts'
import { deviceNow } from '../outbox/capture.ts'
import { handIn, mostHanded } from '../outbox/hand-in.ts'
import { bytesOf, openedAct } from '../outbox/open.ts'
import { otherSignIn } from '../outbox/refusals.ts'
import { dropPhoto, mostSealed, standing, takePart } from '../outbox/photos.ts'
import { done, doneSchema, idSchema, mostEntries } from '../schemas/common.ts'
import { handedSchema, keySchema, uploadedSchema, writtenSchema } from '../schemas/outbox.ts'
import { replySchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'

const tag = 'outbox'
const octets = 'application/octet-stream'
const media = { takes: octets }

/** Bytes of one part of a photo; and of a sealed act, which may hold a table. */
const mostPart = 512 * 1024
const mostAct = 4 * 1024 * 1024

/** A count that a header tells; addresses of what changes something stay bare. */
const countIn = ({ headers }: FastifyRequest, name: string, most: number): number | undefined => {
  const told = headers[name]
  if (told === undefined) return undefined
  if (typeof told !== 'string' || !/^\d{1,10}$/.test(told) || Number(told) > most) throw new Refused(badRequest([{ fact: name, why: words('须为整数', 'must be a whole number') }]))
  return Number(told)
}

const needed = (request: FastifyRequest, name: string, most: number): number => {
  const told = countIn(request, name, most)
  if (told === undefined) throw new Refused(badRequest([{ fact: name, why: words('请求头须给出', 'the header must be given') }]))
  return told
}

/** The device's clock as it sends, which an act from the outbox always tells. */
const clockIn = (request: FastifyRequest): Date => {
  const at = deviceNow(request)
  if (!at) throw new Refused(badRequest([{ fact: 'x-device-now', why: words('请求头须给出设备时钟', 'the header must tell the device’s clock') }]))
  return at
}

const sealedIn = ({ body }: FastifyRequest): Uint8Array<ArrayBuffer> => {
  if (!(body instanceof Uint8Array)) throw new Refused(wrongType(octets))
  if (body.length === 0) throw new Refused(badRequest())
  return bytesOf(body)
}

/** Of whoever is signed in; a phone that says whose it is (`X-Written-By`) is not mistaken for another's on which somebody else has signed in meanwhile. */
const writerIn = (request: FastifyRequest): Identity => {
  const identity = identityOf(request)
  const told = request.headers['x-written-by']
  if (told !== undefined && told !== identity.account) throw new Refused(otherSignIn())
  return identity
}

/** Photos are their account's, whichever post it acts from now: the act that names them is judged by the post it was written from. */
const personIn = (request: FastifyRequest): Actor => actorOf({ id: writerIn(request).account })

/** What the field door sends: sealed on the device, photos in parts, then acts; and a file in its place where a phone never comes online. */
export const outboxRoutes = (app: App, site: Site): void => {
  const few = gate(2)

  app.get('/api/outbox/key', { schema: { tag, says: { zh: '离线封存用的公钥和服务器时钟', en: 'The key that devices seal to, and the server’s clock' }, response: { 200: keySchema } } }, async () =>
    ({ ...await site.outboxKeys.current(), now: site.now().toISOString() }))

  app.get('/api/outbox/photos/:id', {
    schema: { tag, says: { zh: '一张照片已收到多少', en: 'How much of a photo is here' }, params: Type.Object({ id: idSchema }), response: { 200: uploadedSchema } },
  }, request => standing(site, personIn(request), request.params.id))

  app.delete('/api/outbox/photos/:id', {
    schema: { tag, says: { zh: '放弃一张照片：已收到的部分，或还没有动作引用的整张，都删去', en: 'Let go of a photo: what is here of it, or all of it where no act names it yet, is deleted' }, params: Type.Object({ id: idSchema }), response: { 200: doneSchema } },
  }, async request => {
    await dropPhoto(site, writerIn(request).account, request.params.id)
    return done
  })

  app.get('/api/outbox/copies/:id', {
    schema: { tag, open: true, says: { zh: '设备上的副本是否须清除', en: 'Whether the copy on a device is to be wiped' }, params: Type.Object({ id: idSchema }), response: { 200: Type.Object({ ended: Type.Boolean() }) } },
  }, async request => ({ ended: await site.copies.ended(request.params.id) }))

  app.post('/api/outbox/copies/:id', {
    schema: {
      tag, says: { zh: '设备副本已更新', en: 'A device has brought its copy up to date' }, params: Type.Object({ id: idSchema }),
      body: Type.Object({ unsent: Type.Integer({ minimum: 0, maximum: 100_000 }) }, { additionalProperties: false }), response: { 200: doneSchema },
    },
  }, async request => {
    await site.copies.noted(identityOf(request).session, request.params.id, request.body.unsent)
    return done
  })

  // Bodies of bytes, here and nowhere else.
  void app.register((inner: App, _options, ready) => {
    inner.addContentTypeParser(octets, { parseAs: 'buffer' }, (_request, body, parsed) => { parsed(null, body) })

    inner.patch('/api/outbox/photos/:id', {
      bodyLimit: mostPart,
      schema: {
        tag, media, says: { zh: '上传照片的下一段（最大 512 KiB；请求头 Upload-Offset、Upload-Length）', en: 'The next part of a sealed photo (at most 512 KiB; headers Upload-Offset and Upload-Length)' },
        params: Type.Object({ id: idSchema }), response: { 200: uploadedSchema },
      },
    }, async (request, reply) => {
      const answer = await takePart(site, personIn(request), { photo: request.params.id, at: needed(request, 'upload-offset', mostSealed), of: needed(request, 'upload-length', mostEntries), bytes: sealedIn(request) })
      return isRefusal(answer) ? sendRefusal(request, reply, answer) : answer
    })

    inner.post('/api/outbox/acts/:id', {
      bodyLimit: mostAct,
      schema: {
        tag, media, says: { zh: '提交一个封存的动作（请求头 X-Device-Now 为设备时钟；接前一步的另带 X-Seen-Seq）', en: 'Take a sealed act (headers: X-Device-Now, the device’s clock; X-Seen-Seq where it follows another)' },
        params: Type.Object({ id: idSchema }), response: { 200: replySchema },
      },
    }, async (request, reply) => {
      const seq = countIn(request, 'x-seen-seq', mostEntries)
      const answer = await takeSealed(site, writerIn(request), { id: request.params.id, sealed: sealedIn(request), deviceNow: clockIn(request), ...(seq !== undefined && { seq }) })
      return isRefusal(answer) ? sendRefusal(request, reply, answer) : answer
    })

    inner.post('/api/outbox/open/:id', {
      bodyLimit: mostAct,
      schema: { tag, media, says: { zh: '取回本人封存的内容', en: 'What was written, back to who wrote it' }, params: Type.Object({ id: idSchema }), response: { 200: writtenSchema } },
    }, async (request, reply) => {
      const written = await openedAct(site.outboxKeys, identityOf(request).account, request.params.id, sealedIn(request))
      if (isRefusal(written)) return sendRefusal(request, reply, written)
      const { id, procedure, matter, step, input, photos } = written
      return { id, ...(procedure !== undefined && { procedure }), ...(matter !== undefined && { matter }), step, input, photos }
    })

    inner.post('/api/outbox/import', {
      bodyLimit: mostHanded,
      schema: { tag, media, says: { zh: '导入从手机导出的未发送文件（最大 64 MiB）', en: 'Take in a file of unsent items from a phone (at most 64 MiB)' }, response: { 200: handedSchema } },
    }, (request, reply) => few(async () => {
      const answer = await handIn(site, identityOf(request), sealedIn(request), { language: languageOf(request.headers['accept-language']), instance: request.id, toldOf: error => toldOf(error as FastifyError, request) })
      return isRefusal(answer) ? sendRefusal(request, reply, answer) : answer
    }))
    ready()
  })
}
