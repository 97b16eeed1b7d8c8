import { isOpen, type Procedure } from '../../kernel/procedure.ts'
import type { BoardCell } from '../../store/read/board.ts'
import type { Board, BoardRow, RateView } from '../wire.ts'
import { regionRef } from './place.ts'
import type { Reader } from './reader.ts'

type Counts = { readonly [measure: string]: number }

const rateOf = (rate: Procedure['rates'][string], counts: Counts): RateView => {
  const n = (measure: string | undefined): number => (measure === undefined ? 0 : counts[measure] ?? 0)
  return {
    raw: { of: n(rate.of), among: n(rate.among) },
    ...(rate.without && { after: { of: n(rate.of) - n(rate.without.of), among: n(rate.among) - n(rate.without.among) } }),
  }
}

/** Over the stages in which a matter still stands open: one that only waits to be rated has its own figure and is not among them. */
const sumOf = (procedure: Procedure, counts: Counts, of: 'open' | 'late'): number =>
  Object.keys(procedure.stages).reduce((sum, stage) => (isOpen(procedure, stage) ? sum + (counts[`${of}:${stage}`] ?? 0) : sum), 0)

const rowOf = (procedure: Procedure, region: string, counts: Counts, reader: Reader): BoardRow => {
  const open = Object.fromEntries(Object.keys(procedure.stages).flatMap(stage => (counts[`open:${stage}`] ? [[stage, counts[`open:${stage}`] ?? 0]] : [])))
  return {
    region: regionRef(reader, region), open, openTotal: sumOf(procedure, counts, 'open'), late: sumOf(procedure, counts, 'late'),
    measures: Object.fromEntries(Object.keys(procedure.measures).map(measure => [measure, counts[measure] ?? 0])),
    rates: Object.fromEntries(Object.entries(procedure.rates).map(([name, rate]) => [name, rateOf(rate, counts)])),
  }
}

const add = (cells: readonly BoardCell[]): Counts => {
  const sums: { [measure: string]: number } = {}
  for (const { measure, n } of cells) sums[measure] = (sums[measure] ?? 0) + n
  return sums
}

/** The counters as a table: a row for every region inside the one asked for, also where nothing was counted, and their total. */
export const boardView = (procedure: Procedure, region: string, cells: readonly BoardCell[], reader: Reader): Board => {
  const byRegion = Map.groupBy(cells, cell => cell.region)
  const codes = [...new Set([...reader.directory.children(region).map(child => child.code), ...byRegion.keys()])].toSorted()
  return {
    region: regionRef(reader, region),
    asOf: reader.now.toISOString(),
    stages: Object.keys(procedure.stages),
    rows: codes.map(code => rowOf(procedure, code, add(byRegion.get(code) ?? []), reader)),
    total: rowOf(procedure, region, add(cells), reader),
  }
}
