import type { Trace } from './trace.ts'
import { zipParts } from './zip.ts'

/** Bytes that all parts looked into may unfold to: a small file can be made to unfold without end. */
export const unfolded = 24 * 1024 * 1024

/** Where DOCX and XLSX name people: the document's properties, who wrote its comments, who made its tracked changes, who opened it together. */
const telling: readonly (readonly [part: RegExp, says: RegExp])[] = [
  [/^docProps\/core\.xml$|\.psmdcp$/i, /<(?:\w+:)?(?:creator|lastModifiedBy)\b[^>]{0,500}>\s*[^<\s]/],
  [/^docProps\/app\.xml$/i, /<(?:\w+:)?(?:Manager|Company)\b[^>]{0,500}>\s*[^<\s]/],
  [/^docProps\/custom\.xml$/i, /<(?:\w+:)?property\b/],
  [/^word\/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml$/i, /\bw:author="(?!"|Author"|作者")/],
  [/^word\/people\.xml$/i, /\bw15:author="(?!"|Author"|作者")/],
  [/^xl\/comments\d*\.xml$/i, /<author>\s*(?!Author<|作者<)[^<\s]/],
  [/^xl\/persons\/[^/]+\.xml$/i, /\bdisplayName="(?!"|Author"|作者")/],
]

/** Whom a DOCX or XLSX names beside what it says. "Author" is what office programs put in place of a name that was removed. */
export const officeTraces = (bytes: Uint8Array): ReadonlySet<Trace> => {
  const parts = zipParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (!parts) return new Set(['broken'])
  const traces = new Set<Trace>()
  let left = unfolded
  for (const part of parts) {
    const says = telling.filter(([where]) => where.test(part.name)).map(([, pattern]) => pattern)
    if (says.length === 0) continue
    const read = part.read(left)
    if (read === undefined) return traces.add('broken')
    left -= read.length
    const text = read.toString('utf8')
    if (says.some(pattern => pattern.test(text))) traces.add('author')
  }
  return traces
}
