import { actorOf } from '../../posts.ts'
import { ancestor, levelOf } from '../../../kernel/region.ts'
import { kindOfOffice, officeCode, regionOfOffice, type Actor, type PostKind } from '../../../kernel/post.ts'
import type { DemoCity } from '../city.ts'
import type { Random } from '../random.ts'
import type { Account } from '../rows.ts'

/** Who can act in an invented city, by office and by village. */
export type Cast = {
  /** Everyone holding such a post in an office; the first is the one-click person, if there is one. */
  inOffice(office: string, kind: PostKind): readonly Actor[]
  /** One who does the work of an office: more often the first than the others. */
  worker(random: Random, office: string): Actor | undefined
  gridWorker(village: string): Actor | undefined
  committee(village: string): Actor | undefined
  dispatcher(random: Random, region: string): Actor
  /** The lead above an office: of the town for what stands in it, of the county or city for their departments. */
  leadOver(office: string): Actor | undefined
  /** One higher still, who supervises. */
  supervisorOf(office: string): Actor | undefined
  residents(village: string): readonly Actor[]
  account(id: string): Account | undefined
}

const firstMostly = <T>(random: Random, list: readonly T[]): T | undefined => (list.length === 0 ? undefined : random.chance(0.6) ? list[0] : random.pick(list))

/** One of those who could act; by default the first more often than the others. */
export type Choose = <T>(random: Random, list: readonly T[]) => T | undefined

export const alwaysFirst: Choose = (_, list) => list[0]

export const castOf = (city: DemoCity, choose: Choose = firstMostly): Cast => {
  const accounts = new Map(city.accounts.map(account => [account.id, account]))
  const acting = city.posts.flatMap(post => { const account = accounts.get(post.account); return account ? [actorOf(account, post)] : [] })
  const byPost = Map.groupBy(acting, actor => `${actor.office ?? actor.region} ${actor.kind}`)
  const residents = Map.groupBy(city.accounts.filter(account => account.person !== undefined), account => account.home ?? '')
  const inOffice = (office: string, kind: PostKind): readonly Actor[] => byPost.get(`${office} ${kind}`) ?? []
  const workers = (office: string): readonly Actor[] => {
    const kind = kindOfOffice(office)
    return inOffice(office, kind === 'committee' ? 'committee' : kind === 'centre' ? 'dispatcher' : 'handler')
  }
  const townLead = (region: string): Actor | undefined => inOffice(officeCode(ancestor(region, 'township') ?? '', 'gov'), 'lead')[0]
  const highLead = (region: string): Actor | undefined => inOffice(officeCode(region, 'lead'), 'lead')[0]
  return {
    inOffice,
    worker: (random, office) => choose(random, workers(office)),
    gridWorker: village => inOffice(officeCode(village, 'committee'), 'gridWorker')[0] ?? inOffice(village, 'gridWorker')[0],
    committee: village => inOffice(officeCode(village, 'committee'), 'committee')[0],
    dispatcher: (random, region) => {
      const found = choose(random, inOffice(officeCode(region, 'centre'), 'dispatcher'))
      if (found === undefined) throw new Error(`no dispatcher in ${region}`)
      return found
    },
    leadOver: office => {
      const region = regionOfOffice(office)
      return ['township', 'village'].includes(levelOf(region)) ? townLead(region) : highLead(region)
    },
    supervisorOf: office => {
      const region = regionOfOffice(office)
      return highLead(levelOf(region) === 'city' ? region : ancestor(region, 'county') ?? '')
    },
    residents: village => (residents.get(village) ?? []).map(account => actorOf(account)),
    account: id => accounts.get(id),
  }
}
