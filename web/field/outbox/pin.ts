import { fresh, isOver, lookedAt, putRight, type Age } from './age.ts'
import { base, isFull, note, setNote, type Locked } from './base.ts'
import { fetchKey, skewOf } from './server-key.ts'

/**
 * The key to what was read and to one's own view of what is unsent. It is random, wrapped under a key stretched from the PIN, and in memory only while
 * unlocked. Six digits are few: whoever takes the phone's storage apart can try them all, so the copy is small, dies by itself, and holds no one else's secret
 * that its reader was not shown. What is unsent is sealed to the server and needs no PIN.
 */
type Lock = {
  readonly salt: ArrayBuffer
  readonly rounds: number
  readonly wrapped: Locked
  /** How many digits the PIN has, so that the last of them opens. It saves whoever tries them all a tenth of the work. */
  readonly digits: number
  readonly wrong: number
  /** Not tried again before this, by this phone's clock. */
  readonly until: number
  /** The id by which the server knows this copy. */
  readonly copy: string
  readonly account: string
}

/** As OWASP has it for PBKDF2 over SHA-256: some half a second on the phones that are carried here. */
const rounds = 600_000

export const shortest = 6
export const isPin = (pin: string): boolean => /^\d{6,12}$/.test(pin) && !/^(\d)\1+$/.test(pin) && !'01234567890123456789'.includes(pin) && !'98765432109876543210'.includes(pin)

const most = 8
const waits = [0, 0, 0, 5, 15, 30, 60, 300]

/** What follows on so many wrong ones in a row: seconds to wait before the next, or that what was read is wiped. */
export const afterWrong = (wrong: number): { readonly wait: number; readonly left: number } | 'wipe' => (wrong >= most ? 'wipe' : { wait: waits[wrong] ?? 0, left: most - wrong })

const stretch = async (pin: string, salt: ArrayBuffer, times: number) => {
  const raw = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: times }, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

type Key = Awaited<ReturnType<typeof stretch>>

/** The key as its pages hold it, of which copy. Never extractable: a page can use it, and neither read it out nor write it down. */
export type Opened = { readonly key: Key; readonly copy: string }

let opened: Opened | undefined

export const openedNow = (): Opened | undefined => opened

/** Takes the key over from another page of this phone that was opened with the PIN. */
export const takeOver = (from: Opened): void => { opened = from }

export const isUnlocked = (): boolean => opened !== undefined

const own = (bytes: Uint8Array<ArrayBuffer>): ArrayBuffer => bytes.buffer

export const lockUnder = async (under: Key, bytes: Uint8Array<ArrayBuffer>): Promise<Locked> => {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv: own(iv), data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, under, bytes) }
}

/** Locks what can be said in JSON; nothing where there is no PIN or it was not entered. */
export const lockAway = async (value: unknown): Promise<Locked | undefined> => (opened ? lockUnder(opened.key, new TextEncoder().encode(JSON.stringify(value))) : undefined)

export const lockBytes = async (bytes: ArrayBuffer): Promise<Locked | undefined> => (opened ? lockUnder(opened.key, new Uint8Array(bytes)) : undefined)

export const openUnder = (under: Key, { iv, data }: Locked): Promise<ArrayBuffer | undefined> => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, under, data).catch(() => undefined)

export const openBytes = async (locked: Locked | undefined): Promise<ArrayBuffer | undefined> => (opened && locked ? openUnder(opened.key, locked) : undefined)

export const openUp = async (locked: Locked | undefined): Promise<unknown> => {
  const bytes = await openBytes(locked)
  return bytes && JSON.parse(new TextDecoder().decode(bytes)) as unknown
}

const lockNote = (): Promise<Lock | undefined> => note<Lock>('lock')

export const lockOf = lockNote

const importKey = (data: Uint8Array<ArrayBuffer>): Promise<Key> => crypto.subtle.importKey('raw', data, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** Sets a PIN where there is none. `copy`: an id for the server to know this copy by. */
export const setPin = async (pin: string, account: string, copy: string): Promise<void> => {
  const data = crypto.getRandomValues(new Uint8Array(32))
  const salt = own(crypto.getRandomValues(new Uint8Array(16)))
  const wrapped = await lockUnder(await stretch(pin, salt, rounds), data)
  await setNote('lock', { salt, rounds, wrapped, digits: pin.length, wrong: 0, until: 0, copy, account } satisfies Lock)
  await heard()
  opened = { key: await importKey(data), copy }
}

const whereFull = (error: unknown): void => { if (!isFull(error)) throw error }

/** A phone too full to count a try still opens: each then takes seconds instead. */
const slowly = async (error: unknown): Promise<void> => {
  whereFull(error)
  await new Promise(resolve => setTimeout(resolve, 5_000))
}

export type Tried = 'open' | 'wiped' | 'none' | { readonly wait: number; readonly left: number }

/** Tries a PIN. The try is counted before it is made, so that breaking it off buys none. */
export const unlock = async (pin: string, now = Date.now()): Promise<Tried> => {
  const lock = await lockNote()
  if (!lock) return 'none'
  const held = lock.until - now
  // A clock set back must not lock anybody out for longer than the longest wait.
  if (held > 0 && held <= 300_000) return { wait: Math.ceil(held / 1000), left: most - lock.wrong }
  const verdict = afterWrong(lock.wrong + 1)
  await setNote('lock', { ...lock, wrong: lock.wrong + 1, until: verdict === 'wipe' ? 0 : now + verdict.wait * 1000 }).catch(slowly)
  const under = await stretch(pin, lock.salt, lock.rounds)
  const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: lock.wrapped.iv }, under, lock.wrapped.data).catch(() => undefined)
  if (data) {
    opened = { key: await importKey(new Uint8Array(data)), copy: lock.copy }
    await setNote('lock', { ...lock, wrong: 0, until: 0 }).catch(whereFull)
    return 'open'
  }
  if (verdict !== 'wipe') return verdict
  await wipe()
  return 'wiped'
}

/** Takes the key, and with it everything under it. What is unsent stays, sealed. */
export const wipe = async (): Promise<void> => {
  opened = undefined
  const tx = (await base()).transaction(['notes', 'answers', 'views', 'pictures', 'drafts'], 'readwrite')
  const drafts = tx.objectStore('drafts')
  const dropDrafts = async (): Promise<void> => { for (const key of await drafts.getAllKeys()) if ((await drafts.get(key))?.under === 'pin') await drafts.delete(key) }
  await Promise.all([dropDrafts(), tx.objectStore('notes').delete('lock'), tx.objectStore('notes').delete('age'), tx.objectStore('answers').clear(), tx.objectStore('views').clear(), tx.objectStore('pictures').clear(), tx.done])
}

/** Forgets the key on this page; what it locked stays until the PIN is entered again. */
export const lockNow = (): void => { opened = undefined }

/** The age lies apart from the lock, so that noting it never undoes the count of a wrong try. */
const noteAge = (age: Age): Promise<void> => setNote('age', age).catch(whereFull)

/** The server's clock of this moment, milliseconds since 1970, by what was last measured. */
const serverNow = async (): Promise<number> => Date.now() + (await skewOf() ?? 0)

/** Notes that the server was heard from, and the copy brought up to date. */
export const heard = async (): Promise<void> => noteAge(fresh(await serverNow(), Date.now()))

/** The server has just told what time it is: what this phone made of its own clock stands no longer. */
export const timeTold = async (): Promise<void> => {
  const age = await note<Age>('age')
  if (age) await noteAge(putRight(age, await serverNow(), Date.now()))
}

/** Milliseconds between two looks that are worth a note. */
const seldom = 60_000

/** Milliseconds to wait for the server's word before a copy is wiped for its age. */
const patience = 8_000

/** Whether the copy has heard nothing from the server for too long. Where the server can be asked what time it is, this phone's clock alone wipes nothing. */
export const isTooOld = async (now = Date.now()): Promise<boolean> => {
  const before = await note<Age>('age') ?? fresh(await serverNow(), now)
  const age = lookedAt(before, now)
  if (Math.abs(age.seen - before.seen) >= seldom || age.gone === 0) await noteAge(age)
  if (!isOver(age)) return false
  const told = fetchKey().then(() => timeTold()).then(() => note<Age>('age'))
  const late = new Promise<undefined>(resolve => { setTimeout(() => resolve(undefined), patience) })
  const right = await Promise.race([told, late]).catch(() => undefined)
  return isOver(right ?? age)
}
