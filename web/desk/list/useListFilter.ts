import { useSearchParams } from 'wouter'
import type { Scope } from '../../../server/wire.ts'
import type { ListFilter } from '../links.ts'

const scopes: readonly Scope[] = ['party', 'mine', 'office', 'region']
const dues = ['late', 'today', 'week'] as const

const oneOf = <T extends string>(options: readonly T[], value: string | null): T | undefined => options.find(option => option === value)

/** The filter of a list lives in its address: it can be sent to a colleague, and the back button undoes it. */
export const useListFilter = (): readonly [ListFilter, (change: { readonly [K in keyof ListFilter]?: ListFilter[K] | undefined }) => void] => {
  const [params, setParams] = useSearchParams()
  const text = (name: string): string | undefined => params.get(name) ?? undefined
  const values = {
    scope: oneOf(scopes, params.get('scope')), due: oneOf(dues, params.get('due')),
    procedure: text('procedure'), stage: text('stage'), term: text('term'), q: text('q'), region: text('region'),
  }
  const filter = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as ListFilter
  return [filter, change => setParams(before => {
    const next = new URLSearchParams(before)
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    }
    return next
  })]
}
