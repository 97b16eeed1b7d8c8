import { fromNumeral, numeralCharacters } from '../numerals.ts'

type At = { readonly line: number; readonly column: number }

/** What one line of an official text is. */
export type Line = At & (
  | { readonly kind: 'blank' | 'contents' | 'section' | 'unknown' }
  | { readonly kind: 'chapter'; readonly number: number; readonly text: string }
  | { readonly kind: 'article'; readonly number: number; readonly insert?: number; readonly text: string }
  | { readonly kind: 'item'; readonly number: number; readonly text: string }
  /** `point`: a numbered point (目) below an item, kept with its text. */
  | { readonly kind: 'text'; readonly text: string; readonly point?: true }
)

const number = `[${numeralCharacters}]+`
const chapter = new RegExp(`^第(${number})章(.*)$`, 'u')
const section = new RegExp(`^第(${number})节(?:\\s|$)`, 'u')
const article = new RegExp(`^第(${number})条(?:之(${number}))?(\\s*)(.*)$`, 'u')
const item = /^[（(]([零〇一二三四五六七八九十百]+)[）)]\s*(.*)$/u
const point = /^(?:[0-9０-９]+[.．、]|[（(][0-9０-９]+[）)])/u
const han = /\p{Script=Han}/u

// Without a space behind it 第十条 may also begin a sentence that speaks of Article 10.
const refersOn = /^[第的规所之至和或与及、，,；;。（(]/u

/**
 * Reads one line by itself. `next` is the article number that would continue the text: only that one counts as a heading
 * when no space follows it.
 */
export const readLine = (raw: string, line: number, next: number): Line => {
  const text = raw.trim()
  const at = { line, column: text === '' ? 1 : raw.length - raw.trimStart().length + 1 }
  if (text === '') return { ...at, kind: 'blank' }
  if (/^目\s*[录錄次]$/u.test(text)) return { ...at, kind: 'contents' }
  if (section.test(text)) return { ...at, kind: 'section' }
  return readHeading(text, at, next) ?? readBody(text, at)
}

const readHeading = (text: string, at: At, next: number): Line | undefined => {
  const heading = chapter.exec(text)
  if (heading !== null && !/^[第的规所之至和或与及]|[，。；]/u.test(heading[2] ?? '')) {
    const n = fromNumeral(heading[1] ?? '')
    return n === undefined ? { ...at, kind: 'unknown' } : { ...at, kind: 'chapter', number: n, text: (heading[2] ?? '').replace(/\s+/g, '') }
  }
  const found = article.exec(text)
  if (found === null) return undefined
  const [, digits = '', inserted, space = '', rest = ''] = found
  const n = fromNumeral(digits)
  const insert = inserted === undefined ? undefined : fromNumeral(inserted)
  if (n === undefined || (inserted !== undefined && insert === undefined)) return { ...at, kind: 'unknown' }
  const isHeading = space !== '' || rest === '' || (insert === undefined && n === next && !refersOn.test(rest))
  return isHeading ? { ...at, kind: 'article', number: n, ...(insert !== undefined && { insert }), text: rest } : undefined
}

const readBody = (text: string, at: At): Line => {
  const listed = item.exec(text)
  const n = listed === null ? undefined : fromNumeral(listed[1] ?? '')
  if (listed !== null && n !== undefined) return { ...at, kind: 'item', number: n, text: listed[2] ?? '' }
  if (!han.test(text)) return { ...at, kind: 'unknown' }
  return point.test(text) ? { ...at, kind: 'text', text, point: true } : { ...at, kind: 'text', text }
}
