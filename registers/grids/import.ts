import { isRegionCode } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'
import type { Directory } from '../directory.ts'
import { writeRegions } from './change.ts'
import { aroundThem, gridFigures, standingIn } from './ground.ts'
import { writeShapes } from './shapes.ts'
import { codesIn, judgeFile, type Around, type Given, type Reading, type Trial } from './trial.ts'

/** What the registers know of the codes a file names. */
export const aroundFile = async (tx: Tx, directory: Directory, codes: readonly string[], day: string): Promise<Around> => {
  const villages = [...new Set(codes.filter(code => code.length >= 12).map(code => code.slice(0, 12)))].filter(code => directory.region(code) !== undefined)
  const named = [...new Set(codes.flatMap(code => [code, code.slice(0, 12)]))].filter(isRegionCode)
  const regions = new Map(named.flatMap(code => { const region = directory.region(code); return region ? [[code, { name: region.name, en: region.en, ...(region.ended && { ended: true }) }] as const] : [] }))
  const near = await Promise.all([...Map.groupBy(villages, village => village.slice(0, 6))].map(([county, own]) => aroundThem(tx, county, own, day)))
  return { figures: await gridFigures(tx, day), regions, standing: await standingIn(tx, villages), bounds: near.flatMap(one => one.bounds), grids: near.flatMap(one => one.grids) }
}

/** Judges a file against the registers where it is; nothing is written. A server has it judged in a thread. */
export const tryImport = async (tx: Tx, directory: Directory, given: readonly Given[], reading: Reading): Promise<Trial> =>
  judgeFile(given, reading, await aroundFile(tx, directory, codesIn(given, reading), reading.day))

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
