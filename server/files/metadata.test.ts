import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jpeg, png, webp } from '../../test/helpers/pictures.ts'
import { tracesIn } from './metadata.ts'

const traces = (type: string, bytes: Buffer) => [...tracesIn(type, bytes)].toSorted()

test('JPEG: clean, and every place where a device leaves what it knows', () => {
  const type = 'image/jpeg'
  assert.deepEqual(traces(type, jpeg()), [])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xe2, 'ICC_PROFILE\0…']] })), [])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xe1, 'Exif\0\0II*\0']] })), ['exif'])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>']] })), ['xmp'])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xed, 'Photoshop 3.0\0']] })), ['iptc'])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xfe, 'taken by 王小明']] })), ['text'])
  assert.deepEqual(traces(type, jpeg({ segments: [[0xe2, 'MPF\0']] })), ['embedded'])
  assert.deepEqual(traces(type, jpeg({ afterScan: [[0xe1, 'Exif\0\0']] })), ['exif'])
  assert.deepEqual(traces(type, jpeg({ behind: Buffer.from('ftypmp42') })), ['embedded'])
  assert.deepEqual(traces(type, jpeg({ behind: Buffer.alloc(8) })), [])
  assert.deepEqual(traces(type, jpeg().subarray(0, 30)), ['broken'])
  assert.deepEqual(traces(type, jpeg().subarray(0, -2)), ['broken'])
  // A fill byte before a marker is allowed and must not hide it.
  const exif = jpeg({ segments: [[0xe1, 'Exif\0\0']] })
  const at = exif.indexOf(Buffer.from([0xff, 0xe1]))
  assert.deepEqual(traces(type, Buffer.concat([exif.subarray(0, at), Buffer.from([0xff]), exif.subarray(at)])), ['exif'])
})

test('PNG: clean, eXIf, text chunks under any name, what stands behind the end', () => {
  const type = 'image/png'
  assert.deepEqual(traces(type, png()), [])
  assert.deepEqual(traces(type, png([['gAMA', '\0\0\0\0']])), [])
  assert.deepEqual(traces(type, png([['eXIf', 'II*\0']])), ['exif'])
  assert.deepEqual(traces(type, png([['iTXt', 'XML:com.adobe.xmp\0']])), ['text'])
  assert.deepEqual(traces(type, png([['tEXt', 'Author\0王'], ['eXIf', 'MM']])), ['exif', 'text'])
  assert.deepEqual(traces(type, png([], 'PK')), ['embedded'])
  assert.deepEqual(traces(type, png().subarray(0, -12)), ['broken'])
  assert.deepEqual(traces(type, png().subarray(0, 12)), ['broken'])
})

test('WebP: clean, EXIF and XMP chunks, odd lengths', () => {
  const type = 'image/webp'
  assert.deepEqual(traces(type, webp([['VP8 ', 'data']])), [])
  assert.deepEqual(traces(type, webp([['VP8X', 'flags12345'], ['VP8 ', 'odd'], ['EXIF', 'II*']])), ['exif'])
  assert.deepEqual(traces(type, webp([['VP8 ', 'x'], ['XMP ', '<x/>']])), ['xmp'])
  assert.deepEqual(traces(type, Buffer.concat([webp([['VP8 ', 'data']]), Buffer.from('more')])), ['embedded'])
  assert.deepEqual(traces(type, webp([['VP8 ', 'data']]).subarray(0, 18)), ['broken'])
})

test('bytes of any kind end without an error', () => {
  let seed = 7
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
  for (let i = 0; i < 2000; i += 1) {
    const whole = [jpeg({ segments: [[0xe1, 'Exif\0\0']] }), png([['eXIf', 'MM']]), webp([['EXIF', 'II']])][i % 3]
    const bytes = Buffer.from(whole ?? [])
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
    const cut = bytes.subarray(0, Math.floor(random() * (bytes.length + 1)))
    for (const type of ['image/jpeg', 'image/png', 'image/webp']) tracesIn(type, cut)
  }
})
