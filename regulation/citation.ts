import { toChinese } from './numerals.ts'
import type { Words } from './words.ts'

const whole = [] as const
const two = ['1', '2'] as const
const three = ['1', '2', '3'] as const
const four = ['1', '2', '3', '4'] as const
const five = ['1', '2', '3', '4', '5'] as const
const seven = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Every article with the numbers of its subdivisions, as in the text in force since 2023-02-01. */
const subdivisions = {
  1: whole, 2: two, 3: whole, 4: whole, 5: two, 6: seven, 7: two, 8: whole, 9: whole, 10: two, 11: whole, 12: whole,
  13: whole, 14: two, 15: three, 16: two, 17: three, 18: whole, 19: two, 20: two, 21: four, 22: whole,
  23: three, 24: two, 25: three, 26: two, 27: three, 28: five, 29: three, 30: three, 31: two, 32: two, 33: three, 34: five, 35: four, 36: two,
  37: two, 38: whole, 39: three, 40: two, 41: whole, 42: two,
  43: whole, 44: two, 45: two, 46: whole, 47: whole, 48: whole,
  49: whole, 50: two, 51: whole,
  52: whole,
} as const

/** Articles whose one paragraph lists items （一）…: these are cited by item (项), all others by paragraph (款). */
const itemised: ReadonlySet<ArticleNumber> = new Set([6])

export type ArticleNumber = keyof typeof subdivisions

/**
 * A provision of the regulation: `'28'` is Article 28 as a whole, `'28.5'` its fifth paragraph.
 * An article whose single paragraph lists items is cited by item: `'6.4'` is Article 6, item （四）.
 * An article of one paragraph without items has no finer citation than itself. A citation of what does not exist does not compile.
 */
export type Citation = {
  [A in ArticleNumber]: `${A}` | `${A}.${(typeof subdivisions)[A][number]}`
}[ArticleNumber]

/** The numbers of the articles, 1 to 52. */
export const articleNumbers = Object.keys(subdivisions).map(Number) as readonly ArticleNumber[]

/** How an article is divided: into paragraphs, into the items of its one paragraph, or not at all. */
export const divisionOf = (article: ArticleNumber): 'whole' | 'paragraphs' | 'items' =>
  itemised.has(article) ? 'items' : subdivisions[article].length === 0 ? 'whole' : 'paragraphs'

/** The finest citations of an article: its paragraphs or items, or itself where it is undivided. */
export const provisionsOf = (article: ArticleNumber): readonly Citation[] =>
  subdivisions[article].length === 0
    ? [`${article}`]
    : subdivisions[article].map(part => `${article}.${part}` as Citation)

/** Every citation, whole articles before their parts, in the order of the regulation. */
export const citations: readonly Citation[] = articleNumbers.flatMap(article =>
  divisionOf(article) === 'whole' ? [`${article}` as Citation] : [`${article}` as Citation, ...provisionsOf(article)])

const known: ReadonlySet<string> = new Set(citations)

export const isCitation = (x: string): x is Citation => known.has(x)

/** The article a citation belongs to: `'28.5'` → 28. */
export const articleOf = (c: Citation): ArticleNumber => Number(c.split('.')[0]) as ArticleNumber

/** How a citation is written: 第二十八条第五款 / Art. 28.5; 第六条第四项 / Art. 6.4. */
export const labelOf = (c: Citation): Words => {
  const article = articleOf(c)
  const part = c.split('.')[1]
  const unit = divisionOf(article) === 'items' ? '项' : '款'
  return {
    zh: `第${toChinese(article)}条${part === undefined ? '' : `第${toChinese(Number(part))}${unit}`}`,
    en: `Art. ${c}`,
  }
}
