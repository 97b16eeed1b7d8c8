import { Type } from 'typebox'
import type { JsonObject } from '../../kernel/words.ts'
import type { SheetFault, SheetView } from '../wire.ts'
import { wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const sheetFault = describes<SheetFault>()(Type.Object({
  fact: Type.String(), why: wordsSchema, row: Type.Optional(Type.Integer({ minimum: 0, description: 'Among `rows`, from 0. rows 中的行号。' })), column: Type.Optional(Type.String()),
  cell: Type.Optional(Type.String({ description: 'As the sheet names it, A5. 表中单元格。' })),
}, { $id: 'SheetFault', description: 'What is wrong with one cell, or with the table. 单元格问题。' }))

export const sheetSchema = describes<SheetView>()(Type.Object({
  rows: Type.Array(Type.Unsafe<JsonObject>({ type: 'object', additionalProperties: true, description: 'A value by column; what could not be read stays as text. 按列取值，未能识别的保留原文。' })),
  faults: Type.Array(sheetFault), bad: Type.Integer({ minimum: 0, description: 'How many faults there are; at most 500 are told. 问题总数，最多列出 500 处。' }),
  missing: Type.Array(Type.String(), { description: 'Columns that the sheet has not. 缺少的列。' }),
  unknown: Type.Array(Type.String(), { description: 'Heads that name no column. 未识别的表头。' }),
}, { $id: 'Sheet', description: 'What an uploaded sheet comes to; nothing of it is kept. 表格试读结果，不保存。' }))
