import type { Tx } from '../store/database.ts'
import type { RouteRow } from './routes.ts'

/** A rule of the routing table with the legal days from which and until which it holds (`until`: the first on which it no longer does). */
export type RouteListed = RouteRow & { readonly since: string; readonly until?: string }

export type RouteFilter = {
  /** Rules in force on this legal day. */
  readonly on: string
  /** Those that may say where this category goes: its own, its group's, and those for any. */
  readonly category?: { readonly code: string; readonly group: string }
  /** Those that hold in some part of this region. */
  readonly region?: string
  /** Those for communities and zones, or for villages, and those for both. */
  readonly urban?: boolean
}

/** Where a page ended: the place of the last rule's subject in the list of categories, and its id. */
export type RouteKey = { readonly at: string; readonly id: string }

type Read = Omit<RouteListed, 'category' | 'group' | 'urban' | 'until'>
  & { readonly category: string | null; readonly group: string | null; readonly urban: boolean | null; readonly until: string | null; readonly at: string }

/** Category by category in the order of their list, then the rules of groups, then those for anything; at most `most`. */
export const listRoutes = async (tx: Tx, { on, category, region, urban }: RouteFilter, most: number, after?: RouteKey): Promise<readonly (RouteListed & RouteKey)[]> => {
  const rows = await tx.query<Read>(
    `select id, category, "group", scope, urban, "from", level, kind, priority, zh, en, since::text as since, until::text as until, at
     from (
       select r.*, coalesce(lpad((select c.place::text from category c where c.code = r.category order by c.since desc limit 1), 5, '0'),
         '~' || coalesce(r."group", '~')) collate "C" as at
       from route r where r.since <= $1::date and (r.until is null or r.until > $1::date)
     ) listed
     where ($2::text is null or category = $2 or "group" = $3 or (category is null and "group" is null))
       and ($4::text is null or starts_with($4, scope) or starts_with(scope, $4))
       and ($5::boolean is null or urban is null or urban = $5)
       and ($6::text is null or (at, id) > ($6::text collate "C", $7::text))
     order by at, id limit $8::integer`,
    [on, category?.code ?? null, category?.group ?? null, region ?? null, urban ?? null, after?.at ?? null, after?.id ?? null, most],
  )
  return rows.map(({ category: of, group, urban: where, until, ...row }) => ({
    ...row, ...(of !== null && { category: of }), ...(group !== null && { group }), ...(where !== null && { urban: where }), ...(until !== null && { until }),
  }))
}
