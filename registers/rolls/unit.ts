import { digestOf as digestOver } from '../../kernel/voting/file.ts'
import type { Tx } from '../../store/database.ts'

/** A line of a roll. `area` in hundredths of a square metre. */
export type RollLine = {
  readonly number: number
  readonly name: string
  readonly household: string | null
  readonly door: string | null
  readonly area: number | null
  readonly ground: string
  readonly person?: string | null
  readonly ageUnsure?: boolean
  /** Of who is registered elsewhere, as it was entered: looked at, not kept. */
  readonly livedSince?: string
}

/** The lines of a roll that stand, by number. */
export const linesOf = async (tx: Tx, county: string, matter: string): Promise<readonly RollLine[]> =>
  (await tx.query<Omit<RollLine, 'area'> & { area: string | null }>(
    `select number, name, household, door, area::text as area, ground, person, age_unsure as "ageUnsure" from roll_unit where county = $1 and matter = $2::uuid and struck is null order by number`, [county, matter]))
    .map(line => ({ ...line, area: line.area === null ? null : Number(line.area) }))

/** What a roll says, as one digest (hexadecimal): number, name, household, door, area and ground of each line, by number. */
export const digestOf = (lines: readonly RollLine[]): Promise<string> =>
  digestOver(lines.map(({ number, name, household, door, area, ground }) => [number, name, household, door, area, ground]))
