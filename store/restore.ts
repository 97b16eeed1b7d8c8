import { isObject } from '../kernel/words.ts'
import type { Database, OwnerTx } from './database.ts'
import { closing, type Close } from './dump/close.ts'
import { applied } from './dump/tables.ts'
import { filler, type Left } from './restore/fill.ts'
import { checkHead, notOurs } from './restore/head.ts'
import { atLine, CannotRestore } from './restore/refused.ts'
import type { Keys } from './seal.ts'

export { CannotRestore }

/** What was put in: rows, the county where the export was of one alone, and what of shared registers stood here already. */
export type Restored = { readonly rows: number; readonly county?: string; readonly left: Left }

export type RestoreWish = {
  /** Done when all rows are in and before they are kept: files are brought over here, so that rows and files come together or not at all. */
  readonly settle?: (tx: OwnerTx, county: string | undefined) => Promise<void>
  /** To look at an export, not to keep it: a line that is wrong is named here and passed over, instead of refusing them all. */
  readonly note?: (fault: string) => void
}

/**
 * Puts the lines of an export in, all or none: a whole one into a database just migrated, one of a county also beside other counties. Refused are an
 * export under another secret or keys, or of a newer version (by its first line), one cut short, one changed since it was written, and a county that
 * stands here already. Of registers that all counties share, what stands here stays.
 */
export const restore = (database: Database, keys: Keys, lines: AsyncIterable<string>, { settle, note }: RestoreWish = {}): Promise<Restored> =>
  database.owner(async tx => {
    const known = await applied(tx)
    const count = closing(keys)
    let filling: Awaited<ReturnType<typeof filler>> | undefined
    let county: string | undefined
    let n = 0
    let close: Close | undefined
    /** Refuses for a fault of a line, or notes it. */
    const judge = async (work: () => Promise<void> | void): Promise<void> => {
      try {
        await work()
      } catch (error) {
        if (!note || !(error instanceof CannotRestore) || error.fault === undefined) throw error
        note(error.fault)
      }
    }
    for await (const text of lines) {
      n += 1
      if (text.trim() === '') continue
      if (n === 1) {
        county = checkHead(parsed(text, n), keys, known)
        if (county === undefined) await refuseHeld(tx)
        filling = await filler(tx, county, note)
        count.line(text)
        continue
      }
      await judge(async () => {
        if (close) throw atLine(n, '结束行之后还有内容', 'something stands behind the closing line')
        const line = parsed(text, n)
        if (isObject(line['close'])) {
          close = line['close'] as Close
          return
        }
        const table = typeof line['table'] === 'string' ? line['table'] : ''
        count.line(text)
        await filling?.add(table, line['row'], n)
        count.row(table)
      })
    }
    if (!filling) throw new CannotRestore('导出文件是空的。', 'The export is empty.')
    await judge(() => { if (!close) throw atLine(n, '导出文件在此中断，缺少结束行', 'the export breaks off here, without its closing line') })
    await filling.finish()
    await judge(() => { if (close) checkClose(close, count.end(), n) })
    await tx.simple(`select setval('matter_number', greatest((select last_value from matter_number), (select coalesce(max(split_part(number, '-', 3)::bigint), 0) from matter), 1))`)
    await settle?.(tx, county)
    return { rows: count.rows(), ...(county !== undefined && { county }), left: filling.left() }
  })

const refuseHeld = async (tx: OwnerTx): Promise<void> => {
  const [held] = await tx.query<{ n: number }>('select count(*)::int as n from (select from matter limit 1) x')
  if (held?.n !== 0) throw new CannotRestore('目标库已有事项，整库导出只能导入空库。', 'This database already holds matters; an export of a whole one goes into an empty one.')
}

const parsed = (text: string, n: number): { readonly [key: string]: unknown } => {
  try {
    const line: unknown = JSON.parse(text)
    if (isObject(line)) return line
  } catch { /* told below, with its line */ }
  throw n === 1 ? notOurs() : atLine(n, '这一行不完整或已损坏', 'this line is broken off or damaged')
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
