import { crc32 } from 'node:zlib'

/** The first day a zip can name, so that the same files give the same bytes whenever they are packed. */
const someDay = 0x0021

const fields = (bytes: number, values: readonly (readonly [at: number, size: 2 | 4, value: number])[]): Buffer => {
  const head = Buffer.alloc(bytes)
  for (const [at, size, value] of values) {
    if (size === 2) head.writeUInt16LE(value, at)
    else head.writeUInt32LE(value, at)
  }
  return head
}

/** Packs texts by name into a zip, stored as they are: a document is some ten thousand bytes, and its bytes then depend on no compressor. */
export const zip = (files: readonly (readonly [name: string, text: string])[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const [data, title] = [Buffer.from(text, 'utf8'), Buffer.from(name, 'utf8')]
    const [check, size] = [crc32(data), data.length]
    const local = fields(30, [[0, 4, 0x04034b50], [4, 2, 20], [6, 2, 0x0800], [12, 2, someDay], [14, 4, check], [18, 4, size], [22, 4, size], [26, 2, title.length]])
    directory.push(fields(46, [[0, 4, 0x02014b50], [4, 2, 20], [6, 2, 20], [8, 2, 0x0800], [14, 2, someDay], [16, 4, check], [20, 4, size], [24, 4, size], [28, 2, title.length], [42, 4, at]]), title)
    parts.push(local, title, data)
    at += local.length + title.length + size
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, fields(22, [[0, 4, 0x06054b50], [8, 2, files.length], [10, 2, files.length], [12, 4, index.length], [16, 4, at]])])
}
