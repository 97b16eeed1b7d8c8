import { levelOf, type Level } from '../kernel/region.ts'
import type { Words } from '../kernel/words.ts'

/** What kind of unit a region is. A `zone` is none of self-government: industrial parks stand in the statistical list as towns and villages. */
export const unitKinds = {
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  county: { zh: '县', en: 'County' },
  street: { zh: '街道', en: 'Subdistrict' },
  town: { zh: '镇', en: 'Town' },
  township: { zh: '乡', en: 'Township' },
  residents: { zh: '社区', en: 'Community' },
  village: { zh: '村', en: 'Village' },
  grid: { zh: '网格', en: 'Grid' },
  zone: { zh: '园区', en: 'Zone' },
} as const satisfies Record<string, Words>

export type UnitKind = keyof typeof unitKinds

const townshipKind = (digits: number): UnitKind => (digits < 100 ? 'street' : digits < 200 ? 'town' : digits < 400 ? 'township' : 'zone')
const villageKind = (digits: number): UnitKind => (digits < 200 ? 'residents' : digits < 400 ? 'village' : 'zone')

/**
 * The kind of unit by its statistical code (国家统计局 统计用区划代码编制规则): third segment 001–099 subdistrict, 100–199 town,
 * 200–399 township, 400 and above other; fourth segment 001–199 residents' committee, 200–399 villagers' committee, 400 and above other.
 * Districts and counties are told apart by name, since their codes do not say.
 */
export const unitOf = (code: string, name: string): UnitKind => {
  const kinds: Record<Level, () => UnitKind> = {
    city: () => 'city',
    county: () => (name.endsWith('区') ? 'district' : 'county'),
    township: () => townshipKind(Number(code.slice(6, 9))),
    village: () => villageKind(Number(code.slice(9, 12))),
    grid: () => 'grid',
  }
  return kinds[levelOf(code)]()
}

/** For routing, communities and parks are urban and villages rural, also a village under a subdistrict. */
export const isUrban = (kind: UnitKind): boolean => kind === 'residents' || kind === 'zone'
