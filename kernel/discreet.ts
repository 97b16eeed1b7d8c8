/** What may be given of a count: the count, or `undefined` where it is left out. */
type Given = readonly (number | undefined)[]

/**
 * Counts for the public that let nobody be found: one below `fewest` is not given (`undefined`), and where what is left out of a row is one count alone or comes to
 * fewer than `fewest`, so that the row's total would tell it, the next smallest is not given either. Zero says nothing of anybody and stands. `besides` are places that
 * are left out in any case.
 */
export const discreet = (counts: readonly number[], fewest: number, besides: ReadonlySet<number> = new Set()): Given => {
  const hidden = new Set(counts.flatMap((n, at) => (n > 0 && (n < fewest || besides.has(at)) ? [at] : [])))
  const rest = counts.map((n, at) => ({ n, at })).filter(({ n, at }) => n > 0 && !hidden.has(at)).toSorted((a, b) => a.n - b.n)
  const tells = (): boolean => hidden.size === 1 || (hidden.size > 1 && [...hidden].reduce((sum, at) => sum + (counts[at] ?? 0), 0) < fewest)
  for (const { at } of rest) {
    if (!tells()) break
    hidden.add(at)
  }
  return counts.map((n, at) => (hidden.has(at) ? undefined : n))
}

const left = (given: Given): ReadonlySet<number> => new Set(given.flatMap((n, at) => (n === undefined ? [at] : [])))

/** The same of a table whose rows and columns all have their totals told somewhere: no row and no column gives away what another hides. Rows are equally long. */
export const discreetTable = (table: readonly (readonly number[])[], fewest: number, besides: readonly ReadonlySet<number>[] = []): readonly Given[] => {
  let hidden = table.map((row, at) => left(discreet(row, fewest, besides[at])))
  for (let before = -1, now = 0; before !== now;) {
    before = now
    const columns = (table[0] ?? []).map((_, column) => left(discreet(table.map(row => row[column] ?? 0), fewest, new Set(hidden.flatMap((row, at) => (row.has(column) ? [at] : []))))))
    hidden = table.map((row, at) => left(discreet(row, fewest, new Set(columns.flatMap((column, place) => (column.has(at) ? [place] : []))))))
    now = hidden.reduce((sum, row) => sum + row.size, 0)
  }
  return table.map((row, at) => row.map((n, place) => (hidden[at]?.has(place) ? undefined : n)))
}
