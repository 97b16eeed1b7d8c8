import type { Tx } from '../../store/database.ts'

/** What pages and sheets show of points. Days are `YYYY-MM-DD`; what a reader may not see is not among the rows, for the database gives none. */

export type PostingRow = { readonly id: string; readonly title: string; readonly stage: string; readonly lines: number; readonly households: number; readonly points: number; readonly shownOn: string; readonly until: string | null; readonly shares: string | null }

/** The postings of a village, the newest first. */
export const postingsOf = (tx: Tx, village: string, limit = 24): Promise<readonly PostingRow[]> =>
  tx.query<PostingRow>(
    `select m.id, m.title, m.stage, (m.facts ->> 'lines')::int as lines, (m.facts ->> 'households')::int as households, (m.facts ->> 'points')::int as points, m.facts ->> 'shownOn' as "shownOn",
       to_char(m.due at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as until, m.facts ->> 'shares' as shares
     from matter m where m.county = left($1, 6) and m.region = $1 and m.procedure = 'points-posting' order by m.opened desc, m.id limit $2`, [village, limit])

export type DraftRow = { readonly id: string; readonly title: string; readonly stage: string; readonly begun: string; readonly proposals: number; readonly answered: number }

/** Drafts of schemes that are open to proposals or before the residents. */
export const draftsOf = (tx: Tx, village: string): Promise<readonly DraftRow[]> =>
  tx.query<DraftRow>(
    `select m.id, m.title, m.stage, m.facts ->> 'begun' as begun, count(p.id)::int as proposals, (count(p.id) filter (where p.stage = 'answered'))::int as answered
     from matter m left join link l on l.county = m.county and l.other = m.id and l.kind = 'on' left join matter p on p.county = l.county and p.id = l.matter and p.procedure = 'points-proposal'
     where m.county = left($1, 6) and m.region = $1 and m.procedure = 'points-scheme' and m.stage in ('designing', 'tabled') group by m.county, m.id order by m.opened desc`, [village])

export type ShownLine = {
  readonly line: number; readonly household: string; readonly door: string | null; readonly kind: 'award' | 'opening' | 'deduction' | 'reversal'; readonly what: string; readonly points: number; readonly day: string
  readonly evidence: string; readonly state: 'pending' | 'posted' | 'void' | 'reversed'; readonly held: boolean
}

/** The lines of a posting, in their order, then the lines of earlier ones that were moved back since; `points` signed. */
export const linesOf = (tx: Tx, county: string, posting: string): Promise<readonly ShownLine[]> =>
  tx.query<ShownLine>(
    `select l.line, l.household, h.address as door, l.kind, l.what, (case when l.kind = 'deduction' then -l.points else l.points end)::int as points, l.day::text as day, l.evidence, l.state, l.held is not null as held
     from points_line l left join household h on h.county = l.county and h.code = l.household where l.county = $1 and l.posting = $2::uuid
     union all select (select count(*) from points_line o where o.county = $1 and o.posting = $2::uuid)::int + row_number() over (order by l.household, l.id)::int, l.household, h.address, 'reversal', l.what || '（原公示第 ' || l.line || ' 条）',
       (case when l.kind = 'deduction' then l.points else -l.points end)::int, to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), t.reason, 'posted', false
     from points_line l left join household h on h.county = l.county and h.code = l.household
       join lateral (select r.at, r.reason from ledger_transfer r where r.county = l.county and r.reverses = l.id order by r.id limit 1) t on true
     where l.county = $1 and l.reversed_in = $2::uuid order by 1`, [county, posting])

export type HouseholdRow = { readonly code: string; readonly door: string; readonly free: number; readonly reserved: number; readonly coming: number; readonly owed: number }

/** What every household of a village has, by code: never by how much. One code where given. */
export const householdsOf = (tx: Tx, village: string, code: string | null = null): Promise<readonly HouseholdRow[]> =>
  tx.query<HouseholdRow>(
    `select h.code, h.address as door, coalesce(a.posted - a.going, 0)::int as free, coalesce(a.going, 0)::int as reserved, coalesce(a.coming, 0)::int as coming, coalesce(-r.posted, 0)::int as owed
     from household h
     left join ledger_account a on a.county = h.county and a.ledger = 'points' and a.region = $1 and a.kind = 'household' and a.owner = h.code
     left join ledger_account r on r.county = h.county and r.ledger = 'points' and r.region = $1 and r.kind = 'receivable' and r.owner = h.code
     where h.county = left($1, 6) and (h.village = $1 and h.until is null or a.id is not null) and ($2::text is null or h.code = $2) order by h.code`, [village, code])

export type EntryRow = {
  readonly at: string; readonly day: string | null; readonly kind: 'award' | 'opening' | 'deduction' | 'redemption' | 'reversal' | 'settled' | 'carried'
  readonly what: string; readonly points: number; readonly state: 'pending' | 'posted' | 'void'; readonly evidence: string | null; readonly scheme: number | null
  readonly matter: string; readonly posting: string | null; readonly line: number | null; readonly held: boolean
}

/** Every movement of a household's account, the newest first: what for, by which version of the scheme, on what evidence. Points are signed. */
export const entriesOf = (tx: Tx, county: string, household: string, limit = 500): Promise<readonly EntryRow[]> =>
  tx.query<EntryRow>(
    `with own as (select id from ledger_account where county = $1 and ledger = 'points' and kind = 'household' and owner = $2)
     select to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as at, l.day::text as day,
       case when l.id is not null then l.kind when t.reverses is not null then 'reversal' when m.procedure = 'redemption' then 'redemption' when m.procedure = 'points-carry' then 'carried' else 'settled' end as kind,
       case when l.id is not null then l.what when t.reverses is not null then t.reason when m.procedure = 'redemption' then coalesce(m.facts ->> 'what', '') else '' end as what,
       (case when t.debit = own.id then -t.amount else t.amount end)::int as points,
       case when t.state = 'pending' then case r.state when 'post' then 'posted' when 'void' then 'void' else 'pending' end else 'posted' end as state,
       l.evidence, s.version as scheme, t.matter, l.posting, l.line, l.held is not null as held
     from own join ledger_transfer t on t.county = $1 and (t.debit = own.id or t.credit = own.id) and t.state in ('pending', 'posted')
     left join ledger_transfer r on r.county = t.county and r.resolves = t.id
     left join points_line l on l.county = t.county and l.id = t.id
     left join points_scheme s on s.county = t.county and s.matter = l.scheme
     left join matter m on m.county = t.county and m.id = t.matter
     order by t.at desc, t.id limit $3`, [county, household, limit])

export type StockRow = { readonly reward: string; readonly free: number; readonly reserved: number }

/** What stands on the shelf, and what of it is spoken for. */
export const stockOf = (tx: Tx, village: string): Promise<readonly StockRow[]> =>
  tx.query<StockRow>(
    `select owner as reward, (posted - going)::int as free, going::int as reserved from ledger_account where county = left($1, 6) and ledger = 'goods' and region = $1 and kind = 'shelf' order by owner`, [village])

export type Totals = { readonly outstanding: number; readonly coming: number; readonly owed: number; readonly waitingLines: number; readonly heldLines: number; readonly reserved: number; readonly handed: readonly { readonly reward: string; readonly pieces: number }[] }

/** What a village still owes its households in points, what waits to be shown, and what was handed over this year. */
export const totalsOf = async (tx: Tx, village: string, year: string): Promise<Totals> => {
  const [sums] = await tx.query<Omit<Totals, 'handed'>>(
    `select coalesce(sum(posted) filter (where kind = 'household'), 0)::int as outstanding, coalesce(sum(coming) filter (where kind = 'household'), 0)::int as coming, coalesce(-sum(posted) filter (where kind = 'receivable'), 0)::int as owed,
       (select count(*)::int from points_line where county = left($1, 6) and village = $1 and state = 'pending' and posting is null) as "waitingLines",
       (select count(*)::int from points_line where county = left($1, 6) and village = $1 and state = 'pending' and held is not null) as "heldLines",
       (select count(*)::int from matter where county = left($1, 6) and region = $1 and procedure = 'redemption' and stage = 'reserved') as reserved
     from ledger_account where county = left($1, 6) and ledger = 'points' and region = $1`, [village])
  const handed = await tx.query<{ reward: string; pieces: number }>(
    `select a.owner as reward, sum(t.amount)::int as pieces from ledger_account a join ledger_transfer t on t.county = a.county and t.debit = a.id and t.state = 'post'
     where a.county = left($1, 6) and a.ledger = 'goods' and a.region = $1 and a.kind = 'shelf' and t.at >= ($2 || '-01-01T00:00:00+08:00')::timestamptz group by 1 order by 1`, [village, year])
  return { ...(sums ?? { outstanding: 0, coming: 0, owed: 0, waitingLines: 0, heldLines: 0, reserved: 0 }), handed }
}

export type YearRow = { readonly code: string; readonly opened: number; readonly given: number; readonly taken: number; readonly closed: number }

/**
 * The year of every household of a village, or of a town whole: what it began with, was given, had taken or exchanged, and ended with; posted movements alone. `region`: of the
 * village or the town; `year` as `YYYY`. By code.
 */
export const yearOf = (tx: Tx, region: string, year: string): Promise<readonly YearRow[]> =>
  tx.query<YearRow>(
    `with span as (select ($2 || '-01-01T00:00:00+08:00')::timestamptz as since, (($2::int + 1) || '-01-01T00:00:00+08:00')::timestamptz as until),
       own as (select id, owner from ledger_account where county = left($1, 6) and ledger = 'points' and kind = 'household' and region >= $1 and region < $1 || ':'),
       moved as (
         select own.owner, t.at, t.amount from own join ledger_transfer t on t.county = left($1, 6) and t.credit = own.id and t.state in ('posted', 'post')
         union all select own.owner, t.at, -t.amount from own join ledger_transfer t on t.county = left($1, 6) and t.debit = own.id and t.state in ('posted', 'post'))
     select own.owner as code, coalesce(sum(m.amount) filter (where m.at < span.since), 0)::int as opened, coalesce(sum(m.amount) filter (where m.at >= span.since and m.at < span.until and m.amount > 0), 0)::int as given,
       coalesce(-sum(m.amount) filter (where m.at >= span.since and m.at < span.until and m.amount < 0), 0)::int as taken, coalesce(sum(m.amount) filter (where m.at < span.until), 0)::int as closed
     from own cross join span left join moved m on m.owner = own.owner group by own.owner order by own.owner`, [region, year])
