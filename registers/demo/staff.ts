import { officeCode, postKinds } from '../../kernel/post.ts'
import { levelOf, type Level } from '../../kernel/region.ts'
import { routes } from '../data/routes.ts'
import type { OfficeKind } from '../office-kinds.ts'
import { personKey } from '../pinyin.ts'
import type { RegionRow } from '../regions.ts'
import { inventName } from './names.ts'
import { randomFor, type Random } from './random.ts'
import type { Account, Post } from './rows.ts'

/** How many hold which post in which office of a region; `undefined` for one held without an office. */
type Place = readonly [kind: Post['kind'], office: OfficeKind | undefined, count: number]

/** Offices that the routing table names at this level, but the centres and committees, whose people are listed apart. */
const routed = (level: Level): readonly OfficeKind[] =>
  [...new Set(routes.filter(rule => rule.level === level).map(rule => rule.kind as OfficeKind))].filter(kind => kind !== 'gov' && kind !== 'committee')

const departments = (level: Level, count: number): readonly Place[] => [...routed(level)].map(kind => ['handler', kind, count])

/** Last in their places, so that who was invented before them stays who they are. */
const administration: readonly Place[] = [['systemAdmin', 'access', 1], ['securityAdmin', 'access', 1]]

/** Departments that no request is routed to; they have duty lists like the others. */
const unrouted: readonly Place[] = [['handler', 'finance', 1], ['handler', 'ethnic-religious', 1]]

/** Court and procuratorate, to which disputes go and from which they come. */
const bench: readonly Place[] = [['handler', 'court', 1], ['handler', 'procuratorate', 1]]

/** One mediator for each committee of a county’s sectors, two for the one of a town. */
const sectorMediators: readonly Place[] = (['mediation-medical', 'mediation-traffic', 'mediation-labour', 'mediation-finance', 'mediation-property'] as const).map(kind => ['mediator', kind, 1])

const places: { readonly [L in Exclude<Level, 'grid'>]: readonly Place[] } = {
  city: [['lead', 'lead', 1], ['dispatcher', 'centre', 2], ['handler', 'gov', 1], ['hotline', 'hotline', 3], ['auditor', 'audit', 1], ['deputy', 'congress', 1], ...departments('city', 1), ...administration],
  county: [['lead', 'lead', 1], ['dispatcher', 'centre', 2], ['handler', 'gov', 1], ['auditor', 'audit', 1], ['deputy', 'congress', 2], ...departments('county', 2), ...administration, ...unrouted, ...bench, ...sectorMediators],
  township: [['lead', 'gov', 1], ['dispatcher', 'centre', 2], ['handler', 'gov', 3], ['handler', 'justice-office', 1], ['handler', 'police-station', 1], ['mediator', 'mediation', 2]],
  village: [['committee', 'committee', 1], ['gridWorker', 'committee', 1], ['handler', 'supervisory', 1], ['committee', 'committee', 1]],
}

const inZone: { readonly [L in Level]?: readonly Place[] } = {
  township: [['lead', 'gov', 1], ['dispatcher', 'centre', 2], ['handler', 'gov', 3]],
  village: [['gridWorker', undefined, 1]],
}

export const inventAccount = (random: Random, more: Pick<Account, 'home' | 'person'> & { name?: string; pinyin?: string } = {}): Account => {
  const { name = inventName(random), pinyin = personKey(name), ...rest } = more
  return { id: random.uuid(), name, pinyin, ...rest, invented: true }
}

export const postIn = (random: Random, account: Account, kind: Post['kind'], region: string, office: OfficeKind | undefined): Post => ({
  id: random.uuid(), account: account.id, kind, region, clearance: postKinds[kind].clearance, ...(office !== undefined && { office: officeCode(region, office) }),
})

/**
 * The invented people in the posts of one region. Those of a village live in it; a town's second dispatcher also handles
 * matters for its government: one account, two posts.
 */
export const inventStaff = (seed: number, region: RegionRow): { readonly accounts: readonly Account[]; readonly posts: readonly Post[] } => {
  const random = randomFor(seed, 'staff', region.code)
  const level = levelOf(region.code)
  if (level === 'grid') return { accounts: [], posts: [] }
  const accounts: Account[] = []
  const posts: Post[] = []
  for (const [kind, office, count] of (region.kind === 'zone' ? inZone[level] : undefined) ?? places[level]) {
    for (let i = 0; i < count; i++) {
      const account = inventAccount(random, level === 'village' ? { home: region.code } : {})
      accounts.push(account)
      posts.push(postIn(random, account, kind, region.code, office))
      if (level === 'township' && kind === 'dispatcher' && i === 1) posts.push(postIn(random, account, 'handler', region.code, 'gov'))
    }
  }
  return { accounts, posts }
}
