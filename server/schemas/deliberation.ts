import { Type } from 'typebox'
import type { JsonObject } from '../../kernel/words.ts'
import type { RoundLine, RoundView, SaidView, TalkView, TalkYear, TaskView, TopicLine, TopicView } from '../wire/deliberation.ts'
import { idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const factsSchema = Type.Unsafe<JsonObject>({ type: 'object', additionalProperties: true, description: 'Public facts by name, as the procedure declares them. 公开事实。' })
const count = Type.Integer({ minimum: 0 })
const stage = Type.String({ description: 'A stage of its procedure. 环节。' })

const line = { id: idSchema, number: Type.String(), topic: Type.String(), stage, opened: instantSchema, due: Type.Optional(instantSchema), facts: factsSchema }
const topicLine = describes<TopicLine>()(Type.Object(line, { $id: 'TopicLine', description: 'A topic of a village. 议题。' }))

const round = { id: idSchema, number: Type.String(), title: Type.String(), stage, facts: factsSchema }
const roundLine = describes<RoundLine>()(Type.Object(round, { $id: 'RoundLine', description: 'A hearing round. 听取意见场次。' }))

const year = describes<TalkYear>()(Type.Object({
  year: Type.Integer(), raised: count, accepted: count, declined: count, called: count, passed: count, failed: count, noQuorum: count, talked: count,
  tasks: count, done: count, late: count, comments: count, answered: count, rounds: count, held: count, missed: count, opinions: count,
}, { $id: 'TalkYear', description: 'A village’s year of deliberation by its records. 年度议事汇总（由记录计算）。' }))

const said = describes<SaidView>()(Type.Object({ id: idSchema, number: Type.String(), stage, at: instantSchema, facts: factsSchema }, { $id: 'Said', description: 'What was said, without a name, and the answer. 意见及答复，不含姓名。' }))
const task = describes<TaskView>()(Type.Object({ id: idSchema, number: Type.String(), what: Type.String(), stage, facts: factsSchema }, { $id: 'ResolutionTask', description: 'A task of a resolution. 决议任务。' }))

export const talkSchema = describes<TalkView>()(Type.Object({ region: regionSchema, topics: Type.Array(topicLine), rounds: Type.Array(roundLine), year }, { $id: 'Talk', description: 'What a village talks over and decides. 村（社区）议事。' }))

export const topicSchema = describes<TopicView>()(Type.Object({
  ...line, region: regionSchema, answers: officeSchema, path: Type.Array(Type.Object({ stage, at: instantSchema })),
  roll: Type.Optional(Type.Object({ kind: Type.String(), units: count, area: Type.Optional(count), households: count, away: count, frozen: Type.Optional(instantSchema), corrections: count })),
  attendance: Type.Optional(Type.Object({ units: count, byWay: Type.Record(Type.String(), count), open: Type.Boolean() })),
  count: Type.Optional(Type.Object({ state: Type.String(), sheets: Type.Array(Type.Object({ place: Type.String(), entered: count, agreed: Type.Boolean() })), ready: Type.Boolean(), why: Type.Optional(wordsSchema) })),
  comments: Type.Array(said), tasks: Type.Array(task),
}, { $id: 'Topic', description: 'A topic with its discussion, its roll in figures, its result and what came of it. 议题全貌。' }))

export const roundSchema = describes<RoundView>()(Type.Object({ ...round, region: regionSchema, opinions: Type.Array(said) }, { $id: 'Round', description: 'A hearing round with what was said. 听取意见及答复。' }))
