import { ancestor, isRegionCode, levelOf, levels, type Level } from '../../kernel/region.ts'
import { kindOfOffice, regionOfOffice } from '../../kernel/post.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'
import type { Reader } from './reader.ts'

export type Names = Pick<Reader, 'directory' | 'language'>

const nameOf = ({ directory, language }: Names, code: string): string | undefined => {
  const region = directory.region(code)
  return region && (language === 'en' ? region.en : region.name)
}

/** A place with its path of names from the city down; a code the register does not know stands as itself. */
export const regionRef = (names: Names, code: string): RegionRef => ({
  code,
  name: nameOf(names, code) ?? code,
  level: isRegionCode(code) ? levelOf(code) : 'city',
  path: isRegionCode(code) ? (Object.keys(levels) as Level[]).flatMap(level => {
    const at = ancestor(code, level)
    const name = at === undefined ? undefined : nameOf(names, at)
    return name === undefined ? [] : [name]
  }) : [],
})

/** An office by its code, also one that has ended. */
export const officeRef = ({ directory, language }: Names, code: string): OfficeRef => {
  const office = directory.office(code)
  return { code, name: office?.[language] ?? code, region: regionOfOffice(code), kind: kindOfOffice(code) }
}
