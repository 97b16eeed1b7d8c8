import { Type } from 'typebox'
import type { RetentionView } from '../wire.ts'
import { wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const count = Type.Integer({ minimum: 0 })

const keeping = Type.Object({ months: count, source: wordsSchema, confirmed: Type.Boolean() })

export const retentionSchema = describes<RetentionView>()(Type.Object({
  at: Type.String({ format: 'date-time' }),
  kinds: Type.Array(Type.Object({
    procedure: Type.String(), kind: Type.Unsafe<RetentionView['kinds'][number]['kind']>({ type: 'string', enum: ['contact', 'photos', 'text'] }), months: count, rule: Type.String(), source: wordsSchema, confirmed: Type.Boolean(),
    waiting: count, erased: count, late: count, held: Type.Record(Type.String(), count),
  })),
  log: keeping, rolls: keeping,
  holds: Type.Array(Type.Object({ id: Type.String(), matter: Type.String(), number: Type.String(), ground: Type.String(), why: wordsSchema, since: Type.String(), until: Type.String() })),
  runs: Type.Array(Type.Object({ day: Type.String(), enlisted: count, erased: count, failed: count })),
}, { $id: 'Retention', description: 'What is kept how long, what fell due, was erased, is held and why. 保存期限与删除情况。' }))
