import { createHash } from 'node:crypto'
import { isObject, type JsonObject } from '../../kernel/words.ts'
import { leafHash } from './merkle.ts'

/** One checkpoint as it is published, a line of JSON. Hashes are SHA-256 in hexadecimal. */
export type Checkpoint = {
  readonly shanzhi: 'checkpoint'
  readonly version: 1
  readonly county: string
  /** The legal day on whose beginning the county stood so, and the instant at which it was looked at. */
  readonly day: string
  readonly at: string
  /** How many chains the tree covers, and its root. */
  readonly matters: number
  readonly root: string
  /** The hash of the line before; absent in the first. */
  readonly previous?: string
  /** Legal days, first and last, for which there is no checkpoint: no server ran. */
  readonly missed?: { readonly from: string; readonly to: string }
  /** Digests over other records of the days since the one before (`DayDigest`), by name. */
  readonly digests: { readonly [name: string]: JsonObject }
}

/** The head of a chain as the tree has it. */
export type Head = { readonly matter: string; readonly seq: number; readonly head: string }

/** A leaf is the text `MATTER SEQ HEAD`; the tree takes them in the order of the matters' ids. */
export const leafOf = ({ matter, seq, head }: Head): Buffer => leafHash(`${matter} ${seq} ${head}`)

export const hashOfLine = (line: string): string => createHash('sha256').update(line).digest('hex')

const text = (value: unknown, pattern: RegExp): value is string => typeof value === 'string' && pattern.test(value)

const day = /^\d{4}-\d{2}-\d{2}$/

/** Reads a line; `undefined` where it is none of ours. */
export const parseLine = (line: string): Checkpoint | undefined => {
  try {
    const read: unknown = JSON.parse(line)
    if (!isObject(read) || read['shanzhi'] !== 'checkpoint' || read['version'] !== 1) return undefined
    const whole = text(read['county'], /^\d{4}(\d{2})?$/) && text(read['day'], day) && text(read['root'], /^[0-9a-f]{64}$/) && typeof read['matters'] === 'number' && isObject(read['digests'])
      && (read['previous'] === undefined || text(read['previous'], /^[0-9a-f]{64}$/))
    return whole ? read as Checkpoint : undefined
  } catch {
    return undefined
  }
}
