import type { Site } from '../site.ts'
import { sendEmail, sendPush, sendSms } from './channels/send.ts'
import { lanes, settle, take, type Delivery, type Kind, type Lane } from './queue.ts'
import { outcomeOf, outcomeOfError, type Tried } from './tried.ts'
import { sendWebhook } from './webhooks/send.ts'

const senders: { readonly [kind in Kind]: (site: Site, delivery: Delivery) => Promise<Tried> } = { webhook: sendWebhook, push: sendPush, email: sendEmail, sms: sendSms }

/** Sent at once in one lane: one that is slow holds up no more than these. */
const together = 20

const deliver = async (site: Site, delivery: Delivery): Promise<void> => {
  const outcome = await senders[delivery.kind](site, delivery).then(
    tried => outcomeOf(tried, delivery.attempts, site.now()), (error: unknown) => outcomeOfError(error, delivery.attempts, site.now()))
  site.metrics.deliveries.inc({ kind: delivery.kind, result: outcome.did === 'failed' && outcome.again === undefined ? 'dead' : outcome.did })
  await settle(site.house.database, delivery, outcome, site.now())
}

/** Sends what is due in a lane, in rounds of some, until nothing is or `most` were tried; returns how many. */
export const deliverIn = async (site: Site, lane: Lane, most = 1000): Promise<number> => {
  for (let tried = 0; ;) {
    const due = await take(site.house.database, lane, site.now(), Math.min(together, most - tried))
    if (due.length === 0) return tried
    await Promise.all(due.map(one => deliver(site, one)))
    tried += due.length
    if (tried >= most) return tried
  }
}

/** The same in every lane, side by side. */
export const deliverDue = async (site: Site): Promise<number> =>
  (await Promise.all(lanes.map(lane => deliverIn(site, lane)))).reduce((sum, tried) => sum + tried, 0)
