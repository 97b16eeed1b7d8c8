import { Type } from 'typebox'
import type { Begun, RecoveryCodes, Safety, SignedOut, SignInWays } from '../wire.ts'
import { instantSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

/** What is shown again before something about one's sign-in is changed. */
export const shownBody = { password: Type.Optional(Type.String({ maxLength: 200 })), code: Type.Optional(Type.String({ maxLength: 40 })) }

export const waysSchema = describes<SignInWays>()(Type.Object({ password: Type.Literal(true), sso: Type.Optional(wordsSchema) }, { $id: 'SignInWays' }))

export const safetySchema = describes<Safety>()(Type.Object({
  password: Type.Boolean(), proved: Type.Boolean(), required: Type.Boolean(),
  factor: Type.Optional(Type.Object({ since: instantSchema, left: Type.Integer({ minimum: 0 }) })),
  sso: Type.Optional(Type.Object({ name: wordsSchema, since: Type.Optional(instantSchema) })),
}, { $id: 'Safety', description: 'How an account is secured. 账号安全。' }))

export const begunSchema = describes<Begun>()(Type.Object({ secret: Type.String(), uri: Type.String() }, { $id: 'FactorBegun' }))

export const recoverySchema = describes<RecoveryCodes>()(Type.Object({ recovery: Type.Array(Type.String()) }, { $id: 'RecoveryCodes' }))

export const signedOutSchema = describes<SignedOut>()(Type.Object({ done: Type.Literal(true), onward: Type.Optional(Type.String()) }, { $id: 'SignedOut' }))
