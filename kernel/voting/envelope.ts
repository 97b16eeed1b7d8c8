import { open, seal, sealedUnder, serverKeyOf, type Bytes, type ServerKey } from '../outbox/envelope.ts'
import type { Choice } from './track.ts'

/**
 * A ballot sealed on the phone to the key of one vote. Every ballot is 32 bytes inside, so that its length tells nothing, and 31 of them are random;
 * bound to the vote and to nobody. The receipt is the digest of the envelope: it proves that this envelope lies in the urn, and nothing of what is in it.
 *
 * @example
 * const envelope = await sealBallot(key, matter, 'for')
 * const receipt = await receiptOf(envelope)
 */
const codes = { for: 1, against: 2, abstain: 3 } as const satisfies Record<Choice, number>
const inside = 32
/** Bytes of every envelope: head of 74, ballot, tag. */
export const envelopeLength = 1 + 8 + 65 + inside + 16

const boundTo = (matter: string): string => `ballot/${matter}`

/** Seals a choice to a vote's public key (65 bytes). */
export const sealBallot = async (key: Bytes, matter: string, choice: Choice): Promise<Bytes> => {
  const ballot = crypto.getRandomValues(new Uint8Array(inside))
  ballot[0] = codes[choice]
  return seal(await serverKeyOf(key), boundTo(matter), ballot)
}

/** Opens a ballot with the vote's own key; `undefined` where it is none of this vote or holds no choice: it counts as spoilt. */
export const openBallot = async (own: ServerKey, matter: string, envelope: Bytes): Promise<Choice | undefined> => {
  const ballot = await open(own, boundTo(matter), envelope).catch(() => undefined)
  return ballot?.length === inside ? (Object.keys(codes) as Choice[]).find(choice => codes[choice] === ballot[0]) : undefined
}

/** Whether it is an envelope to this key, as far as can be seen from outside. */
export const isEnvelopeTo = (keyId: string, envelope: Bytes): boolean => envelope.length === envelopeLength && sealedUnder(envelope) === keyId

/** SHA-256 of the envelope, hexadecimal. */
export const receiptOf = async (envelope: Bytes): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', envelope)), byte => byte.toString(16).padStart(2, '0')).join('')
