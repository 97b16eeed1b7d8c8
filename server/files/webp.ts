import type { Trace } from './trace.ts'

const telling: { readonly [chunk: string]: Trace } = { 'EXIF': 'exif', 'XMP ': 'xmp' }

/** Walks the chunks of a WebP's RIFF container; an odd length is padded by one byte. */
export const webpTraces = (bytes: Uint8Array): ReadonlySet<Trace> => {
  const traces = new Set<Trace>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12) return traces.add('broken')
  const end = 8 + view.getUint32(4, true)
  let at = 12
  while (at + 8 <= bytes.length) {
    const trace = telling[String.fromCharCode(...bytes.subarray(at, at + 4))]
    if (trace) traces.add(trace)
    const length = view.getUint32(at + 4, true)
    at += 8 + length + (length % 2)
    if (at >= end) return at < bytes.length ? traces.add('embedded') : traces
  }
  return at === bytes.length ? traces : traces.add('broken')
}
