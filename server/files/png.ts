import type { Trace } from './trace.ts'

const telling: { readonly [chunk: string]: Trace } = { eXIf: 'exif', zxIf: 'exif', tEXt: 'text', zTXt: 'text', iTXt: 'text' }

/** Walks the chunks of a PNG; text chunks also carry EXIF and XMP under other names, so all are named. */
export const pngTraces = (bytes: Uint8Array): ReadonlySet<Trace> => {
  const traces = new Set<Trace>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const trace = telling[name]
    if (trace) traces.add(trace)
    at += 12 + length
    if (name === 'IEND') return at < bytes.length ? traces.add('embedded') : traces
  }
  return traces.add('broken')
}
