import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Small documents made byte by byte, with or without the names that office programs leave in them. */

type Part = readonly [name: string, text: string]

/** A ZIP container of parts, each deflated; `flags` 1 marks them locked. */
export const zip = (parts: readonly Part[], { flags = 0, method = 8, comment = '' } = {}): Buffer => {
  const bodies: Buffer[] = []
  const lines: Buffer[] = []
  let at = 0
  for (const [name, text] of parts) {
    const plain = Buffer.from(text)
    const [body, label] = [method === 8 ? deflateRawSync(plain) : plain, Buffer.from(name)]
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    for (const [offset, value] of [[4, 20], [6, flags], [8, method], [26, label.length]] as const) head.writeUInt16LE(value, offset)
    for (const [offset, value] of [[14, crc32(plain)], [18, body.length], [22, plain.length]] as const) head.writeUInt32LE(value, offset)
    const line = Buffer.alloc(46)
    line.writeUInt32LE(0x02014b50)
    head.copy(line, 6, 4, 30)
    line.writeUInt32LE(at, 42)
    bodies.push(head, label, body)
    lines.push(line, label)
    at += head.length + label.length + body.length
  }
  const list = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const offset of [8, 10]) end.writeUInt16LE(parts.length, offset)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return Buffer.concat([...bodies, list, end, Buffer.from(comment)])
}

const types = (kind: string): Part =>
  ['[Content_Types].xml', `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/></Types>`]

export const docx = (...parts: readonly Part[]): Buffer => zip([types('wordprocessingml.document'), ['word/document.xml', '<w:document/>'], ...parts.filter(([name]) => name !== 'word/document.xml'), ...parts.filter(([name]) => name === 'word/document.xml')])
export const xlsx = (...parts: readonly Part[]): Buffer => zip([types('spreadsheetml.sheet'), ['xl/workbook.xml', '<workbook/>'], ...parts])

/** The properties of a document, by whom it was made and changed last. */
export const core = (creator: string, changed = ''): Part =>
  ['docProps/core.xml', `<cp:coreProperties xmlns:dc="d"><dc:title>通知</dc:title><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${changed}</cp:lastModifiedBy></cp:coreProperties>`]

const headOf = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'

/** A PDF of objects as they are given, and of streams, deflated. */
export const pdf = (objects: readonly string[], streams: readonly (readonly [head: string, text: string])[] = []): Buffer => Buffer.concat([
  Buffer.from(headOf, 'latin1'), ...objects.map((one, i) => Buffer.from(`${i + 1} 0 obj\n${one}\nendobj\n`, 'latin1')),
  ...streams.map(([head, text], i) => {
    const body = deflateSync(Buffer.from(text, 'latin1'))
    return Buffer.concat([Buffer.from(`${i + 50} 0 obj\n<<${head}/Filter/FlateDecode/Length ${body.length}>>\nstream\r\n`, 'latin1'), body, Buffer.from('\nendstream\nendobj\n')])
  }), Buffer.from('%%EOF\n'),
])
