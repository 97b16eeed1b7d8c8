import { words } from '../../kernel/words.ts'
import { addressOf, channelsOf } from '../delivery/channels/store.ts'
import { webhooksOf } from '../delivery/webhooks/store.ts'
import { feedsOf } from '../calendar/feeds.ts'
import { system } from '../../kernel/post.ts'
import type { Section } from './section.ts'

/** Where one's notices go. The addresses in the clear: they are one's own. Of a browser no more than what it was called. */
export const channels: Section = {
  name: 'channels', words: words('通知地址', 'Where notices go'),
  rows: async function* ({ site, actor }) {
    const rows = await site.house.database.scoped(system, tx => channelsOf(tx, actor.account))
    for (const one of rows) {
      yield {
        id: one.id, kind: one.kind, address: one.kind === 'push' ? one.hint : addressOf(site.delivery, one), language: one.language, wanted: one.wanted,
        given: one.made.toISOString(), verified: one.verified?.toISOString() ?? null,
      }
    }
  },
}

export const calendars: Section = {
  name: 'calendars', words: words('日历订阅', 'Calendars'),
  rows: async function* ({ site, actor }) {
    for (const { id, post, language, made, used } of await feedsOf(site.house.database, actor)) yield { id, post, language, made: made.toISOString(), used: used?.toISOString() ?? null }
  },
}

export const webhooks: Section = {
  name: 'webhooks', words: words('事件推送地址', 'Addresses of programs'),
  rows: async function* ({ site, actor }) {
    const rows = await site.house.database.scoped(system, tx => webhooksOf(tx, actor.account))
    for (const { id, url, made, ended } of rows) yield { id, url, made: made.toISOString(), ended: ended?.toISOString() ?? null }
  },
}
