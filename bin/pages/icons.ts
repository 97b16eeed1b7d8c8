import { crc32, deflateSync } from 'node:zlib'

/** The icon of the field door, 善 in strokes that are all upright or level: drawn from one list as SVG and, pixel for pixel the same everywhere, as PNG. */

type Box = readonly [x: number, y: number, width: number, height: number]

const ground = [7, 62, 70] as const
const ink = [255, 255, 255] as const

/** On a field of 64. The outer fifth stays empty, as masks of phones cut it off. */
const strokes: readonly Box[] = [
  [24, 14, 3, 5], [37, 14, 3, 5], [19, 19, 26, 3], [22, 25, 20, 3], [17, 31, 30, 3], [30.5, 19, 3, 15],
  [25, 35, 3, 4], [36, 35, 3, 4], [15, 39, 34, 3], [22, 44, 20, 3], [22, 44, 3, 9], [39, 44, 3, 9], [22, 50, 20, 3],
]

const rgb = (colour: readonly number[]): string => `#${colour.map(one => one.toString(16).padStart(2, '0')).join('')}`

export const iconSvg = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="${rgb(ground)}"/><path fill="${rgb(ink)}" d="${strokes.map(([x, y, w, h]) => `M${x} ${y}h${w}v${h}h${-w}z`).join('')}"/></svg>\n`

/** How much of a pixel a stroke covers, along one side. */
const covered = (from: number, length: number, at: number, scale: number): number => Math.max(0, Math.min((from + length) * scale, at + 1) - Math.max(from * scale, at))

const shade = (x: number, y: number, scale: number): number =>
  Math.min(1, strokes.reduce((most, [left, top, width, height]) => Math.max(most, covered(left, width, x, scale) * covered(top, height, y, scale)), 0))

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

export const iconPng = (size: number): Buffer => {
  const rows = Buffer.alloc(size * (1 + size * 3))
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const share = shade(x, y, size / 64)
      for (const [n, dark] of ground.entries()) rows[y * (1 + size * 3) + 1 + x * 3 + n] = Math.round(dark + ((ink[n] ?? 0) - dark) * share)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size)
  head.writeUInt32BE(size, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const manifest = {
  id: '/field/', name: '善治 · 网格', short_name: '善治网格', description: '网格员的工作页面，没有信号也能用 · The grid worker’s pages, also without a signal', lang: 'zh-CN', dir: 'ltr',
  start_url: '/field/', scope: '/field/', display: 'standalone', background_color: '#f1f5f4', theme_color: rgb(ground),
  icons: [
    { src: '/field/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ...[192, 512].flatMap(size => ['any', 'maskable'].map(purpose => ({ src: `/field/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose }))),
  ],
}

type AppFile = { readonly type: string; readonly body: string | Buffer }

/** What makes the field door an app that can be put on a phone: by name under /field/, with its type. */
export const appFiles = (): ReadonlyMap<string, AppFile> => new Map<string, AppFile>([
  ['field/icon.svg', { type: 'image/svg+xml', body: iconSvg() }],
  ...[180, 192, 512].map(size => [`field/icon-${size}.png`, { type: 'image/png', body: iconPng(size) }] as const),
  ['field/manifest.webmanifest', { type: 'application/manifest+json', body: `${JSON.stringify(manifest, undefined, 2)}\n` }],
])
