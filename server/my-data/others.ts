import { words, type Json } from '../../kernel/words.ts'
import { purposes, type PurposeName } from '../../procedures/2-foundations/access/purposes.ts'
import { notices as read } from '../../store/read/notices.ts'
import { ownRolls } from '../../registers/rolls/own.ts'
import { system } from '../../kernel/post.ts'
import type { Section } from './section.ts'

/** Files given and named by no matter yet: they are gone within a day. */
export const files: Section = {
  name: 'files', words: words('尚未提交的文件', 'Files not yet handed in'),
  rows: async function* ({ site, actor }) {
    const rows = await site.house.database.scoped(actor, tx => tx.query<{ id: string; name: string; type: string; bytes: number; given: Date }>(
      'select id, name, type, bytes, given from file where account = $1::uuid and matter is null order by given', [actor.account]))
    for (const { given, ...file } of rows) yield { ...file, given: given.toISOString() }
  },
}

const isPurpose = (name: string): name is PurposeName => Object.hasOwn(purposes, name)

export const consents: Section = {
  name: 'consents', words: words('我的同意', 'My consents'),
  rows: async function* ({ site, actor }) {
    const rows = await site.house.database.scoped(actor, tx => tx.query<{ id: string; purpose: string; child: boolean; given: Date; until: string | null; withdrawn: Date | null }>(
      'select id, purpose, child, given, until::text as until, withdrawn from consent where account = $1::uuid order by given', [actor.account]))
    for (const { id, purpose, child, given, until, withdrawn } of rows) {
      const label = isPurpose(purpose) ? words(purposes[purpose].zh, purposes[purpose].en) : words(purpose, purpose)
      yield { matter: id, purpose, label, forMinor: child, given: given.toISOString(), until, withdrawn: withdrawn?.toISOString() ?? null }
    }
  },
}

export const notices: Section = {
  name: 'notices', words: words('通知', 'Notices'),
  rows: async function* ({ site, actor }) {
    for (let after: { readonly at: string; readonly id: string } | undefined; ;) {
      const from = after
      const some = await site.house.database.scoped(actor, tx => read(tx, actor, 200, from))
      for (const { id, at, words: says, matter, read: isRead } of some) yield { id, at: at.toISOString(), words: says, matter, read: isRead } satisfies Json
      const last = some.at(-1)
      if (!last || some.length < 200) return
      after = { at: last.key, id: last.id }
    }
  },
}

/** Rolls of votes on which the person stands. What was chosen is kept of an open vote alone. */
export const rolls: Section = {
  name: 'rolls', words: words('表决名册', 'Rolls of votes'),
  rows: async function* ({ site, actor }) {
    const rows = await site.house.database.scoped(system, tx => ownRolls(tx, actor.account))
    for (const { frozen, ...line } of rows) yield { ...line, frozen: frozen?.toISOString() ?? null }
  },
}
