import { inflateRawSync } from 'node:zlib'

/** A part of a ZIP container: its name, and its bytes, which are unfolded when they are asked for, up to so many; `undefined` where they are more, or can't be read. */
export type ZipPart = { readonly name: string; read(most: number): Buffer | undefined }

const [endMark, listMark, partMark] = [0x06054b50, 0x02014b50, 0x04034b50] as const
/** Lengths of the fixed heads of the container's end, of a line of its list and of a part. */
const [endHead, listHead, partHead] = [22, 46, 30] as const

const unfold = (bytes: Buffer, method: number, most: number): Buffer | undefined => {
  if (method === 0) return bytes.length <= most ? bytes : undefined
  try {
    return method === 8 ? inflateRawSync(bytes, { maxOutputLength: most }) : undefined
  } catch {
    return undefined
  }
}

const partAt = (bytes: Buffer, at: number, method: number, length: number, most: number): Buffer | undefined => {
  if (at + partHead > bytes.length || bytes.readUInt32LE(at) !== partMark) return undefined
  const from = at + partHead + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return from + length > bytes.length ? undefined : unfold(bytes.subarray(from, from + length), method, most)
}

/** Where the container's end stands: behind it comes a comment of up to 65,535 bytes at most. */
const endOf = (bytes: Buffer): number => {
  for (let at = bytes.length - endHead; at >= Math.max(0, bytes.length - endHead - 0xffff); at -= 1) if (bytes.readUInt32LE(at) === endMark) return at
  return -1
}

/** The parts that a ZIP container lists; `undefined` where it can't be read. Locked ones, and those beyond 4 GiB (ZIP64), can't. */
export const zipParts = (bytes: Buffer): readonly ZipPart[] | undefined => {
  const end = endOf(bytes)
  if (end < 0) return undefined
  const [count, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)]
  const parts: ZipPart[] = []
  let at = start
  for (let i = 0; i < count; i += 1) {
    if (at + listHead > bytes.length || bytes.readUInt32LE(at) !== listMark) return undefined
    const [flags, method, length, part] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const named = bytes.readUInt16LE(at + 28)
    if ((flags & 1) !== 0) return undefined
    parts.push({ name: bytes.toString('utf8', at + listHead, at + listHead + named), read: most => partAt(bytes, part, method, length, most) })
    at += listHead + named + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}
