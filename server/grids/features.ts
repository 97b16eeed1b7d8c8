import { parseDbf, parseShp } from 'shpjs'
import { isObject, words, type Words } from '../../kernel/words.ts'
import { zipParts, type ZipPart } from '../files/zip.ts'

/** An area of a file with what its table says of it. `geometry` is GeoJSON as it came, degrees; nothing of it is judged yet. */
export type Feature = { readonly properties: { readonly [name: string]: string }; readonly geometry: unknown }

export type Features = { readonly features: readonly Feature[]; readonly warnings: readonly Words[] }
export type Unreadable = { readonly why: Words; readonly remedy?: Words }

const no = (zh: string, en: string, remedy?: Words): Unreadable => ({ why: words(zh, en), ...(remedy && { remedy }) })

/** Features in one file at most; bytes into which a part of an archive may unfold. */
const [mostFeatures, mostBytes] = [20_000, 200 * 1024 * 1024] as const

const plain = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : '')
const propertiesOf = (value: unknown): Feature['properties'] => (isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name.trim(), plain(one)])) : {})

const fromGeoJson = (text: string): Features | Unreadable => {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return no('不是有效的 GeoJSON', 'is no valid GeoJSON')
  }
  if (!isObject(parsed)) return no('不是 GeoJSON 要素集合', 'is no GeoJSON FeatureCollection')
  const list: readonly unknown[] = parsed['type'] === 'FeatureCollection' && Array.isArray(parsed['features']) ? parsed['features'] : parsed['type'] === 'Feature' ? [parsed] : []
  if (list.length === 0) return no('GeoJSON 中没有要素', 'the GeoJSON holds no feature')
  // RFC 7946 knows WGS 84 alone; older files name theirs.
  const crs = JSON.stringify(parsed['crs'] ?? '')
  if (crs !== '""' && !/CRS:?84|4326|4490/.test(crs)) return no('GeoJSON 的坐标系不是经纬度', 'the coordinates of the GeoJSON are no longitudes and latitudes', words('请导出为 WGS 84 或 CGCS2000 经纬度', 'Export it in degrees, WGS 84 or CGCS2000'))
  return { features: list.map(one => (isObject(one) ? { properties: propertiesOf(one['properties']), geometry: one['geometry'] } : { properties: {}, geometry: null })), warnings: [] }
}

/** What a .prj may name: degrees or metres on WGS 84 or CGCS2000. Older national systems lie up to 150 m off, and no formula known to all leads from them. */
const judgePrj = (prj: string): Unreadable | undefined => {
  if (/xi_?an|beijing|pulkovo|krasovsky|西安|北京/i.test(prj)) {
    return no('坐标系是北京 54 或西安 80', 'its coordinate system is Beijing 1954 or Xi’an 1980', words('请由测绘单位转换为 CGCS2000 后再导入', 'Have it converted to CGCS2000 by the surveyors first'))
  }
  return /WGS[_ ]?(19)?84|CGCS[_ ]?2000|China[_ ]?(Geodetic.*)?2000|GRS[_ ]?1980/i.test(prj) ? undefined : no('不认识 .prj 中的坐标系', 'the coordinate system of the .prj is not known', words('请导出为 WGS 84 或 CGCS2000', 'Export it in WGS 84 or CGCS2000'))
}

/** Tables of Chinese programs are in GBK where nothing says otherwise; those of others in UTF-8. */
const encodingOf = (dbf: Buffer): string => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(dbf.readUInt16LE(8)))
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

const fromShapefile = (parts: readonly ZipPart[]): Features | Unreadable => {
  const named = parts.filter(part => !part.name.includes('__MACOSX') && !part.name.endsWith('/'))
  const layers = named.filter(part => /\.shp$/i.test(part.name))
  const [shp] = layers
  if (!shp) return no('压缩包中没有 .shp', 'the archive holds no .shp', words('请把 .shp、.dbf、.shx、.prj 一起压缩为 zip', 'Pack the .shp, .dbf, .shx and .prj into one zip'))
  if (layers.length > 1) return no(`压缩包中有 ${layers.length} 个图层`, `the archive holds ${layers.length} layers`, words('请一次导入一个图层', 'Import one layer at a time'))
  const base = shp.name.slice(0, -4)
  const part = (ending: string): Buffer | undefined => named.find(one => one.name.toLowerCase() === `${base}.${ending}`.toLowerCase())?.read(mostBytes)
  const [bytes, dbf, prj, cpg] = [shp.read(mostBytes), part('dbf'), part('prj')?.toString('utf8'), part('cpg')]
  if (!bytes || bytes.length < 100 || bytes.readInt32BE(0) !== 9994) return no('.shp 已损坏或过大', 'the .shp is damaged or too large')
  if (!dbf || dbf.length < 32) return no('缺少 .dbf，无法得知网格编码和名称', 'there is no .dbf to tell codes and names')
  const strange = prj === undefined ? undefined : judgePrj(prj)
  if (strange) return strange
  const [geometries, table] = [parseShp(bytes, prj ?? ''), parseDbf(dbf, cpg ?? Buffer.from(encodingOf(dbf)))]
  return {
    features: geometries.map((geometry, i) => ({ geometry, properties: propertiesOf(table[i]) })),
    warnings: prj === undefined ? [words('没有 .prj：按经纬度（度）读取，请核对坐标系', 'There is no .prj: read as degrees; check the coordinate system')] : [],
  }
}

/** Reads a GeoJSON or a zipped Shapefile, whichever it is by its bytes. May throw on what is damaged, and take long: call it in a thread. */
export const featuresIn = (bytes: Buffer): Features | Unreadable => {
  const zipped = bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
  const parts = zipped ? zipParts(bytes) : undefined
  if (zipped && !parts) return no('压缩包无法读取', 'the archive can’t be read')
  const found = parts ? fromShapefile(parts) : fromGeoJson(new TextDecoder('utf-8').decode(bytes))
  return 'features' in found && found.features.length > mostFeatures ? no(`共 ${found.features.length} 个要素，最多 ${mostFeatures} 个`, `${found.features.length} features, at most ${mostFeatures}`) : found
}
