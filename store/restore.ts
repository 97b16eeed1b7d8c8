import { isObject, words, type Words } from '../kernel/words.ts'
import type { Database, OwnerTx } from './database.ts'
import { sqlState } from './connection.ts'
import { closing, type Close } from './dump/close.ts'
import { apart, applied, columnsOf, tablesOf } from './dump/tables.ts'
import { exportMark, type Keys } from './seal.ts'

/** The lines can't be put here; `why` says what is wrong, in which line, and that nothing was kept. */
export class CannotRestore extends Error {
  readonly why: Words
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options)
    this.why = words(zh, en)
  }
}

const atLine = (n: number, zh: string, en: string, options?: ErrorOptions): CannotRestore =>
  new CannotRestore(`第 ${n} 行：${zh}，未放入任何内容。`, `Line ${n}: ${en}; nothing was put in.`, options)

const batch = 500

/**
 * Puts the lines of an export into a database just migrated, all or none. Refused are an export under another secret or of a newer version
 * (by its first line), one cut short, and one changed since it was written. Returns the number of rows.
 */
export const restore = (database: Database, keys: Keys, lines: AsyncIterable<string>): Promise<number> =>
  database.owner(async tx => {
    const [held] = await tx.query<{ n: number }>('select count(*)::int as n from (select from matter limit 1) x')
    if (held?.n !== 0) throw new CannotRestore('目标库已有事项，只能导入空库。', 'This database already holds matters; an export goes into an empty one.')
    const known = await applied(tx)
    const filling = await filler(tx)
    const count = closing(keys)
    let n = 0
    let close: Close | undefined
    for await (const text of lines) {
      n += 1
      if (text.trim() === '') continue
      if (close) throw atLine(n, '结束行之后还有内容', 'something stands behind the closing line')
      const line = parsed(text, n)
      if (n === 1) checkHead(line, keys, known)
      else if (isObject(line['close'])) {
        close = line['close'] as Close
        continue
      } else {
        const table = typeof line['table'] === 'string' ? line['table'] : ''
        await filling.add(table, line['row'], n)
        count.row(table)
      }
      count.line(text)
    }
    if (n === 0) throw new CannotRestore('导出文件是空的。', 'The export is empty.')
    if (!close) throw atLine(n, '导出文件在此中断，缺少结束行', 'the export breaks off here, without its closing line')
    await filling.flush()
    checkClose(close, count.end(), n)
    await tx.simple(`select setval('matter_number', greatest((select coalesce(max(split_part(number, '-', 3)::bigint), 0) from matter), 1))`)
    return count.rows()
  })

const parsed = (text: string, n: number): { readonly [key: string]: unknown } => {
  try {
    const line: unknown = JSON.parse(text)
    if (isObject(line)) return line
  } catch { /* told below, with its line */ }
  throw n === 1 ? notOurs() : atLine(n, '这一行不完整或已损坏', 'this line is broken off or damaged')
}

const notOurs = (): CannotRestore => new CannotRestore('不是本平台的导出文件。', 'This is no export of this platform.')

const checkHead = (head: { readonly [key: string]: unknown }, keys: Keys, known: readonly string[]): void => {
  if (head['shanzhi'] === 1) throw new CannotRestore('导出文件由早期版本写成，没有结束行，无法确认完整；请用本版本重新导出。', 'The export was written by an early version, without a closing line: whether it is whole can’t be told. Export again with this version.')
  const written = head['migrations']
  if (head['shanzhi'] !== 2 || !Array.isArray(written)) throw notOurs()
  if (head['secret'] !== exportMark(keys)) {
    throw new CannotRestore('导出文件出自另一密钥，密文在这里无法打开。请以原站点的密钥（SECRET 或 KEY_FILE）运行。',
      'The export was written under another secret; its sealed values could not be opened here. Run this with the secret of that site (SECRET or KEY_FILE).')
  }
  const missing = written.map(String).filter(name => !known.includes(name))
  if (missing.length > 0) throw new CannotRestore(`导出文件来自更新的版本（${missing.join('、')}）。`, `The export was written by a newer version (${missing.join(', ')}).`)
}

/** The counts first: they name the table. */
const checkClose = (said: Close, found: Close, n: number): void => {
  const tables = [...new Set([...Object.keys(isObject(said.rows) ? said.rows : {}), ...Object.keys(found.rows)])]
  for (const table of tables) {
    const [wanted, there] = [said.rows[table] ?? 0, found.rows[table] ?? 0]
    if (wanted !== there) throw atLine(n, `结束行记 ${table} 有 ${wanted} 行，实有 ${there} 行`, `the closing line counts ${wanted} rows of ${table}, and there are ${there}`)
  }
  if (said.digest !== found.digest) throw atLine(n, '以上各行与写出时不同', 'the lines above are not those that were written')
}

/** Fills tables row by row, some hundred to a statement. */
const filler = async (tx: OwnerTx) => {
  const columns = await columnsOf(tx)
  const tables = await tablesOf(tx)
  await tx.simple(`truncate ${tables.join(', ')} cascade`)
  const takes = new Set(tables.filter(name => !apart.has(name)))
  let waiting: { readonly table: string; readonly first: number; readonly rows: unknown[] } = { table: '', first: 0, rows: [] }
  const flush = async (): Promise<void> => {
    const { table, first, rows } = waiting
    if (rows.length === 0) return
    const list = columns.get(table) ?? ''
    await tx.query(`insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]).catch((cause: unknown) => {
      if (sqlState(cause) === undefined) throw cause
      throw atLine(first, `自此起 ${rows.length} 行 ${table} 无法放入`, `from here on ${rows.length} rows of ${table} can’t be put in`, { cause })
    })
    waiting = { table, first: 0, rows: [] }
  }
  return {
    flush,
    add: async (table: string, row: unknown, n: number): Promise<void> => {
      if (!takes.has(table)) throw atLine(n, `不能放入表 ${table}`, `there is no table ${table} to put it in`)
      if (table !== waiting.table || waiting.rows.length === batch) {
        await flush()
        waiting = { table, first: n, rows: [] }
      }
      waiting.rows.push(row)
    },
  }
}
