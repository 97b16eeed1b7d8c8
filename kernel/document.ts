import type { Citation } from '../regulation/citation.ts'
import { toChinese } from '../regulation/numerals.ts'
import type { Law } from './clock.ts'
import type { Facts, ValuesOf } from './fact.ts'
import type { Json, Words } from './words.ts'

/** A part of a document's text, in its order. */
export type Block =
  | { readonly p: string }
  | { readonly heading: string }
  | { readonly list: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }

/** A place where it is signed: by an office with its seal, or by a person's hand. */
export type Signature = { readonly by: string; readonly how: 'seal' | 'hand' }

/** A document as a small pure structure, in the official language. How it looks, on paper or in a file, is the server's to say. */
export type Doc = {
  /** The office it comes from. */
  readonly issuer: string
  readonly title: string
  /** Whom it is addressed to. */
  readonly to?: string
  readonly body: readonly Block[]
  readonly signed: readonly Signature[]
  /** Legal day, `YYYY-MM-DD`. */
  readonly day: string
  /** The day in Chinese numerals, as agreements and instruments customarily have it. */
  readonly ceremonial?: true
  /** A poster: type to be read from a few steps away, on as many sheets as it takes. */
  readonly large?: true
}

/** What a document is made from: the matter as it stood after one entry, as far as its reader reads it. */
export type DocContext<F extends Facts = Facts> = {
  readonly number: string
  readonly region: string
  /** The facts it names in `uses`, and those of `may` that the reader reads. */
  readonly facts: ValuesOf<F>
  /** The legal day of the entry, `YYYY-MM-DD`. */
  readonly day: string
  /** The figures of law that the text names. */
  readonly law: Law
  /** Chinese names by code; a code that is not known stands as itself. */
  readonly office: (code: string) => string
  readonly place: (code: string) => string
}

/** A document that a procedure issues: made anew from its entry whenever it is asked for, so that nothing is kept that could differ from the record. */
export type DocumentOf<F extends Facts = Facts, T extends string = string> = Words & {
  readonly basis: readonly Citation[]
  /** Steps by which it is issued: it is made from the last entry of one of them. */
  readonly from: readonly T[]
  /** One for each entry of those steps, in the archive of the whole file; asked for by itself it is the last. */
  readonly each?: true
  /** Facts without which there is no document: who may not read one of them is not given it. */
  readonly uses: readonly (keyof F & string)[]
  /** Facts left out for who may not read them. */
  readonly may?: readonly (keyof F & string)[]
  /** Whether the entry issued it at all, where the step does not always. */
  when?(c: DocContext<F>): boolean
  make(c: DocContext<F>): Doc
}

export type Documents<F extends Facts = Facts, T extends string = string> = { readonly [name: string]: DocumentOf<F, T> }

/** An entry as one reader may see it: the facts it gave, and those it cleared. */
export type Written = {
  readonly seq: number
  readonly at: string | Date
  readonly step: string
  readonly facts: readonly { readonly fact: string; readonly value: Json; readonly masked: boolean }[]
  readonly cleared: readonly string[]
}

/** The last entry by which a document was issued, and the facts of it as they stood then; `undefined` where none was, or the reader may not read what it takes. */
export const issuedBy = <E extends Written>({ from, uses, may = [] }: Pick<DocumentOf, 'from' | 'uses' | 'may'>, past: readonly E[]): { readonly entry: E; readonly facts: { readonly [fact: string]: Json } } | undefined => {
  const entry = past.findLast(one => from.includes(one.step))
  if (!entry) return undefined
  const known = new Map<string, { readonly value: Json; readonly masked: boolean }>()
  for (const { seq, facts, cleared } of past) {
    if (seq > entry.seq) break
    for (const name of cleared) known.delete(name)
    for (const { fact, ...one } of facts) known.set(fact, one)
  }
  if (uses.some(name => known.get(name)?.masked === true)) return undefined
  const facts = [...uses, ...may].flatMap(name => { const one = known.get(name); return one === undefined || one.masked ? [] : [[name, one.value] as const] })
  return { entry, facts: Object.fromEntries(facts) }
}

/** A legal day as it stands under a document: 2026年6月8日. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** The same in Chinese numerals: 二〇二六年六月八日. */
export const ceremonialDay = (day: string): string => {
  const [year = '', month, date] = day.split('-')
  return `${[...year].map(digit => '〇一二三四五六七八九'[Number(digit)]).join('')}年${toChinese(Number(month))}月${toChinese(Number(date))}日`
}
