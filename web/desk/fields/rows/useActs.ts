import { useCallback, useLayoutEffect, useMemo, useRef, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import type { Json } from '../../../../kernel/words.ts'
import { cellsIn, isTable } from '../../../parts/rows/clipboard.ts'
import { insertRow, isBlank, judgeCell, paste, removeRow, setCell, type Row, type Table } from '../../../parts/rows/edit.ts'
import { rowsMoved } from './moves.ts'

export type At = { readonly row: number; readonly column: string }

type Now = { readonly table: Table; readonly change: (next: Table) => void; readonly focus: (at: At) => void }
type Of = { readonly name: string; readonly fact: Fact; readonly most: number }

const placeOf = (target: EventTarget): At | undefined => {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : null
  const { row, column } = cell?.dataset ?? {}
  return row !== undefined && column !== undefined ? { row: Number(row), column } : undefined
}

/** What can be done to a table from its rows, each on the table as it stands when it is done. The same for ever, so that a key draws its own row alone. */
export const useActs = (stands: Now, { name, fact, most }: Of) => {
  const now = useRef(stands)
  useLayoutEffect(() => { now.current = stands })
  const onNow = useCallback((work: (stands: Now) => void): void => work(now.current), [])
  return useMemo(() => ({
    set: (at: number, column: string, value: Json): void => onNow(({ table, change }) => change(setCell(table, at, column, value))),
    left: (at: number, column: string): void => onNow(({ table, change }) => {
      const judged = judgeCell(table, name, fact, at, column)
      if (judged !== table) change(judged)
    }),
    insert: (at: number, copy?: Row): void => onNow(({ table, change, focus }) => {
      change(insertRow(table, at, copy))
      focus({ row: at, column: Object.keys(fact.columns ?? {})[0] ?? '' })
    }),
    remove: (at: number): void => onNow(({ table, change }) => change(removeRow(table, at))),
    press: (event: KeyboardEvent): void => onNow(({ table, change, focus }) => {
      const at = placeOf(event.target)
      const moved = at ? rowsMoved(event) : 0
      if (!at || moved === 0) return
      event.preventDefault()
      const { rows } = table
      const row = at.row + moved
      if (row < 0 || row > rows.length || (row === rows.length && (isBlank(rows[at.row] ?? {}) || rows.length >= most))) return
      if (row === rows.length) change(insertRow(judgeCell(table, name, fact, at.row, at.column), row))
      focus({ row, column: at.column })
    }),
    take: (event: ClipboardEvent): void => onNow(({ table, change }) => {
      const [at, text] = [placeOf(event.target), event.clipboardData.getData('text/plain')]
      if (!at || !isTable(text)) return
      event.preventDefault()
      change(paste(table, name, fact, at.row, at.column, cellsIn(text), most))
    }),
  }), [onNow, name, fact, most])
}
