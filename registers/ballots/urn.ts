import { randomInt } from 'node:crypto'
import { serverKeyOf, type Bytes, type ServerKey } from '../../kernel/outbox/envelope.ts'
import { openBallot } from '../../kernel/voting/envelope.ts'
import type { Mark } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'
import { openBytes, sealBytes, type Ring } from '../../store/ring.ts'
import type { Poll } from './poll.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

const bytesOf = (raw: Uint8Array): Bytes => new Uint8Array(raw)

const aad = (matter: string): Buffer => Buffer.from(`poll/${matter}`)

/** A pair of keys for one vote and no other: what phones seal to, and what opens it, sealed under the site's ring. */
export const makeKeys = async (ring: Ring, matter: string): Promise<{ readonly key: Buffer; readonly secret: Buffer }> => {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const key = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey))
  const secret = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  return { key, secret: sealBytes(ring, 'values', aad(matter), secret) }
}

const openerOf = async (ring: Ring, matter: string, key: Uint8Array, secret: Uint8Array): Promise<ServerKey> =>
  ({ ...await serverKeyOf(bytesOf(key)), key: await crypto.subtle.importKey('pkcs8', bytesOf(openBytes(ring, 'values', aad(matter), Buffer.from(secret))), curve, false, ['deriveBits']) })

/** A random order, from the machine's own source of chance. */
const shuffled = <T>(list: readonly T[]): readonly T[] => {
  const left = [...list]
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    const [a, b] = [left[at] as T, left[other] as T]
    left[at] = b
    left[other] = a
  }
  return left
}

/**
 * Opens the urn of a vote that was closed in this transaction. The marks are kept in a random order; the key and the envelopes go; digests and the
 * attendance book are written anew in their own order, so that neither where a row lies nor which transaction wrote it tells who cast which. What the
 * database still holds of the rows before, until it is vacuumed, opens no longer: the key is gone with them.
 */
export const openUrn = async (tx: Tx, ring: Ring, { county, matter, key }: Poll): Promise<void> => {
  const own = [county, matter]
  const [kept] = await tx.query<{ secret: Uint8Array }>('delete from poll_secret where county = $1 and matter = $2::uuid returning secret', own)
  if (key && kept) {
    const opener = await openerOf(ring, matter, key, kept.secret)
    const envelopes = await tx.query<{ digest: string; envelope: Uint8Array }>(`delete from urn where county = $1 and matter = $2::uuid returning encode(digest, 'hex') as digest, envelope`, own)
    const marks: Mark[] = []
    for (const { envelope } of envelopes) marks.push(await openBallot(opener, matter, bytesOf(envelope)) ?? 'spoilt')
    await tx.query(
      `insert into urn_choice (county, matter, place, mark) select $1, $2::uuid, place, mark from jsonb_array_elements_text($3::text::jsonb) with ordinality as m(mark, place)`, [...own, JSON.stringify(shuffled(marks))])
    await tx.query(
      `insert into urn (county, matter, digest) select $1, $2::uuid, decode(hex, 'hex') from jsonb_array_elements_text($3::text::jsonb) as d(hex) order by hex`, [...own, JSON.stringify(envelopes.map(one => one.digest).toSorted())])
  }
  const book = await tx.query<{ number: number; way: string; holder: number | null; holder_name: string | null }>(
    'delete from attendance where county = $1 and matter = $2::uuid returning number, way, holder, holder_name', own)
  await tx.query(
    `insert into attendance (county, matter, number, way, holder, holder_name) select $1, $2::uuid, number, way, holder, holder_name
     from jsonb_to_recordset($3::text::jsonb) as r(number int, way text, holder int, holder_name text) order by number`, [...own, JSON.stringify([...book].toSorted((a, b) => a.number - b.number))])
}
