import { maskName } from '../../kernel/mask.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { RollUnit } from '../../kernel/voting/track.ts'
import { asPlatform } from '../../store/house.ts'
import { digestOf, linesOf } from './unit.ts'

/** The roll of a matter as a step needs it; nobody on it is named. `area` in hundredths of a square metre. */
export type Roll = {
  readonly place: string
  readonly kind: RollUnit
  readonly source: 'register' | 'before' | 'paper'
  readonly units: number
  readonly area?: number
  readonly households: number
  readonly away: number
  readonly frozen?: string
  /** Of a draft: what it would be frozen under. */
  readonly digest: string
  readonly corrections: number
  readonly phones: number
  /** Of how many it is not known whether they are old enough. */
  readonly unsure: number
  /** What the village should look at before the notice. */
  readonly faults: readonly Words[]
}

type Row = {
  readonly place: string; readonly kind: RollUnit; readonly source: 'register' | 'before' | 'paper'; readonly frozen: Date | null; readonly digest: string | null
  readonly units: number; readonly area: string | null; readonly households: number; readonly away: number; readonly unsure: number; readonly again: readonly string[]; readonly corrections: number; readonly phones: number
}

/** The roll of a matter: `{ county, matter }`. Asked as the platform: how many may vote must not depend on what who asks may read. */
export const rollLoader = asPlatform(async (tx, { county, matter }): Promise<Roll | undefined> => {
  if (typeof county !== 'string' || typeof matter !== 'string') return undefined
  const [row] = await tx.query<Row>(
    `select r.place, r.kind, r.source, r.frozen, encode(r.digest, 'hex') as digest, count(u.number)::int as units, sum(u.area)::text as area, count(distinct u.household)::int as households,
       (count(*) filter (where u.ground = 'away'))::int as away, (count(*) filter (where u.age_unsure))::int as unsure,
       array(select n.name from roll_unit n where n.county = r.county and n.matter = r.matter and n.struck is null and r.kind <> 'household' group by n.name having count(*) > 1 order by 1 limit 10) as again,
       (select count(*)::int from roll_correction c where c.county = r.county and c.matter = r.matter) as corrections,
       (select count(distinct v.number)::int from roll_voter v where v.county = r.county and v.matter = r.matter) as phones
     from roll r left join roll_unit u on u.county = r.county and u.matter = r.matter and u.struck is null
     where r.county = $1 and r.matter = $2::uuid group by r.county, r.matter`, [county, matter])
  if (!row) return undefined
  const { frozen, digest, area, again, ...rest } = row
  return {
    ...rest, ...(area !== null && { area: Number(area) }), ...(frozen && { frozen: frozen.toISOString() }), digest: digest ?? await digestOf(await linesOf(tx, county, matter)),
    faults: [
      ...(row.units === 0 ? [words('名册为空', 'The roll is empty')] : []),
      ...(again.length > 0 ? [words(`名册上有同名的：${again.map(maskName).join('、')}，请核对不是同一人`, `Names that occur more than once: ${again.map(maskName).join(', ')}; make sure that nobody stands there twice`)] : []),
    ],
  }
})
