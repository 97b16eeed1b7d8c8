import type { Fact, FactKind } from '../../../kernel/fact.ts'
import type { MatterView, Me } from '../../../server/wire.ts'
import type { Brought } from '../../parts/useBrought.ts'
import { actorOf } from '../list/asked.ts'
import { links } from '../links.ts'
import { openings } from './openings.ts'

const [procedure, step] = ['access-grant', 'ask']

/** Whether the post acted from is of a kind that may ask for a grant to read. */
export const mayAskToRead = (me: Me): boolean => openings(actorOf(me)).some(way => way.procedure.name === procedure && way.name === step)

const contacts: ReadonlySet<FactKind> = new Set(['personName', 'phone'])

const asking = (offered: Brought['offered']) => ({ to: links.open(procedure, step), brought: { offered } })

/** The form that asks for a grant, and what is filled in there already: no more is asked for than what was looked for. */
export const askToRead = {
  matter: ({ region, number }: MatterView, fact: Fact) =>
    asking({ target: 'matter', area: region.code, number, ...(contacts.has(fact.kind) && { part: 'contact' }), ...(fact.class !== 'public' && { upTo: fact.class }) }),
  people: (area: string) => asking({ target: 'people', area, upTo: 'internal' }),
} as const
