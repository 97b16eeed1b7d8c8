import { Type } from 'typebox'
import type { HouseholdStatement, MyPoints, PointsLedger, PointsScheme, PostingView, VillagePoints } from '../wire/points.ts'
import { idSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const n = Type.Integer({ minimum: 0 })
const signed = Type.Integer()
const dayText = Type.String({ format: 'date' })
const text = Type.String()
const oneOf = <T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...values] })

const scheme = describes<PointsScheme>()(Type.Object({
  matter: idSchema, title: text, version: n, since: dayText, until: Type.Optional(dayText), period: wordsSchema, resolution: idSchema,
  items: Type.Array(Type.Object({ code: text, what: text, points: n, most: n, by: wordsSchema, evidence: wordsSchema })), rewards: Type.Array(Type.Object({ code: text, what: text, points: n, left: n })),
}, { $id: 'PointsScheme', description: 'A scheme in force, adopted by the residents. 施行中的积分办法。' }))

const posting = Type.Object({
  matter: idSchema, title: text, shownOn: dayText, until: Type.Optional(dayText), lines: n, households: n, points: n, shares: Type.Optional(wordsSchema),
}, { $id: 'PointsPosting' })

export const villagePointsSchema = describes<VillagePoints>()(Type.Object({
  village: regionSchema, scheme: Type.Optional(scheme), before: Type.Array(Type.Object({ matter: idSchema, title: text, version: n, since: dayText, until: Type.Optional(dayText) })),
  catalogue: Type.Optional(Type.Object({ matter: idSchema, title: text, since: dayText })),
  drafts: Type.Array(Type.Object({ matter: idSchema, title: text, open: Type.Boolean(), begun: dayText, proposals: n, answered: n })), postings: Type.Array(posting),
}, { $id: 'VillagePoints', description: 'What everyone may see of a village’s points. 一个村（社区）的积分公开。' }))

export const postingSchema = describes<PostingView>()(Type.Object({
  village: regionSchema, posting,
  lines: Type.Array(Type.Object({
    line: n, household: text, door: Type.Optional(text), own: Type.Boolean(), kind: oneOf('award', 'opening', 'deduction', 'reversal'), what: text, points: signed, day: dayText, evidence: Type.Optional(text),
    state: oneOf('pending', 'posted', 'void', 'reversed'), held: Type.Boolean(),
  })),
}, { $id: 'PostingView', description: 'Points shown to the village line by line, households masked. 积分公示，户已脱敏。' }))

const household = Type.Object({ code: text, door: text, free: n, reserved: n, coming: n, owed: n }, { $id: 'HouseholdBalance' })

export const statementSchema = describes<HouseholdStatement>()(Type.Object({
  village: regionSchema, household,
  entries: Type.Array(Type.Object({
    at: dayText, day: Type.Optional(dayText), kind: oneOf('award', 'opening', 'deduction', 'redemption', 'reversal', 'settled', 'carried'), what: text, points: signed, state: oneOf('pending', 'posted', 'void'),
    evidence: Type.Optional(text), scheme: Type.Optional(n), matter: idSchema, posting: Type.Optional(idSchema), line: Type.Optional(n), held: Type.Boolean(),
  })),
}, { $id: 'HouseholdStatement', description: 'Every movement of a household’s points. 一户的积分明细。' }))

export const myPointsSchema = describes<MyPoints>()(Type.Object({ statement: Type.Optional(statementSchema), village: Type.Optional(regionSchema), scheme: Type.Optional(scheme) }, { $id: 'MyPoints' }))

export const pointsLedgerSchema = describes<PointsLedger>()(Type.Object({
  village: regionSchema, households: Type.Array(household), stock: Type.Array(Type.Object({ reward: text, what: text, free: n, reserved: n })),
  outstanding: n, coming: n, owed: n, waitingLines: n, heldLines: n, reserved: n, liability: Type.Object({ fen: n, budget: n, spent: n, over: Type.Boolean() }),
}, { $id: 'PointsLedger', description: 'A village’s ledger of points, for who works there. 村（社区）积分台账。' }))
