import type { Json } from '../../kernel/words.ts'

/** A value as text: strings and numbers as they are, anything else as JSON. */
export const plain = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))
