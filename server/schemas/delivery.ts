import { Type } from 'typebox'
import type { ChannelMade, ChannelsView, DeadLetters, DeliveryView, Settled, Replayed, WebhookSecret, WebhookView } from '../wire/delivery.ts'
import { idSchema, instantSchema } from './common.ts'
import { describes } from './describes.ts'

const count = Type.Integer({ minimum: 0 })

export const webhooksSchema = describes<readonly WebhookView[]>()(Type.Array(Type.Object({
  id: idSchema, program: Type.String(), url: Type.String(), made: instantSchema, ended: Type.Optional(instantSchema), why: Type.Optional(Type.String()), waiting: count, sent: count, dead: count,
}, { $id: 'Webhook', description: 'Where a program is told of entries it may read: CloudEvents 1.0, signed by Standard Webhooks. 事件推送地址。' })))

export const webhookSecretSchema = describes<WebhookSecret>()(Type.Object({ id: idSchema, secret: Type.String({ description: 'Shown once. 只显示一次。' }) }, { $id: 'WebhookSecret' }))

export const deliveriesSchema = describes<readonly DeliveryView[]>()(Type.Array(Type.Object({
  id: idSchema, what: Type.String(), number: Type.Optional(Type.String()), seq: Type.Optional(count), made: instantSchema,
  state: Type.Union([Type.Literal('waiting'), Type.Literal('sent'), Type.Literal('dead'), Type.Literal('discarded')]), attempts: count, next: Type.Optional(instantSchema), status: Type.Optional(Type.Integer()), why: Type.Optional(Type.String()),
}, { $id: 'Delivery', description: 'One event on its way, or how it ended. 一次推送。' })))

export const replayedSchema = describes<Replayed>()(Type.Object({ replayed: count }, { $id: 'Replayed' }))

const kind = Type.Union([Type.Literal('push'), Type.Literal('email'), Type.Literal('sms')])
const language = Type.Union([Type.Literal('zh'), Type.Literal('en')])

export const channelsSchema = describes<ChannelsView>()(Type.Object({
  offered: Type.Object({ push: Type.String({ description: 'VAPID public key (RFC 8292). 浏览器订阅公钥。' }), email: Type.Boolean(), sms: Type.Boolean() }),
  channels: Type.Array(Type.Object({ id: idSchema, kind, hint: Type.String({ description: 'Masked. 脱敏。' }), language, wanted: Type.Boolean(), verified: Type.Boolean(), made: instantSchema, waiting: count, dead: count }, { $id: 'Channel' })),
}, { $id: 'Channels', description: 'Where notices are sent beside the pages, which always have them. 通知的其他送达方式。' }))

export const channelMadeSchema = describes<ChannelMade>()(Type.Object({ id: idSchema, verified: Type.Boolean() }, { $id: 'ChannelMade' }))

const anyKind = Type.Union([Type.Literal('webhook'), Type.Literal('push'), Type.Literal('email'), Type.Literal('sms')])

export const deadLettersSchema = describes<DeadLetters>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: idSchema, kind: anyKind, what: Type.String(), name: Type.String(), to: Type.String({ description: 'A host, or an address masked. 主机，或脱敏的地址。' }), made: instantSchema, settled: instantSchema,
    attempts: count, status: Type.Optional(Type.Integer()), why: Type.Optional(Type.String()), ended: Type.Boolean({ description: 'Nobody waits there any more. 已停用。' }),
  }, { $id: 'DeadLetter' })),
  sums: Type.Array(Type.Object({ kind: anyKind, why: Type.Optional(Type.String()), n: count })), next: Type.Optional(Type.String()),
}, { $id: 'DeadLetters', description: 'What could not be sent from the whole site. 全站未能送达的。' }))

export const settledSchema = describes<Settled>()(Type.Object({ settled: count }, { $id: 'Settled' }))
