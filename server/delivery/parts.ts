import { createECDH } from 'node:crypto'
import { createTransport, type Transporter } from 'nodemailer'
import { box, type Box } from '../auth/box.ts'
import { keyFor } from '../settings/keys.ts'
import type { Settings } from '../settings/settings.ts'
import { networkOf, reachable, type Reachable } from './addresses.ts'

/** What the settings say of sending. A way that is not set is not offered. */
export type DeliverySettings = {
  /** Networks of our own to which what people and programs name may be sent. */
  readonly networks?: readonly (readonly [net: string, bits: number])[]
  readonly mail?: { readonly url: string; readonly from: string }
  readonly sms?: { readonly url: string; readonly secret: string; readonly daily: number }
  /** Hosts from which pictures of reports may be fetched. */
  readonly mediaHosts?: readonly string[]
  /** Whom a push service may ask about us: https or mailto. */
  readonly contact?: string
}

export type Mail = { readonly transport: Transporter; readonly from: string }
export type Vapid = { readonly subject: string; readonly publicKey: string; readonly privateKey: string }

/** All that sending needs, put together once. */
export type DeliveryParts = {
  readonly reachable: Reachable
  readonly mediaHosts: readonly string[]
  readonly webhookKey: Buffer
  /** Seals the addresses of people; `channelKey` makes their codes and digests. */
  readonly sealed: Box
  readonly channelKey: Buffer
  readonly mail?: Mail
  readonly sms?: NonNullable<DeliverySettings['sms']>
  readonly push: Vapid
}

/** A key pair for push (RFC 8292), derived so that a site restored elsewhere stays who it was to the browsers. */
const vapidOf = (key: Buffer, subject: string): Vapid => {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(key)
  return { subject, publicKey: pair.getPublicKey('base64url'), privateKey: key.toString('base64url') }
}

/** Milliseconds a mail server has for each part of the talk. */
const patience = 10_000

const transportOf = (url: string): Transporter => {
  const to = new URL(url)
  for (const part of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) to.searchParams.set(part, String(patience))
  return createTransport(to.href)
}

export const deliveryParts = (secret: string, publicUrl: string, { networks = [], mediaHosts = [], mail, sms, contact }: DeliverySettings = {}): DeliveryParts => ({
  reachable: reachable(networks), mediaHosts,
  webhookKey: keyFor(secret, 'webhooks'),
  sealed: box(keyFor(secret, 'channels')), channelKey: keyFor(secret, 'channels'),
  ...(mail && { mail: { from: mail.from, transport: transportOf(mail.url) } }),
  ...(sms && { sms }),
  push: vapidOf(keyFor(secret, 'push'), contact ?? (publicUrl.startsWith('https:') ? publicUrl : 'mailto:nobody@localhost')),
})

/** The part of the settings that is about sending. */
export const deliveryIn = (settings: Settings): DeliverySettings => ({
  networks: (settings.OUT_NETWORKS ?? '').split(',').flatMap(text => { const network = networkOf(text); return network ? [network] : [] }),
  mediaHosts: (settings.OPEN311_MEDIA_HOSTS ?? '').split(',').flatMap(host => (host.trim() === '' ? [] : [host.trim().toLowerCase()])),
  ...(settings.SMTP_URL !== undefined && { mail: { url: settings.SMTP_URL, from: settings.MAIL_FROM ?? '' } }),
  ...(settings.SMS_URL !== undefined && { sms: { url: settings.SMS_URL, secret: settings.SMS_SECRET ?? '', daily: settings.SMS_DAILY } }),
  ...(settings.PUSH_CONTACT !== undefined && { contact: settings.PUSH_CONTACT }),
})
