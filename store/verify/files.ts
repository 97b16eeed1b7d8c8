import { createHash } from 'node:crypto'
import type { Note } from './fault.ts'

export type FileRow = { readonly id: string; readonly bytes: number; readonly digest: string; readonly erased: Date | null }

/** The bytes of a file as its store keeps them, or why there are none: gone, not to be opened with our key, or the store does not answer. */
export type BytesOf = (id: string) => Promise<Uint8Array | 'gone' | 'changed' | 'unreachable'>

/** Files that entries name. `whole` is false where an erased value may have named more. */
export type Named = { readonly ids: ReadonlySet<string>; readonly whole: boolean }

/** The rows of a matter's files are those its entries name, no more and no fewer. */
export const verifyFileRows = (files: readonly FileRow[], named: Named, note: Note): void => {
  const there = new Set(files.map(file => file.id))
  for (const id of named.ids) if (!there.has(id)) note('file', `the file ${id} named by an entry is not there`)
  if (named.whole) for (const id of there) if (!named.ids.has(id)) note('file', `the file ${id} is named by no entry`)
}

/** Reads each file and holds it against its row; a file erased is passed over. Returns how many were read and how many could not be. */
export const verifyBytes = async (files: readonly FileRow[], bytesOf: BytesOf, note: Note): Promise<{ readonly read: number; readonly unread: number }> => {
  let [read, unread] = [0, 0]
  for (const { id, bytes, digest } of files.filter(file => file.erased === null)) {
    const found = await bytesOf(id)
    if (found === 'unreachable') { unread += 1; continue }
    read += 1
    if (found === 'gone') note('file', `the bytes of the file ${id} are gone`)
    else if (found === 'changed') note('file', `the bytes of the file ${id} were changed`)
    else if (found.length !== bytes || createHash('sha256').update(found).digest('hex') !== digest) note('file', `the row of the file ${id} is not that of its bytes`)
  }
  return { read, unread }
}
