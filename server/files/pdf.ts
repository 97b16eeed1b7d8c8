import { inflateSync } from 'node:zlib'
import { unfolded } from './office.ts'
import type { Trace } from './trace.ts'

/** A document's author in its properties: a string that is not empty, in brackets or as hexadecimal, or said elsewhere. U+FEFF alone is empty. */
const property = /\/Author\s*(?:\((?!\)|\xfe\xff\))|<(?!\s*(?:FEFF)?\s*>)|\d+\s+\d+\s+R)/i
/** The same in its XMP data. */
const xmp = /<(?:dc:creator|pdf:Author|xmp:Author)\b[^>]{0,500}>\s*(?:<rdf:(?:Seq|Bag|Alt)\b[^>]{0,500}>\s*)?(?:<rdf:li\b[^>]{0,500}>\s*[^<\s]|[^<\s])|\b(?:pdf:Author|dc:creator)="[^"]/

const names = (text: string): boolean => property.test(text) || xmp.test(text)

/** `undefined` for what unfolds to more than `most` bytes; nothing for what is no stream that can be read. */
const unfold = (bytes: Buffer, most: number): string | undefined => {
  try {
    return inflateSync(bytes, { maxOutputLength: most }).toString('latin1')
  } catch (error) {
    return error instanceof RangeError ? undefined : ''
  }
}

/** The streams that may hold properties: objects packed together, and metadata. Pictures and pages are none. */
const holders = (bytes: Buffer): readonly Buffer[] => {
  const found: Buffer[] = []
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const head = bytes.toString('latin1', Math.max(0, at - 400), at)
    const own = head.slice(head.lastIndexOf('obj') + 3)
    if (!/\/(?:ObjStm|Metadata)\b/.test(own) || !/\/Fl(?:ateDecode)?\b/.test(own)) continue
    const from = at + 6 + (bytes[at + 6] === 0x0d ? 2 : 1)
    const end = bytes.indexOf('endstream', from)
    found.push(bytes.subarray(from, end < 0 ? undefined : end))
    if (end < 0) break
    at = end
  }
  return found
}

/**
 * Whether a PDF names its author: in its properties or its XMP data, plain or packed. One that is locked can't be looked into.
 * Names in its comments are not looked for.
 */
export const pdfTraces = (given: Uint8Array): ReadonlySet<Trace> => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const text = bytes.toString('latin1')
  const traces = new Set<Trace>()
  if (/\/Encrypt\b/.test(text)) traces.add('locked')
  if (names(text)) traces.add('author')
  let left = unfolded
  for (const one of holders(bytes)) {
    const read = unfold(one, left)
    if (read === undefined) return traces.add('broken')
    left -= read.length
    if (names(read)) traces.add('author')
  }
  return traces
}
