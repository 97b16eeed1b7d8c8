import { crc32, deflateSync } from 'node:zlib'

/** Small pictures made byte by byte, with or without what devices leave in them. */

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])])

/** A JPEG's skeleton: segments in order, then a scan, then `behind` its end. */
export const jpeg = ({ segments = [], afterScan = [], behind = Buffer.alloc(0) }: {
  readonly segments?: readonly (readonly [marker: number, body: string])[]
  readonly afterScan?: readonly (readonly [marker: number, body: string])[]
  readonly behind?: Buffer
} = {}): Buffer => Buffer.concat([
  Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
  ...segments.map(([marker, body]) => segment(marker, Buffer.from(body, 'latin1'))), scan,
  ...afterScan.map(([marker, body]) => segment(marker, Buffer.from(body, 'latin1'))), Buffer.from([0xff, 0xd9]), behind,
])

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])

/** A PNG of one grey dot with further chunks before its picture. */
export const png = (chunks: readonly (readonly [name: string, body: string])[] = [], behind = ''): Buffer => Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), ...chunks.map(([name, body]) => chunk(name, Buffer.from(body, 'latin1'))),
  chunk('IDAT', deflateSync(Buffer.from([0, 128, 128, 128]))), chunk('IEND', Buffer.alloc(0)), Buffer.from(behind),
])

const part = (name: string, body: string): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from(name), length, Buffer.from(body, 'latin1'), Buffer.alloc(body.length % 2)])
}

/** A WebP's container with these chunks. */
export const webp = (chunks: readonly (readonly [name: string, body: string])[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks.map(([name, text]) => part(name, text))])
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), length, body])
}
