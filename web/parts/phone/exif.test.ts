import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withPosition } from '../../../test/browser/helpers/photo.ts'
import { pictureFacts } from './exif.ts'

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const bare = Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xd9])

test('the place that a phone wrote into a picture is read to the second', () => {
  const { buffer: bytes } = withPosition({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: bare })
  const { point } = pictureFacts(buffer(bytes))
  assert.ok(point && Math.abs(point.lat - (36 + 29 / 60 + 3 / 3600)) < 1e-9 && Math.abs(point.lon - (102 + 24 / 60 + 5 / 3600)) < 1e-9)
})

test('a picture without facts, cut off anywhere, or made of anything tells nothing and breaks nothing', () => {
  assert.deepEqual(pictureFacts(buffer(bare)), {})
  const { buffer: bytes } = withPosition({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: bare })
  for (let length = 0; length < bytes.length; length += 1) pictureFacts(buffer(bytes.subarray(0, length)))
  fc.assert(fc.property(fc.uint8Array({ maxLength: 120 }), noise => { pictureFacts(buffer(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 90]), Buffer.from('Exif\0\0'), noise]))) }))
})
