import { createContext, useContext } from 'react'
import type { StepReply } from '../../server/wire.ts'
import { send, type Command } from './api.ts'

/** An act to be delivered. `follows`: a step on the matter that the act before it opens or moves, taken on what comes of that. */
export type Act = Command<StepReply> & { readonly follows?: true }

/** What came of it: the server's answer to the last, or that all of it is safe on this device and goes later. */
export type Delivered = { readonly reply: StepReply } | { readonly kept: readonly string[] }

export type Deliver = (acts: readonly [Act, ...Act[]]) => Promise<Delivered>

/** Straight to the server, one after another. Sent again, those that got through answer as before. */
export const straight: Deliver = async ([first, ...more]) => {
  let reply = await send(first)
  for (const { follows, ...act } of more) reply = await send(follows && act.act ? { ...act, body: { seq: reply.seq, input: act.act.input } } : act)
  return { reply }
}

/** How acts leave this door. Doors for places without a signal put their outbox here. Rejects with `Refused`. */
export const DeliverContext = createContext<Deliver>(straight)

export const useDeliver = (): Deliver => useContext(DeliverContext)
