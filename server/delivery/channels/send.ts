import webpush from 'web-push'
import { legalDay } from '../../../kernel/calendar.ts'
import { system } from '../../../kernel/post.ts'
import type { Words } from '../../../kernel/words.ts'
import { actorOf } from '../../../registers/posts.ts'
import type { Site } from '../../site.ts'
import { post } from '../post.ts'
import type { Delivery } from '../queue.ts'
import { signed } from '../sign.ts'
import type { Tried } from '../tried.ts'
import { codeOf } from './code.ts'
import { subscriptionIn } from './push.ts'
import { addressOf, channel, removeChannel, spend, type Channel } from './store.ts'
import { codeMessage, noticeMessage, type Message } from './texts.ts'

type To = { readonly channel: Channel; readonly message: Message; readonly urgent: boolean }

/** What is to be said and to whom; a word where nobody is to be told any more. */
const toldOf = (site: Site, { target, what, notice }: Delivery): Promise<To | string> => site.house.database.scoped(system, async tx => {
  const found = await channel(tx, target)
  if (!found) return 'removed'
  if (what === 'code') return found.verified === null && found.wanted ? { channel: found, message: codeMessage(found.language, codeOf(site.delivery.channelKey, found), site.publicUrl), urgent: true } : 'verified'
  if (!found.wanted || found.verified === null) return 'unwanted'
  // Notices are their person's alone, so they are read as theirs.
  const [row] = await tx.as(actorOf({ id: found.account }), own => own.query<{ words: Words; urgent: boolean; read: boolean }>('select words, urgent, read_at is not null as read from notice where id = $1::uuid', [notice]))
  if (!row || row.read) return 'read'
  return { channel: found, message: noticeMessage(found.language, row.words, site.publicUrl), urgent: row.urgent }
})

const dropped = (why: string): Tried => ({ did: 'dropped', why })

/** Milliseconds within which a browser that is away may still be told. */
const lasting = 86_400

export const sendPush = async (site: Site, delivery: Delivery): Promise<Tried> => {
  const to = await toldOf(site, delivery)
  if (typeof to === 'string') return dropped(to)
  const { title, url } = to.message
  const subscription = subscriptionIn(addressOf(site.delivery, to.channel))
  if (!subscription) return dropped('address')
  const { subject, publicKey, privateKey } = site.delivery.push
  const { endpoint, headers, body } = webpush.generateRequestDetails(subscription, JSON.stringify({ title, url, id: delivery.id }), { vapidDetails: { subject, publicKey, privateKey }, TTL: lasting, urgency: to.urgent ? 'high' : 'normal', contentEncoding: 'aes128gcm' })
  const { 'Content-Length': _, ...rest } = headers
  const answer = await post({ url: endpoint, headers: Object.fromEntries(Object.entries(rest)), body }, site.delivery.reachable)
  // The browser took its subscription back.
  if (answer.status !== 404 && answer.status !== 410) return { did: 'answered', answer }
  await site.house.database.scoped(system, tx => removeChannel(tx, to.channel))
  return dropped('gone')
}

export const sendEmail = async (site: Site, delivery: Delivery): Promise<Tried> => {
  const { mail } = site.delivery
  if (!mail) return dropped('not-offered')
  const to = await toldOf(site, delivery)
  if (typeof to === 'string') return dropped(to)
  const { title, text } = to.message
  await mail.transport.sendMail({
    from: mail.from, to: { name: '', address: addressOf(site.delivery, to.channel) }, subject: title, text, messageId: `<${delivery.id}@${new URL(site.publicUrl).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${site.publicUrl}/safety>` },
  })
  return { did: 'sent' }
}

const hour = 3_600_000
/** From ten at night to seven in the morning nobody's phone rings for a notice, unless it is a warning. */
const quiet = { from: 22, until: 7 }

/** When quiet ends, where it is quiet now, by the clock of Haidong. */
export const quietUntil = (now: Date): Date | undefined => {
  const local = new Date(now.getTime() + 8 * hour)
  const at = local.getUTCHours()
  if (at < quiet.from && at >= quiet.until) return undefined
  const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() + (at >= quiet.from ? 1 : 0))
  return new Date(day + (quiet.until - 8) * hour)
}

export const sendSms = async (site: Site, delivery: Delivery): Promise<Tried> => {
  const { sms } = site.delivery
  if (!sms) return dropped('not-offered')
  const now = site.now()
  const to = await toldOf(site, delivery)
  if (typeof to === 'string') return dropped(to)
  const until = to.urgent ? undefined : quietUntil(now)
  if (until) return { did: 'put-off', until }
  if (delivery.attempts === 1 && !(delivery.what === 'notice' && to.urgent) && !await site.house.database.scoped(system, tx => spend(tx, to.channel.id, legalDay(now), sms.daily))) return dropped('daily')
  const body = JSON.stringify({ id: delivery.id, to: addressOf(site.delivery, to.channel), text: to.message.line })
  // Where the settings say, inside our own network or not.
  return { did: 'answered', answer: await post({ url: sms.url, body, headers: { 'content-type': 'application/json; charset=utf-8', ...signed(delivery.id, body, now, [sms.secret]) } }) }
}
