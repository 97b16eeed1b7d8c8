import { isObject } from '../../kernel/words.ts'

export type Schemas = { [name: string]: unknown }

/** Puts every schema that bears an `$id` among the components, once, and a reference in its place. */
export const hoist = (schema: unknown, components: Schemas): unknown => {
  if (Array.isArray(schema)) return schema.map(one => hoist(one, components))
  if (!isObject(schema)) return schema
  const { $id, ...rest } = schema
  const plain = (): unknown => Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, hoist(value, components)]))
  if (typeof $id !== 'string') return plain()
  if (!(($id) in components)) {
    components[$id] = {}
    components[$id] = plain()
  }
  return { $ref: `#/components/schemas/${$id}` }
}
