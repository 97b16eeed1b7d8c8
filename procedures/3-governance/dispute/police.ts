import { kindOfOffice, officeCode } from '../../../kernel/post.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'

/** The bureau of the county of a place. */
export const bureauOf = (region: string): string => officeCode(countyOf(region), 'public-security')

/** The police who answer for a place, the nearest first: the station of its township, where it lies in one, and the bureau. */
export const policeOf = (region: string): readonly string[] => {
  const township = ancestor(region, 'township')
  return [...(township === undefined ? [] : [officeCode(township, 'police-station')]), bureauOf(region)]
}

export const isPolice = (office: string | undefined): boolean => office !== undefined && ['police-station', 'public-security'].includes(kindOfOffice(office))
