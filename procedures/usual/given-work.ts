import type { Effect } from '../../kernel/effect.ts'
import type { Shortfall } from '../../kernel/gate.ts'
import type { Matter } from '../../kernel/matter.ts'
import { villageOf } from './field-work.ts'

type Of = Pick<Matter, 'id' | 'county'>

/** What a community has to put right of its own, entered in the register of given work when it is ordered (Art. 6.6, 23.3). */
export const workOrdered = ({ id, county, region }: Of & Pick<Matter, 'region'>, { issuer, title, since, until, state, item }: { readonly issuer: string; readonly title: string; readonly since: string; readonly until: string; readonly state: string; readonly item: string | undefined }): Effect =>
  ({ do: 'record', register: 'given-work', row: { county, matter: id, community: villageOf(region), issuer, kind: 'own', form: 'rectification', title, since, until, state, item: item ?? null } })

/** Its row moves with the matter: what the community owes, while it owes it. */
export const workMoved = ({ id, county }: Of, state: string, more: { readonly open: boolean; readonly until?: string }): Effect =>
  ({ do: 'record', register: 'given-work', row: { county, matter: id, state, ...more } })

/** The ground of what is to be put right. */
export const shortfall = ({ item, provision }: { readonly item?: string | undefined; readonly provision?: string | undefined }): Shortfall => ({ ...(item !== undefined && { item }), ...(provision !== undefined && { provision }) })
