import type { Area, Box, Position, Shape } from '../../kernel/shape.ts'
import type { Words } from '../../kernel/words.ts'
import type { RegionRef } from '../wire.ts'

/** Grids on the map (Art. 21.2). Degrees WGS 84; areas in square metres. */

/** A grid, or a village that has none yet and counts as one: what stands open in it and how much of it is late, by the counters. */
export type GridOnMap = { readonly region: RegionRef; readonly shape?: Shape; readonly schematic?: true; readonly since?: string; readonly open: number; readonly late: number }

/** Pictures behind the map, from a source of the site’s choice: the template of its addresses, and to whom they are owed. */
export type TileSource = { readonly url: string; readonly attribution: string }

/** GET /api/grids?region&procedure: of a county, its townships; of a township, its villages and their grids; of a village, its grids. */
export type GridMap = {
  readonly region: RegionRef
  readonly asOf: string
  readonly box?: Box
  readonly bounds: readonly { readonly region: RegionRef; readonly shape: Shape; readonly schematic?: true }[]
  readonly grids: readonly GridOnMap[]
  readonly tiles?: TileSource
}

/** An open matter that has a point. */
export type MatterPoint = { readonly id: string; readonly number: string; readonly title: string; readonly procedure: string; readonly stage: string; readonly region: RegionRef; readonly late: boolean; readonly due?: string; readonly at: Position }

/** GET /api/grids/matters: the most urgent first; `more`: there are others. */
export type MatterPoints = { readonly rows: readonly MatterPoint[]; readonly more: boolean }

/** A grid with fewer or more households than one of moderate size has; told of grids kept by households. */
export type GridSize = { readonly region: RegionRef; readonly households: number; readonly side: 'below' | 'above' }

export type CoverPatch = { readonly name: string; readonly area: number; readonly at: Position; readonly shape: Shape; readonly grids: readonly RegionRef[] }

/**
 * GET /api/grids/cover?region: whether grids cover a village or a township. `bounded`: its boundary is known; else only what lies between grids is found.
 * Households in no grid or in two are told of villages whose grids are kept by households, to who works there.
 */
export type CoverView = {
  readonly region: RegionRef
  readonly bounded: boolean
  readonly schematic: boolean
  readonly area: number
  readonly covered: number
  /** Pieces up to so many square metres are not told, and how many of those there were. */
  readonly sliver: number
  readonly slivers: number
  readonly gaps: readonly CoverPatch[]
  readonly overlaps: readonly CoverPatch[]
  readonly outside: readonly CoverPatch[]
  /** Villages in which no grid is drawn. */
  readonly without: readonly RegionRef[]
  /** Households between which a grid is of moderate size, and the grids beyond. */
  readonly band: { readonly least: number; readonly most: number }
  readonly sizes: readonly GridSize[]
  readonly households: readonly { readonly village: RegionRef; readonly address: string; readonly team?: string; readonly grids: readonly RegionRef[] }[]
}

/** POST /api/grids/locate: the grids a point lies in or near the border of, the nearest first; several: it is for a person to choose. */
export type Located = { readonly grids: readonly { readonly region: RegionRef; readonly metres: number }[]; readonly border: number }

export type GridImportFault = { readonly feature?: number; readonly code?: string; readonly kind: string; readonly grave: boolean; readonly why: Words; readonly at?: Position; readonly shape?: Shape }

/** POST /api/grids/import: a file on trial; nothing of it is kept. */
export type GridImport = {
  readonly features: number
  readonly warnings: readonly Words[]
  readonly draw: readonly Area[]
  readonly redraw: readonly Area[]
  readonly faults: readonly GridImportFault[]
  readonly covers: readonly { readonly village: RegionRef; readonly bounded: boolean; readonly gaps: readonly CoverPatch[]; readonly overlaps: readonly CoverPatch[] }[]
}

/** POST /api/grids/judge `{ place, old?, grids }`: grids as they are drawn; nothing is kept. */
export type GridJudged = { readonly faults: readonly GridImportFault[]; readonly bounded: boolean; readonly gaps: readonly CoverPatch[]; readonly overlaps: readonly CoverPatch[] }
