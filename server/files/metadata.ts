import { jpegTraces } from './jpeg.ts'
import { pngTraces } from './png.ts'
import type { Trace } from './trace.ts'
import { webpTraces } from './webp.ts'

const readers: { readonly [type: string]: (bytes: Uint8Array) => ReadonlySet<Trace> } = {
  'image/jpeg': jpegTraces, 'image/png': pngTraces, 'image/webp': webpTraces,
}

/** The traces a picture still holds; none for what is no picture. Devices strip them before they upload; what remains is refused. */
export const tracesIn = (type: string, bytes: Uint8Array): ReadonlySet<Trace> => readers[type]?.(bytes) ?? new Set()
