import { officeCode, type OfficeCode } from '../kernel/post.ts'
import { ancestor, countyOf, levelOf, parentOf, type Level } from '../kernel/region.ts'
import { words, type Words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { isMediation, isOfficeKind, officeKinds, type OfficeKind, type OfficeKindTraits } from './office-kinds.ts'
import { committeeName, placeInEnglish } from './region-name.ts'
import type { Imported, RegionRow } from './regions.ts'

/** An office as a row: its code says region and kind. */
export type OfficeRow = { readonly code: OfficeCode; readonly zh: string; readonly en: string; readonly superior?: OfficeCode }

/** Districts are written under their city (海东市乐都区民政局); counties and towns stand by themselves (高庙镇人民政府). */
const place = (region: RegionRow, city: RegionRow | undefined): string =>
  region.kind === 'district' ? `${city?.name ?? ''}${region.name}` : region.name

const at = (text: OfficeKindTraits['after'], level: Level): string => (typeof text === 'string' ? text : text[level] ?? '')

/** A district's police is a branch of the city's: 海东市公安局乐都分局. */
const branch = (region: RegionRow, city: RegionRow | undefined): Words => words(
  `${city?.name ?? ''}公安局${region.name.replace(/区$/, '')}分局`,
  `${placeInEnglish(region.name)} Branch, Public Security Bureau of ${placeInEnglish(city?.name ?? '')}`,
)

/** 高庙镇人民政府, 碾伯街道办事处, and for a park 管理委员会. */
const government = (region: RegionRow): readonly [zh: string, en: string] => {
  if (region.kind === 'street') return ['办事处', 'Subdistrict Office']
  return region.kind === 'zone' ? ['管理委员会', 'Administration'] : ['人民政府', 'People’s Government']
}

/** The official name of an office of this kind in this region, in both languages. */
export const officeName = (kind: OfficeKind, region: RegionRow, city: RegionRow | undefined): Words => {
  const english = placeInEnglish(region.name)
  if (kind === 'committee') return words(committeeName(region.listed, region.kind), `Committee of ${english}`)
  if (kind === 'supervisory') return words(`${region.name}${region.kind === 'residents' ? '居' : '村'}务监督委员会`, `Supervisory Committee of ${english}`)
  if (kind === 'gov') {
    const [zh, en] = government(region)
    return words(`${place(region, city)}${zh}`, region.kind === 'street' ? `${english} Office` : `${en} of ${english}`)
  }
  if (kind === 'public-security' && region.kind === 'district') return branch(region, city)
  const traits: OfficeKindTraits = officeKinds[kind]
  const level = levelOf(region.code)
  const after = at(traits.after, level)
  const stem = kind === 'justice-office' || kind === 'police-station' ? region.name.replace(/(?<=..)(街道|镇|藏族乡|乡)$/, '') : place(region, city)
  return words(after.includes('{}') ? after.replace('{}', stem) : stem + after, `${at(traits.inEnglish, level)} of ${english}`)
}

/** A park has its administration and a centre, no station, no justice office, no committee. */
const stands = (kind: OfficeKind, region: RegionRow): boolean =>
  (officeKinds[kind].levels).includes(levelOf(region.code)) && (region.kind !== 'zone' || kind === 'gov' || kind === 'centre')

/**
 * Same line one level up; a town's government answers to the county's, its station and justice office to the county's department.
 * A committee, its supervisors and a congress answer to those who elect them.
 */
const superiorOf = (kind: OfficeKind, code: string): OfficeCode | undefined => {
  const up = parentOf(code)
  if (up === undefined || kind === 'committee' || kind === 'supervisory' || kind === 'congress') return undefined
  // A village's own mediation committee answers to who elected it; those above are guided by the justice department (People's Mediation Law, Art. 5).
  if (isMediation(kind)) return levelOf(code) === 'village' ? undefined : officeCode(countyOf(code), 'justice')
  if (kind === 'justice-office') return officeCode(up, 'justice')
  return officeCode(up, kind === 'police-station' ? 'public-security' : kind)
}

/** The offices that stand in each of these regions, by the kinds' levels. Villages that are no zone have a committee. */
export const officesFor = (regions: readonly RegionRow[]): readonly OfficeRow[] => {
  const byCode = new Map(regions.map(region => [region.code, region]))
  return regions.flatMap(region => {
    const city = byCode.get(ancestor(region.code, 'city') ?? '')
    return Object.keys(officeKinds).filter(isOfficeKind).filter(kind => stands(kind, region)).map(kind => {
      const superior = superiorOf(kind, region.code)
      const { zh, en } = officeName(kind, region, city)
      return { code: officeCode(region.code, kind), zh, en, ...(superior !== undefined && { superior }) }
    })
  })
}

/** Writes offices in force from `since` (legal day); those that stand already keep their names, which a place may have changed. */
export const importOffices = async (tx: Tx, rows: readonly OfficeRow[], since: string): Promise<Imported> => {
  const written = await tx.query(
    `insert into office (code, zh, en, superior, since)
     select code, zh, en, superior, $2::date from jsonb_to_recordset($1::text::jsonb) as r(code text, zh text, en text, superior text)
     on conflict (code) do nothing returning code`,
    [JSON.stringify(rows), since],
  )
  return { added: written.length, changed: 0, same: rows.length - written.length }
}
