import { isObject, type Json, type JsonObject } from '../words.ts'
import type { Bytes } from './envelope.ts'

/** What stands inside the envelopes: an act as it was taken on the device, and a photo with what it told beside itself. */

/** When something was taken, by the device's own clock, whatever that was worth. */
export type Taken = { readonly at: string; /** The server’s clock less the device’s as the device last measured it before, milliseconds. */ readonly skew?: number }

/** An act as written. Either it opens a matter (`procedure`), or it is a step on one, with the `seq` its taker saw; `after`: on what an act before it leads to. */
export type Written = {
  readonly id: string
  /** The post acted from; none for a resident. */
  readonly post?: string
  readonly procedure?: string
  readonly matter?: string
  readonly step: string
  readonly seq?: number
  readonly after?: string
  readonly input: { readonly [fact: string]: Json }
  readonly made: Taken
  readonly photos: readonly PhotoFacts[]
}

/** What a picture said of itself before it was drawn afresh: when, by the camera's clock. Its place is only offered to who reports. */
export type PhotoFacts = { readonly file: string; readonly taken?: string }

export const packAct = (act: Written): Bytes => new Uint8Array(new TextEncoder().encode(JSON.stringify(act)))

const isText = (value: unknown): value is string => typeof value === 'string'
const isMaybe = (value: unknown, is: (one: unknown) => boolean): boolean => value === undefined || is(value)
const isFacts = (value: unknown): value is PhotoFacts => isObject(value) && isText(value['file']) && isMaybe(value['taken'], isText)

const isWritten = (value: unknown): value is Written =>
  isObject(value) && isText(value['id']) && isText(value['step']) && isObject(value['input']) && isObject(value['made']) && isText(value['made']['at'])
  && isMaybe(value['made']['skew'], one => typeof one === 'number')
  && (['post', 'procedure', 'matter', 'after'] as const).every(name => isMaybe(value[name], isText))
  && (value['procedure'] === undefined) !== (value['matter'] === undefined)
  && isMaybe(value['seq'], one => Number.isInteger(one)) && Array.isArray(value['photos']) && value['photos'].every(isFacts)

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** `undefined` for what is no act. */
export const unpackAct = (bytes: Uint8Array): Written | undefined => {
  const found = parsed(bytes)
  return isWritten(found) ? found : undefined
}

/** A photo: the length of its name (2 bytes), the name, the bytes of the picture. */
export const packPhoto = (name: string, picture: Uint8Array): Bytes => {
  const label = new TextEncoder().encode(name).slice(0, 1000)
  const bytes = new Uint8Array(2 + label.length + picture.length)
  new DataView(bytes.buffer).setUint16(0, label.length)
  bytes.set(label, 2)
  bytes.set(picture, 2 + label.length)
  return bytes
}

export const unpackPhoto = (bytes: Bytes): { readonly name: string; readonly picture: Bytes } | undefined => {
  if (bytes.length < 3) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint16(0)
  return bytes.length <= 2 + length ? undefined : { name: new TextDecoder().decode(bytes.slice(2, 2 + length)), picture: bytes.slice(2 + length) }
}

/** A file that holds what is unsent, to be handed in at the office: a head, then each record with its own. */
export type Handed = { readonly what: 'act' | 'photo'; readonly id: string; readonly after?: string; readonly bytes: Bytes }

const mark = 'SHANZHI-OUTBOX-1\n'

export const packFile = (account: string, records: readonly Handed[]): Bytes => {
  const parts: Uint8Array[] = []
  const add = (head: JsonObject, body: Uint8Array): void => {
    const text = new TextEncoder().encode(JSON.stringify(head))
    const lengths = new Uint8Array(8)
    new DataView(lengths.buffer).setUint32(0, text.length)
    new DataView(lengths.buffer).setUint32(4, body.length)
    parts.push(lengths, text, body)
  }
  parts.push(new TextEncoder().encode(mark))
  add({ account }, new Uint8Array())
  for (const { what, id, after, bytes } of records) add({ what, id, ...(after !== undefined && { after }) }, bytes)
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** `undefined` for what is no such file, or is cut off. */
export const unpackFile = (bytes: Bytes): { readonly account: string; readonly records: readonly Handed[] } | undefined => {
  if (new TextDecoder().decode(bytes.slice(0, mark.length)) !== mark) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const records: Handed[] = []
  let account: string | undefined
  for (let at = mark.length; at < bytes.length;) {
    if (at + 8 > bytes.length) return undefined
    const [head, body] = [view.getUint32(at), view.getUint32(at + 4)]
    if (at + 8 + head + body > bytes.length) return undefined
    const told = parsed(bytes.slice(at + 8, at + 8 + head))
    if (!isObject(told)) return undefined
    if (account === undefined) {
      if (!isText(told['account'])) return undefined
      account = told['account']
    } else {
      const { what, id, after } = told
      if ((what !== 'act' && what !== 'photo') || !isText(id) || !isMaybe(after, isText)) return undefined
      records.push({ what, id, ...(isText(after) && { after }), bytes: bytes.slice(at + 8 + head, at + 8 + head + body) })
    }
    at += 8 + head + body
  }
  return account === undefined ? undefined : { account, records }
}
