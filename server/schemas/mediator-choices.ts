import { Type } from 'typebox'
import type { MediatorChoice } from '../wire/disputes.ts'
import { idSchema, officeSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const mediatorChoiceSchema = describes<MediatorChoice>()(Type.Object({
  account: idSchema, name: Type.String(), office: officeSchema, place: regionSchema, distance: wordsSchema, load: wordsSchema, fields: Type.Array(wordsSchema), languages: Type.Array(wordsSchema),
  fits: Type.Boolean({ description: 'This kind of dispute is their field, or nothing is known of their fields. 擅长此类，或者没有登记领域。' }),
  mediates: Type.Boolean({ description: 'They mediate this dispute now. 本纠纷现在的调解员。' }),
  open: Type.Optional(Type.Integer({ description: 'Disputes in hand, for the body that has the dispute alone. 在办件数，只给承办的调解组织。' })),
}, { $id: 'MediatorChoice', description: 'A mediator to choose from: no results, no way to reach them. 可选的调解员。' }))

export const mediatorChoicesSchema = Type.Array(mediatorChoiceSchema)
