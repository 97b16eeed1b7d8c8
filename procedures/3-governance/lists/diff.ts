import type { Json } from '../../../kernel/words.ts'

/** An item of any list: a code, and what else it says by column. One left empty is absent. */
export type Coded = { readonly code?: string; readonly [column: string]: Json | undefined }

/** What became of one item from a version to another; `fields`: the columns that differ. */
export type Change<I extends Coded> =
  | { readonly change: 'added'; readonly code: string; readonly after: I }
  | { readonly change: 'withdrawn'; readonly code: string; readonly before: I }
  | { readonly change: 'changed'; readonly code: string; readonly before: I; readonly after: I; readonly fields: readonly string[] }

const differing = (before: Coded, after: Coded): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(column => (before[column] ?? '') !== (after[column] ?? ''))

/**
 * What changed between two versions of a list, item by item: in the order of the newer, what was withdrawn behind it in the order of the older.
 * Items are the same where their codes are.
 *
 * @example diff([{ code: 'a', name: 'x' }], [{ code: 'a', name: 'y' }]) // [{ change: 'changed', code: 'a', …, fields: ['name'] }]
 */
export const diff = <I extends Coded>(before: readonly I[], after: readonly I[]): readonly Change<I>[] => {
  const old = new Map(before.map(item => [item.code ?? '', item]))
  const codes = new Set(after.map(item => item.code ?? ''))
  const stayed = after.flatMap((item): readonly Change<I>[] => {
    const code = item.code ?? ''
    const was = old.get(code)
    if (was === undefined) return [{ change: 'added', code, after: item }]
    const fields = differing(was, item)
    return fields.length === 0 ? [] : [{ change: 'changed', code, before: was, after: item, fields }]
  })
  return [...stayed, ...before.filter(item => !codes.has(item.code ?? '')).map((item): Change<I> => ({ change: 'withdrawn', code: item.code ?? '', before: item }))]
}

/** How many were added, withdrawn and changed. */
export const counted = (changes: readonly { readonly change: string }[]): { readonly added: number; readonly withdrawn: number; readonly changed: number } => {
  const of = (kind: string): number => changes.filter(({ change }) => change === kind).length
  return { added: of('added'), withdrawn: of('withdrawn'), changed: of('changed') }
}
