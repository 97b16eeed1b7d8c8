import { storedZip } from '../../server/files/stored.ts'

type Ring = readonly (readonly [number, number])[]
export type Layer = { readonly rows: readonly { readonly rings: readonly Ring[]; readonly code: string; readonly name: string }[]; readonly prj?: string; readonly cpg?: string; readonly text?: (value: string) => Buffer }

export const wgs84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
/** CGCS2000 in three-degree Gauss-Kruger zones, as surveyors of China deliver it; Haidong lies by 102° E. */
export const cgcs2000at102 = 'PROJCS["CGCS2000_3_Degree_GK_CM_102E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",102.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'

const clockwise = (ring: Ring): boolean => ring.slice(1).reduce((sum, [x, y], i) => sum + (x - (ring[i]?.[0] ?? 0)) * (y + (ring[i]?.[1] ?? 0)), 0) > 0

const shpOf = (rows: Layer['rows']): Buffer => {
  const records = rows.map(({ rings }, i) => {
    // Outer rings run clockwise here, holes the other way.
    const wound = rings.map((ring, hole) => (clockwise(ring) === (hole === 0) ? ring : ring.toReversed()))
    const points = wound.flat()
    const content = Buffer.alloc(44 + 4 * wound.length + 16 * points.length)
    content.writeInt32LE(5, 0)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries()) content.writeDoubleLE(value, 4 + at * 8)
    content.writeInt32LE(wound.length, 36)
    content.writeInt32LE(points.length, 40)
    let start = 0
    for (const [at, ring] of wound.entries()) { content.writeInt32LE(start, 44 + at * 4); start += ring.length }
    for (const [at, [x, y]] of points.entries()) { content.writeDoubleLE(x, 44 + 4 * wound.length + at * 16); content.writeDoubleLE(y, 52 + 4 * wound.length + at * 16) }
    const head = Buffer.alloc(8)
    head.writeInt32BE(i + 1, 0)
    head.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([head, content])
  })
  const head = Buffer.alloc(100)
  head.writeInt32BE(9994, 0)
  head.writeInt32BE((100 + records.reduce((sum, one) => sum + one.length, 0)) / 2, 24)
  head.writeInt32LE(1000, 28)
  head.writeInt32LE(5, 32)
  return Buffer.concat([head, ...records])
}

const columns = [['WGBM', 20, 'code'], ['WGMC', 60, 'name']] as const

const dbfOf = (rows: Layer['rows'], text: (value: string) => Buffer): Buffer => {
  const length = 1 + columns.reduce((sum, [, size]) => sum + size, 0)
  const head = Buffer.alloc(32 + 32 * columns.length + 1)
  head[0] = 3
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(length, 10)
  for (const [at, [name, size]] of columns.entries()) { head.write(name, 32 + at * 32, 'latin1'); head.write('C', 43 + at * 32); head[48 + at * 32] = size }
  head[head.length - 1] = 13
  return Buffer.concat([head, ...rows.map(row => Buffer.concat([Buffer.from(' '), ...columns.map(([, size, of]) => { const cell = Buffer.alloc(size, 32); text(row[of]).copy(cell); return cell })]))])
}

/** A Shapefile as surveyors send it: .shp, .dbf, .prj and perhaps .cpg in one zip. */
export const shapefile = ({ rows, prj = wgs84, cpg, text = value => Buffer.from(value, 'utf8') }: Layer): Buffer => storedZip([
  { name: 'grids/wangge.shp', bytes: shpOf(rows) }, { name: 'grids/wangge.dbf', bytes: dbfOf(rows, text) },
  ...(prj === '' ? [] : [{ name: 'grids/wangge.prj', bytes: Buffer.from(prj) }]), ...(cpg === undefined ? [] : [{ name: 'grids/wangge.cpg', bytes: Buffer.from(cpg) }]),
])
