import { boundTo, open, sealedUnder, type Bytes } from '../../kernel/outbox/envelope.ts'
import { unpackAct, type Written } from '../../kernel/outbox/letter.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { OutboxKeys } from './keys.ts'
import { keyGone, notOpened } from './refusals.ts'

/** A body's bytes on memory of their own, as the envelope wants them. */
export const bytesOf = (body: Uint8Array): Bytes => new Uint8Array(body)

/** Opens what a device sealed for this account: for no other does it open. */
export const opened = async (keys: OutboxKeys, what: 'act' | 'photo', account: string, id: string, sealed: Bytes): Promise<Bytes | Refusal> => {
  const name = sealedUnder(sealed)
  const key = name === undefined ? undefined : await keys.opener(name)
  if (name === undefined) return notOpened()
  if (!key) return keyGone()
  return open(key, boundTo(what, account, id), sealed).catch(notOpened)
}

export const openedAct = async (keys: OutboxKeys, account: string, id: string, sealed: Bytes): Promise<Written | Refusal> => {
  const bytes = await opened(keys, 'act', account, id, sealed)
  if (isRefusal(bytes)) return bytes
  const act = unpackAct(bytes)
  return act?.id === id ? act : notOpened()
}
