import { Type } from 'typebox'
import type { Fault } from '../../kernel/refusal.ts'
import type { Json, Words } from '../../kernel/words.ts'
import { classes, postKinds, type Class, type PostKind } from '../../kernel/post.ts'
import { levels, type Level } from '../../kernel/region.ts'
import type { Citation } from '../../regulation/citation.ts'
import type { FileRef, OfficeRef, PostRef, Problem, RegionRef } from '../wire.ts'
import { describes } from './describes.ts'

/** What many messages share. `$id` names the schema in the OpenAPI document. */

const oneOf = <T extends string>(names: readonly string[], description: string) => Type.Unsafe<T>({ type: 'string', enum: names, description })

export const wordsSchema = describes<Words>()(Type.Object({ zh: Type.String(), en: Type.String() }, { $id: 'Words', description: 'One label in both languages. 中英文对照。' }))
export const jsonSchema = Type.Unsafe<Json>({ description: 'Any JSON value; its shape is that of the fact. 任意 JSON 值，形状依事实而定。' })
export const idSchema = Type.String({ format: 'uuid', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' })
/** The largest `seq`: as far as the database counts. */
export const mostEntries = 2 ** 31 - 1
export const instantSchema = Type.String({ format: 'date-time', description: 'ISO 8601, UTC.' })
/** Text that a body asks with, of so many UTF-16 units: no control characters but tabs and line ends, as PostgreSQL refuses U+0000. */
export const plainText = (maxLength: number, more: { readonly pattern?: string; readonly description?: string } = {}) =>
  Type.String({ maxLength, pattern: '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]*$', ...more })
export const regionCode = Type.String({ pattern: '^[0-9]{4,15}$', description: 'City 4, county 6, township 9, village 12, grid 15 digits. 区划代码。' })
export const citationSchema = Type.Unsafe<Citation>({ type: 'string', pattern: '^[0-9]{1,2}(\\.[0-9])?$', description: 'Provision of the regulation, such as 28.5. 条款。' })
export const levelSchema = oneOf<Level>(Object.keys(levels), 'Level of a region. 层级。')
export const kindSchema = oneOf<PostKind>(Object.keys(postKinds), 'Kind of post. 岗位类型。')
export const classSchema = oneOf<Class>(Object.keys(classes), 'Class of data. 数据级别。')

export const regionSchema = describes<RegionRef>()(Type.Object({
  code: regionCode, name: Type.String(), level: levelSchema, path: Type.Array(Type.String(), { description: 'Names from the city down. 自市起的全称。' }),
}, { $id: 'Region', description: 'A place; names repeat, so show the path. 区划。' }))

export const officeSchema = describes<OfficeRef>()(Type.Object({
  code: Type.String(), name: Type.String(), region: regionCode, kind: Type.String(),
}, { $id: 'Office', description: 'A body in a region. 机构。' }))

export const postSchema = describes<PostRef>()(Type.Object({
  id: idSchema, kind: kindSchema, office: Type.Optional(officeSchema), region: regionSchema, clearance: classSchema, barred: Type.Optional(Type.Literal(true)),
}, { $id: 'Post', description: 'A role held in an office. 岗位。' }))

export const faultSchema = describes<Fault>()(Type.Object({
  fact: Type.String(), why: wordsSchema, row: Type.Optional(Type.Integer({ minimum: 0, description: 'In a table: the row, from 0. 表格行号。' })), column: Type.Optional(Type.String()),
}, { $id: 'Fault', description: 'What is wrong with one field, or one cell of a table. 单项问题。' }))

export const problemSchema = describes<Problem>()(Type.Object({
  type: Type.String(), title: Type.String({ description: 'In the reader’s language. 读者语言。' }), status: Type.Integer(),
  code: Type.String({ description: 'Stable and machine-readable. 稳定代码。' }), words: wordsSchema, remedy: Type.Optional(wordsSchema),
  basis: Type.Array(citationSchema), faults: Type.Optional(Type.Array(faultSchema)), detail: Type.Optional(jsonSchema),
  instance: Type.Optional(Type.String({ description: 'Number of the request in the server’s log. 请求编号。' })),
}, { $id: 'Problem', description: 'RFC 9457 problem details: what was refused, by which rule, what to do. 拒绝：原因、依据、怎么办。' }))

export const fileSchema = describes<FileRef>()(Type.Object({
  id: idSchema, name: Type.String(), type: Type.String(), bytes: Type.Integer({ minimum: 0 }),
}, { $id: 'File', description: 'A file, kept unbound for a day until a step names it. 文件。' }))

/** Answers of commands that have nothing to tell. */
export const doneSchema = Type.Object({ done: Type.Literal(true) }, { $id: 'Done' })
export const done = { done: true } as const
