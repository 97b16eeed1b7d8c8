import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import { storedZip } from '../files/stored.ts'
import { zipParts } from '../files/zip.ts'
import { unfolded } from '../files/office.ts'
import type { Digits } from './cell.ts'

/** Runs in a thread of its own with little memory and little time: a file can be made so that reading it takes all there is. */

/** The parts of a workbook that hold cells, their texts and formats; links to elsewhere, pictures and macros are left out. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i

/** Unfolded by our own hand within a bound, and handed on as it is: the library asks each part what it says of its own size. */
const bounded = (bytes: Buffer): Buffer | undefined => {
  let left = unfolded
  const parts: { readonly name: string; readonly bytes: Buffer }[] = []
  for (const part of (zipParts(bytes) ?? []).filter(one => wanted.test(one.name))) {
    const read = part.read(left)
    if (read === undefined || (part.name.includes('/worksheets/') && beyond(read))) return undefined
    left -= read.length
    parts.push({ name: part.name, bytes: read })
  }
  return parts.length === 0 ? undefined : storedZip(parts)
}

/** As many rows and columns as spreadsheets have. */
const [mostRows, mostColumns] = [1_048_576, 'XFD'.length] as const

/** Whether a place is named that no sheet has: the library would make room for all that lies before it. */
const beyond = (bytes: Buffer): boolean =>
  bytes.toString('latin1').matchAll(/\sr\s*=\s*["']([A-Z]*)(\d+)["']/gi).some(([, column = '', row = '']) => column.length > mostColumns || Number(row) > mostRows)

const file = bounded(Buffer.from(workerData as Uint8Array))
const rows = file === undefined ? undefined : await readSheet<Digits>(file, 1, { parseNumber: digits => ({ digits }) }).catch(() => undefined)
parentPort?.postMessage(rows)
