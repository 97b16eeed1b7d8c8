import type { Json, JsonObject } from '../../../kernel/words.ts'
import { isObject } from '../../../kernel/words.ts'

/** Reads what a field needs out of loosely typed values and schemas. */

export const textOf = (value: Json): string => (typeof value === 'string' ? value : '')

export const textsOf = (value: Json): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(one => typeof one === 'string') : []

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})

export const numberIn = (schema: JsonObject, name: string): number | undefined => {
  const value = schema[name]
  return typeof value === 'number' ? value : undefined
}
