import { crc32, deflateSync } from 'node:zlib'
import type { Actor } from '../../kernel/post.ts'
import type { Stage } from './player.ts'
import { randomFor } from './random.ts'

const [width, height] = [480, 640]

const chunk = (name: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** A sheet with ruled lines and nothing written on it, so that no invented signature stands anywhere. PNG, in grey. */
export const ruledSheet = (): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.from([0]), Buffer.alloc(width, y > 60 && y % 40 === 0 ? 150 : 244)]))
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

/** The photo of a sheet as somebody uploaded it: its id. Made once, however often the demo is played. */
export const sheetOf = async ({ city, county, keep }: Stage, giver: Actor, name: string, at: Date): Promise<string> => {
  const id = randomFor(city.seed, 'sheet', county, name).uuid()
  await keep({ id, giver, name: `${name}（演示）`, at, image: true })
  return id
}
