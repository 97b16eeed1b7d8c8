import { pointIn } from '../../kernel/plane.ts'
import { ancestor, isRegionCode, levelOf } from '../../kernel/region.ts'
import { readShape, type Area, type Position, type Shape } from '../../kernel/shape.ts'
import { words, type Words } from '../../kernel/words.ts'
import { cover, type Cover, type Sliver } from './cover.ts'
import { shapeIn84, type Datum } from './datum.ts'
import { judge, type FaultKind, type GridFault } from './judge.ts'
import type { RegionShape } from './shapes.ts'

/** An area as a file has it: what its table says of it by column, and its GeoJSON, degrees of the datum declared. */
export type Given = { readonly properties: { readonly [name: string]: string }; readonly geometry: unknown }

/** How a file is to be read: its datum, and which columns hold codes and names where they are not called as usual. */
export type Reading = { readonly datum: Datum; readonly code?: string; readonly name?: string; readonly day: string; /** Only what lies in this region is taken. */ readonly within: string }

/** A fault with the number of its feature, counted from 1, where it is of one. */
export type ImportFault = Omit<GridFault, 'code'> & { readonly code?: string; readonly feature?: number }

/** A file on trial: what it would draw anew, redraw and set as boundaries, what is wrong, and the coverage of each village with what stands there. */
export type Trial = {
  readonly features: number
  readonly draw: readonly Area[]
  readonly redraw: readonly Area[]
  /** Boundaries of villages, townships and counties. */
  readonly bounds: readonly { readonly code: string; readonly shape: Shape }[]
  readonly faults: readonly ImportFault[]
  readonly covers: readonly (Cover & { readonly village: string })[]
}

/** What the registers know of the places a file names, as it is handed to who judges it: plain values, so that a thread takes them. */
export type Around = {
  readonly figures: { readonly outside: number; readonly points: number; readonly sliver: Sliver }
  readonly regions: ReadonlyMap<string, { readonly name: string; readonly en: string; readonly ended?: boolean }>
  /** Grids that stand or once stood in those villages. */
  readonly standing: readonly { readonly code: string; readonly ended: boolean }[]
  /** Boundaries of villages, townships and counties; grids in their townships. */
  readonly bounds: readonly RegionShape[]
  readonly grids: readonly RegionShape[]
}

/** The nearest known boundary a place lies in: its village’s, else its township’s or county’s. */
export const boundaryIn = (bounds: readonly RegionShape[]): (code: string) => RegionShape | undefined => {
  const byCode = new Map(bounds.map(one => [one.code, one]))
  return code => (['village', 'township', 'county'] as const).map(level => byCode.get(ancestor(code, level) ?? '')).find(one => one !== undefined)
}

/** What columns are usually called, in files of surveyors and platforms. */
const usual = {
  code: ['code', 'grid_code', 'gridcode', 'wgbm', 'wgdm', '网格编码', '网格代码', '编码', '代码', '区划代码', 'xzqdm', 'qhdm'],
  name: ['name', 'grid_name', 'gridname', 'wgmc', '网格名称', '名称', 'mc', 'xzqmc'],
} as const

const column = ({ properties }: Given, wanted: string | undefined, names: readonly string[]): string => {
  const keys = Object.keys(properties)
  const key = wanted === undefined ? names.map(name => keys.find(one => one.toLowerCase() === name)).find(one => one !== undefined) : keys.find(one => one.toLowerCase() === wanted.toLowerCase())
  return key === undefined ? '' : properties[key]?.trim() ?? ''
}

type Read = { readonly feature: number; readonly code: string; readonly name: string; readonly shape: Shape }

const fault = (feature: number, code: string, kind: FaultKind, why: Words, more: { readonly at?: Position; readonly shape?: Shape } = {}): ImportFault =>
  ({ feature, kind, grave: true, why, ...(code !== '' && { code }), ...more })

const readOne = (given: Given, feature: number, reading: Reading, { regions, figures }: Around): Read | ImportFault => {
  const code = column(given, reading.code, usual.code)
  const name = column(given, reading.name, usual.name).normalize('NFC').replaceAll(/\s+/g, ' ')
  if (!isRegionCode(code) || code.length < 6) return fault(feature, code, 'code', words('没有区划或网格编码：网格 15 位，村界 12 位，乡界 9 位，县界 6 位', 'has no code: fifteen digits for a grid, twelve, nine or six for the boundary of a village, township or county'))
  const of = levelOf(code) === 'grid' ? code.slice(0, 12) : code
  const known = regions.get(of)
  if (!known || known.ended) return fault(feature, code, 'village', words(`没有${of.length === 12 ? '村（社区）' : '区划'} ${of}`, `there is no ${of.length === 12 ? 'village' : 'place'} ${of}`))
  if (!code.startsWith(reading.within)) return fault(feature, code, 'village', words(`${known.name}不在您的辖区`, `${known.en} lies outside your area`))
  const read = readShape(given.geometry, figures.points)
  if ('fault' in read) return fault(feature, code, read.fault.code, read.fault.why, read.fault.at ? { at: read.fault.at } : {})
  if (code.length === 15 && (name === '' || Array.from(name).length > 50) && regions.get(code) === undefined) return fault(feature, code, 'name', words('网格名称须为 1 至 50 个字', 'a grid’s name has 1 to 50 characters'), { at: pointIn(read.shape) })
  return { feature, code, name: name === '' ? regions.get(code)?.name ?? known.name : name, shape: shapeIn84(read.shape, reading.datum) }
}

const isRead = (one: Read | ImportFault): one is Read => 'name' in one

/** The codes a file names, whether they stand or not: what the registers are asked for. */
export const codesIn = (given: readonly Given[], { code }: Pick<Reading, 'code'>): readonly string[] => [...new Set(given.map(one => column(one, code, usual.code)).filter(isRegionCode))]

/** Judges a file against what the registers know; nothing is written. `tell` hears after each grid and village how many of how many are judged. */
export const judgeFile = (given: readonly Given[], reading: Reading, known: Around, tell: (done: number, of: number) => void = () => undefined): Trial => {
  const { figures } = known
  const all = given.map((one, i) => readOne(one, i + 1, reading, known))
  const faults: ImportFault[] = all.filter((one): one is ImportFault => !isRead(one))
  const first = new Map<string, number>()
  const read = all.filter(isRead).filter(({ code, feature, shape }) => {
    const before = first.get(code)
    if (before === undefined) { first.set(code, feature); return true }
    faults.push(fault(feature, code, 'twice', words(`编码与第 ${before} 个要素重复`, `bears the code of feature ${before}`), { at: pointIn(shape), shape }))
    return false
  })
  const grids = read.filter(one => one.code.length === 15)
  const bounds = read.filter(one => one.code.length < 15)
  const villages = [...new Set([...grids.map(one => one.code.slice(0, 12)), ...bounds.filter(one => one.code.length === 12).map(one => one.code)])]
  const standing = new Map(known.standing.map(one => [one.code, one]))
  for (const { code, feature, shape } of grids) if (standing.get(code)?.ended) faults.push(fault(feature, code, 'code', words('该网格已撤销，编码不能再用', 'this grid has ended; its code is not used again'), { at: pointIn(shape), shape }))
  const areas: readonly Area[] = grids.map(({ code, name, shape }) => ({ code, name, shape }))
  const fresh = new Map(bounds.map(one => [one.code, one]))
  const knownOf = boundaryIn(known.bounds)
  const boundary = (code: string): RegionShape | undefined => {
    const own = [12, 9, 6].map(length => fresh.get(code.slice(0, length))).find(one => one !== undefined)
    const before = knownOf(code)
    return own && (before === undefined || before.code.length <= own.code.length) ? { code: own.code, shape: own.shape, schematic: false, since: reading.day } : before
  }
  const codes = new Set(areas.map(area => area.code))
  const beside = known.grids.filter(one => !codes.has(one.code))
  const byVillage = Map.groupBy([...beside.map(({ code, shape }) => ({ code, shape })), ...areas.flatMap(({ code, shape }) => (shape ? [{ code, shape }] : []))], one => one.code.slice(0, 12))
  const of = areas.length + villages.length
  let done = 0
  const one = (): void => tell(done += 1, of)
  const found = judge(areas, { boundary, beside, before: known.grids.filter(grid => codes.has(grid.code)), outside: figures.outside, sliver: figures.sliver }, one)
  faults.push(...found.map(each => ({ ...each, ...(first.has(each.code) && { feature: first.get(each.code) ?? 0 }) })))
  const broken = new Set(found.filter(each => each.kind === 'crossing').map(each => each.code))
  const covers = villages.flatMap((village): readonly (Cover & { readonly village: string })[] => {
    const bound = boundary(village)
    const drawn = (byVillage.get(village) ?? []).filter(grid => !broken.has(grid.code))
    const covered = drawn.length > 0 ? [{ village, ...cover(drawn, bound && bound.code === village ? bound.shape : undefined, figures.sliver) }] : []
    one()
    return covered
  })
  for (const bound of bounds) faults.push(...judge([{ code: bound.code, name: bound.name, shape: bound.shape }], { boundary: () => undefined, beside: [], before: [], outside: 0, sliver: figures.sliver }).filter(({ kind }) => kind === 'crossing').map(each => ({ ...each, feature: bound.feature })))
  return {
    features: given.length, draw: areas.filter(area => !standing.has(area.code)), redraw: areas.filter(area => standing.get(area.code)?.ended === false),
    bounds: bounds.map(({ code, shape }) => ({ code, shape })), faults: faults.toSorted((a, b) => Number(b.grave) - Number(a.grave) || (a.feature ?? 0) - (b.feature ?? 0)), covers,
  }
}
