import type { Page } from 'playwright-core'

export type Picture = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A photo as a phone takes it, large and full of detail, drawn by the browser itself. */
export const photo = async (page: Page, width = 2400, height = 1800): Promise<Picture> => {
  const base64 = await page.evaluate(([w, h]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h })
    const paper = canvas.getContext('2d')
    for (let i = 0; paper && i < 4000; i += 1) {
      paper.fillStyle = `hsl(${(i * 47) % 360} 60% ${30 + (i % 50)}%)`
      paper.fillRect((i * 977) % w, (i * 613) % h, 20 + (i % 180), 20 + (i % 120))
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? ''
  }, [width, height] as const)
  return { name: 'IMG_0421.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

const rational = (numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 8)
  for (const [i, number] of numbers.entries()) bytes.writeUInt32BE(1, bytes.writeUInt32BE(number, i * 8))
  return bytes
}

const entry = (tag: number, type: number, count: number, value: number | Buffer): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt16BE(tag, 0)
  bytes.writeUInt16BE(type, 2)
  bytes.writeUInt32BE(count, 4)
  if (typeof value === 'number') bytes.writeUInt32BE(value, 8)
  else value.copy(bytes, 8)
  return bytes
}

const directory = (entries: readonly Buffer[]): Buffer => {
  const count = Buffer.alloc(2)
  count.writeUInt16BE(entries.length)
  return Buffer.concat([count, ...entries, Buffer.alloc(4)])
}

/** The TIFF block in which a phone notes where it stood: 36° 29′ N, 102° 24′ E. */
const position = (): Buffer => {
  const [ascii, long, rationals] = [2, 4, 5]
  const main = directory([entry(0x8825, long, 1, 26)])
  const values = 26 + 2 + 4 * 12 + 4
  const gps = directory([
    entry(1, ascii, 2, Buffer.from('N\0')), entry(2, rationals, 3, values), entry(3, ascii, 2, Buffer.from('E\0')), entry(4, rationals, 3, values + 24),
  ])
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1'), main, gps, rational([36, 29, 3]), rational([102, 24, 5])])
}

/** The same photo with the place it was taken at written into it. */
export const withPosition = (picture: Picture): Picture => {
  const block = position()
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(block.length + 2, 2)
  return { ...picture, buffer: Buffer.concat([picture.buffer.subarray(0, 2), head, block, picture.buffer.subarray(2)]) }
}
