import { postKinds, system } from '../../kernel/post.ts'
import { countyOf } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'
import type { Section } from './section.ts'

/** The account and the roll of the village, where it is known to be the same person. */
export const account: Section = {
  name: 'account', words: words('账号', 'Account'),
  rows: async function* ({ site, holding: { account: { id, name, home, person, invented } } }) {
    const [row] = await site.house.database.scoped(system, tx => tx.query<{ created: Date; phone: boolean }>('select created, phone is not null as phone from account where id = $1::uuid', [id]))
    yield { id, name, home: home ?? null, created: row?.created.toISOString() ?? null, phoneForNotices: row?.phone === true, invented }
    if (person === undefined || home === undefined) return
    const [listed] = await site.house.database.scoped(system, tx => tx.query<{ name: string; village: string; decade: number | null; address: string | null; team: string | null }>(
      `select p.name, p.village, p.born_decade as decade, h.address, h.team from person p left join household h on h.county = p.county and h.id = p.household
       where p.county = $1 and p.id = $2::uuid`, [countyOf(home), person]))
    if (listed) yield { listedAs: listed.name, village: listed.village, bornInDecade: listed.decade, householdAddress: listed.address, householdTeam: listed.team }
  },
}

export const posts: Section = {
  name: 'posts', words: words('岗位', 'Posts'),
  rows: async function* ({ holding }) {
    for (const { id, kind, office, region, clearance } of holding.posts) yield { id, kind, title: postKinds[kind], office: office ?? null, region, clearance }
  },
}

/** Where one is signed in, without what would let anybody in. */
export const sessions: Section = {
  name: 'sessions', words: words('登录', 'Sign-ins'),
  rows: async function* ({ site, actor }) {
    for (const { id, since, used, agent, program, until } of await site.sessions.list(actor.account)) {
      yield { id, since: since.toISOString(), used: used.toISOString(), device: agent, program, until: until.toISOString() }
    }
  },
}
