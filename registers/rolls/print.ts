import { maskName } from '../../kernel/mask.ts'
import type { Tx } from '../../store/database.ts'
import { linesOf, type RollLine } from './unit.ts'

/** A correction as it is posted beside the roll. `objection`: the number of the entry it answers; `decidedBy`: an account. */
export type Correction = { readonly no: number; readonly at: string; readonly does: string; readonly reason: string; readonly number: number; readonly objection: number | null; readonly why: string; readonly decidedBy: string }

/** A line as it is posted: the number and a masked name, and of owners the area; no door, and no household. */
export const masked = ({ number, name, area }: RollLine): RollLine => ({ number, name: maskName(name), household: null, door: null, area, ground: '' })

/** A roll to print or to post: its lines that stand, by number. Ask as the platform and give names on to who works for the place alone. */
export const rollLines = linesOf

export const correctionsOf = async (tx: Tx, county: string, matter: string): Promise<readonly Correction[]> =>
  (await tx.query<Omit<Correction, 'at'> & { at: Date }>(
    `select no, at, does, reason, number, objection, why, decided_by as "decidedBy" from roll_correction where county = $1 and matter = $2::uuid order by no`, [county, matter]))
    .map(one => ({ ...one, at: one.at.toISOString() }))
