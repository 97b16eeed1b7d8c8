import { pointIn } from '../../kernel/plane.ts'
import { isRegionCode, levelOf } from '../../kernel/region.ts'
import { readShape, type Area, type Position, type Shape } from '../../kernel/shape.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import type { Directory } from '../directory.ts'
import { writeRegions } from './change.ts'
import { cover, type Cover } from './cover.ts'
import { shapeIn84, type Datum } from './datum.ts'
import { around, gridFigures, standingIn } from './ground.ts'
import { judge, type FaultKind, type GridFault } from './judge.ts'
import { writeShapes } from './shapes.ts'

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

const readOne = (given: Given, feature: number, reading: Reading, directory: Directory, points: number): Read | ImportFault => {
  const code = column(given, reading.code, usual.code)
  const name = column(given, reading.name, usual.name).normalize('NFC').replaceAll(/\s+/g, ' ')
  if (!isRegionCode(code) || code.length < 6) return fault(feature, code, 'code', words('没有区划或网格编码：网格 15 位，村界 12 位，乡界 9 位，县界 6 位', 'has no code: fifteen digits for a grid, twelve, nine or six for the boundary of a village, township or county'))
  const of = levelOf(code) === 'grid' ? code.slice(0, 12) : code
  const known = directory.region(of)
  if (!known || known.ended) return fault(feature, code, 'village', words(`没有${of.length === 12 ? '村（社区）' : '区划'} ${of}`, `there is no ${of.length === 12 ? 'village' : 'place'} ${of}`))
  if (!code.startsWith(reading.within)) return fault(feature, code, 'village', words(`${known.name}不在您的辖区`, `${known.en} lies outside your area`))
  const read = readShape(given.geometry, points)
  if ('fault' in read) return fault(feature, code, read.fault.code, read.fault.why, read.fault.at ? { at: read.fault.at } : {})
  if (code.length === 15 && (name === '' || Array.from(name).length > 50) && directory.region(code) === undefined) return fault(feature, code, 'name', words('网格名称须为 1 至 50 个字', 'a grid’s name has 1 to 50 characters'), { at: pointIn(read.shape) })
  return { feature, code, name: name === '' ? directory.region(code)?.name ?? known.name : name, shape: shapeIn84(read.shape, reading.datum) }
}

const isRead = (one: Read | ImportFault): one is Read => 'name' in one

/** Judges a file against the registers; nothing is written. */
export const tryImport = async (tx: Tx, directory: Directory, given: readonly Given[], reading: Reading): Promise<Trial> => {
  const figures = await gridFigures(tx, reading.day)
  const all = given.map((one, i) => readOne(one, i + 1, reading, directory, figures.points))
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
  const standing = new Map((await standingIn(tx, villages)).map(one => [one.code, one]))
  for (const { code, feature, shape } of grids) if (standing.get(code)?.ended) faults.push(fault(feature, code, 'code', words('该网格已撤销，编码不能再用', 'this grid has ended; its code is not used again'), { at: pointIn(shape), shape }))
  const areas: readonly Area[] = grids.map(({ code, name, shape }) => ({ code, name, shape }))
  const covers: (Cover & { readonly village: string })[] = []
  for (const [county, own] of Map.groupBy(villages, village => village.slice(0, 6))) {
    const near = await around(tx, county, own, reading.day)
    const boundary = (code: string) => {
      const fresh = [12, 9, 6].map(length => bounds.find(one => one.code === code.slice(0, length))).find(one => one !== undefined)
      const known = near.boundary(code)
      return fresh && (known === undefined || known.code.length <= fresh.code.length) ? { code: fresh.code, shape: fresh.shape, schematic: false, since: reading.day } : known
    }
    const mine = areas.filter(area => area.code.startsWith(county))
    const codes = new Set(mine.map(area => area.code))
    const beside = near.grids.filter(one => !codes.has(one.code))
    const found = judge(mine, { boundary, beside, before: near.grids.filter(one => codes.has(one.code)), outside: figures.outside, sliver: figures.sliver })
    faults.push(...found.map(one => ({ ...one, ...(first.has(one.code) && { feature: first.get(one.code) ?? 0 }) })))
    const broken = new Set(found.filter(one => one.kind === 'crossing').map(one => one.code))
    for (const village of own) {
      const bound = boundary(village)
      const drawn = [...beside, ...mine.flatMap(({ code, shape }) => (shape && !broken.has(code) ? [{ code, shape }] : []))].filter(one => one.code.startsWith(village))
      if (drawn.length > 0) covers.push({ village, ...cover(drawn, bound && bound.code === village ? bound.shape : undefined, figures.sliver) })
    }
  }
  for (const one of bounds) faults.push(...judge([{ code: one.code, name: one.name, shape: one.shape }], { boundary: () => undefined, beside: [], before: [], outside: 0, sliver: figures.sliver }).filter(({ kind }) => kind === 'crossing').map(found => ({ ...found, feature: one.feature })))
  return {
    features: given.length, draw: areas.filter(area => !standing.has(area.code)), redraw: areas.filter(area => standing.get(area.code)?.ended === false),
    bounds: bounds.map(({ code, shape }) => ({ code, shape })), faults: faults.toSorted((a, b) => Number(b.grave) - Number(a.grave) || (a.feature ?? 0) - (b.feature ?? 0)), covers,
  }
}

export const isSound = ({ faults }: Trial): boolean => !faults.some(one => one.grave)

/** Writes a file that was found sound, in force from a legal day: for a site being set up, by who runs it. Grids in use change by their procedure. */
export const writeImport = async (tx: Tx, { draw, redraw, bounds }: Trial, { since, source, schematic }: { readonly since: string; readonly source: string; readonly schematic: boolean }): Promise<void> => {
  if (draw.length > 0) await writeRegions(tx, draw, since)
  const shapes = [...draw, ...redraw, ...bounds].flatMap(({ code, shape }) => (shape ? [{ code, shape, schematic }] : []))
  for (const [county, own] of Map.groupBy(shapes, one => one.code.slice(0, 6))) await writeShapes(tx, county, own, { since, source })
}

/** Faults and what they point at, to be drawn by any map program. */
export const drawn = ({ faults }: Trial): object => ({
  type: 'FeatureCollection',
  features: faults.flatMap(({ at, shape, ...rest }) => [...(shape ? [shape] : []), ...(at ? [{ type: 'Point', coordinates: at }] : [])].map(geometry => ({
    type: 'Feature', geometry, properties: { feature: rest.feature ?? null, code: rest.code ?? null, fault: rest.kind, refused: rest.grave, zh: rest.why.zh, en: rest.why.en },
  }))),
})
