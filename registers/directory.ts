import { kindOfOffice, regionOfOffice, type OfficeCode } from '../kernel/post.ts'
import { ancestor, levelOf, parentOf, type Level } from '../kernel/region.ts'
import { words, type Words } from '../kernel/words.ts'
import type { Category, CategoryGroup } from './categories.ts'
import type { OfficeRow } from './offices.ts'
import { spells } from './pinyin.ts'
import { placeInEnglish } from './region-name.ts'
import type { RegionRow } from './regions.ts'
import { chooseRoute, type DispatchLevel, type RouteRow } from './routes.ts'
import { isUrban } from './unit.ts'

/** A region as the product shows it. `path` are plain names from the city down to itself; names repeat, so show it. */
export type Region = RegionRow & { readonly level: Level; readonly en: string; readonly path: readonly string[]; readonly ended?: true }

export type Office = OfficeRow & { readonly region: string; readonly kind: string; readonly ended?: true }

/** What goes into a directory: rows in force on one legal day, and those that ended before (`ended`), which old matters still name. */
export type Reference = {
  readonly regions: readonly (RegionRow & { readonly ended?: true })[]
  readonly offices: readonly (OfficeRow & { readonly ended?: true })[]
  readonly groups: readonly CategoryGroup[]
  readonly categories: readonly (Category & { readonly ended?: true })[]
  readonly routes: readonly RouteRow[]
}

export type RoutePlan = { readonly office: OfficeCode; readonly rule: string; readonly words: Words }

/** Regions, offices, categories and routes in memory. Lookups by code also find what has ended; lists hold only what is in force. */
export type Directory = {
  region(code: string): Region | undefined
  /** Plain names from the city down; empty where there is no such region. */
  path(code: string): readonly string[]
  children(code: string): readonly Region[]
  /** Regions by any part of the name, its pinyin or initials; several words narrow by the path: `高庙 新庄`. Best first, at most `limit`. */
  searchRegions(text: string, more?: { readonly within?: string; readonly level?: Level; readonly limit?: number }): readonly Region[]
  office(code: string): Office | undefined
  /** The offices that stand in a region itself. */
  officesIn(region: string): readonly Office[]
  /** Every office that answers for a place: those of the regions that hold it, nearest first. */
  officesFor(region: string): readonly Office[]
  searchOffices(text: string, region: string, limit?: number): readonly Office[]
  category(code: string): Category | undefined
  categories(): readonly Category[]
  groups(): readonly CategoryGroup[]
  /** Where a category goes when the centre of `from` dispatches it, and the rule that says so. `undefined` where nothing fits. */
  route(ask: { readonly category: string; readonly region: string; readonly from: string }): RoutePlan | undefined
}

const inForce = (row: { readonly ended?: true }): boolean => row.ended !== true

/** How well a name answers a word typed: 0 exact, 1 from the beginning, 2 inside; `undefined` not at all. */
const fit = (typed: string, names: readonly string[]): number | undefined => {
  const found = names.flatMap(name => {
    const at = name.includes(typed) ? Array.from(name.slice(0, name.indexOf(typed))).length : spells(typed, name)
    return at === undefined ? [] : [name === typed ? 0 : at === 0 ? 1 : 2]
  })
  return found.length === 0 ? undefined : Math.min(...found)
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/[\s/，、]+/).filter(word => word !== '').slice(0, 6)

const dispatchLevel = (from: string): DispatchLevel => {
  const level = levelOf(from)
  return level === 'city' || level === 'county' ? level : 'township'
}

export const makeDirectory = (reference: Reference): Directory => {
  const rows = new Map(reference.regions.map(row => [row.code, row]))
  const pathOf = (code: string): readonly string[] =>
    (['city', 'county', 'township', 'village', 'grid'] as const).flatMap(level => {
      const at = ancestor(code, level)
      const row = at === undefined ? undefined : rows.get(at)
      return row ? [row.name] : []
    })
  const regions = new Map(reference.regions.map(row =>
    [row.code, { ...row, level: levelOf(row.code), en: placeInEnglish(row.name), path: pathOf(row.code) } satisfies Region]))
  const byPinyin = [...regions.values()].filter(inForce).toSorted((a, b) => (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : a.code < b.code ? -1 : 1))
  const children = Map.groupBy([...regions.values()].filter(inForce), region => parentOf(region.code) ?? '')
  const offices = new Map(reference.offices.map(row =>
    [row.code, { ...row, region: regionOfOffice(row.code), kind: kindOfOffice(row.code) } satisfies Office]))
  const officesByRegion = Map.groupBy([...offices.values()].filter(inForce), office => office.region)
  const categories = new Map(reference.categories.map(row => [row.code, row]))
  const stands = (code: OfficeCode): boolean => { const office = offices.get(code); return office !== undefined && inForce(office) }
  const officesFor = (code: string): readonly Office[] =>
    (['village', 'township', 'county', 'city'] as const).flatMap(level => officesByRegion.get(ancestor(code, level) ?? '') ?? [])

  return {
    region: code => regions.get(code),
    path: pathOf,
    children: code => children.get(code) ?? [],
    searchRegions: (text, { within = '', level, limit = 20 } = {}) => {
      const typed = wordsOf(text)
      if (typed.length === 0) return []
      const ranked = byPinyin.flatMap(region => {
        if (!region.code.startsWith(within) || (level !== undefined && region.level !== level)) return []
        const own = typed.map(word => (/^\d+$/.test(word) ? (region.code.startsWith(word) ? 1 : undefined) : fit(word, [region.name, region.listed])))
        const best = own.filter(rank => rank !== undefined)
        const above = region.path.slice(0, -1)
        return best.length > 0 && typed.every((word, i) => own[i] !== undefined || fit(word, above) !== undefined) ? [{ region, rank: Math.min(...best) }] : []
      })
      return ranked.toSorted((a, b) => a.rank - b.rank || a.region.code.length - b.region.code.length).slice(0, limit).map(one => one.region)
    },
    office: code => offices.get(code),
    officesIn: code => officesByRegion.get(code) ?? [],
    officesFor,
    searchOffices: (text, region, limit = 20) => {
      const typed = wordsOf(text)
      return officesFor(region).filter(office => typed.every(word => fit(word, [office.zh]) !== undefined || office.en.toLowerCase().includes(word.toLowerCase()))).slice(0, limit)
    },
    category: code => categories.get(code),
    categories: () => [...categories.values()].filter(inForce),
    groups: () => reference.groups,
    route: ({ category: code, region, from }) => {
      const category = categories.get(code)
      const village = rows.get(ancestor(region, 'village') ?? '')
      if (!category || !village) return undefined
      const chosen = chooseRoute(reference.routes, { category: code, group: category.group, region, urban: isUrban(village.kind), from: dispatchLevel(from) }, stands)
      return chosen && { office: chosen.office, rule: chosen.rule.zh, words: words(chosen.rule.zh, chosen.rule.en) }
    },
  }
}
