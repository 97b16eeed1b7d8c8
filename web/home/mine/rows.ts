import { keptWords } from '../../../kernel/kept-words.ts'
import { isObject, words, type Json, type Words } from '../../../kernel/words.ts'
import type { Figure, FileRef, MyData } from '../../../server/wire.ts'
import { procedureOf } from '../../parts/procedures.ts'

type Row = { readonly [key: string]: unknown }

/** The rows of a section of GET /api/me/data; none where this version of the server tells no such section. */
export const rowsOf = (data: MyData, name: string): readonly Row[] => data.sections.find(section => section.name === name)?.rows.flatMap(row => (isObject(row) ? [row] : [])) ?? []

export const textOf = (row: Row, key: string): string => {
  const value = row[key]
  return typeof value === 'string' ? value : ''
}

export const wordsOf = (value: unknown): Words =>
  isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string' ? words(value['zh'], value['en']) : words('', '')

/** What a matter holds of one, as figures that the fact list shows; what is withheld is left out. */
export const figuresOf = (row: Row, say: (words: Words) => string): readonly Figure[] =>
  (Array.isArray(row['facts']) ? row['facts'] as readonly unknown[] : []).filter(isObject).flatMap(one => {
    const [fact, value] = [textOf(one, 'fact'), one['value'] as Json | undefined]
    if (value === undefined || value === null) return []
    const isTold = procedureOf(textOf(row, 'procedure'))?.facts[fact]?.schema['x-told'] === true
    return [{ fact, value: isTold && typeof value === 'string' ? say(keptWords(value)) : value, masked: false }]
  })

export const filesOf = (row: Row): readonly FileRef[] =>
  (Array.isArray(row['files']) ? row['files'] as readonly unknown[] : []).filter(isObject).map(one => ({ id: textOf(one, 'id'), name: textOf(one, 'name'), type: textOf(one, 'type'), bytes: Number(one['bytes'] ?? 0) }))
