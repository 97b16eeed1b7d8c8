import { titleOf } from '../../kernel/fold.ts'
import type { House } from '../../store/house.ts'
import type { MatterPage } from '../../store/read/matter.ts'
import type { MatterRow } from '../wire.ts'
import type { Reader } from './reader.ts'

/** What a person who takes part in a matter reads of it beyond its row: the heading where the sides share it, and what is awaited of them. */
export const ownView = ({ law }: House, { procedure, matter, facts }: MatterPage, { actor, now }: Reader): Pick<MatterRow, 'awaits'> & { readonly title?: string } => {
  const open = Object.fromEntries(facts.flatMap(one => (one.masked ? [] : [[one.fact, one.value]])))
  const heading = open[procedure.heading]
  const awaits = actor.kind === 'resident' ? procedure.awaits?.({ matter: { ...matter, facts: open }, actor, now, law }) ?? [] : []
  return {
    ...(heading !== undefined && procedure.facts[procedure.heading]?.shared && { title: titleOf(procedure, { [procedure.heading]: heading }) }),
    ...(awaits.length > 0 && { awaits: awaits.map(({ step, zh, en }) => ({ ...(step !== undefined && { step }), zh, en })) }),
  }
}
