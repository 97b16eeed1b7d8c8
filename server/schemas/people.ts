import { Type } from 'typebox'
import type { DemoPerson, Me, NoticeView, Page, Program, SessionView } from '../wire.ts'
import { idSchema, instantSchema, postSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

/** Who is signed in, and what concerns them alone. */

export const meSchema = describes<Me>()(Type.Object({
  account: idSchema, name: Type.String(), home: Type.Optional(regionSchema), posts: Type.Array(postSchema),
  acting: Type.Optional(idSchema), unread: Type.Integer({ minimum: 0 }), demo: Type.Boolean(),
}, { $id: 'Me' }))

export const demoSchema = describes<readonly DemoPerson[]>()(Type.Array(Type.Object({
  id: Type.String(), title: wordsSchema, name: Type.String(), place: wordsSchema,
  door: Type.Union([Type.Literal('desk'), Type.Literal('field'), Type.Literal('home')]), sees: wordsSchema,
}, { $id: 'DemoPerson' })))

export const sessionsSchema = describes<readonly SessionView[]>()(Type.Array(Type.Object({
  id: idSchema, since: instantSchema, used: instantSchema, agent: Type.String(), current: Type.Boolean(),
  means: Type.Union([Type.Literal('password'), Type.Literal('sso'), Type.Literal('demo'), Type.Literal('program')]), factor: Type.Boolean(), program: Type.Optional(Type.String()), until: Type.Optional(instantSchema),
  copy: Type.Optional(Type.Object({ synced: instantSchema, unsent: Type.Integer({ minimum: 0 }) }, { description: 'The encrypted copy of its area that the device holds. 设备上的加密离线副本。' })),
}, { $id: 'Session' })))

export const programSchema = describes<Program>()(Type.Object({ token: Type.String() }, { $id: 'Program' }))

export const noticesSchema = describes<Page<NoticeView>>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: idSchema, at: instantSchema, words: wordsSchema, matter: Type.Optional(idSchema), number: Type.Optional(Type.String()),
    title: Type.Optional(Type.String()), read: Type.Boolean(),
  }, { $id: 'Notice' })),
  next: Type.Optional(Type.String()),
}))

export const membersSchema = Type.Array(Type.Object({ id: idSchema, name: Type.String() }, { $id: 'Member' }))
