import type { Fact } from '../../kernel/fact.ts'
import { officeCode, regionOfOffice } from '../../kernel/post.ts'
import { countyOf, parentOf } from '../../kernel/region.ts'
import type { CategoryView, OfficeRef, RegionRef } from '../../server/wire.ts'
import * as paths from './paths.ts'
import { useAsk } from './useAsk.ts'

/** Names behind the codes that facts hold. Registers change seldom: answers stay fresh for ten minutes. */
const fresh = 600_000

export const useRegion = (code: string | undefined): RegionRef | undefined => {
  const parent = code === undefined ? undefined : parentOf(code)
  const { data } = useAsk(parent === undefined ? undefined : paths.regionsIn(parent), { fresh })
  return data?.find(region => region.code === code)
}

export const useOffice = (code: string | undefined): OfficeRef | undefined => {
  const { data } = useAsk(code === undefined || code === '' ? undefined : paths.officesFor(regionOfOffice(code)), { fresh })
  return data?.find(office => office.code === code)
}

export const useCategories = (): readonly CategoryView[] => useAsk(paths.categories(), { fresh }).data ?? []

/** Whom an account fact may name: the people of an office, or those of the offices of the kinds it says in the same place. */
export const useColleagues = (fact: Fact, office: string | undefined) => {
  const kinds = fact.schema['x-office-kinds']
  const [one, other] = office === undefined ? [] : Array.isArray(kinds) ? kinds.map(kind => officeCode(regionOfOffice(office), String(kind))) : [office]
  const [found, more] = [useAsk(one === undefined ? undefined : paths.peopleOf(one), { fresh }), useAsk(other === undefined ? undefined : paths.peopleOf(other), { fresh })]
  return { people: [...found.data ?? [], ...more.data ?? []], loading: found.isLoading || more.isLoading, error: found.error ?? more.error ?? undefined }
}

/** The item of a county's lists in force, or the duty of an office, that a code stands for; what is no longer in force keeps its code alone. */
export const useItemName = (register: string, code: string, office: string | undefined): string | undefined => {
  const items = useAsk(office !== undefined && register === 'work-item' ? paths.workItems(countyOf(regionOfOffice(office))) : undefined, { fresh }).data
  const duties = useAsk(office !== undefined && register === 'duty-item' ? paths.dutyItems(office) : undefined, { fresh }).data
  return (items ?? duties)?.find(item => item.code === code)?.name
}
