import { useMe } from '../parts/me.ts'
import { useRegion } from '../parts/names.ts'

/** The village that a page is about: the one its address names, else one's own; `choose` in the address: none yet. */
export const useVillage = (named: string | undefined) => {
  const home = useMe().data?.home?.code.slice(0, 12)
  const code = named === 'choose' ? undefined : named ?? (home?.length === 12 ? home : undefined)
  return { code, own: code !== undefined && code === home, place: useRegion(code) ?? null }
}
