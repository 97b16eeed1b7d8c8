import { Type } from 'typebox'
import { itemKinds, type ItemKind } from '../../kernel/gate.ts'
import type { DutyItemView, DutyListView, ListDiff, ListItemView, ListVersion, ListView, WorkItemView } from '../wire.ts'
import { idSchema, officeSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'
import { legalDaySchema } from './reference.ts'

/** A county's lists and offices' duty lists: open to everyone. */

export const countyCode = Type.String({ pattern: '^[0-9]{6}$', description: 'A county, 6 digits. 县（区）代码。' })
export const officeParameter = Type.String({ pattern: '^[0-9]{4,15}/[a-zA-Z][a-zA-Z0-9-]{0,39}$', description: 'An office, such as 630202/transport. 机构代码。' })

const kindSchema = Type.Unsafe<ItemKind>({ type: 'string', enum: Object.keys(itemKinds), description: 'Which list it stands on. 社区工作、协助政府、可委托。' })
const monthDaySchema = Type.String({ pattern: '^[0-9]{2}-[0-9]{2}$', description: 'MM-DD.' })

const versionSchema = describes<ListVersion>()(Type.Object({
  version: idSchema, number: Type.String(), title: Type.String(), since: legalDaySchema, until: Type.Optional(legalDaySchema),
  stands: Type.Unsafe<ListVersion['stands']>({ type: 'string', enum: ['before', 'now', 'later'], description: 'No longer, now, or not yet in force. 已失效、施行中、待施行。' }),
  items: Type.Integer(), instrument: Type.Optional(Type.String()), changes: Type.Optional(wordsSchema), reason: Type.Optional(Type.String()), base: Type.Optional(idSchema),
}, { $id: 'ListVersion', description: 'A version of a list, by the matter that adopted it. 清单版本。' }))

export const versionsSchema = Type.Array(versionSchema)

const itemSchema = describes<ListItemView>()(Type.Object({
  code: Type.String(), kind: kindSchema, name: Type.String(), basis: Type.String(), office: Type.String({ description: 'Kind of office. 机构类型。' }), part: Type.String(),
  conditions: Type.Optional(Type.String()), standard: Type.Optional(Type.String()), seasonFrom: Type.Optional(monthDaySchema), seasonTo: Type.Optional(monthDaySchema),
  minutes: Type.Integer({ description: 'Minutes of one community, each time. 每次工时，分钟。' }), categories: Type.Optional(Type.String()),
}, { $id: 'ListItem', description: 'An item of a county’s lists. 清单事项。' }))

export const listSchema = describes<ListView>()(Type.Object({ of: versionSchema, items: Type.Array(itemSchema) }, { $id: 'List' }))

export const diffSchema = describes<ListDiff>()(Type.Object({
  of: versionSchema, against: versionSchema,
  changes: Type.Array(Type.Object({
    change: Type.Unsafe<'added' | 'withdrawn' | 'changed'>({ type: 'string', enum: ['added', 'withdrawn', 'changed'] }), code: Type.String(),
    before: Type.Optional(itemSchema), after: Type.Optional(itemSchema), fields: Type.Array(Type.String(), { description: 'Columns that differ. 变化的栏目。' }), why: Type.Optional(Type.String()),
  })),
}, { $id: 'ListDiff', description: 'Two versions compared, item by item. 两版逐项比较。' }))

export const workItemsSchema = Type.Array(describes<WorkItemView>()(Type.Object({
  code: Type.String(), name: Type.String(), kind: kindSchema, office: Type.String(), conditions: Type.Array(Type.String()), minutes: Type.Integer(),
  season: Type.Optional(Type.Object({ from: monthDaySchema, to: monthDaySchema })), part: Type.String(), basis: Type.String(),
}, { $id: 'WorkItem', description: 'An item in force. 现行清单事项。' })))

const dutySchema = describes<DutyItemView>()(Type.Object({ code: Type.String(), name: Type.String(), basis: Type.String() }, { $id: 'DutyItem', description: 'A duty of an office’s own. 职责事项。' }))
export const dutyItemsSchema = Type.Array(dutySchema)
export const dutyListSchema = describes<DutyListView>()(Type.Object({ of: versionSchema, office: officeSchema, items: dutyItemsSchema }, { $id: 'DutyList' }))
