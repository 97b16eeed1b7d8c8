import type { Trace } from './trace.ts'

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

const traceOf = (marker: number, bytes: Uint8Array, at: number): Trace | undefined => {
  if (marker === 0xe1) return startsWith(bytes, at, 'http://ns.adobe.com/x') ? 'xmp' : 'exif'
  if (marker === 0xe2 && startsWith(bytes, at, 'MPF\0')) return 'embedded'
  if (marker === 0xed) return 'iptc'
  return marker === 0xfe ? 'text' : undefined
}

/** Behind the header of a scan come its data: 0xff there is followed by 0x00 or a restart marker, until the next real marker. */
const afterScan = (bytes: Uint8Array, start: number): number => {
  for (let at = start; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Walks every segment of a JPEG, also those between scans, and what lies behind its end (films of motion photos). */
export const jpegTraces = (bytes: Uint8Array): ReadonlySet<Trace> => {
  const traces = new Set<Trace>()
  let at = 2
  while (at + 3 < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return traces.add('broken')
    if (marker === 0xff) { at += 1; continue }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (marker === 0xd9) return hasMore(bytes, at + 2) ? traces.add('embedded') : traces
    if (length < 2) return traces.add('broken')
    const trace = traceOf(marker, bytes, at + 4)
    if (trace) traces.add(trace)
    at += 2 + length
    if (marker === 0xda) at = afterScan(bytes, at)
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? hasMore(bytes, at + 2) ? traces.add('embedded') : traces : traces.add('broken')
}

/** Some encoders pad with zeros; anything else behind the end is a hidden second file. */
const hasMore = (bytes: Uint8Array, at: number): boolean => bytes.subarray(at).some(byte => byte !== 0)
