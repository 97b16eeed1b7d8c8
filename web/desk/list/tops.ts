/** The top of every item and, last, the end of the list. */
export const topsOf = <T,>(items: readonly T[], heightOf: (item: T, at: number) => number): readonly number[] => {
  const tops = [0]
  for (const [at, item] of items.entries()) tops.push((tops.at(-1) ?? 0) + heightOf(item, at))
  return tops
}

/** The item at a height: the last whose top is not below it. */
export const itemAt = (tops: readonly number[], y: number): number => {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
