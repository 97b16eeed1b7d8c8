/** An instant of ISO 8601, or nothing where it is none. A day alone begins in Haidong, and a time without an offset is Haidong’s, wherever the server stands. */
export const instantOf = (value: string): Date | undefined => {
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return undefined
  const at = new Date(/^[\d-]{10}$/.test(value) ? `${value}T00:00:00+08:00` : /T[\d:.]+$/.test(value) ? `${value}+08:00` : value)
  return Number.isNaN(at.getTime()) ? undefined : at
}
