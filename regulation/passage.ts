import { articleOf, divisionOf, type Citation } from './citation.ts'
import type { ParsedRegulation } from './parse.ts'

/** The official words of a provision from a loaded text, to be read beside ours; `undefined` where the text lacks it. */
export const passageOf = (parsed: ParsedRegulation, c: Citation): string | undefined => {
  const number = articleOf(c)
  const article = parsed.articles.find(a => a.number === number && a.insert === undefined)
  if (article === undefined) return undefined
  const part = c.split('.')[1]
  if (part === undefined) return article.paragraphs.flatMap(p => [p.text, ...p.items]).join('\n')
  const index = Number(part) - 1
  if (divisionOf(number) === 'items') return article.paragraphs[0]?.items[index]
  const paragraph = article.paragraphs[index]
  return paragraph && [paragraph.text, ...paragraph.items].join('\n')
}
