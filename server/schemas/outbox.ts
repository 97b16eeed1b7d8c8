import { Type } from 'typebox'
import type { HandedIn, OutboxKey, Uploaded, WrittenAct } from '../wire.ts'
import { idSchema, instantSchema, jsonSchema, problemSchema } from './common.ts'
import { describes } from './describes.ts'
import { replySchema } from './matter.ts'

/** What the field door sends once it has a signal. */

export const keySchema = describes<OutboxKey>()(Type.Object({
  id: Type.String({ description: 'First 8 bytes of SHA-256 over the key, hex. 公钥摘要前 8 字节。' }), key: Type.String({ description: 'P-256 point, 65 bytes, base64url. 公钥。' }), now: instantSchema,
}, { $id: 'OutboxKey' }))

export const uploadedSchema = describes<Uploaded>()(Type.Object({
  at: Type.Integer({ minimum: 0, description: 'Bytes that are here. 已收到的字节数。' }), done: Type.Boolean({ description: 'The whole is here and is a file. 已收全。' }),
}, { $id: 'Uploaded' }))

export const writtenSchema = describes<WrittenAct>()(Type.Object({
  id: idSchema, procedure: Type.Optional(Type.String()), matter: Type.Optional(idSchema), step: Type.String(), input: Type.Record(Type.String(), jsonSchema),
  photos: Type.Array(Type.Object({ file: Type.String(), taken: Type.Optional(Type.String()) })),
}, { $id: 'WrittenAct' }))

export const handedSchema = describes<readonly HandedIn[]>()(Type.Array(Type.Object({ id: idSchema, photo: Type.Optional(Type.Literal(true, { description: 'A photo, not an act. 是照片，不是动作。' })), reply: Type.Optional(replySchema), problem: Type.Optional(problemSchema) }, { $id: 'HandedIn' })))
