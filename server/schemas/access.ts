import { Type } from 'typebox'
import type { DoorsView, HouseholdView, Page, ReadingView } from '../wire.ts'
import { idSchema, instantSchema, kindSchema, officeSchema, regionSchema } from './common.ts'
import { describes } from './describes.ts'

/** Who looked at what, and the rolls of a place. */

const reading = Type.Object({
  id: idSchema, at: instantSchema, by: idSchema, name: Type.String(), kind: kindSchema, office: Type.Optional(officeSchema),
  purpose: Type.Unsafe<ReadingView['purpose']>({ type: 'string', enum: ['duty', 'grant', 'emergency'] }), grant: Type.Optional(idSchema),
  matter: Type.Optional(Type.Object({ id: idSchema, number: Type.String(), procedure: Type.String() })), register: Type.Optional(Type.String()),
  region: regionSchema, facts: Type.Array(Type.String()), people: Type.Integer({ minimum: 0 }),
}, { $id: 'Reading', description: 'Who looked at what, why, when. 查看记录。' })

export const readingsSchema = describes<Page<ReadingView>>()(Type.Object({ rows: Type.Array(reading), next: Type.Optional(Type.String()) }))

const household = Type.Object({
  id: idSchema, code: Type.String(), address: Type.String(), team: Type.Optional(Type.String()), size: Type.Optional(Type.Integer()),
  people: Type.Array(Type.Object({ id: idSchema, name: Type.String(), head: Type.Optional(Type.Literal(true)), bornDecade: Type.Optional(Type.Integer()) })),
}, { $id: 'Household', description: 'A household of a village and who belongs to it. 户。' })

export const householdsSchema = describes<Page<HouseholdView>>()(Type.Object({ rows: Type.Array(household), next: Type.Optional(Type.String()) }))

export const doorsSchema = describes<DoorsView>()(Type.Object({
  village: regionSchema,
  rows: Type.Array(Type.Object({ code: Type.String(), address: Type.String(), team: Type.Optional(Type.String()), size: Type.Optional(Type.Integer()), grid: Type.Optional(regionSchema), since: Type.String({ format: 'date' }) })),
}, { $id: 'Doors', description: 'Households of a village by code and door, without who lives there. 户册：户编号和门牌，不含姓名。' }))
