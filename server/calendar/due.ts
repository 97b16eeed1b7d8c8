import type { Actor } from '../../kernel/post.ts'
import { system } from '../../kernel/post.ts'
import { countyOf, levelOf, rangeOf } from '../../kernel/region.ts'
import { isSuch } from '../../kernel/who.ts'
import type { Database, Tx } from '../../store/database.ts'
import { versionOf, type House } from '../../store/house.ts'
import type { Language } from '../views/reader.ts'
import type { Item } from './text.ts'

/** Dates in one calendar at most, the nearest first. */
const most = 500
/** Days for which a date that is over stands called off, so that every program has seen it. */
const calledOff = 30

type Due = { readonly id: string; readonly number: string; readonly procedure: string; readonly version: string; readonly stage: string; readonly due: Date; readonly seq: number; readonly updated: Date }
const columns = 'id, number, procedure, version::text as version, stage, due, seq, updated'

const summaryOf = (language: Language, kind: string, number: string): string => ({ zh: `${kind} ${number} 到期`, en: `${kind} ${number} due` })[language]

/** What lies with the post's office, or with its person, and has a date. What is confined to a village goes into no calendar, which a program reads. */
const heldBy = (tx: Tx, actor: Actor, counties: readonly string[]): Promise<readonly Due[]> => tx.query<Due>(
  `select page.* from unnest($1::text[]) c(county) cross join lateral (
     select ${columns} from matter where county = c.county collate "C" and holder_office = $2 and open and not confined and due < 'infinity'
       and (holder_account is null or holder_account = $3::uuid) order by due, id limit ${most}) page
   order by page.due, page.id limit ${most}`, [`{${counties.join(',')}}`, actor.office ?? '', actor.account])

type Waiting = { readonly procedure: string; readonly stage: string }

/** Stages whose next step is first of all for posts of this kind in their place, by procedure. */
const waitingFor = (house: House, actor: Actor): readonly Waiting[] => house.procedures.flatMap(({ name, steps }) => Object.values(steps).flatMap(({ primary, from, by }) =>
  (primary && from !== undefined && from !== 'open' && by.some(who => who.who === 'post' && isSuch(who, actor)) ? from.map(stage => ({ procedure: name, stage })) : [])))

/** What waits in a village or grid for who is posted there and lies with another office: visits, rounds, errands are the township's, and the grid worker's to do. */
const waitingIn = async (tx: Tx, house: House, actor: Actor): Promise<readonly Due[]> => {
  if (!['village', 'grid'].includes(levelOf(actor.region))) return []
  const [from, before] = rangeOf(actor.region)
  return tx.query<Due>(
    `select ${columns} from matter where county = $1 and region >= $2 and region < $3 and open and not confined and due < 'infinity' and holder_office is distinct from $4
       and (procedure, stage) in (select procedure, stage from jsonb_to_recordset($5::text::jsonb) as r(procedure text, stage text)) order by due, id limit ${most}`,
    [countyOf(actor.region), from, before, actor.office ?? '', JSON.stringify(waitingFor(house, actor))])
}

/** All of it, the nearest first. */
const dueOf = async (tx: Tx, house: House, actor: Actor, counties: readonly string[]): Promise<readonly Due[]> =>
  [...await heldBy(tx, actor, counties), ...await waitingIn(tx, house, actor)].toSorted((a, b) => a.due.getTime() - b.due.getTime() || (a.id < b.id ? -1 : 1)).slice(0, most)

type Shown = { readonly matter: string; readonly number: string; readonly kind: string; readonly due: Date; readonly seq: number; readonly gone: Date | null }

/** A post's dates by number and kind alone, and those called off that this calendar showed before. */
export const itemsFor = async (house: House, feed: { readonly id: string; readonly language: Language }, actor: Actor, counties: readonly string[], now: Date): Promise<readonly Item[]> => {
  const found = (await house.database.scoped(actor, tx => dueOf(tx, house, actor, counties)))
    .map(row => ({ ...row, kind: versionOf(house, row.procedure, row.version).title[feed.language] }))
  const gone = await remember(house.database, feed.id, found, now)
  return [
    ...found.map(({ id, kind, number, due, seq, updated }) => ({ id, summary: summaryOf(feed.language, kind, number), due, seq, stamp: updated, off: false })),
    ...gone.map(({ matter, kind, number, due, seq, gone: at }) => ({ id: matter, summary: summaryOf(feed.language, kind, number), due, seq: seq + 1, stamp: at ?? now, off: true })),
  ]
}

/** Keeps what a calendar shows, and answers with what it showed before and shows no more. */
const remember = (database: Database, feed: string, found: readonly { readonly id: string; readonly number: string; readonly kind: string; readonly due: Date; readonly seq: number }[], now: Date): Promise<readonly Shown[]> =>
  database.scoped(system, async tx => {
    const rows = JSON.stringify(found.map(({ id, number, kind, due, seq }) => ({ matter: id, number, kind, due: due.toISOString(), seq })))
    // A calendar whose address ended just now keeps nothing.
    const [standing] = await tx.query('select id from calendar_feed where id = $1::uuid for update', [feed])
    if (!standing) return []
    await tx.query(`delete from calendar_shown where feed = $1::uuid and gone < $2::timestamptz - make_interval(days => ${calledOff})`, [feed, now.toISOString()])
    await tx.query(
      `insert into calendar_shown as s (feed, matter, number, kind, due, seq) select $1::uuid, matter, number, kind, due, seq
       from jsonb_to_recordset($2::text::jsonb) as r(matter uuid, number text, kind text, due timestamptz, seq integer)
       on conflict (feed, matter) do update set kind = excluded.kind, due = excluded.due, seq = excluded.seq, gone = null`, [feed, rows])
    await tx.query(
      `update calendar_shown set gone = $3::timestamptz where feed = $1::uuid and gone is null
         and matter not in (select matter from jsonb_to_recordset($2::text::jsonb) as r(matter uuid))`, [feed, rows, now.toISOString()])
    return tx.query<Shown>('select matter, number, kind, due, seq, gone from calendar_shown where feed = $1::uuid and gone is not null order by due, matter', [feed])
  })

/** What is published of a place and all below it and has a date ahead: lists open for comments, orders to be confirmed, what is to be answered. */
export const publicItems = (house: House, region: string, language: Language): Promise<readonly Item[]> =>
  house.database.scoped(system, async tx => (await tx.query<Due>(
    `select ${columns} from matter where published and open and due < 'infinity' and region >= $1 and region < $2 order by due, id limit ${most}`, [region, `${region}:`]))
    .map(({ id, number, procedure, version, stage, due, seq, updated }) => {
      const declared = versionOf(house, procedure, version)
      return { id, due, seq, stamp: updated, off: false, summary: summaryOf(language, `${declared.title[language]} · ${declared.stages[stage]?.[language] ?? stage}`, number) }
    }))
