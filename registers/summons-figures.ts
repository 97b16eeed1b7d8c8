import type { Tx } from '../store/database.ts'

/** How one department answered the summons of a period. Every count is of calls; a share is read against the denominator named with it. Never of a person. */
export type SummonsFigures = {
  readonly office: string
  readonly called: number
  readonly released: number
  /** Of those called: a call let off before it was answered stands in neither `answered` nor `silent`. */
  readonly answered: number
  readonly answeredInTime: number
  /** Of those called, neither answered nor let off yet. */
  readonly silent: number
  /** Of those called and not let off. */
  readonly arrived: number
  readonly arrivedInTime: number
  readonly reported: number
  /** Of those jointly concluded. */
  readonly concluded: number
  readonly solved: number
  /** How many were rated, and the sum of the ratings (1 to 5): the mean is one over the other. */
  readonly rated: number
  readonly ratingSum: number
}

/** By department, of the calls sent out in a county from an instant on; the one called most stands first. `office` narrows it to one. */
export const summonsFigures = (tx: Tx, { county, since, office }: { readonly county: string; readonly since: string; readonly office?: string }): Promise<readonly SummonsFigures[]> =>
  tx.query<SummonsFigures>(
    `select office, count(*)::integer as called, count(released)::integer as released, count(answered)::integer as answered,
       (count(*) filter (where answered_in_time))::integer as "answeredInTime", (count(*) filter (where answered is null and released is null))::integer as silent,
       (count(arrived) filter (where released is null))::integer as arrived, (count(*) filter (where arrived_in_time and released is null))::integer as "arrivedInTime",
       (count(reported) filter (where released is null))::integer as reported, count(solved)::integer as concluded, (count(*) filter (where solved))::integer as solved,
       count(rating)::integer as rated, coalesce(sum(rating), 0)::integer as "ratingSum"
     from summons_call where county = $1 and called >= $2::timestamptz and office is not null and ($3::text is null or office = $3::text)
     group by office order by count(*) desc, office`, [county, since, office ?? null])
