import { Type } from 'typebox'
import type { ArticleView, Board, BoardRow, CategoryView, Page, RateView, RouteRule } from '../wire.ts'
import { citationSchema, idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

/** Reference data, the board, the regulation. */

export const categoriesSchema = describes<readonly CategoryView[]>()(Type.Array(Type.Object({
  code: Type.String(), zh: Type.String(), en: Type.String(), group: wordsSchema, limit: Type.Optional(wordsSchema), community: Type.Boolean(),
}, { $id: 'Category' })))

const codedSchema = Type.Object({ code: Type.String(), zh: Type.String(), en: Type.String() }, { $id: 'CodedWords' })
const oneOf = <T extends string>(values: readonly T[], description: string) => Type.Unsafe<T>({ type: 'string', enum: values, description })
export const legalDaySchema = Type.String({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'A legal day of Asia/Shanghai, YYYY-MM-DD. 日期。' })

export const routesSchema = describes<Page<RouteRule>>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: Type.String(),
    category: Type.Optional(codedSchema), group: Type.Optional(codedSchema),
    scope: regionSchema, urban: Type.Optional(Type.Boolean({ description: 'True: communities and zones only; false: villages only. 仅社区（园区）或仅村。' })),
    from: oneOf<RouteRule['from']>(['township', 'county', 'city'], 'Level of the dispatching centre. 分派层级。'),
    level: oneOf<RouteRule['level']>(['village', 'township', 'county', 'city'], 'Level of the office; its region is the matter’s own ancestor. 承办层级。'),
    kind: Type.String({ description: 'Kind of office. 机构类型。' }), bearer: wordsSchema, office: Type.Optional(officeSchema),
    words: wordsSchema, priority: Type.Integer(), since: legalDaySchema, until: Type.Optional(legalDaySchema), change: Type.Optional(idSchema),
  }, { $id: 'RouteRule', description: 'A rule of the routing table, said in both languages. Of those that fit, the most specific fires. 路由规则。' })),
  next: Type.Optional(Type.String({ description: 'Cursor of the next page; absent on the last. 下一页。' })),
}))

const shareSchema = Type.Object({ of: Type.Integer(), among: Type.Integer() }, { $id: 'Share', description: 'A share with its denominator. 比率及其分母。' })
const counts = (description: string) => Type.Unsafe<{ readonly [name: string]: number }>({ type: 'object', additionalProperties: { type: 'integer' }, description })
const ratesSchema = Type.Unsafe<{ readonly [rate: string]: RateView }>({
  type: 'object', additionalProperties: Type.Object({ raw: shareSchema, after: Type.Optional(shareSchema) }), description: 'Raw, and after the declared exclusions. 原始与剔除后。',
})
const boardRowSchema = describes<BoardRow>()(Type.Object({
  region: regionSchema, open: counts('Open matters by stage. 各环节在办数。'), openTotal: Type.Integer(), late: Type.Integer(), measures: counts('Counts since the month asked. 自所选月份起的计数。'), rates: ratesSchema,
}, { $id: 'BoardRow' }))

export const boardSchema = describes<Board>()(Type.Object({
  region: regionSchema, asOf: instantSchema, stages: Type.Array(Type.String()), rows: Type.Array(boardRowSchema), total: boardRowSchema,
}, { $id: 'Board' }))

export const articlesSchema = describes<readonly ArticleView[]>()(Type.Array(Type.Object({
  number: Type.Integer(), chapter: Type.Integer(), title: wordsSchema, gist: wordsSchema, official: Type.Optional(Type.Array(Type.String())),
  duties: Type.Array(Type.Object({
    id: Type.String(), basis: citationSchema, bearer: Type.Array(wordsSchema), action: wordsSchema, period: wordsSchema, evidence: wordsSchema,
    force: Type.String(), procedures: Type.Array(Type.String()),
  })),
  none: Type.Optional(wordsSchema),
}, { $id: 'Article', description: 'An article in our own words with its duties. 条文及职责。' })))
