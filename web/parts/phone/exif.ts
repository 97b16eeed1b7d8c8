/** What a picture tells beside itself, read before it is drawn afresh without it: when it was taken, by the camera's clock and without a zone, and where. */
export type PictureFacts = { readonly taken?: string; readonly point?: { readonly lon: number; readonly lat: number } }

const [exifTag, gpsTag, takenTag] = [0x8769, 0x8825, 0x9003]

/** The TIFF block in a JPEG's APP1 segment. */
const block = (view: DataView): DataView | undefined => {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint8(at + 1) === 0xe1 && at + 10 < view.byteLength && view.getUint32(at + 4) === 0x45786966) return new DataView(view.buffer, view.byteOffset + at + 10, view.getUint16(at + 2) - 8)
    if (view.getUint8(at + 1) === 0xda) return undefined
  }
  return undefined
}

type Field = { readonly type: number; readonly count: number; readonly at: number }

const fieldsAt = (tiff: DataView, offset: number, little: boolean): ReadonlyMap<number, Field> => {
  const fields = new Map<number, Field>()
  const count = tiff.getUint16(offset, little)
  for (let n = 0; n < Math.min(count, 200); n += 1) {
    const at = offset + 2 + n * 12
    const [type, values] = [tiff.getUint16(at + 2, little), tiff.getUint32(at + 4, little)]
    const size = values * (type === 2 ? 1 : type === 5 ? 8 : type === 3 ? 2 : 4)
    fields.set(tiff.getUint16(at, little), { type, count: values, at: size > 4 ? tiff.getUint32(at + 8, little) : at + 8 })
  }
  return fields
}

const text = (tiff: DataView, { at, count }: Field): string => Array.from({ length: Math.min(count, 64) }, (_, n) => String.fromCharCode(tiff.getUint8(at + n))).join('').replace(/\0.*$/s, '')

const degrees = (tiff: DataView, { at, count }: Field, little: boolean): number | undefined => {
  const [d = NaN, m = 0, s = 0] = Array.from({ length: Math.min(count, 3) }, (_, n) => tiff.getUint32(at + n * 8, little) / tiff.getUint32(at + n * 8 + 4, little))
  const value = d + (Number.isFinite(m) ? m : 0) / 60 + (Number.isFinite(s) ? s : 0) / 3600
  return Number.isFinite(value) ? value : undefined
}

const read = (tiff: DataView): PictureFacts => {
  const little = tiff.getUint16(0) === 0x4949
  const main = fieldsAt(tiff, tiff.getUint32(4, little), little)
  const inside = (tag: number): ReadonlyMap<number, Field> => { const field = main.get(tag); return field ? fieldsAt(tiff, tiff.getUint32(field.at, little), little) : new Map<number, Field>() }
  const [when, gps] = [inside(exifTag).get(takenTag), inside(gpsTag)]
  const taken = when && /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(tiff, when))
  const [lat, lon] = [gps.get(2), gps.get(4)].map(field => field && degrees(tiff, field, little))
  const [south, west] = [gps.get(1), gps.get(3)].map(field => field && /[SW]/.test(text(tiff, field)))
  const there = lat !== undefined && lon !== undefined && lat <= 90 && lon <= 180 && (lat !== 0 || lon !== 0)
  return { ...(taken && { taken: `${taken[1] ?? ''}-${taken[2] ?? ''}-${taken[3] ?? ''}T${taken[4] ?? ''}` }), ...(there && { point: { lat: south ? -lat : lat, lon: west ? -lon : lon } }) }
}

/** Nothing where a picture tells nothing, or in a way that can't be read. */
export const pictureFacts = (bytes: ArrayBuffer): PictureFacts => {
  try {
    const tiff = block(new DataView(bytes))
    return tiff ? read(tiff) : {}
  } catch {
    return {}
  }
}
