import { useState } from 'react'
import { usePrinting } from '../../../parts/usePrinting.ts'

/** Rows drawn at first, and with each press of the button. */
const some = 200

/** The first of a long list, and more of it on demand; on paper all of it. `of` names the list: another begins anew. */
export const useSome = <T>(all: readonly T[], of: string): { readonly rows: readonly T[]; readonly left: number; readonly more: () => void } => {
  const [shown, setShown] = useState({ of, count: some })
  const printing = usePrinting()
  const count = shown.of === of ? shown.count : some
  const rows = printing ? all : all.slice(0, count)
  return { rows, left: all.length - rows.length, more: () => setShown({ of, count: count + some }) }
}
