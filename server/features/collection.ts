import type { TSchema } from 'typebox'
import type { Box, Position, Shape } from '../../kernel/shape.ts'
import type { Json, Words } from '../../kernel/words.ts'
import type { Grids } from '../../registers/grids/shapes.ts'
import type { Tx } from '../../store/database.ts'
import type { Key } from '../cursor.ts'
import type { Names } from '../views/place.ts'

/** GeoJSON, WGS 84, longitude first. */
export type Geometry = Shape | { readonly type: 'Point'; readonly coordinates: Position }

export type Feature = { readonly id: string; readonly geometry: Geometry | null; readonly properties: { readonly [name: string]: Json } }

/** An open end is absent. Both ends belong to it. */
export type During = { readonly from?: Date; readonly to?: Date }

export type Ask = {
  readonly limit: number
  readonly after?: Key
  /** Degrees WGS 84; west beyond east: across the date line. */
  readonly bbox?: Box
  readonly during?: During
  /** Values for the collection's own parameters. */
  readonly where: { readonly [parameter: string]: string }
}

/** What features are described with: names of places, and their areas. */
export type Known = Names & { readonly grids: Grids }

/** A page, and the key of its last feature where more follow. */
export type Slice = { readonly features: readonly Feature[]; readonly last?: Key }

/**
 * One collection: a file of its own under `collections/`, and a line in its `index.ts`. Everything in it is public: it is read as the platform, and
 * what goes out is stated here.
 */
export type Collection = {
  readonly id: string
  readonly title: Words
  readonly description: Words
  /** Where its features lie, if that is known. */
  readonly extent?: Box
  /** Parameters that narrow it, beside `bbox`, `datetime` and `limit`; each is text. */
  readonly parameters: { readonly [name: string]: Words & { readonly schema: TSchema } }
  /** A feature without geometry lies in no box. */
  page(tx: Tx, ask: Ask, known: Known): Promise<Slice>
  one(tx: Tx, id: string, known: Known): Promise<Feature | undefined>
}

/** The first `limit` of rows asked for one further, and the key of the last where there was one further. */
export const slice = <R>(rows: readonly R[], limit: number, feature: (row: R) => Feature, key: (row: R) => Key): Slice => {
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  return { features: shown.map(feature), ...(rows.length > limit && end !== undefined && { last: key(end) }) }
}
