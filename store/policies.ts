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
  const visible = `${once('app_reach()')} = 'all'
    or (${once('app_reach()')} = 'region' and region >= ${once('app_from()')} and region < ${once('app_before()')})
    or holder_office = ${once('app_office()')}
    or (published and app_reach() is not null)
    or app_takes_part(county, id)`
  const counted = `${once('app_reach()')} = 'all' or (region >= ${once('app_from()')} and region < ${once('app_before()')})`
  const seen = full ? `(${platform} or app_sees(county, matter))` : someone
  // Terms tell what texts hold: those of the counties that a post's lists look in, for anyone else those of matters they see. Searches read
  // thousands of rows, so the matter is not asked about each; worked out once, this costs what the plain call before it did (a category in a
  // county of a million matters 10.0 ms without it and 10.5 with, a word at an office 7.2 and 6.4).
  const looksIn = once(`case app_reach() when 'all' then '' when 'own' then null else left(app_from(), 6) end`)
  const mine = `account = ${once('app_account()')}`
  const child = (table: string, writes: readonly string[]): string => [
    policy(table, 'select', seen),
    ...writes.map(kind => policy(table, kind, kind === 'insert' ? acts : `${acts} and ${seen}`, kind === 'update' ? acts : undefined)),
  ].join('\n')
  return [
    policy('matter', 'select', full ? visible : someone),
    policy('matter', 'insert', acts),
    policy('matter', 'update', full ? visible : someone, acts),
    policy('party', 'select', `${platform} or ${mine} or office = ${once('app_office()')} or (not hidden and ${seen})`),
    policy('party', 'insert', acts),
    child('entry', ['insert']),
    child('sealed', ['insert']),
    child('deadline', ['insert', 'update', 'delete']),
    child('link', ['insert', 'delete']),
    policy('matter_term', 'select', full ? `starts_with(county, ${looksIn}) or app_sees(county, matter)` : someone),
    policy('matter_term', 'insert', acts),
    policy('matter_term', 'delete', acts),
    policy('tally', 'select', counted),
    policy('tally', 'insert', acts),
    policy('tally', 'delete', platform),
    policy('tally', 'update', platform),
    policy('tally_sum', 'select', counted),
    policy('tally_sum', 'insert', platform),
    policy('tally_sum', 'update', platform),
    policy('notice', 'select', mine),
    policy('notice', 'update', mine),
    policy('file', 'select', `${mine} or (matter is not null and ${seen})`),
    policy('file', 'insert', `${acts} and ${mine}`),
    policy('file', 'update', `${acts} and ${mine} and matter is null`, `${acts} and (${mine} or account is null)`),
    policy('file', 'delete', `${platform} and matter is null`),
  ].join('\n')
}

const policy = (table: string, kind: string, using: string, check?: string): string => {
  const name = `${table}_${kind}`
  const rule = kind === 'insert' ? `with check (${using})` : `using (${using})${check === undefined ? '' : ` with check (${check})`}`
  return `drop policy if exists ${name} on ${table};\ncreate policy ${name} on ${table} for ${kind} to shanzhi_app ${rule};`
}
