/** GET /api/me/webhooks: where programs of one's own are told of entries; `why` it ended. Counts are of deliveries kept. */
export type WebhookView = {
  readonly id: string; readonly program: string; readonly url: string; readonly made: string; readonly ended?: string; readonly why?: string
  readonly waiting: number; readonly sent: number; readonly dead: number
}

/** POST /api/me/webhooks `{ program, url }`, …/secret `{ id }`: what it signs with, shown once. */
export type WebhookSecret = { readonly id: string; readonly secret: string }

/** GET /api/me/webhooks/:id/deliveries. `why`: not-allowed, no-connection, no-such-host, too-slow, certificate, refused, failed. */
export type DeliveryView = {
  readonly id: string; readonly what: string; readonly number?: string; readonly seq?: number; readonly made: string; readonly state: 'waiting' | 'sent' | 'dead' | 'discarded'
  readonly attempts: number; readonly next?: string; readonly status?: number; readonly why?: string
}

/** POST …/replay `{ id, deliveries? }`: how many are sent again. */
export type Replayed = { readonly replayed: number }

/** GET /api/me/channels: ways to send notices that this site offers, and one's own. `push`: the key a browser subscribes with. */
export type ChannelsView = { readonly offered: { readonly push: string; readonly email: boolean; readonly sms: boolean }; readonly channels: readonly ChannelView[] }

/** POST /api/me/channels `{ kind, address, language }` or `{ kind: push, subscription, language }`; …/confirm `{ id, code }`; …/code, …/remove, …/replay `{ id }`; …/wanted `{ id, wanted }`. */
export type ChannelView = {
  readonly id: string; readonly kind: 'push' | 'email' | 'sms'; readonly hint: string; readonly language: 'zh' | 'en'; readonly wanted: boolean; readonly verified: boolean; readonly made: string
  readonly waiting: number; readonly dead: number
}

export type ChannelMade = { readonly id: string; readonly verified: boolean }

/** What could not be sent, for who runs the site. `to`: the host of a program, or an address masked; `name`: whose it is; `ended`: nobody waits there any more. */
export type DeadLetter = {
  readonly id: string; readonly kind: 'webhook' | 'push' | 'email' | 'sms'; readonly what: string; readonly name: string; readonly to: string; readonly made: string; readonly settled: string
  readonly attempts: number; readonly status?: number; readonly why?: string; readonly ended: boolean
}

/** GET /api/deliveries/dead?kind&why&cursor. `sums`: of all, whatever is asked for. */
export type DeadLetters = { readonly rows: readonly DeadLetter[]; readonly sums: readonly { readonly kind: DeadLetter['kind']; readonly why?: string; readonly n: number }[]; readonly next?: string }

/** POST /api/deliveries/retry `{ ids }`, …/discard `{ ids, reason }`: how many there still were. */
export type Settled = { readonly settled: number }
