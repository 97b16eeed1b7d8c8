import { useSearch } from 'wouter'
import { links } from '../links.ts'

/** The address of another place's figures, of the same procedure and months. */
export const useAreaLink = (): ((region: string) => string) => {
  const search = useSearch()
  return region => `${links.area(region)}${search === '' ? '' : `?${search}`}`
}
