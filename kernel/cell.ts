import type { Fact } from './fact.ts'
import { normalise } from './identifiers.ts'
import type { Json, Words } from './words.ts'

/**
 * Cells of a table as people write them in spreadsheets: a choice by its label, a day with dots, a number with its unit. `fromText` reads the
 * value a column means by a text; what can't be read stays the text, for the column's check to refuse. `toText` is the way back.
 */
export const fromText = (column: Fact, given: string): Json => {
  const text = normalise(given).trim()
  if (text === '') return null
  switch (column.kind) {
    case 'choice': return codeOf(column, text) ?? text
    case 'yesNo': return yes.has(text.toLowerCase()) ? true : no.has(text.toLowerCase()) ? false : text
    case 'whole': return wholeOf(column, text) ?? text
    case 'day': return dayOf(text) ?? text
    case 'instant': return instantOf(text) ?? text
    case 'offices': case 'regions': case 'files': return text.split(/[、,，;；\s]+/).filter(one => one !== '')
    default: return text
  }
}

export const toText = (column: Fact, value: Json | undefined, lang: 'zh' | 'en'): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'
  if (typeof value === 'string' || typeof value === 'number') {
    const option = column.options?.[String(value)]
    return option ? option[lang] : String(value)
  }
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value.join('、')
  return JSON.stringify(value)
}

const yes: ReadonlySet<string> = new Set(['是', '有', '对', '√', '✓', 'yes', 'y', 'true', '1'])
const no: ReadonlySet<string> = new Set(['否', '无', '没有', '×', '✗', 'no', 'n', 'false', '0'])

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** The option that a text names: by its code, its label in either language, or both as our own sheets write them. */
const codeOf = ({ options = {} }: Fact, text: string): string | undefined => {
  if (Object.hasOwn(options, text)) return text
  const wanted = plain(text)
  const names = (code: string, label: Words): readonly string[] => [code, label.zh, label.en, `${label.zh}·${label.en}`, `${code}${label.zh}`]
  return Object.entries(options).find(([code, label]) => names(code, label).some(name => plain(name) === wanted))?.[0]
}

const wholeOf = ({ schema }: Fact, text: string): number | undefined => {
  const unit = schema['x-unit']
  const units = typeof unit === 'object' && unit !== null ? Object.values(unit).filter(one => typeof one === 'string') : []
  const bare = units.reduce((rest, one) => (rest.endsWith(plain(one)) ? rest.slice(0, -plain(one).length) : rest), plain(text).replaceAll(',', ''))
  return /^[+-]?\d{1,15}(\.0+)?$/.test(bare) ? Number(bare) : undefined
}

const two = (digits: string): string => digits.padStart(2, '0')

const dayOf = (text: string): string | undefined => {
  const found = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/.exec(plain(text)) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain(text))
  return found ? `${found[1] ?? ''}-${two(found[2] ?? '')}-${two(found[3] ?? '')}` : undefined
}

/** A time without an offset is one of Asia/Shanghai. */
const instantOf = (text: string): string | undefined => {
  const [date = '', time = ''] = text.split(/[T\s]+/)
  const day = dayOf(date)
  const clock = /^(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?$/.exec(time)
  return day !== undefined && clock ? `${day}T${two(clock[1] ?? '')}:${clock[2] ?? ''}:00+08:00` : undefined
}
