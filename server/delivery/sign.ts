import { createHmac } from 'node:crypto'

/**
 * A secret of a webhook as Standard Webhooks writes it: `whsec_` and 32 bytes. It derives from the site's secret and stands nowhere.
 * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw…
 */
export const secretOf = (key: Buffer, of: string, turn: number): string =>
  `whsec_${createHmac('sha256', key).update(`webhook ${of} ${turn}`).digest('base64')}`

const keyIn = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** The headers of Standard Webhooks 1.0: an id that stays over retries, the second it is sent, and a signature for each secret in force. */
export const signed = (id: string, body: string, at: Date, secrets: readonly string[]): Readonly<Record<string, string>> => {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signature = secrets.map(secret => `v1,${createHmac('sha256', keyIn(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`).join(' ')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature }
}
