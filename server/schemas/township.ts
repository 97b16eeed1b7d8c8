import { Type } from 'typebox'
import { hows } from '../../procedures/1-general/plan-rows.ts'
import { targetStates } from '../../procedures/1-general/plan-state.ts'
import type { TargetsView, TargetView, VisitsView } from '../wire.ts'
import { citationSchema, idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const daySchema = Type.String({ format: 'date', description: 'Legal day. 法定日。' })
const yearSchema = Type.Integer({ minimum: 2000, maximum: 2149 })

const targetSchema = describes<TargetView>()(Type.Object({
  code: Type.String(), name: Type.String(), basis: citationSchema, unit: Type.String(), target: Type.Integer(), done: Type.Optional(Type.Integer()),
  how: Type.Unsafe<TargetView['how']>({ type: 'string', enum: Object.keys(hows), description: 'Computed from records, or stated by the office. 由记录计算或单位填报。' }),
  measure: Type.Optional(wordsSchema), at: Type.Optional(instantSchema), evidence: Type.Optional(Type.String()),
  state: Type.Unsafe<TargetView['state']>({ type: 'string', enum: Object.keys(targetStates), description: 'Where it stands. 状态。' }),
}, { $id: 'Target', description: 'A target of a year and how far it is. 年度目标及进度。' }))

export const targetsSchema = describes<TargetsView>()(Type.Object({
  region: regionSchema, year: yearSchema, years: Type.Array(yearSchema, { description: 'Years that have targets, the newest first. 有目标的年度。' }), asOf: instantSchema,
  gone: Type.Number({ minimum: 0, maximum: 1, description: 'The part of the year that is over. 全年已过比例。' }), plan: Type.Optional(idSchema),
  offices: Type.Array(Type.Object({ office: officeSchema, targets: Type.Array(targetSchema) })),
}, { $id: 'Targets', description: 'Targets of a region and year by office. 某地区某年度各单位目标。' }))

export const visitsSchema = describes<VisitsView>()(Type.Object({
  region: regionSchema, asOf: instantSchema,
  cover: Type.Integer({ description: 'Days within which each village is visited: a product default. 走访间隔天数（平台默认）。' }),
  yearly: Type.Integer({ description: 'Inspections of one village a year: a product default. 年度检查次数上限（平台默认）。' }),
  rows: Type.Array(Type.Object({
    village: regionSchema, last: Type.Optional(daySchema), next: Type.Optional(daySchema), due: Type.Boolean({ description: 'Not visited within those days. 逾期未走访。' }), inspections: Type.Integer(),
  })),
}, { $id: 'Visits', description: 'Guidance visits and inspections by village. 各村（社区）走访和检查。' }))
