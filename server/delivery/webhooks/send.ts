import { system } from '../../../kernel/post.ts'
import type { Site } from '../../site.ts'
import { post } from '../post.ts'
import { secretOf, signed } from '../sign.ts'
import { endWebhook, webhook, type End, type Webhook } from './store.ts'
import { entryEvent, media, trialEvent } from './event.ts'
import type { Delivery } from '../queue.ts'
import type { Tried } from '../tried.ts'

/** Milliseconds for which the secret before a new one signs too. */
const overlap = 86_400_000

const secretsOf = (key: Buffer, { id, turn, turned }: Webhook, now: Date): readonly string[] =>
  [secretOf(key, id, turn), ...(turn > 1 && now.getTime() - turned.getTime() < overlap ? [secretOf(key, id, turn - 1)] : [])]

/** Sends one event to a program's address. */
export const sendWebhook = async (site: Site, delivery: Delivery): Promise<Tried> => {
  const { house: { database }, delivery: out, publicUrl } = site
  const now = site.now()
  const end = (why: End): Promise<void> => database.scoped(system, tx => endWebhook(tx, delivery.target, why, now))
  const to = await database.scoped(system, tx => webhook(tx, delivery.target))
  if (!to || to.ended !== null) return { did: 'dropped', why: 'ended' }
  const program = await site.program(to.program)
  if (!program) {
    await end('program-gone')
    return { did: 'dropped', why: 'program-gone' }
  }
  const event = delivery.what === 'trial' ? trialEvent(delivery, publicUrl) : await entryEvent(database, program.actor, delivery, publicUrl)
  if (!event) return { did: 'dropped', why: 'unseen' }
  const body = JSON.stringify(event)
  const answer = await post({ url: to.url, body, headers: { 'content-type': media, 'user-agent': 'Shanzhi', ...signed(delivery.id, body, now, secretsOf(out.webhookKey, to, now)) } }, out.reachable)
  if (answer.status === 410) {
    await end('address-gone')
    return { did: 'dropped', why: 'address-gone' }
  }
  return { did: 'answered', answer }
}
