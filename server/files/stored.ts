import { crc32 } from 'node:zlib'

const heads = { part: 30, line: 46, end: 22 } as const

/** A ZIP container of these parts as they are, none packed: for readers that must not unfold anything themselves. */
export const storedZip = (parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Buffer => {
  const bodies: Uint8Array[] = []
  const lines: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const label = Buffer.from(name)
    const head = Buffer.alloc(heads.part)
    head.writeUInt32LE(0x04034b50)
    for (const [offset, value] of [[4, 20], [6, 0x800], [26, label.length]] as const) head.writeUInt16LE(value, offset)
    for (const [offset, value] of [[14, crc32(bytes)], [18, bytes.length], [22, bytes.length]] as const) head.writeUInt32LE(value, offset)
    const line = Buffer.alloc(heads.line)
    line.writeUInt32LE(0x02014b50)
    line.writeUInt16LE(20, 4)
    head.copy(line, 6, 4, heads.part)
    line.writeUInt32LE(at, 42)
    bodies.push(head, label, bytes)
    lines.push(line, label)
    at += heads.part + label.length + bytes.length
  }
  const list = Buffer.concat(lines)
  const end = Buffer.alloc(heads.end)
  end.writeUInt32LE(0x06054b50)
  for (const offset of [8, 10]) end.writeUInt16LE(parts.length, offset)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}
