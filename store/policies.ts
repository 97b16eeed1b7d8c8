/**
 * Row-level security for the kernel's tables, as one text. Only `matter` carries visibility; its children inherit it.
 * `bare` leaves the county alone, for distributed tables, where sub-selects in policies are refused and the joins
 * through `matter` do the rest.
 *
 * What is asked of a few rows (inserts, children of one matter) is a plain call; what a scan asks of every row stands in a sub-select,
 * worked out once. A sub-select costs some microseconds whenever a statement starts, used or not: a step had fifty of them.
 */
export const policies = (form: 'full' | 'bare' = 'full'): string => {
  const full = form === 'full'
  const once = (call: string): string => (full ? `(select ${call})` : call)
  const platform = `app_reach() = 'all'`
  const acts = 'app_acts()'
  const someone = 'app_reach() is not null'
  const reaches = `(${once('app_reach()')} = 'region' and region >= ${once('app_from()')} and region < ${once('app_before()')})
    or holder_office = ${once('app_office()')}
    or app_takes_part(county, id)`
  // What is confined to a village stands open to its own committee and to the people who take part, whatever else would show it.
  const kept = (visible: string): string => (full ? `(${visible}) and (not confined or app_stays(county, id, region))` : `${visible} and (not confined or app_reach() = 'all' or app_office() = left(region, 12) || '/committee')`)
  // Grants are looked up once a statement, and only for who has any.
  const granted = (which: string): string => `id = any (${once(`case when app_has_grants() then ${which}() end`)}::uuid[])`
  const visible = `${once('app_reach()')} = 'all'
    or ${reaches}
    or (published and app_reach() is not null)
    or ${granted('app_granted')}`
  // What is internal goes to a cleared post that reaches the matter, to whose own it is, and to whom a grant opens it whole.
  const internal = `${once('app_reach()')} = 'all'
    or (${once('app_cleared()')} and (${reaches}))
    or app_owns(county, id)
    or ${granted('app_granted_internal')}`
  const counted = `${once('app_reach()')} = 'all' or (region >= ${once('app_from()')} and region < ${once('app_before()')})`
  const seen = full ? `(${platform} or app_sees(county, matter))` : someone
  // Terms tell what texts hold, to who has the key: those of the counties that a post's lists look in, for anyone else those of matters they see.
  // Searches read thousands of rows, so the matter is not asked about each; worked out once, this costs what the plain call before it did (a
  // category in a county of a million matters 10.0 ms without it and 10.5 with, a word at an office 7.2 and 6.4).
  const looksIn = once(`case app_reach() when 'all' then '' when 'own' then null else left(app_from(), 6) end`)
  const mine = `account = ${once('app_account()')}`
  // The rolls of a place are for who works there and is cleared, and for whom a grant opens them.
  const roll = `${once('app_reach()')} = 'all'
    or (${once('app_works_here()')} and village >= ${once('app_from()')} and village < ${once('app_before()')})
    or village = any (${once(`case when app_has_grants() then app_granted_villages('people') end`)}::text[])`
  // The government of a township plans whom field work goes to (Art. 21.2): its handlers read doors, and not who lives behind them.
  const ofTownship = `(${once(`app_acts() and app_cleared() and length(app_from()) = 9 and app_office() = app_from() || '/gov'`)} and village >= ${once('app_from()')} and village < ${once('app_before()')})`
  // Who works in one grid reads of its village what lies in it.
  const ofGrid = (column: string): string => `${column} = any (${once(`case when app_works_here() and length(app_from()) = 15 then app_grid_households() end`)}::uuid[])`
  // A file is read as the fact that names it: of a confined matter, as the matter; public, as the matter; internal, as what is internal of it; above, by who is cleared besides.
  const file = full
    ? `case when app_confined(county, matter) then app_sees(county, matter) when class = 'public' then app_sees(county, matter) when shared and app_shares(county, matter) then true when app_owns(county, matter) then opening or class = 'internal'
        else app_sees_internal(county, matter) and (class = 'internal' or app_rank(class) <= app_rank(app_clearance())) or app_grants(matter, class, fact) end`
    : someone
  const child = (table: string, writes: readonly string[]): string => [
    policy(table, 'select', seen),
    ...writes.map(kind => policy(table, kind, kind === 'insert' ? acts : `${acts} and ${seen}`, kind === 'update' ? acts : undefined)),
  ].join('\n')
  return [
    policy('matter', 'select', kept(full ? visible : someone)),
    policy('matter', 'insert', acts),
    policy('matter', 'update', kept(full ? visible : someone), acts),
    policy('matter_internal', 'select', kept(full ? internal : `${someone} and app_cleared()`)),
    policy('matter_internal', 'insert', acts),
    policy('matter_internal', 'update', kept(full ? internal : someone), acts),
    policy('party', 'select', `${platform} or ${mine} or office = ${once('app_office()')} or (not hidden and ${seen})`),
    policy('party', 'insert', acts),
    child('entry', ['insert']),
    child('sealed', ['insert']),
    child('deadline', ['insert', 'update', 'delete']),
    child('link', ['insert', 'delete']),
    child('capture', ['insert']),
    policy('matter_term', 'select', full ? `(starts_with(county, ${looksIn}) and not starts_with(term, '!')) or app_sees(county, matter)` : `${someone} and (not starts_with(term, '!') or app_reach() = 'all')`),
    policy('matter_term', 'insert', acts),
    policy('matter_term', 'delete', full ? `${acts} and (${platform} or app_sees(county, matter))` : acts),
    policy('tally', 'select', counted),
    policy('tally', 'insert', acts),
    policy('tally', 'delete', platform),
    policy('tally', 'update', platform),
    policy('tally_sum', 'select', counted),
    policy('tally_sum', 'insert', platform),
    policy('tally_sum', 'update', platform),
    policy('notice', 'select', mine),
    policy('notice', 'update', mine),
    policy('file', 'select', `${platform} or ${mine} or (matter is not null and ${file})`),
    policy('file', 'insert', `${acts} and ${mine}`),
    policy('file', 'delete', `${platform} and matter is null`),
    // What is read by whom: by the reader, by whom it is about unless showing it is put off, and by the auditor of the place.
    policy('access_log', 'select', `${platform} or ${mine} or (${once('app_audits()')} and region >= ${once('app_from()')} and region < ${once('app_before()')})
      or (matter is not null and ${full ? 'app_owns(county, matter) and not app_deferred(matter, account)' : 'false'})`),
    policy('access_log', 'insert', 'account = app_account() and (post = app_post() or (post is null and app_post() is null))'),
    policy('access_grant', 'select', `${platform} or ${mine} or (${once('app_audits()')} and starts_with(county, ${looksIn}))`),
    policy('access_grant', 'insert', platform),
    policy('access_grant', 'update', platform),
    policy('access_deferral', 'select', platform),
    policy('access_deferral', 'insert', platform),
    policy('access_deferral', 'update', platform),
    policy('household', 'select', full ? `${roll} or ${ofTownship} or id = ${once('app_household()')} or ${ofGrid('id')}` : `${platform} or app_works_here()`),
    policy('person', 'select', full ? `${roll} or ${ofGrid('household')}` : `${platform} or app_works_here()`),
    // Grounds of a ruling are internal, and of use in the county they were ruled in.
    policy('precedent', 'select', `${platform} or (${once('app_cleared()')} and starts_with(county, ${looksIn}))`),
    policy('precedent', 'insert', platform),
  ].join('\n')
}

const policy = (table: string, kind: string, using: string, check?: string): string => {
  const name = `${table}_${kind}`
  const rule = kind === 'insert' ? `with check (${using})` : `using (${using})${check === undefined ? '' : ` with check (${check})`}`
  return `drop policy if exists ${name} on ${table};\ncreate policy ${name} on ${table} for ${kind} to shanzhi_app ${rule};`
}
