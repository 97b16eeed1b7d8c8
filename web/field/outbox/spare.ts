import { isObject } from '../../../kernel/words.ts'
import type { KeptDraft } from './base.ts'

/** Room for a begun form, sealed as ever, while the phone's database takes nothing more: the browser's small storage has a room of its own. */

const begins = 'shanzhi.sealed.'

const text = (bytes: ArrayBuffer): string => btoa(Array.from(new Uint8Array(bytes), one => String.fromCharCode(one)).join(''))
const bytesIn = (value: unknown): ArrayBuffer => Uint8Array.from(atob(String(value)), one => one.charCodeAt(0)).buffer

export const putSpare = (key: string, { locked, ...rest }: KeptDraft): void => localStorage.setItem(begins + key, JSON.stringify({ ...rest, iv: text(locked.iv), data: text(locked.data) }))

export const dropSpare = (key: string): void => localStorage.removeItem(begins + key)

export const spareKeys = (): readonly string[] => Object.keys(localStorage).flatMap(key => (key.startsWith(begins) ? [key.slice(begins.length)] : []))

export const spare = (key: string): KeptDraft | undefined => {
  const found: unknown = JSON.parse(localStorage.getItem(begins + key) ?? 'null')
  if (!isObject(found)) return undefined
  const { account, made, under, iv, data } = found
  return { account: String(account), made: Number(made), under: under === 'pin' ? 'pin' : 'own', locked: { iv: bytesIn(iv), data: bytesIn(data) } }
}
