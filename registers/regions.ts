import { normalise } from '../kernel/identifiers.ts'
import { isRegionCode, levelOf, levels, parentOf } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'
import { fault, readCsv, type ImportFault } from './csv.ts'
import { placeKey } from './pinyin.ts'
import { plainName } from './region-name.ts'
import { unitOf, type UnitKind } from './unit.ts'

/** A region as the list gives it; `listed` is the list's own writing, `name` the plain one. */
export type RegionRow = { readonly code: string; readonly listed: string; readonly name: string; readonly kind: UnitKind; readonly pinyin: string }

export type ParsedRegions = { readonly rows: readonly RegionRow[]; readonly faults: readonly ImportFault[] }

const columns = ['code', 'level', 'parent', 'name'] as const
type Column = (typeof columns)[number]
type Cells = Readonly<Record<Column, string>> & { readonly line: number }

const rowOf = ({ code, name }: Cells): RegionRow => {
  const kind = unitOf(code, name)
  const plain = plainName(name, kind)
  return { code, listed: name, name: plain, kind, pinyin: placeKey(plain) }
}

const nameFault = (name: string): readonly [zh: string, en: string] | undefined => {
  if (name === '') return ['名称不能为空', 'the name is empty']
  if (Array.from(name).length > 50) return ['名称最多 50 个字', 'a name has at most 50 characters']
  return /^[\p{L}\p{M}\p{N}·（）()—-]+$/u.test(name) ? undefined : ['名称含有不应有的符号', 'the name holds signs that do not belong there']
}

const faultsOf = (cells: Cells, known: ReadonlySet<string>): readonly ImportFault[] => {
  const { line, code, level, parent, name } = cells
  if (!isRegionCode(code)) return [fault(line, 'code', code, '区划代码应为 4、6、9、12 或 15 位数字', 'a region code has 4, 6, 9, 12 or 15 digits')]
  const found: ImportFault[] = []
  const right = levelOf(code)
  if (level !== right) found.push(fault(line, 'level', level, `代码长度对应 ${right}（${levels[right].zh}）`, `a code of this length is a ${right}`))
  const above = parentOf(code)
  if (parent !== (above ?? '')) found.push(fault(line, 'parent', parent, `上级代码应为 ${above ?? '空'}`, `the parent must be ${above ?? 'empty'}`))
  else if (above !== undefined && !known.has(above)) found.push(fault(line, 'parent', parent, '上级区划不在名单内或有误', 'the parent is missing from the list or faulty itself'))
  const why = nameFault(name)
  if (why) found.push(fault(line, 'name', name, ...why))
  return found
}

const cellsOf = (csv: string): { cells: readonly Cells[]; faults: readonly ImportFault[] } => {
  const { records: [head, ...body], unclosed } = readCsv(csv)
  const faults: ImportFault[] = unclosed === undefined ? [] : [fault(unclosed, '', '', '引号不成对', 'a quote is not closed')]
  const headings = (head?.fields ?? []).map(field => field.trim().toLowerCase())
  const at = columns.map(column => headings.indexOf(column))
  const missing = columns.filter((_, i) => at[i] === -1)
  if (missing.length > 0) return { cells: [], faults: [...faults, ...missing.map(column => fault(1, column, '', '缺少此列', 'this column is missing'))] }
  const cells: Cells[] = []
  for (const { line, fields } of body) {
    if (fields.length !== headings.length) {
      faults.push(fault(line, '', fields.join(','), `应有 ${headings.length} 列，实有 ${fields.length} 列`, `${headings.length} columns expected, ${fields.length} found`))
      continue
    }
    const [code = '', level = '', parent = '', name = ''] = at.map(i => normalise(fields[i] ?? '').trim())
    cells.push({ line, code, level, parent, name })
  }
  return { cells, faults }
}

/**
 * Reads a list of regions (CSV with the columns code, level, parent, name). Every faulty cell is told by line and column; a region whose
 * ancestor is faulty is faulty too. `known` are codes already in the register, to which a partial list may attach.
 */
export const parseRegions = (csv: string, known: Iterable<string> = []): ParsedRegions => {
  const { cells, faults } = cellsOf(csv)
  const found: ImportFault[] = [...faults]
  const rows: RegionRow[] = []
  const sound = new Set(known)
  const first = new Map<string, number>()
  for (const one of cells.toSorted((a, b) => a.code.length - b.code.length || a.line - b.line)) {
    const earlier = first.get(one.code)
    if (earlier !== undefined) {
      found.push(fault(one.line, 'code', one.code, `与第 ${earlier} 行重复`, `stands already on line ${earlier}`))
      continue
    }
    first.set(one.code, one.line)
    const wrong = faultsOf(one, sound)
    found.push(...wrong)
    if (wrong.length > 0) continue
    sound.add(one.code)
    rows.push(rowOf(one))
  }
  return { rows: rows.toSorted((a, b) => (a.code < b.code ? -1 : 1)), faults: found.toSorted((a, b) => a.line - b.line) }
}

/** What of a faulty list is taken: nothing, or the rows without fault. */
export type Take = 'none' | 'sound'

export const taken = ({ rows, faults }: ParsedRegions, take: Take): readonly RegionRow[] => (faults.length === 0 || take === 'sound' ? rows : [])

export type Imported = { readonly added: number; readonly changed: number; readonly same: number }

/**
 * Writes regions: new codes are added in force from `since` (legal day), names and kinds that differ are changed, nothing is removed;
 * a region that ends does so by its own dated decision, with its successors.
 */
export const importRegions = async (tx: Tx, rows: readonly RegionRow[], since: string): Promise<Imported> => {
  const written = await tx.query<{ added: boolean }>(
    `insert into region (code, listed, name, kind, pinyin, since)
     select code, listed, name, kind, pinyin, $2::date
     from jsonb_to_recordset($1::text::jsonb) as r(code text, listed text, name text, kind text, pinyin text)
     on conflict (code) do update set listed = excluded.listed, name = excluded.name, kind = excluded.kind, pinyin = excluded.pinyin
     where (region.listed, region.name, region.kind, region.pinyin) is distinct from (excluded.listed, excluded.name, excluded.kind, excluded.pinyin)
     returning xmax = 0 as added`,
    [JSON.stringify(rows), since],
  )
  const added = written.filter(row => row.added).length
  return { added, changed: written.length - added, same: rows.length - written.length }
}
