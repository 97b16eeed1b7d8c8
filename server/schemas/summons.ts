import { Type } from 'typebox'
import type { SummonsBoard } from '../wire.ts'
import { instantSchema, officeSchema, regionSchema } from './common.ts'
import { describes } from './describes.ts'

const n = (description: string) => Type.Integer({ minimum: 0, description })

const counts = {
  called: n('Calls sent out. 召集次数。'), released: n('Let off. 解除。'), silent: n('Neither answered nor let off yet. 尚未响应。'), answered: n('Answered. 已响应。'), answeredInTime: n('Answered in time. 按时响应。'),
  arrived: n('Came, of those called and not let off. 到场，不计被解除的。'), arrivedInTime: n('Came in time. 按时到场。'), reported: n('Reported. 已报告。'), concluded: n('Jointly concluded. 有联合处置结论。'), solved: n('Solved, of those concluded. 已解决。'),
  rated: n('Rated by the township. 已评价。'), ratingSum: n('Sum of the ratings, 1 to 5. 评分合计。'),
}

export const summonsSchema = describes<SummonsBoard>()(Type.Object({
  county: regionSchema, asOf: instantSchema, since: instantSchema,
  offices: Type.Array(Type.Object({ office: officeSchema, ...counts })), total: Type.Object(counts),
  duty: Type.Array(Type.Object({ office: officeSchema, phone: Type.String({ description: 'The office’s own line. 单位值班电话。' }), until: instantSchema })),
  units: Type.Array(Type.Object({ name: Type.String(), phone: Type.Optional(Type.String()) })),
}, { $id: 'SummonsBoard', description: 'How departments answered the summons of townships: offices, never persons. 部门响应吹哨的情况，只统计单位。' }))
