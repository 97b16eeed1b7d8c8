import { rangeOf } from '../../kernel/region.ts'

/**
 * States of given work that nobody bears: not taken on (yet), not owed for want of its conditions, taken back, released or run out before it was begun; and an order past the
 * platform that was taken back, or is borne under the commission as which it was brought.
 */
export const notBorne: readonly string[] = ['offered', 'declined', 'unowed', 'released', 'withdrawn', 'over', 'adopted']

/** Whether a row is borne, as SQL: what was begun and then cut short was, until then. */
const isBorne = `(g.state <> all($6::text[]) or (g.begun is not null and g.state in ('released', 'withdrawn', 'over')))`

/** A form to fill in: given as one, or any work that asks for fields. */
export const isForm = `(g.form = 'form' or g.fields > 0)`

/** Where a place lies: the counties to look in, and the range of codes. A city's reader looks in each of its counties. */
export type Area = { readonly region: string; readonly counties: readonly string[] }

/** The counties of `$1`, as a condition over the column: one of them by equality, so that an index gives its rows in order. */
export const inCounties = ({ counties }: Area, column: string): string => (counties.length === 1 ? `${column} = ($1::text[])[1]` : `${column} = any($1::text[])`)

/** Work borne in an area that touches the days `[from, before)`: `$1` counties, `$2`/`$3` codes, `$4`/`$5` days, `$6` states in which nobody bears it. */
export const inArea = (area: Area): string => `${inCounties(area, 'g.county')} and g.community >= $2 and g.community < $3 and g.until >= $4::date and g.since < $5::date and ${isBorne}`

export const areaParams = ({ region, counties }: Area, from: string, before: string): readonly unknown[] =>
  [`{${counties.join(',')}}`, ...rangeOf(region), from, before, `{${notBorne.join(',')}}`]
