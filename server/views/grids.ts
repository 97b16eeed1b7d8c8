import { rangeOf } from '../../kernel/region.ts'
import { boxOf } from '../../kernel/shape.ts'
import type { Region } from '../../registers/directory.ts'
import type { Patch } from '../../registers/grids/cover.ts'
import type { Grids } from '../../registers/grids/shapes.ts'
import type { BoardCell } from '../../store/read/board.ts'
import type { CoverPatch, GridMap, GridOnMap } from '../wire/grids.ts'
import { regionRef } from './place.ts'
import type { Reader } from './reader.ts'

/** Pieces by number, with the places they touch. */
export const patchesOf = (reader: Reader, patches: readonly Patch[], zh: string, en: string): readonly CoverPatch[] => patches.map(({ grids, area, at, shape }, i) => ({
  name: `${reader.language === 'en' ? `${en} ` : zh}${i + 1}`, area: Math.round(area), at, shape, grids: grids.map(code => regionRef(reader, code)),
}))

/** The smallest places shown: the grids of a village or township, where there are none the villages themselves; of a county its townships, of a city its counties. */
const shownIn = ({ directory }: Reader, region: string): readonly Region[] => {
  const children = directory.children(region)
  if (region.length <= 6) return children
  if (region.length === 9) return children.flatMap(village => { const grids = directory.children(village.code); return grids.length > 0 ? grids : [village] })
  const own = directory.region(region)
  return children.length > 0 ? children : own ? [own] : []
}

export const gridMap = (reader: Reader, grids: Grids, region: string, cells: readonly BoardCell[], tiles: GridMap['tiles']): GridMap => {
  const sum = (code: string, measure: (name: string) => boolean): number => {
    const [from, before] = rangeOf(code)
    return cells.filter(cell => cell.region >= from && cell.region < before && measure(cell.measure)).reduce((all, cell) => all + cell.n, 0)
  }
  const shown = shownIn(reader, region).map(({ code }): GridOnMap => {
    const found = grids.shape(code)
    return { region: regionRef(reader, code), ...(found && { shape: found.shape, since: found.since, ...(found.schematic && { schematic: true as const }) }), open: sum(code, name => name.startsWith('open:')), late: sum(code, name => name.startsWith('late:')) }
  })
  const codes = new Set(shown.map(one => one.region.code))
  const bounds = grids.inside(region).filter(one => one.code.length < 15 && !codes.has(one.code) && (one.code === region || region.length >= 9))
    .map(({ code, shape, schematic }) => ({ region: regionRef(reader, code), shape, ...(schematic && { schematic: true as const }) }))
  const shapes = [...shown.flatMap(one => one.shape ?? []), ...bounds.map(one => one.shape)]
  return { region: regionRef(reader, region), asOf: reader.now.toISOString(), ...(shapes.length > 0 && { box: boxOf(shapes) }), bounds, grids: shown, ...(tiles && { tiles }) }
}
