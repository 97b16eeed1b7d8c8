import { Type } from 'typebox'
import { choices, manners, rollUnits, type Choice, type Manner } from '../../kernel/voting/track.ts'
import type { CastReply, RollView, VoteView } from '../wire/votes.ts'
import { instantSchema, idSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

/** Votes of self-government (Art. 25). */

const number = Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'Number on the roll. 名册序号。' })
const area = Type.Integer({ minimum: 0, description: 'Hundredths of a square metre. 百分之一平方米。' })
const receipt = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the envelope: proves that it is in the urn, never what it says. 回执：选票信封的摘要。' })

export const voteSchema = describes<VoteView>()(Type.Object({
  matter: idSchema, question: Type.String(), track: wordsSchema, manner: Type.Unsafe<Manner>({ type: 'string', enum: Object.keys(manners) }), online: Type.Boolean(),
  state: Type.Unsafe<VoteView['state']>({ type: 'string', enum: ['open', 'over', 'closed', 'published'] }), until: instantSchema,
  key: Type.Optional(Type.String({ description: 'P-256 point of this vote, 65 bytes, base64url. 本次表决的公钥。' })),
  units: Type.Integer({ minimum: 0 }), present: Type.Integer({ minimum: 0 }),
  mine: Type.Array(Type.Object({ number, name: Type.String(), took: Type.Boolean() })), limits: Type.Array(wordsSchema),
}, { $id: 'Vote' }))

/** A sealed ballot is of one length: 122 bytes, 163 characters. */
export const castBody = Type.Object({
  number, envelope: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{163}$', description: 'The sealed ballot, base64url. 封好的选票。' })),
  choice: Type.Optional(Type.Unsafe<Choice>({ type: 'string', enum: Object.keys(choices), description: 'In an open vote alone. 仅公开表决。' })),
}, { additionalProperties: false })

export const castSchema = describes<CastReply>()(Type.Object({ receipt: Type.Optional(receipt), repeated: Type.Boolean() }, { $id: 'CastReply' }))

export const receiptBody = Type.Object({ receipt }, { additionalProperties: false })

export const rollSchema = describes<RollView>()(Type.Object({
  kind: Type.String({ enum: Object.keys(rollUnits) }), units: Type.Integer({ minimum: 0 }), area: Type.Optional(area), frozen: Type.Optional(instantSchema), digest: Type.Optional(Type.String()), masked: Type.Boolean(), mine: Type.Array(number),
  lines: Type.Array(Type.Object({
    number, name: Type.String(), household: Type.Optional(Type.String()), door: Type.Optional(Type.String()), area: Type.Optional(area), ground: Type.Optional(Type.String()), ageUnsure: Type.Optional(Type.Literal(true)),
  })),
  corrections: Type.Array(Type.Object({
    no: Type.Integer(), at: instantSchema, does: Type.String(), reason: Type.String(), number, objection: Type.Optional(Type.Integer()), why: Type.String(), decidedBy: Type.String(),
  })),
}, { $id: 'Roll' }))
