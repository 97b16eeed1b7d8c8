import { Type } from 'typebox'
import type { AdvisersMap, AdvisersView, AdviserView, CommitteeView, LawHelpView, LoadView, MediationView, MediatorView, StudioView, TalkLine } from '../wire/mediation.ts'
import { idSchema, instantSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'
import { schematic, shapeSchema, tilesSchema } from './grids.ts'
import { legalDaySchema } from './reference.ts'

const committeeSchema = describes<CommitteeView>()(Type.Object({
  id: idSchema, name: Type.String(), office: officeSchema, place: regionSchema, founder: wordsSchema, foundedBy: Type.String(), chosen: wordsSchema, members: Type.Integer(), contact: Type.Optional(Type.String()),
  filed: legalDaySchema, since: legalDaySchema, until: legalDaySchema, over: Type.Boolean({ description: 'The term has ended and no new one is filed. 任期已满未换届。' }), guided: Type.Optional(legalDaySchema),
  late: Type.Boolean({ description: 'Not guided in the year. 未按年度指导。' }), dissolved: Type.Optional(legalDaySchema), successor: Type.Optional(officeSchema),
}, { $id: 'MediationCommittee', description: 'A mediation committee as filed. 已备案的人民调解委员会。' }))

const mediatorSchema = describes<MediatorView>()(Type.Object({
  name: Type.String(), office: officeSchema, place: regionSchema, kind: Type.Optional(wordsSchema), fields: Type.Array(wordsSchema), languages: Type.Array(wordsSchema), since: Type.Optional(legalDaySchema), until: Type.Optional(legalDaySchema), id: Type.Optional(idSchema),
}, { $id: 'Mediator', description: 'A mediator: name, fields, languages, nothing else of the person. 人民调解员。' }))

const studioSchema = describes<StudioView>()(Type.Object({
  id: idSchema, name: Type.String(), kind: wordsSchema, place: regionSchema, office: officeSchema, mediator: Type.Optional(Type.String()), contact: Type.Optional(Type.String()), hours: Type.Optional(Type.String()),
  since: legalDaySchema, reviewed: Type.Optional(legalDaySchema), ended: Type.Optional(legalDaySchema),
}, { $id: 'Studio', description: 'A studio under a mediator’s name, or a model room. 调解工作室、品牌调解室。' }))

export const mediationSchema = describes<MediationView>()(Type.Object({
  region: regionSchema, committees: Type.Array(committeeSchema), mediators: Type.Array(mediatorSchema), studios: Type.Array(studioSchema),
}, { $id: 'Mediation', description: 'Who mediates in a region, by place and name. 调解组织和调解员。' }))

export const loadSchema = describes<LoadView>()(Type.Object({
  region: regionSchema, year: Type.Integer(), many: Type.Integer({ description: 'From how many on it is asked how every one was agreed. 达到多少件起问明。' }), hoursOwed: Type.Integer({ description: 'Hours of training in a year. 年培训课时。' }),
  rows: Type.Array(Type.Object({
    name: Type.String(), office: officeSchema, place: regionSchema, kind: Type.Optional(wordsSchema), hours: Type.Integer(), took: Type.Integer(), agreed: Type.Integer(), failed: Type.Integer(), kept: Type.Integer(), gaveUp: Type.Integer(), open: Type.Integer(),
    ask: Type.Boolean({ description: 'All of many were agreed: ask how. 全部调成，请问明情况。' }),
  })),
}, { $id: 'MediatorLoad', description: 'Absolute figures by place and name; nobody is ranked. 绝对数，不排名。' }))

const adviserSchema = describes<AdviserView>()(Type.Object({
  contract: idSchema, firm: Type.String(), firmKind: wordsSchema, contact: Type.Optional(Type.String()), since: legalDaySchema, until: legalDaySchema, evaluated: Type.Optional(legalDaySchema),
  advisers: Type.Array(Type.Object({ name: Type.String(), since: legalDaySchema })),
}, { $id: 'LegalAdviser', description: 'The firm and who it sends. 法律服务机构和法律顾问。' }))

export const advisersSchema = describes<AdvisersView>()(Type.Object({
  region: regionSchema, asOf: instantSchema, near: Type.Integer({ description: 'Days before its last day from which a contract is ending. 合同到期前提醒天数。' }), villages: Type.Integer(), covered: Type.Integer(), ending: Type.Integer(),
  townships: Type.Array(Type.Object({ place: regionSchema, villages: Type.Integer(), covered: Type.Integer(), ending: Type.Integer() })),
  rows: Type.Array(Type.Object({ village: regionSchema, adviser: Type.Optional(adviserSchema), ending: Type.Boolean({ description: 'The contract ends within `near` days. 合同临近到期。' }), booked: Type.Integer(), held: Type.Integer() })),
}, { $id: 'LegalAdvisers', description: 'Villages with and without a legal adviser. 村（社区）法律顾问覆盖。' }))

export const advisersMapSchema = describes<AdvisersMap>()(Type.Object({
  areas: Type.Array(Type.Object({ village: Type.String(), shape: shapeSchema, schematic })), tiles: tilesSchema,
}, { $id: 'LegalAdvisersMap', description: 'Where villages lie; those not drawn are left out. 村（社区）范围，未划范围的不列。' }))

const talkSchema = describes<TalkLine>()(Type.Object({
  id: idSchema, place: regionSchema, topic: Type.String(), form: wordsSchema, givers: Type.Array(officeSchema), day: legalDaySchema, time: Type.Optional(Type.String()), spot: Type.Optional(Type.String()), held: Type.Boolean(), came: Type.Optional(Type.Integer()),
}, { $id: 'LawTalk', description: 'A law talk, planned or held. 法治讲座。' }))

export const lawHelpSchema = describes<LawHelpView>()(Type.Object({
  village: regionSchema, committees: Type.Array(committeeSchema), mediators: Type.Array(mediatorSchema), studios: Type.Array(studioSchema), adviser: Type.Optional(adviserSchema),
  clinics: Type.Array(Type.Object({ day: legalDaySchema, hours: Type.String(), spot: Type.String() })), talks: Type.Array(talkSchema),
}, { $id: 'LawHelp', description: 'Who mediates here, and who is our lawyer. 谁来调解，谁是法律顾问。' }))
