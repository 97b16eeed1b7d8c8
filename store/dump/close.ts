import { exportCheck, type Keys } from '../seal.ts'

/** How an export ends: rows by table, and a keyed digest over every line before. One cut short or changed on the way does not end so. */
export type Close = { readonly rows: { readonly [table: string]: number }; readonly digest: string }

/** Counts and digests lines as they pass, written or read. */
export const closing = (keys: Keys) => {
  const check = exportCheck(keys)
  const rows: { [table: string]: number } = {}
  return {
    line: (text: string): void => { check.update(text).update('\n') },
    row: (table: string): void => { rows[table] = (rows[table] ?? 0) + 1 },
    rows: (): number => Object.values(rows).reduce((sum, n) => sum + n, 0),
    /** Ends the count; nothing passes any more. */
    end: (): Close => ({ rows, digest: check.digest('base64url') }),
  }
}
