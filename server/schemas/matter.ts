import { Type } from 'typebox'
import type { Clock } from '../../kernel/clock.ts'
import type { Offer } from '../../kernel/form.ts'
import type { Explanation } from '../../kernel/explain.ts'
import type { DocumentRef, EntryView, ExplainView, Figure, FollowView, LikeReport, MatterRow, MatterView, Page, RouteView, SimilarRow, StepReply } from '../wire.ts'
import { citationSchema, fileSchema, idSchema, instantSchema, jsonSchema, officeSchema, regionCode, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

/** Matters: lines, pages, explanations, and what steps answer. */

const dueSchema = Type.Object({ at: instantSchema, late: Type.Boolean(), words: wordsSchema, provisional: Type.Boolean() })
const facts = Type.Unsafe<{ readonly [fact: string]: never }>({ type: 'object', additionalProperties: true, description: 'By name of the fact, masked for the reader. 按事实名称，已按读者权限脱敏。' })

const awaitedSchema = Type.Object({ step: Type.Optional(Type.String()), zh: Type.String(), en: Type.String() })

const rowFields = {
  id: idSchema, county: regionCode, number: Type.String(), procedure: Type.String(), title: Type.String(), stage: Type.String(), region: regionSchema,
  holder: Type.Optional(Type.Object({ office: officeSchema, account: Type.Optional(idSchema), name: Type.Optional(Type.String()) })),
  opened: instantSchema, updated: instantSchema, seq: Type.Integer({ description: 'Give it back with the next step; a stale one is refused. 下一步须带回。' }),
  due: Type.Optional(dueSchema), facts: Type.Unsafe<MatterRow['facts']>(facts),
  awaits: Type.Optional(Type.Array(awaitedSchema, { description: 'What is awaited of the reader; `step` where it is one to take. 等读者办的事。' })),
}
export const rowSchema = describes<MatterRow>()(Type.Object(rowFields, { $id: 'MatterRow', description: 'One line of a list of matters. 事项列表行。' }))
export const rowsSchema = describes<Page<MatterRow>>()(Type.Object({ rows: Type.Array(rowSchema), next: Type.Optional(Type.String({ description: 'Cursor of the next page; absent on the last. 下一页。' })) }))

const figureSchema = describes<Figure>()(Type.Object({ fact: Type.String(), value: jsonSchema, masked: Type.Boolean() }, { $id: 'Figure' }))
const entrySchema = describes<EntryView>()(Type.Object({
  seq: Type.Integer(), at: instantSchema, step: Type.String(), who: Type.Object({ name: Type.String(), kind: Type.String(), office: Type.Optional(Type.String()) }),
  stage: Type.Optional(Type.String()), facts: Type.Array(figureSchema), version: Type.String(),
  capture: Type.Optional(Type.Object({
    at: instantSchema, skew: Type.Optional(Type.Integer({ description: 'Our clock less the device’s as the act came in, seconds. 收到时测得的本站时钟减设备时钟，秒。' })),
    told: Type.Optional(Type.Integer({ description: 'The same as the device measured it before it wrote: its own word. 设备填写前自测的差，秒。' })),
    photos: Type.Array(Type.Object({ file: idSchema, taken: Type.Optional(Type.String()) })),
  }, { description: 'Taken on a device without a signal. 离线采集。' })),
}, { $id: 'Entry', description: 'One entry of the record: who did what, when. 办理记录。' }))

const clockFields = {
  period: Type.Object({ amount: Type.Number({ description: 'Whole, but for hours counted up to a date. 除按日期推算的小时外为整数。' }), unit: Type.String() }),
  source: Type.Object({ kind: Type.String(), words: wordsSchema, article: Type.Optional(citationSchema), confirmed: Type.Boolean() }),
  started: instantSchema, due: instantSchema, last: Type.String(), provisional: Type.Boolean(), then: Type.String(), name: Type.String(),
  fired: Type.Optional(Type.Boolean()), stopped: Type.Optional(Type.Object({ at: instantSchema, grounds: Type.String() })),
}
const clockSchema = Type.Unsafe<MatterView['clocks'][number]>(Type.Object({ ...clockFields, words: wordsSchema }, { $id: 'Clock', description: 'A legal clock with its source. 时限及其来源。' }))
const refusalSchema = Type.Object({
  refused: Type.Literal(true), code: Type.String(), why: wordsSchema, basis: Type.Array(citationSchema), remedy: Type.Optional(wordsSchema),
}, { $id: 'Refusal', description: 'Why a step does not stand open. 不能办理的原因。' })
const offerSchema = Type.Unsafe<Offer>(Type.Object({ step: Type.String(), refusal: Type.Optional(refusalSchema) }, { $id: 'Offer' }))

const documentSchema = describes<DocumentRef>()(Type.Object({
  name: Type.String(), zh: Type.String(), en: Type.String(), basis: Type.Array(citationSchema), at: instantSchema, seq: Type.Integer(),
}, { $id: 'DocumentRef', description: 'A document that was issued: /api/matters/{id}/documents/{name}.docx or .html. 已制发的文书。' }))

export const matterSchema = describes<MatterView>()(Type.Object({
  ...rowFields, version: Type.String(), allFacts: Type.Array(figureSchema), entries: Type.Array(entrySchema), clocks: Type.Array(clockSchema),
  offers: Type.Array(offerSchema), files: Type.Array(fileSchema), links: Type.Array(Type.Object({ kind: Type.String(), row: rowSchema, here: Type.Optional(Type.Literal(true, { description: 'It points to this one. 指向本事项。' })) })),
  coHandlers: Type.Array(officeSchema), documents: Type.Array(documentSchema), followCode: Type.Optional(Type.String()),
}, { $id: 'Matter', description: 'A matter as its reader may see it. 事项。' }))

export const explainSchema = describes<ExplainView>()(Type.Object({
  here: Type.Object({ stage: wordsSchema, since: Type.Optional(instantSchema), by: Type.Optional(wordsSchema), basis: Type.Array(citationSchema) }),
  clocks: Type.Array(Type.Unsafe<Clock & Explanation['clocks'][number]>(Type.Object({ ...clockFields, thenStep: wordsSchema }))),
  noClock: Type.Optional(wordsSchema),
  steps: Type.Array(Type.Unsafe<Explanation['steps'][number]>(Type.Object({
    step: Type.String(), title: wordsSchema, by: Type.Array(wordsSchema), basis: Type.Array(citationSchema), open: Type.Boolean(), why: Type.Optional(refusalSchema),
  }))),
  notCovered: Type.Array(Type.Object({ basis: citationSchema, why: wordsSchema })),
  route: Type.Optional(Type.String()),
}, { $id: 'Explanation', description: 'Why here, why these dates, who may do what now, by which article. 解释。' }))

export const followSchema = describes<FollowView>()(Type.Object({
  number: Type.String(), title: Type.String(), stage: Type.String(), place: regionSchema, office: Type.Optional(officeSchema), due: Type.Optional(dueSchema),
  history: Type.Array(Type.Object({ at: instantSchema, stage: Type.String() })),
}, { $id: 'Follow' }))

export const replySchema = describes<StepReply>()(Type.Object({
  id: idSchema, number: Type.String(), seq: Type.Integer(), stage: Type.String(), followCode: Type.Optional(Type.String()),
}, { $id: 'StepReply', description: 'What a step led to; the same act again answers the same. 办理结果。' }))

export const routeSchema = describes<RouteView>()(Type.Object({ office: officeSchema, rule: Type.String(), precedent: Type.Optional(Type.String()) }, { $id: 'Route' }))

const similarRowSchema = describes<SimilarRow>()(Type.Object({ row: rowSchema, likeness: Type.Number({ minimum: 0, maximum: 1 }) }))
const likeReportSchema = describes<LikeReport>()(Type.Object({
  procedure: Type.String(), title: Type.String({ description: 'The category, or what kind of matter. 类别或事项名称。' }), stage: Type.String(), opened: Type.String({ format: 'date' }),
}, { $id: 'LikeReport', description: 'That others said the same, as a resident is told. 同类诉求（居民所见）。' }))
export const similarSchema = Type.Union([Type.Array(similarRowSchema), Type.Array(likeReportSchema)])
