import type { Static, TSchema } from 'typebox'

type Deep<T> = T extends readonly (infer U)[] ? readonly Deep<U>[] : T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T

/** Whether every message `W` fits the schema, and the schema knows each of its fields. */
type Fits<W, S extends TSchema> = [W] extends [Deep<Static<S>>] ? [keyof W] extends [keyof Static<S>] ? S : never : never

/** A schema that describes a message of the wire; a schema that does not fit its message does not compile. */
export const describes = <W>() => <const S extends TSchema>(schema: S & Fits<W, S>): S => schema
