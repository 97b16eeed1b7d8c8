import type { Audience } from '../../kernel/effect.ts'
import type { Matter } from '../../kernel/matter.ts'
import { people, type Name } from './world.ts'

const names = Object.keys(people) as Name[]

/** Whom a notice reaches, by name, said purely: what the database is held against. */
export const reached = (to: Audience, matter: Matter): readonly Name[] => names.filter(name => {
  const { account, ...person } = people[name]
  const held = 'post' in person ? person : undefined
  if ('party' in to) return matter.parties.some(party => party.role === to.party && party.account === account)
  if ('account' in to) return account === to.account
  if ('office' in to) return held?.office === to.office && (to.kinds === undefined || to.kinds.some(kind => kind === held.kind))
  return held !== undefined && held.kind === to.posts && held.region === to.region
})
