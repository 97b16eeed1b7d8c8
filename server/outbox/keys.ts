import { createECDH, createHmac } from 'node:crypto'
import { serverKeyOf, type ServerKey } from '../../kernel/outbox/envelope.ts'
import type { Ring, RingKey } from '../../store/ring.ts'

/** The key that devices seal to now, and all that open: one for each key of the ring (decision 17), so that they rotate with it. */
export type OutboxKeys = {
  /** As it is served: the id, and the 65 bytes of the point in base64url. */
  current(): Promise<{ readonly id: string; readonly key: string }>
  opener(id: string): Promise<ServerKey | undefined>
}

const url = (bytes: Buffer): string => bytes.toString('base64url')

/** A scalar that P-256 takes; one in four thousand million is none, and the next is tried. */
const pairOf = (key: RingKey, round = 0): { readonly point: Buffer; readonly scalar: Buffer } => {
  const pair = createECDH('prime256v1')
  const scalar = createHmac('sha256', key.values.sm3).update(`shanzhi outbox ${round}`).digest()
  try {
    pair.setPrivateKey(scalar)
  } catch {
    return pairOf(key, round + 1)
  }
  return { point: pair.getPublicKey(), scalar }
}

const openerOf = async (key: RingKey): Promise<ServerKey> => {
  const { point, scalar } = pairOf(key)
  const jwk = { kty: 'EC', crv: 'P-256', x: url(point.subarray(1, 33)), y: url(point.subarray(33)), d: url(scalar) }
  const own = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
  return { ...await serverKeyOf(new Uint8Array(point)), key: own }
}

export const outboxKeys = (ring: Ring): OutboxKeys => {
  let made: Promise<ReadonlyMap<string, ServerKey>> | undefined
  const all = (): Promise<ReadonlyMap<string, ServerKey>> => made ??= Promise.all([...ring.keys.values()].map(openerOf)).then(list => new Map(list.map(one => [one.id, one])))
  return {
    current: async () => {
      const key = ring.keys.get(ring.current)
      if (!key) throw new Error('the ring has no current key')
      const { id, raw } = await openerOf(key)
      return { id, key: url(Buffer.from(raw)) }
    },
    opener: async id => (await all()).get(id),
  }
}
