import type pg from 'pg'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds, type Actor, type PostKind } from '../../kernel/post.ts'
import { asAdmin } from './admin.ts'
import type { Sample } from './reads.ts'
import { CannotMeasure } from './say.ts'

type Found = { readonly account: string; readonly post: string; readonly kind: PostKind; readonly office: string; readonly region: string }

const only = async <T extends object>(client: pg.Client, text: string, values: readonly unknown[] = []): Promise<T> => {
  const [row] = (await client.query<T>({ text, values: [...values] })).rows
  if (!row) throw new CannotMeasure(`nothing in the database for: ${text}`)
  return row
}

const actorFrom = ({ account, post, kind, office, region }: Found): Actor => ({ account, post, kind, office, region, clearance: postKinds[kind].clearance })

const inOffice = async (client: pg.Client, office: string, kind: PostKind): Promise<Actor> =>
  actorFrom(await only<Found>(client, 'select account, id as post, kind, office, region from post where office = $1 and kind = $2 order by id limit 1', [office, kind]))

/** The town with the median number of open matters, its county, the busiest offices there, and a resident with about as many matters as most. */
export const findSample = (database: string): Promise<Sample> => asAdmin(database, async client => {
  const { town } = await only<{ town: string }>(client, `select town from (
    select township as town, count(*) as n, row_number() over (order by count(*)) as place, count(*) over () as all from matter where open group by 1) x where place = "all" / 2`)
  const county = town.slice(0, 6)
  const { office } = await only<{ office: string }>(client, `select holder_office as office from matter
    where county = $1 and open and length(split_part(holder_office, '/', 1)) = 6 and holder_office not like '%/centre' group by 1 order by count(*) desc limit 1`, [county])
  const { account } = await only<{ account: string }>(client, `select account from (
    select account, count(*) as n from party where county = $1 and role = 'reporter' and not exists (select from post where post.account = party.account) group by 1 having count(*) >= 8) x
    order by n, account limit 1`, [county])
  const { word } = await only<{ word: string }>(client, `select f.found[1] as word from matter_internal m
    cross join lateral (select regexp_match(m.title, '靠近(..)家') as found) f where m.county = $1 and f.found is not null order by m.id limit 1`, [county])
  // A real life, not a copy: its seals open.
  const { id } = await only<{ id: string }>(client, `select m.id from matter m where m.township = $1 and m.county = $2 and m.stage = 'finished'
    and exists (select from entry e where e.county = m.county and e.matter = m.id and e.hash = m.head) order by m.number limit 1`, [town, county])
  const { counties } = await only<{ counties: readonly string[] }>(client, `select array_agg(code order by code) as counties from region where length(code) <= 6`)
  const [year = 0, month = 1] = legalDay(new Date()).split('-').map(Number)
  return {
    counties, rareWord: word, matter: id,
    since: new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10),
    dispatcher: await inOffice(client, `${town}/centre`, 'dispatcher'),
    countyDispatcher: await inOffice(client, `${county}/centre`, 'dispatcher'),
    cityLead: await inOffice(client, '6302/lead', 'lead'),
    handler: await inOffice(client, `${town}/gov`, 'handler'),
    department: await inOffice(client, office, 'handler'),
    resident: { account, kind: 'resident', region: `${town}001`, clearance: postKinds.resident.clearance },
  }
})
