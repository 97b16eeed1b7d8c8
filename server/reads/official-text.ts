import { toChinese } from '../../regulation/numerals.ts'
import type { ParsedRegulation } from '../../regulation/parse.ts'
import type { Tx } from '../../store/database.ts'

type Row = { readonly article: number; readonly insert: number; readonly text: string; readonly items: readonly string[] }

/** The official paragraphs of each article, items on lines of their own; articles inserted later stand behind theirs. */
export const officialTexts = async (tx: Tx): Promise<ReadonlyMap<number, readonly string[]>> => {
  const rows = await tx.query<Row>('select article, "insert", text, items from official_text order by article, "insert", paragraph')
  const written = (row: Row): string => [row.text, ...row.items.map((item, i) => `（${toChinese(i + 1)}）${item}`)].join('\n')
  return new Map([...Map.groupBy(rows, row => row.article)].map(([article, own]) => [article, own.map(written)]))
}

/** Puts an official text in place of the one before. Write as the platform. Returns the number of paragraphs. */
export const replaceOfficialText = async (tx: Tx, parsed: ParsedRegulation, source: string, at: Date): Promise<number> => {
  const rows = parsed.articles.flatMap(article => article.paragraphs.map((paragraph, i) => ({
    article: article.number, insert: article.insert ?? 0, paragraph: i + 1, chapter: article.chapter, text: paragraph.text, items: paragraph.items,
  })))
  await tx.query('delete from official_text')
  await tx.query(
    `insert into official_text (article, "insert", paragraph, chapter, text, items, source, imported)
     select article, "insert", paragraph, chapter, text, items, $2, $3::timestamptz
     from jsonb_to_recordset($1::text::jsonb) as r(article int, "insert" int, paragraph int, chapter int, text text, items jsonb)`,
    [JSON.stringify(rows), source, at.toISOString()])
  return rows.length
}
