import { Type } from 'typebox'
import type { Accepted, AccountLine, Invitation, NamedAccount, Page, PostLine } from '../wire.ts'
import { classSchema, idSchema, instantSchema, kindSchema, officeSchema, regionSchema } from './common.ts'
import { describes } from './describes.ts'

/** Accounts and posts, as those who administer them see them. */

const next = Type.Optional(Type.String({ description: 'Cursor of the next page; absent on the last. 下一页。' }))

export const accountsSchema = describes<Page<AccountLine>>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: idSchema, name: Type.String(), place: Type.Optional(regionSchema), created: instantSchema, stage: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String({ description: 'Masked. 已脱敏。' })),
  }, { $id: 'AccountLine', description: 'An account without a post; one opened by the procedure has its matter under the same id. 尚无岗位的账号。' })),
  next,
}))

export const postsSchema = describes<Page<PostLine>>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: idSchema, account: idSchema, name: Type.String(), kind: kindSchema, office: Type.Optional(officeSchema), region: regionSchema, clearance: classSchema,
    since: instantSchema, until: Type.Optional(instantSchema), appointed: Type.Boolean({ description: 'Its appointment is a matter of the same id. 其任命为同编号事项。' }),
  }, { $id: 'PostLine', description: 'Who holds which post until when. 岗位任职。' })),
  next,
}))

export const namedSchema = describes<readonly NamedAccount[]>()(Type.Array(Type.Object({ id: idSchema, name: Type.String(), place: Type.Optional(regionSchema) }, { $id: 'NamedAccount' })))
export const invitationSchema = describes<Invitation>()(Type.Object({ code: Type.String(), until: instantSchema }, { $id: 'Invitation', description: 'Shown once and kept nowhere. 只显示一次。' }))
export const acceptedSchema = describes<Accepted>()(Type.Object({ name: Type.String({ description: 'The user name to sign in by. 用户名。' }) }, { $id: 'Accepted' }))
