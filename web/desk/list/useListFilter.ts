import { useSearchParams } from 'wouter'
import type { Scope } from '../../../server/wire.ts'
import type { ListFilter } from '../links.ts'
import { beside, useWords } from './useWords.ts'

const scopes: readonly Scope[] = ['party', 'mine', 'office', 'region']
const dues = ['late', 'today', 'week'] as const

const oneOf = <T extends string>(options: readonly T[], value: string | null): T | undefined => options.find(option => option === value)

/** What may stand in an address: codes of the registers of categories and offices. */
const impersonal = /^(category:|office:\d{4,15}\/[a-zA-Z][a-zA-Z0-9-]*$)/

type Change = { readonly [K in keyof ListFilter]?: ListFilter[K] | undefined }

/**
 * The filter of a list lives in its address: it can be sent to a colleague, and the back button undoes it. Words looked for stand beside it
 * (see `useWords`), and of terms an address takes a category or an office alone.
 */
export const useListFilter = (): readonly [ListFilter, (change: Change) => void] => {
  const [params, setParams] = useSearchParams()
  const words = useWords()
  const text = (name: string): string | undefined => params.get(name) ?? undefined
  const term = text('term')
  const values = {
    scope: oneOf(scopes, params.get('scope')), due: oneOf(dues, params.get('due')),
    procedure: text('procedure'), stage: text('stage'), term: term !== undefined && impersonal.test(term) ? term : undefined, q: words, region: text('region'),
  }
  const filter = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as ListFilter
  const changed = ({ q, ...change }: Change, kept: string | undefined) => setParams(before => {
    const next = new URLSearchParams(before)
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    }
    return next
  }, { state: beside(kept) })
  return [filter, change => changed(change, 'q' in change ? change.q : words)]
}
