import { Type } from 'typebox'
import type { Area, Box, Position, Shape } from '../../kernel/shape.ts'
import type { CoverPatch, CoverView, GridImport, GridJudged, GridMap, GridSize, Located, MatterPoints } from '../wire/grids.ts'
import { idSchema, instantSchema, regionSchema, wordsSchema } from './common.ts'
import { describes } from './describes.ts'

const positionSchema = Type.Unsafe<Position>({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: 'Longitude and latitude, degrees WGS 84. 经度、纬度。' })
const boxSchema = Type.Unsafe<Box>({ type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4, description: 'West, south, east, north. 西、南、东、北。' })
export const shapeSchema = Type.Unsafe<Shape>({ type: 'object', required: ['type', 'coordinates'], properties: { type: { type: 'string', enum: ['Polygon', 'MultiPolygon'] }, coordinates: { type: 'array', items: {} } }, description: 'GeoJSON, degrees WGS 84. GeoJSON 面。' })
const areaSchema = Type.Unsafe<Area>({ type: 'object', required: ['code', 'name'], properties: { code: { type: 'string' }, name: { type: 'string' }, teams: { type: 'array', items: { type: 'string' } }, shape: { type: 'object', required: ['type', 'coordinates'], properties: { type: { type: 'string' }, coordinates: { type: 'array', items: {} } } } } })
export const schematic = Type.Optional(Type.Literal(true, { description: 'Not surveyed: it says about where. 示意，未经测绘。' }))
export const tilesSchema = Type.Optional(Type.Object({ url: Type.String(), attribution: Type.String() }))
const square = (description: string) => Type.Number({ minimum: 0, description })
const n = (description: string) => Type.Integer({ minimum: 0, description })
const daySchema = Type.String({ format: 'date' })

export const gridMapSchema = describes<GridMap>()(Type.Object({
  region: regionSchema, asOf: instantSchema, box: Type.Optional(boxSchema),
  bounds: Type.Array(Type.Object({ region: regionSchema, shape: shapeSchema, schematic })),
  grids: Type.Array(Type.Object({ region: regionSchema, shape: Type.Optional(shapeSchema), schematic, since: Type.Optional(daySchema), open: n('Open now. 在办。'), late: n('Late of those. 其中超期。') })),
  tiles: tilesSchema,
}, { $id: 'GridMap', description: 'Grids of a place, with what stands open in each. 网格及其在办事项。' }))

export const matterPointsSchema = describes<MatterPoints>()(Type.Object({
  rows: Type.Array(Type.Object({
    id: idSchema, number: Type.String(), title: Type.String(), procedure: Type.String(), stage: Type.String(), region: regionSchema, late: Type.Boolean(), due: Type.Optional(instantSchema), at: positionSchema,
  })),
  more: Type.Boolean(),
}, { $id: 'MatterPoints', description: 'Open matters that have a point, the most urgent first. 有坐标的在办事项。' }))

const patchSchema = describes<CoverPatch>()(Type.Object({
  name: Type.String(), area: square('Square metres. 平方米。'), at: positionSchema, shape: shapeSchema, grids: Type.Array(regionSchema),
}, { $id: 'CoverPatch', description: 'A piece in no grid, in two, or outside. 缝隙、重叠或超出的一块。' }))

export const bandSchema = Type.Object({ least: n('Fewest households. 户数下限。'), most: n('Most households. 户数上限。') })
export const sizeSchema = describes<GridSize>()(Type.Object({ region: regionSchema, households: n('Households. 户数。'), side: Type.Union([Type.Literal('below'), Type.Literal('above')]) }, { $id: 'GridSize', description: 'A grid beyond the band of moderate size. 户数超出适度范围的网格。' }))

export const coverSchema = describes<CoverView>()(Type.Object({
  region: regionSchema, bounded: Type.Boolean({ description: 'Its boundary is known. 边界已知。' }), schematic: Type.Boolean(), area: square('Of the place. 总面积。'), covered: square('In a grid. 已覆盖面积。'),
  sliver: square('Pieces up to this are not told. 不列出的最大面积。'), slivers: n('How many of those. 未列出的块数。'),
  gaps: Type.Array(patchSchema), overlaps: Type.Array(patchSchema), outside: Type.Array(patchSchema), without: Type.Array(regionSchema),
  band: bandSchema, sizes: Type.Array(sizeSchema),
  households: Type.Array(Type.Object({ village: regionSchema, address: Type.String(), team: Type.Optional(Type.String()), grids: Type.Array(regionSchema) })),
}, { $id: 'GridCover', description: 'Whether grids cover a place without gap and overlap. 网格覆盖检查。' }))

export const locatedSchema = describes<Located>()(Type.Object({
  grids: Type.Array(Type.Object({ region: regionSchema, metres: square('From its border; 0 inside. 距边界米数。') })), border: square('Metres within which a border is near. 边界附近的米数。'),
}, { $id: 'Located', description: 'The grids of a point. 坐标所在网格。' }))

const faultSchema = Type.Object({ feature: Type.Optional(Type.Integer()), code: Type.Optional(Type.String()), kind: Type.String(), grave: Type.Boolean({ description: 'Refused, not only to be looked at. 须改正。' }), why: wordsSchema, at: Type.Optional(positionSchema), shape: Type.Optional(shapeSchema) })

export const gridJudgedSchema = describes<GridJudged>()(Type.Object({
  faults: Type.Array(faultSchema), bounded: Type.Boolean(), gaps: Type.Array(patchSchema), overlaps: Type.Array(patchSchema),
}, { $id: 'GridJudged', description: 'Grids as they are drawn, judged. 画出的网格的检查结果。' }))

export const gridImportSchema = describes<GridImport>()(Type.Object({
  features: n('Features read. 要素数。'), warnings: Type.Array(wordsSchema), draw: Type.Array(areaSchema), redraw: Type.Array(areaSchema),
  faults: Type.Array(faultSchema),
  covers: Type.Array(Type.Object({ village: regionSchema, bounded: Type.Boolean(), gaps: Type.Array(patchSchema), overlaps: Type.Array(patchSchema) })),
}, { $id: 'GridImport', description: 'A file of grids on trial. 网格文件试读结果。' }))
