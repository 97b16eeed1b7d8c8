import { readLine, type Line } from './parse/line.ts'
import type { Words } from './words.ts'

export type ParsedParagraph = { readonly text: string; readonly items: readonly string[] }

/** An article as printed. `insert` is 1 for 第十条之一, which stands behind Article 10. */
export type ParsedArticle = {
  readonly number: number
  readonly insert?: number
  /** The number of the chapter it stands in, 0 before the first. */
  readonly chapter: number
  readonly line: number
  readonly paragraphs: readonly ParsedParagraph[]
}

export type ParsedChapter = { readonly number: number; readonly title: string; readonly line: number }

/** What is wrong and where. Lines and columns count from 1, columns in UTF-16 units. */
export type Fault = { readonly line: number; readonly column: number; readonly message: Words }

export type ParsedRegulation = {
  /** Empty where the file bears none. */
  readonly title: string
  readonly chapters: readonly ParsedChapter[]
  readonly articles: readonly ParsedArticle[]
  readonly faults: readonly Fault[]
}

type OpenParagraph = { text: string; items: string[] }
type OpenArticle = Omit<ParsedArticle, 'paragraphs'> & { readonly paragraphs: OpenParagraph[] }

const stops = /[。；;：:！？!?”’」』）)]$/

/**
 * Reads an official text: 第一章, 第一条, paragraphs, items （一）. Pure; never throws. Tolerates CRLF, a byte order mark,
 * full-width and half-width brackets, digits and spaces, a table of contents, the note of adoption in brackets, inserted
 * articles (之一), and paragraphs broken over lines (a line that ends without a stop goes on in the next).
 * Whatever it cannot place it reports with line and column.
 */
export const parseRegulation = (text: string): ParsedRegulation => {
  const faults: Fault[] = []
  const chapters: ParsedChapter[] = []
  const articles: OpenArticle[] = []
  let title = ''

  const fault = ({ line, column }: Pick<Fault, 'line' | 'column'>, zh: string, en: string) => void faults.push({ line, column, message: { zh, en } })

  const openChapter = (line: Line & { kind: 'chapter' }) => {
    // A table of contents lists the chapters first; the second 第一章 begins the text.
    if (line.number === 1 && articles.length === 0) chapters.length = 0
    const expected = (chapters.at(-1)?.number ?? 0) + 1
    if (line.number !== expected) fault(line, `章号不连续：应为第${expected}章，实为第${line.number}章`, `chapter ${line.number} where ${expected} was expected`)
    chapters.push({ number: line.number, title: line.text, line: line.line })
  }

  const openArticle = (line: Line & { kind: 'article' }) => {
    const last = articles.at(-1)
    const follows = line.insert === undefined
      ? line.number === (last?.number ?? 0) + 1
      : line.number === last?.number && line.insert === (last.insert ?? 0) + 1
    if (!follows) fault(line, '条号不连续或重复', `article ${line.number} out of order`)
    articles.push({
      number: line.number, ...(line.insert !== undefined && { insert: line.insert }), chapter: chapters.at(-1)?.number ?? 0, line: line.line,
      paragraphs: line.text === '' ? [] : [{ text: line.text, items: [] }],
    })
  }

  const addItem = (line: Line & { kind: 'item' }) => {
    const paragraph = articles.at(-1)?.paragraphs.at(-1)
    if (paragraph === undefined) {
      fault(line, '项不属于任何一款', 'an item that belongs to no paragraph')
      return
    }
    if (line.number !== paragraph.items.length + 1) fault(line, `项号不连续：应为第${paragraph.items.length + 1}项`, `item ${line.number} where ${paragraph.items.length + 1} was expected`)
    paragraph.items.push(line.text)
  }

  const addText = (line: Line & { kind: 'text' }) => {
    const article = articles.at(-1)
    if (article === undefined) {
      if (title === '' && chapters.length === 0) title = line.text.replace(/\s+/g, '')
      else fault(line, '正文之前有无法识别的内容', 'text before the first article that is neither title nor heading')
      return
    }
    const open = article.paragraphs.at(-1)
    const item = open?.items.at(-1)
    const goesOn = open !== undefined && (line.point || !stops.test(item ?? open.text))
    if (!goesOn) article.paragraphs.push({ text: line.text, items: [] })
    else if (item === undefined) open.text += line.text
    else open.items[open.items.length - 1] = item + line.text
  }

  let inNote = false
  const place = (line: Line) => {
    if (articles.length === 0 && chapters.length === 0 && line.kind === 'text' && (inNote || /^[（(]/.test(line.text))) {
      inNote = !/[）)]$/.test(line.text)
      return
    }
    if (line.kind === 'chapter') openChapter(line)
    else if (line.kind === 'article') openArticle(line)
    else if (line.kind === 'item') addItem(line)
    else if (line.kind === 'text') addText(line)
    else if (line.kind === 'section') fault(line, '本平台不区分“节”，该行已略过', 'sections are not kept; the line was passed over')
    else if (line.kind === 'unknown') fault(line, '无法识别的内容', 'not understood')
  }

  text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).forEach((raw, index) => {
    const last = articles.at(-1)
    place(readLine(raw, index + 1, (last?.number ?? 0) + 1))
  })

  for (const article of articles) {
    if (article.paragraphs.length === 0) fault({ line: article.line, column: 1 }, '该条没有内容', `article ${article.number} is empty`)
  }
  if (articles.length === 0) fault({ line: 1, column: 1 }, '未找到任何条文', 'no article was found')
  return { title, chapters, articles, faults: faults.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}
