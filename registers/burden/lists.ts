import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'
import { areaParams, inArea, type Area } from './borne.ts'
import { attemptsIn } from './issuers.ts'

/** One task as everyone may see it. Days are `YYYY-MM-DD`. */
export type GivenTask = {
  readonly matter: string
  readonly number: string
  readonly community: string
  readonly issuer: string
  readonly kind: 'assist' | 'entrust' | 'emergency' | 'own' | 'outside'
  readonly form: string
  readonly title: string
  readonly since: string
  readonly until: string
  readonly minutes: number
  readonly fields: number
  readonly promised: number
  readonly delivered: number
  readonly state: string
  readonly open: boolean
}

export type Narrow = { readonly issuer?: string | undefined; readonly kind?: string | undefined; readonly forms?: boolean | undefined; readonly lacking?: boolean | undefined; readonly running?: boolean | undefined }
type At = { readonly at: string; readonly id: string }

const taskColumns = 'g.matter, g.number, g.community, g.issuer, g.kind, g.form, g.title, g.since::text as since, g.until::text as until, g.minutes, g.fields, g.promised, g.delivered, g.state, g.open'

/** The tasks behind a figure, the newest first, from behind `after`. */
export const tasksIn = (tx: Tx, area: Area, [from, before]: readonly [string, string], today: string, narrow: Narrow, after: At | undefined, limit: number): Promise<readonly GivenTask[]> =>
  tx.query<GivenTask>(
    `select ${taskColumns} from given_work g where ${inArea(area)}
       and ($7::text is null or g.issuer = $7) and ($8::text is null or g.kind = $8) and (not $9::boolean or g.form = 'form' or g.fields > 0) and (not $10::boolean or g.delivered < g.promised)
       and (not $11::boolean or (g.open and g.since <= $12::date and g.until >= $12::date))
       and ($13::date is null or (g.since, g.matter) < ($13::date, $14::uuid))
     order by g.since desc, g.matter desc limit $15`,
    [...areaParams(area, from, before), narrow.issuer ?? null, narrow.kind ?? null, narrow.forms ?? false, narrow.lacking ?? false, narrow.running ?? false, today, after?.at ?? null, after?.id ?? null, limit])

export type Attempt = { readonly act: string; readonly at: Date; readonly office: string; readonly code: string; readonly item: string | null; readonly communities: readonly string[] }

/** What the gate refused, the newest first. */
export const attemptsAt = (tx: Tx, area: Area, from: Date, before: Date, office: string | undefined, after: At | undefined, limit: number): Promise<readonly Attempt[]> =>
  tx.query<Attempt>(
    `select r.act, r.at, r.office, r.code, r.item, r.communities from refused_attempt r where ${attemptsIn(area)} and r.at >= $4::timestamptz and r.at < $5::timestamptz
       and ($6::text is null or r.office = $6) and ($7::timestamptz is null or (r.at, r.act) < ($7::timestamptz, $8)) order by r.at desc, r.act desc limit $9`,
    [`{${area.counties.join(',')}}`, ...rangeOf(area.region), from.toISOString(), before.toISOString(), office ?? null, after?.at ?? null, after?.id ?? '', limit])

/** Work that falls into a month, one line for each commission however many communities it reached. */
export type Planned = {
  readonly title: string; readonly issuer: string; readonly kind: GivenTask['kind']; readonly form: string; readonly since: string; readonly until: string
  readonly communities: number; readonly minutes: number; readonly open: boolean; readonly matter: string; readonly community: string
}

export const plannedIn = (tx: Tx, area: Area, [from, before]: readonly [string, string], limit: number): Promise<readonly Planned[]> =>
  tx.query<Planned>(
    `select min(g.title) as title, min(g.issuer) as issuer, min(g.kind) as kind, min(g.form) as form, min(g.since)::text as since, max(g.until)::text as until,
       count(distinct g.community)::int as communities, sum(g.minutes)::int as minutes, bool_or(g.open) as open, coalesce(g.source, g.matter) as matter, min(g.community) as community
     from given_work g where ${inArea(area)} group by coalesce(g.source, g.matter) order by max(g.until), min(g.since), coalesce(g.source, g.matter) limit $7`, [...areaParams(area, from, before), limit])

export type VillageDatum = { readonly name: string; readonly value: string; readonly asOf: string; readonly until: string }

/** What a community has given of itself, for it to use again. Ask as who works there: anyone else finds nothing. */
export const villageData = (tx: Tx, county: string, village: string): Promise<readonly VillageDatum[]> =>
  tx.query<VillageDatum>('select name, value, as_of::text as "asOf", until::text as until from village_data where county = $1 and village = $2 order by name', [county, village])
