/** The value below which a share `p` (0 to 1) of the list lies; nearest rank. `NaN` of an empty list. */
export const quantile = (list: readonly number[], p: number): number => {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN
}

export const median = (list: readonly number[]): number => quantile(list, 0.5)

/** Milliseconds as text, with as many decimals as tell something. */
export const ms = (value: number): string => (Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

export const count = (value: number): string => Math.round(value).toLocaleString('en-US')

export const ratio = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '–')

export const percent = (value: number): string => `${Math.round(value * 100)} %`

/** Mebibytes of bytes. */
export const mib = (bytes: number): string => (bytes / 1_048_576).toFixed(0)
