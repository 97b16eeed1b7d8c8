import { divisionOf, provisionsOf } from './citation.ts'
import type { Article } from './duty.ts'
import type { ParsedArticle, ParsedRegulation } from './parse.ts'
import type { Words } from './words.ts'

/** Where an official text and our articles part. `article` is 0 for the text as a whole. */
export type Difference = {
  readonly article: number
  readonly kind: 'missing' | 'unknown' | 'divided-otherwise'
  readonly message: Words
}

const shape = (article: ParsedArticle) => {
  const items = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.items.length, 0)
  return { paragraphs: article.paragraphs.length, items }
}

const expectedShape = (article: Article) => {
  const parts = provisionsOf(article.number).length
  return divisionOf(article.number) === 'items' ? { paragraphs: 1, items: parts } : { paragraphs: parts, items: 0 }
}

/**
 * Compares a parsed text with our articles: which it lacks, which it has beyond ours, and which it divides into other
 * numbers of paragraphs or items. Nothing found means that every citation points at the provision it was written for.
 */
export const compare = (parsed: ParsedRegulation, articles: readonly Article[]): readonly Difference[] => {
  const printed = new Map(parsed.articles.filter(article => article.insert === undefined).map(article => [article.number, article]))
  const ours = new Set<number>(articles.map(article => article.number))
  const differences = articles.flatMap((article): readonly Difference[] => {
    const found = printed.get(article.number)
    if (found === undefined) {
      return [{ article: article.number, kind: 'missing', message: { zh: `文本缺少第${article.number}条`, en: `the text lacks Article ${article.number}` } }]
    }
    const [has, expected] = [shape(found), expectedShape(article)]
    return has.paragraphs === expected.paragraphs && has.items === expected.items ? [] : [{
      article: article.number, kind: 'divided-otherwise',
      message: {
        zh: `第${article.number}条：文本为${has.paragraphs}款${has.items}项，平台为${expected.paragraphs}款${expected.items}项`,
        en: `Article ${article.number}: ${has.paragraphs} paragraphs and ${has.items} items in the text, ${expected.paragraphs} and ${expected.items} here`,
      },
    }]
  })
  const beyond = parsed.articles.filter(article => article.insert !== undefined || !ours.has(article.number)).map((article): Difference => {
    const [zh, en] = article.insert === undefined ? ['', ''] : [`之${article.insert}`, `-${article.insert}`]
    return { article: article.number, kind: 'unknown', message: { zh: `平台没有第${article.number}条${zh}`, en: `Article ${article.number}${en} is not known here` } }
  })
  return [...differences, ...beyond]
}
