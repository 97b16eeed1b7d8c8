import type { Actor } from '../../kernel/post.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../../registers/posts.ts'
import { system } from '../../kernel/post.ts'
import { ledTo } from '../../store/act/load.ts'
import { holdsGrants } from '../../store/read/grants.ts'
import { takeAct } from '../acts/take.ts'
import { holdingOf, isBarred } from '../auth/account.ts'
import type { Identity } from '../auth/identity.ts'
import { factorNeeded } from '../http/refusals.ts'
import type { Site } from '../site.ts'
import type { StepReply } from '../wire.ts'
import { captureOf } from './capture.ts'
import { openedAct } from './open.ts'
import { needsSeq, notOpened, postEnded } from './refusals.ts'

/** As whom it was written: from the post of then, where it is still held, whichever is acted from now. */
const actorFor = async (site: Site, identity: Identity, wanted: string | undefined): Promise<Actor | Refusal> => {
  if (wanted === identity.post) return identity.actor
  const holding = await holdingOf(site.house.database, identity.account, site.now())
  if (!holding) return postEnded()
  if (wanted === undefined) return actorOf(holding.account)
  const post = holding.posts.find(one => one.id === wanted)
  if (!post) return postEnded()
  if (isBarred(site.secondFactor, post, identity.factor)) return factorNeeded()
  const granted = await site.house.database.scoped(system, tx => holdsGrants(tx, post.id))
  return { ...actorOf(holding.account, post), ...(granted && { granted }) }
}

export type Given = { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer>; /** Where the act before it left the matter. */ readonly seq?: number; /** Its clock as it sends; none where it comes by file. */ readonly deviceNow?: Date }

/** Takes a sealed act as the account that wrote it. The same again answers the same. */
export const takeSealed = async (site: Site, identity: Identity, { id, sealed, seq, deviceNow }: Given): Promise<StepReply | Refusal> => {
  const written = await openedAct(site.outboxKeys, identity.account, id, sealed)
  if (isRefusal(written)) return written
  const actor = await actorFor(site, identity, written.post)
  if (isRefusal(actor)) return actor
  const { step, input } = written
  const capture = captureOf(written, deviceNow, site.now())
  const more = { id, step, input, ...(capture && { capture }) }
  if (written.procedure !== undefined) return takeAct(site, actor, { ...more, procedure: written.procedure }, site.house.procedures.some(one => one.name === written.procedure) ? written.procedure : '')
  if (written.matter === undefined) return notOpened()
  const { matter, after } = written
  // A file holds what was not sent; what it was written on may have gone from the phone before.
  const seen = after === undefined ? written.seq : seq ?? await site.house.database.scoped(system, tx => ledTo(tx, site.house.keys, { account: identity.account, act: after, matter }))
  return seen === undefined ? needsSeq() : takeAct(site, actor, { ...more, matter, seq: seen }, '')
}
