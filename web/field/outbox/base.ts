import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Way } from './drain.ts'
import type { Item } from './item.ts'

/** What rests on the phone. Bytes are `ArrayBuffer`s: Safari loses Blobs. */
export type Base = {
  /** Acts with no more in the clear than their sending needs. */
  readonly items: { readonly key: string; readonly value: Item }
  /** Acts, sealed to the server. */
  readonly acts: { readonly key: string; readonly value: ArrayBuffer }
  /** Photos, sealed to the server; `act`: the act that names it, none while its form is still being written. */
  readonly photos: { readonly key: string; readonly value: SealedPhoto }
  /** Whose each photo is and how far on its way, apart from its bytes: they are neither read nor written anew for it. */
  readonly ways: { readonly key: string; readonly value: OnWay }
  /** What an unsent act says, under the key behind the PIN. */
  readonly views: { readonly key: string; readonly value: Locked }
  /** Pictures in small, under the key behind the PIN. */
  readonly pictures: { readonly key: string; readonly value: Locked }
  /** Answers of the server, under the key behind the PIN. */
  readonly answers: { readonly key: string; readonly value: Locked & { readonly at: number } }
  /** Forms that were begun, under the key behind the PIN, or this phone's own. */
  readonly drafts: { readonly key: string; readonly value: KeptDraft }
  readonly notes: { readonly key: string; readonly value: unknown }
}

export type KeptDraft = { readonly account: string; readonly made: number; readonly under: 'pin' | 'own'; readonly locked: Locked }

export type SealedPhoto = { readonly sealed: ArrayBuffer; readonly made: number; readonly act?: string; readonly taken?: string }

export type OnWay = { readonly account: string; readonly made: number; readonly way?: Way }

/** Nonce and ciphertext (AES-256-GCM). */
export type Locked = { readonly iv: ArrayBuffer; readonly data: ArrayBuffer }

type Schema = DBSchema & { [Name in keyof Base]: { key: Base[Name]['key']; value: Base[Name]['value'] } }

export type Opened = IDBPDatabase<Schema>

const stores = ['items', 'acts', 'photos', 'ways', 'views', 'pictures', 'answers', 'drafts', 'notes'] as const

let opening: Promise<Opened> | undefined

/** One database for page and service worker. A newer version of the page that wants to change it is let through. */
export const base = (): Promise<Opened> => {
  opening ??= openDB<Schema>('shanzhi-field', 3, {
    upgrade: database => { for (const name of stores) if (!database.objectStoreNames.contains(name)) database.createObjectStore(name) },
    blocking: (_from, _to, event) => { if (event.target instanceof IDBDatabase) event.target.close(); opening = undefined },
    terminated: () => { opening = undefined },
  }).catch((error: unknown) => {
    opening = undefined
    throw error
  })
  return opening
}

/** Whether this browser can hold anything: a database, and keys, which pages without https are not given. */
export const canKeep = (): boolean => typeof indexedDB !== 'undefined' && typeof crypto !== 'undefined' && 'subtle' in crypto

export const note = async <T>(name: string): Promise<T | undefined> => (await (await base()).get('notes', name)) as T | undefined

export const setNote = async (name: string, value: unknown): Promise<void> => {
  const database = await base()
  await (value === undefined ? database.delete('notes', name) : database.put('notes', value, name))
}

export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'

/** Whether a transaction was broken off because there is no room. A request that was cut off names no reason; its transaction does. */
export const ranFull = async (error: unknown, done: Promise<unknown>): Promise<boolean> => isFull(error) || isFull(await done.then(() => undefined, (reason: unknown) => reason))
