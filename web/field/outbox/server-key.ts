import { serverKeyOf, type ServerKey } from '../../../kernel/outbox/envelope.ts'
import type { OutboxKey } from '../../../server/wire.ts'
import { note, setNote } from './base.ts'
import { speak } from './line.ts'

/** The server's key as this phone holds it: pinned by its id until the server itself, over the encrypted line, names another. */
type Pinned = { readonly id: string; readonly raw: ArrayBuffer; readonly since: number; /** The server's clock less ours as it was last measured, milliseconds. */ readonly skew: number }

let held: ServerKey | undefined

const bytesIn = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0))

/** Asks for the key and for the time; a key whose id does not follow from it is not taken. */
export const fetchKey = async (): Promise<void> => {
  const sent = Date.now()
  const { id, key, now } = await speak<OutboxKey>('/api/outbox/key', { method: 'GET' })
  const raw = bytesIn(key)
  const made = await serverKeyOf(raw)
  if (made.id !== id) return
  held = made
  await setNote('key', { id, raw: raw.buffer, since: sent, skew: Date.parse(now) - (sent + Date.now()) / 2 } satisfies Pinned)
}

/** The key to seal to; none where this phone was never online. */
export const serverKey = async (): Promise<ServerKey | undefined> => {
  if (held) return held
  const pinned = await note<Pinned>('key')
  if (pinned) held = await serverKeyOf(new Uint8Array(pinned.raw))
  return held
}

/** How far this phone's clock stands from the server's, milliseconds, as last measured. */
export const skewOf = async (): Promise<number | undefined> => (await note<Pinned>('key'))?.skew
