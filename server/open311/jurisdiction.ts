import { Refused } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Directory } from '../../registers/directory.ts'
import { bad, noJurisdiction } from './errors.ts'

/** The counties of registration in a jurisdiction: a city with all of its own, or one county. The only city need not be named. */
export const countiesIn = (directory: Directory, jurisdiction: string | undefined): readonly string[] => {
  const cities = directory.children('')
  const only = cities.length === 1 ? cities[0]?.code : undefined
  const code = jurisdiction === undefined || jurisdiction === '' ? only : jurisdiction
  if (code === undefined) throw new Refused(bad('jurisdiction_id', words('本站有多个市，请给出 jurisdiction_id', 'this site serves several cities: give jurisdiction_id')))
  const region = directory.region(code)
  if (!region || (region.level !== 'city' && region.level !== 'county')) throw new Refused(noJurisdiction())
  return region.level === 'county' ? [code] : [code, ...directory.children(code).map(one => one.code)]
}
