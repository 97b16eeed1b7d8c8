import type { Actor } from '../../kernel/post.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import type { Written } from '../../kernel/outbox/letter.ts'
import { actorOf } from '../../registers/posts.ts'
import { system } from '../../kernel/post.ts'
import { ledTo } from '../../store/act/load.ts'
import { holdsGrants } from '../../store/read/grants.ts'
import type { Capture } from '../../store/act.ts'
import { takeAct } from '../acts/take.ts'
import { holdingOf, isBarred } from '../auth/account.ts'
import type { Identity } from '../auth/identity.ts'
import type { Site } from '../site.ts'
import type { StepReply } from '../wire.ts'
import { openedAct } from './open.ts'
import { needsSeq, notOpened, postEnded } from './refusals.ts'

/** As whom it was written: from the post of then, where it is still held, whichever is acted from now. */
const actorFor = async (site: Site, identity: Identity, wanted: string | undefined): Promise<Actor | Refusal> => {
  if (wanted === identity.post) return identity.actor
  const holding = await holdingOf(site.house.database, identity.account, site.now())
  if (!holding) return postEnded()
  if (wanted === undefined) return actorOf(holding.account)
  const post = holding.posts.find(one => one.id === wanted)
  if (!post || isBarred(site.secondFactor, post, identity.factor)) return postEnded()
  const granted = await site.house.database.scoped(system, tx => holdsGrants(tx, post.id))
  return { ...actorOf(holding.account, post), ...(granted && { granted }) }
}

const longest = 400 * 86_400_000

/** Our clock less the device's. A device whose clock has gone astray altogether tells nothing. */
const captureOf = ({ made, photos }: Written, deviceNow: Date, now: Date): Capture | undefined => {
  const at = new Date(made.at)
  const skew = now.getTime() - deviceNow.getTime()
  return Number.isNaN(at.getTime()) || Math.abs(skew) > longest || Math.abs(now.getTime() - at.getTime()) > 2 * longest ? undefined
    : { made: at, skew, photos: photos.slice(0, 40).map(({ file, taken }) => ({ file, ...(taken !== undefined && { taken: taken.slice(0, 40) }) })) }
}

export type Given = { readonly id: string; readonly sealed: Uint8Array<ArrayBuffer>; /** Where the act before it left the matter. */ readonly seq?: number; readonly deviceNow: Date }

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
