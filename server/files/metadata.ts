import { jpegTraces } from './jpeg.ts'
import { office } from './kind.ts'
import { officeTraces } from './office.ts'
import { pdfTraces } from './pdf.ts'
import { pngTraces } from './png.ts'
import type { Trace } from './trace.ts'
import { webpTraces } from './webp.ts'

const readers: { readonly [type: string]: (bytes: Uint8Array) => ReadonlySet<Trace> } = {
  'image/jpeg': jpegTraces, 'image/png': pngTraces, 'image/webp': webpTraces, 'application/pdf': pdfTraces,
  [`${office}.wordprocessingml.document`]: officeTraces, [`${office}.spreadsheetml.sheet`]: officeTraces,
}

/** The traces a file still holds. Devices strip pictures before they upload; what remains, and a document that names who made it, is refused: exactly the bytes that came are kept. */
export const tracesIn = (type: string, bytes: Uint8Array): ReadonlySet<Trace> => readers[type]?.(bytes) ?? new Set()
