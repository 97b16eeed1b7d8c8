import { Type } from 'typebox'
import type { CriticismView } from '../wire.ts'
import { citationSchema, idSchema, officeSchema, regionSchema } from './common.ts'
import { describes } from './describes.ts'

export const criticismsSchema = describes<readonly CriticismView[]>()(Type.Array(Type.Object({
  matter: idSchema, number: Type.String(), region: regionSchema, accused: officeSchema, decider: officeSchema, since: Type.String({ format: 'date' }),
  provision: Type.Optional(citationSchema), criticism: Type.String(), corrects: Type.Boolean({ description: 'Whether it was ordered to correct it as well. 是否同时责令改正。' }),
}, { $id: 'Criticism', description: 'A notice of criticism that is final. 已生效并公开的通报批评。' })))
