import { isWithin, ancestor, type Level } from '../kernel/region.ts'
import { officeCode, type OfficeCode } from '../kernel/post.ts'
import type { Words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

/** The levels whose centres dispatch. */
export type DispatchLevel = 'township' | 'county' | 'city'

/** One rule of the routing table, said in words in `zh` and `en`. */
export type RouteRow = Words & {
  readonly id: string
  /** The category it is for, or the group; neither: any. */
  readonly category?: string
  readonly group?: string
  /** The region in which it holds. */
  readonly scope: string
  /** True: only communities and zones; false: only villages; absent: both. */
  readonly urban?: boolean
  /** Level of the dispatching centre. */
  readonly from: DispatchLevel
  /** The office: this kind, in the matter's own ancestor at this level. */
  readonly level: Exclude<Level, 'grid'>
  readonly kind: string
  /** Among rules equally specific the higher goes first. */
  readonly priority: number
}

export type RouteAsk = {
  readonly category: string
  readonly group: string
  /** The matter's village or grid. */
  readonly region: string
  readonly urban: boolean
  readonly from: DispatchLevel
}

export type Chosen = { readonly office: OfficeCode; readonly rule: RouteRow }

const fits = (rule: RouteRow, ask: RouteAsk): boolean =>
  rule.from === ask.from && isWithin(ask.region, rule.scope)
  && (rule.category === undefined || rule.category === ask.category)
  && (rule.group === undefined || rule.group === ask.group)
  && (rule.urban === undefined || rule.urban === ask.urban)

const bySpecificity = (a: RouteRow, b: RouteRow): number =>
  Number(b.category !== undefined) - Number(a.category !== undefined)
  || Number(b.group !== undefined) - Number(a.group !== undefined)
  || b.scope.length - a.scope.length
  || Number(b.urban !== undefined) - Number(a.urban !== undefined)
  || b.priority - a.priority
  || (a.id < b.id ? -1 : 1)

/**
 * The office a category goes to, by the most specific rule whose office stands: category before group before any, then the narrower
 * scope, then urban or rural, then priority. Where the office of a rule does not stand (a park has no committee) the next rule is asked.
 */
export const chooseRoute = (routes: readonly RouteRow[], ask: RouteAsk, stands: (office: OfficeCode) => boolean): Chosen | undefined => {
  for (const rule of routes.filter(one => fits(one, ask)).toSorted(bySpecificity)) {
    const region = ancestor(ask.region, rule.level)
    const office = region === undefined ? undefined : officeCode(region, rule.kind)
    if (office !== undefined && stands(office)) return { office, rule }
  }
  return undefined
}

/** Writes routes in force from `since` (legal day); what stands already is left as it is. */
export const importRoutes = async (tx: Tx, rows: readonly RouteRow[], since: string): Promise<void> => {
  await tx.query(
    `insert into route (id, category, "group", scope, urban, "from", level, kind, priority, zh, en, since)
     select id, category, "group", scope, urban, "from", level, kind, priority, zh, en, $2::date
     from jsonb_to_recordset($1::text::jsonb) as r(
       id text, category text, "group" text, scope text, urban boolean, "from" text, level text, kind text, priority smallint, zh text, en text)
     on conflict (id) do nothing`,
    [JSON.stringify(rows), since],
  )
}
