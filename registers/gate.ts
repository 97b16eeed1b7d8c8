import type { Duty, Item, Known } from '../kernel/gate.ts'
import { officeCode, regionOfOffice } from '../kernel/post.ts'
import { countyOf } from '../kernel/region.ts'
import { isGovernment } from '../kernel/who.ts'
import { legalDay } from '../kernel/calendar.ts'
import { emergencyFor } from './emergencies.ts'
import type { LiveDirectory } from './live-directory.ts'
import { isObject, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

const textIn = (row: JsonObject, name: string): string | undefined => (typeof row[name] === 'string' ? row[name] : undefined)
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const textsIn = (value: unknown): readonly string[] => listIn(value).filter((one): one is string => typeof one === 'string')

/** What stands under a name in each row of a table. */
const columnOf = (rows: unknown, name: string): readonly string[] => textsIn(listIn(rows).map(row => (isObject(row) ? row[name] : undefined)))

type ItemRow = Pick<Item, 'code' | 'kind' | 'name' | 'office' | 'conditions' | 'minutes' | 'since'> & { readonly season_from: string | null; readonly season_to: string | null; readonly until: string | null }

/** An item as the version of a legal day has it; where that one lacks it, as the next adopted version that brings it. `until`: the first later version without it. */
export const itemOn = async (tx: Tx, county: string, code: string, day: string): Promise<Item | undefined> => {
  const [row] = await tx.query<ItemRow>(
    `select i.code, i.kind, i.name, i.office, i.conditions, i.minutes, i.season_from, i.season_to, l.since::text as since,
       (select min(n.since)::text from work_list n where n.county = l.county and n.since > greatest(l.since, $3::date)
          and not exists (select from work_item o where o.county = n.county and o.version = n.version and o.code = i.code)) as until
     from work_item i join work_list l on l.county = i.county and l.version = i.version
     where i.county = $1 and i.code = $2 and (l.until is null or l.until > $3::date) order by l.since limit 1`, [county, code, day])
  if (!row) return undefined
  const { season_from: from, season_to: to, until, ...item } = row
  return { ...item, ...(from !== null && to !== null && { season: { from, to } }), ...(until !== null && { until }) }
}

/** An office's own duty by its code, as its list of a legal day has it. */
export const dutyOn = async (tx: Tx, office: string, code: string, day: string): Promise<Duty | undefined> =>
  (await tx.query<Duty>(
    `select i.code, l.office, i.name from duty_item i join duty_list l on l.county = i.county and l.version = i.version
     where l.county = $1 and l.office = $2 and i.code = $3 and l.since <= $4::date and (l.until is null or l.until > $4::date)`,
    [countyOf(regionOfOffice(office)), office, code, day]))[0]

/** A duty of every one of these offices by the same code: what one of them does not owe is not asked of all. */
const owedByAll = async (tx: Tx, offices: readonly string[], code: string, day: string): Promise<Duty | undefined> => {
  const found = await Promise.all(offices.map(office => dutyOn(tx, office, code, day)))
  return found.every(duty => duty !== undefined) ? found[0] : undefined
}

/** Whether lists of the county are in force on a legal day, and whether one of them makes a category the community's own affair. */
const listedOn = async (tx: Tx, county: string, day: string, category: string | undefined): Promise<{ readonly listed: boolean; readonly own: boolean }> => {
  const [row] = await tx.query<{ own: boolean }>(
    `select exists (select from work_item i where i.county = l.county and i.version = l.version and i.kind = 'own' and $3 = any(i.categories)) as own
     from work_list l where l.county = $1 and l.since <= $2::date and (l.until is null or l.until > $2::date)`, [county, day, category ?? ''])
  return { listed: row !== undefined, own: row?.own === true }
}

/** The same item is given in a county one after another: who is judged next sees what was given before, also where both came at the same instant. To the end of the transaction. */
const inTurn = async (tx: Tx, county: string, item: string): Promise<void> => {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [`${county} ${item}`])
}

type Running = { readonly community: string; readonly number: string }

/** The same item under way in the same places and at the same time: for a community whoever asks, for a township’s own duty only the same office. */
const runningOf = (tx: Tx, county: string, ask: JsonObject, communities: readonly string[], day: string): Promise<readonly Running[]> =>
  tx.query<Running>(
    `select community, number from given_work where county = $1 and (issuer = $2 or kind in ('assist', 'entrust')) and item = $3 and open and community = any($4::text[]) and source is distinct from $5::uuid
       and until >= greatest($6::date, $7::date) and since <= coalesce($8::date, 'infinity') order by number limit 20`,
    [county, textIn(ask, 'by') ?? '', textIn(ask, 'item') ?? '', `{${communities.join(',')}}`, textIn(ask, 'of') ?? null, textIn(ask, 'from') ?? day, day, textIn(ask, 'until') ?? null])

/** What of these names every one of the communities has given before and still holds good; and what registers always know of a village. */
const heldOf = async (tx: Tx, county: string, communities: readonly string[], names: readonly string[], day: string): Promise<readonly string[]> => {
  if (names.length === 0) return []
  const rows = await tx.query<{ name: string }>(
    `select name from village_data where county = $1 and village = any($2::text[]) and name = any($3::text[]) and until >= $4::date group by name having count(*) = $5::integer`,
    [county, `{${communities.join(',')}}`, `{${names.map(name => JSON.stringify(name)).join(',')}}`, day, communities.length])
  return [...new Set([...rows.map(row => row.name), ...names.filter(name => alwaysHeld.includes(name))])]
}

/** What the registers know of every village, by the names forms use for it. */
export const alwaysHeld: readonly string[] = ['户数', '人口数', '网格数', '网格员人数', '诉求件数', '诉求办结件数', '任务件数']

/** Which of the items named in rows (`{ county, at, rows: [{ item }] }`) stand on a list in force on the day. */
export const listedItems: Loader = async (tx, ask): Promise<readonly string[]> => {
  const named = columnOf(ask['rows'], 'item')
  const day = legalDay(new Date(textIn(ask, 'at') ?? ''))
  const found = await Promise.all([...new Set(named)].map(code => itemOn(tx, textIn(ask, 'county') ?? '', code, day)))
  return found.flatMap(item => (item && item.since <= day ? [item.code] : []))
}

/** What the registers say of work that is to be given: `{ ...Giving, county, at }`. Asked as the platform, since the answer must not depend on who acts. */
export const gateLoader = (live: LiveDirectory): Loader => async (tx, ask): Promise<Known> => {
  const to = textsIn(ask['to'])
  const communities = to.map(regionOfOffice)
  const county = countyOf(communities[0] ?? textIn(ask, 'county') ?? '')
  const day = legalDay(new Date(textIn(ask, 'at') ?? ''))
  const [item, duty, category] = [textIn(ask, 'item'), textIn(ask, 'duty'), textIn(ask, 'category')]
  const by = textIn(ask, 'by') ?? ''
  if (item !== undefined) await inTurn(tx, county, item)
  const fields = columnOf(ask['fields'], 'name')
  const { listed, own } = await listedOn(tx, county, day, category)
  const named = isGovernment(by) ? undefined : by
  const ordersFor = (naming?: string) => Promise.all(communities.map(region => emergencyFor(tx, region, textIn(ask, 'at') ?? '', naming)))
  const orders = ask['emergency'] === true ? await ordersFor(named) : []
  const unnamed = named !== undefined && orders.includes(undefined) && (await ordersFor()).every(order => order !== undefined)
  const firstToEnd = orders.every(order => order !== undefined) ? orders.toSorted((a, b) => (a.until < b.until ? -1 : 1))[0] : undefined
  const [found, owed, mine] = await Promise.all([
    item === undefined ? undefined : itemOn(tx, county, item, day),
    item === undefined ? undefined : owedByAll(tx, to, item, day),
    duty === undefined ? undefined : dutyOn(tx, by, duty, day),
  ])
  const cited = columnOf(ask['rectifies'], 'item')
  const items = (await Promise.all([...new Set(cited)].map(code => itemOn(tx, county, code, day)))).filter(one => one !== undefined)
  const [running, held] = await Promise.all([runningOf(tx, county, ask, communities, day), heldOf(tx, county, communities, fields, day)])
  return {
    listed, ...(cited.length > 0 && { items }), ...(found && { item: found }), ...(owed && { owed }), ...(mine && { duty: mine }),
    // Before a county has lists, what the table of categories says.
    ...(category !== undefined && { own: listed ? own : live.now.category(category)?.community === true }),
    ...(firstToEnd && { emergency: { matter: firstToEnd.matter, until: firstToEnd.until, others: [...new Set(orders.flatMap(order => order?.matter ?? []))].filter(one => one !== firstToEnd.matter) } }),
    ...(unnamed && { unnamed }),
    running: running.map(({ community, number }) => ({ office: officeCode(community, 'committee'), number })), held,
  }
}

/** Keeps what the gate refused, once for each act. */
export const recordRefusedAttempt = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const communities = textsIn(row['to']).map(regionOfOffice)
  await tx.query(
    `insert into refused_attempt (county, act, at, office, code, step, item, duty, category, communities)
     values ($1, $2, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10::text[]) on conflict (county, act) do nothing`,
    [countyOf(communities[0] ?? ''), row['act'], at.toISOString(), row['by'], row['code'], row['step'], row['item'] ?? null, row['duty'] ?? null, row['category'] ?? null, `{${communities.join(',')}}`])
}

/** Enters or moves a task in the register of given work; fields left out of the row stay as they are. */
export const recordGivenWork = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['title'] === undefined) {
    await tx.query(
      `update given_work set state = $3, open = $4::boolean, since = coalesce($5::date, since), until = coalesce($6::date, until), delivered = coalesce($7::integer, delivered),
         begun = coalesce($8::date, begun), minutes = coalesce($9::integer, minutes)
       where county = $1 and matter = $2::uuid`,
      [row['county'], row['matter'], row['state'], row['open'], row['since'] ?? null, row['until'] ?? null, row['delivered'] ?? null, row['begun'] ?? null, row['minutes'] ?? null])
    return
  }
  await tx.query(
    `insert into given_work (county, matter, number, community, township, issuer, source, item, kind, form, title, since, until, minutes, fields, promised, state, open, begun)
     select $1, $2::uuid, number, $3, left($3, 9), $4, $5::uuid, $6, $7, $8, $9, $10::date, $11::date, $12::integer, $13::integer, $14::integer, $15, $16::boolean, $17::date from matter where county = $1 and id = $2::uuid`,
    [row['county'], row['matter'], row['community'], row['issuer'], row['source'] ?? null, row['item'] ?? null, row['kind'], row['form'], row['title'], row['since'], row['until'],
      row['minutes'] ?? 0, row['fields'] ?? 0, row['promised'] ?? 0, row['state'], row['open'] ?? true, row['begun'] ?? null])
}
