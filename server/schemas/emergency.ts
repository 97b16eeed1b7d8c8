import { Type } from 'typebox'
import type { EmergencyView } from '../wire.ts'
import { idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

export const emergenciesSchema = describes<readonly EmergencyView[]>()(Type.Array(Type.Object({
  matter: idSchema, number: Type.String(), region: regionSchema, kind: wordsSchema, since: instantSchema, until: instantSchema,
  confirmed: Type.Boolean({ description: 'False: a township’s order that the county has yet to confirm; it lapses at `until`. 乡镇（街道）发布、待县（区）确认。' }),
  happened: Type.String(), scope: Type.String(), instrument: Type.String(), declaredBy: Type.Optional(officeSchema),
  executors: Type.Array(officeSchema, { description: 'Departments that may task communities under it. 可据此向社区下达任务的部门。' }),
}, { $id: 'Emergency', description: 'An emergency order in force. 生效中的应急决定。' })))
