import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { system } from '../../kernel/post.ts'
import { articles } from '../../regulation/articles.ts'
import { compare } from '../../regulation/compare.ts'
import { parseRegulation } from '../../regulation/parse.ts'
import { replaceOfficialText } from '../../server/reads/official-text.ts'
import { fileIn } from '../arguments.ts'
import type { Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

/** Reads an official text, shows where it parts from our articles, and puts it beside the duties. */
export const regulationImport: Command = {
  usage: 'regulation import FILE [--dry-run]', file: true,
  zh: '导入条例官方文本（纯文本），与各条职责并列显示', en: 'import the official text of the regulation (plain text), shown beside the duties',
  options: { 'dry-run': { type: 'boolean' } },
  run: async given => {
    const file = fileIn(given)
    const text = await readFile(file, 'utf8').catch(() => { throw new Stop(`无法读取 ${file}`, `Can’t read ${file}`) })
    const parsed = parseRegulation(text)
    for (const { line, column, message } of parsed.faults) console.log(`${file}:${line}:${column}: ${message.zh} · ${message.en}`)
    if (parsed.faults.length > 0) throw new Stop(`${parsed.faults.length} 处无法识别，未导入。`, `${parsed.faults.length} places were not understood; nothing was imported.`)
    // A text that counts otherwise would show each duty beside the wrong paragraph.
    const differences = compare(parsed, articles)
    for (const { message } of differences) console.log(`${message.zh} · ${message.en}`)
    if (differences.length > 0) throw new Stop(`文本与平台条文有 ${differences.length} 处不一致，未导入。`, `The text parts from our articles in ${differences.length} places; nothing was imported.`)
    if (given.values['dry-run'] === true) { say(`试运行：${parsed.articles.length} 条无误`, `Dry run: ${parsed.articles.length} articles, no fault`); return }
    const { database } = await openPlace()
    try {
      const paragraphs = await database.scoped(system, tx => replaceOfficialText(tx, parsed, basename(file), new Date()))
      say(`已导入 ${parsed.articles.length} 条 ${paragraphs} 款`, `Imported ${parsed.articles.length} articles, ${paragraphs} paragraphs`)
    } finally {
      await database.close()
    }
  },
}
