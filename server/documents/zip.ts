import { strToU8, zipSync } from 'fflate'

/** The first day a zip can name: local time is what is written, so it is the same day in every time zone. */
const someDay = new Date(1980, 0, 1)

/** Packs texts and bytes by name into a zip, stored as they are: a document is some ten thousand bytes, photos pack no smaller, and the same files give the same bytes whenever and by whatever version they are packed. */
export const zip = (files: readonly (readonly [name: string, content: string | Uint8Array])[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(files.map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])), { level: 0, mtime: someDay, os: 0 }))
