import { legalDay } from '../../kernel/calendar.ts'
import { isUuid } from '../../kernel/facts.ts'
import { isMediation } from '../../kernel/office-kinds.ts'
import { kindOfOffice, type PostKind } from '../../kernel/post.ts'
import { rangeOf } from '../../kernel/region.ts'
import { working } from '../../kernel/who.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform, type Loader } from '../../store/house.ts'
import { textOf, type Where } from './text.ts'

/**
 * Whoever may be chosen to mediate: who holds the post now, with the fields and languages of the register. Without an entry there both are empty: nothing is known against them.
 * `open`: disputes in hand; `kin`: whether they are of the household of one of the `sides` asked about.
 */
export type MediatorAt = { readonly account: string; readonly name: string; readonly office: string; readonly fields: readonly string[]; readonly languages: readonly string[]; readonly open: number; readonly kin: boolean; readonly matter: string | null; readonly place: string; readonly kind: string | null; readonly since: string | null; readonly until: string | null }

type Asked = { readonly day: string; readonly at: string; readonly office?: string | undefined; readonly region?: string | undefined; readonly account?: string | undefined; readonly places?: readonly string[] | undefined; readonly sides?: readonly string[] | undefined; readonly county: string }

/** From which posts somebody mediates: of committees their mediators; of a body that mediates beside its other work whoever works there. */
const mediating = (office: string | undefined): readonly PostKind[] => (office === undefined || isMediation(kindOfOffice(office)) ? ['mediator'] : working)

const serving = (tx: Tx, { county, day, at, office, region, account, places, sides = [] }: Asked): Promise<readonly MediatorAt[]> => {
  const [first, before] = region === undefined ? [null, null] : rangeOf(region)
  return tx.query<MediatorAt>(
    `select * from (
       select distinct on (p.office, p.account) p.account, a.name, a.pinyin, p.office, coalesce(r.fields, '[]'::jsonb) as fields, coalesce(r.languages, '[]'::jsonb) as languages,
         -- Who was replaced, or mediated before the dispute took another way, has it in hand no more.
         (select count(*)::int from party q join matter m on m.county = q.county and m.id = q.matter join matter_internal i on i.county = m.county and i.id = m.id
          where q.county = $1 and q.role = 'mediator' and q.account = p.account and m.procedure = 'dispute' and m.stage in ('consenting', 'mediating', 'signing') and i.facts ->> 'mediator' = p.account::text) as open,
         exists (select from person me join person other on (other.county, other.household) = (me.county, me.household) join account s on (left(s.home, 6), s.person) = (other.county, other.id)
           where (me.county, me.id) = (left(a.home, 6), a.person) and s.id = any ($10::uuid[])) as kin,
         r.matter, coalesce(r.place, p.region) as place, r.kind, r.since::text as since, r.until::text as until
       from post p join account a on a.id = p.account
       left join mediator r on r.county = $1 and r.account = p.account and r.office = p.office and r.since <= $2::date and r.until >= $2::date and (r.ended is null or r.ended > $2::date)
       where p.kind = any ($9::text[]) and coalesce(p.office = $4, p.office like $1 || '%') and p.ended is null and p.since <= $3::timestamptz and (p.until is null or p.until > $3::timestamptz)
         -- Whose removal is decided is chosen no more, also while the post itself still stands.
         and (r.matter is not null or not exists (select from mediator e where e.county = $1 and e.account = p.account and e.office = p.office and e.ended <= $2::date))
         and ($5::text is null or (p.region >= $5 and p.region < $6)) and ($7::uuid is null or p.account = $7::uuid)
       order by p.office, p.account, r.since desc nulls last) as s
     where $8::text[] is null or s.place = any ($8::text[])
     order by s.place, s.pinyin, s.account`, [county, day, at, office ?? null, first, before, account ?? null, places ?? null, mediating(office ?? undefined), sides])
}

const asked = ({ county, at, office, region, account, sides }: JsonObject): Asked => {
  const now = new Date(textOf(at))
  return { county: textOf(county), at: now.toISOString(), day: legalDay(now), ...(typeof office === 'string' && { office }), ...(typeof region === 'string' && { region }), ...(isUuid(account) && { account }), ...(Array.isArray(sides) && { sides: sides.filter(isUuid) }) }
}

const deals = (row: MediatorAt, kind: unknown, language: unknown): boolean =>
  (typeof kind !== 'string' || row.fields.length === 0 || row.fields.includes(kind)) && (typeof language !== 'string' || row.languages.length === 0 || row.languages.includes(language))

/** Who serves in a region at an instant, or just the places named: by place and name. Asked as the platform. */
export const mediatorsIn = (tx: Tx, { county, region, places, at }: Where & { readonly at: Date }): Promise<readonly MediatorAt[]> =>
  serving(tx, { county, region, places, at: at.toISOString(), day: legalDay(at) })

/** Who mediates for one body at an instant, of any body that does; `sides`: the accounts of a dispute’s sides. Asked as the platform. */
export const mediatorsOf = (tx: Tx, { county, office, sides, at }: { readonly county: string; readonly office: string; readonly sides: readonly string[]; readonly at: Date }): Promise<readonly MediatorAt[]> =>
  serving(tx, { county, office, sides, at: at.toISOString(), day: legalDay(at) })

/**
 * Whom to choose from: `{ county, at, office?, sides?, region?, kind?, language? }`; `office` a body and whoever mediates for it, `kind` a kind of dispute, `region` where the post stands. By place and name, with what is in their hands:
 * choosing is the sides'. Whose fields or languages are not known is among them.
 */
export const mediatorsLoader: Loader = asPlatform(async (tx, ask) => (await serving(tx, asked(ask))).filter(row => deals(row, ask['kind'], ask['language'])))

/** One who serves: `{ county, at, account }`; with `office` in that one. A service entered in the register goes before a post alone. */
export const mediatorLoader: Loader = asPlatform(async (tx, ask) => {
  if (!isUuid(ask['account'])) return undefined
  const rows = await serving(tx, asked(ask))
  return rows.find(row => row.matter !== null) ?? rows[0]
})

/** One's year in absolute figures: `{ county, matter, account, year }`. */
export const mediatorYear: Loader = asPlatform(async (tx, { county, matter, account, year }) => {
  if (!isUuid(matter) || !isUuid(account) || typeof year !== 'number') return undefined
  const [row] = await tx.query<{ hours: number; took: number; agreed: number; failed: number }>(
    `select (select coalesce(sum(hours), 0)::int from mediator_training where county = $1 and account = $3::uuid and extract(year from held) = $4::int) as hours,
       count(*) filter (where extract(year from took) = $4::int)::int as took, count(*) filter (where extract(year from agreed) = $4::int)::int as agreed, count(*) filter (where extract(year from failed) = $4::int)::int as failed
     from mediated where county = $1 and account = $3::uuid and $2::uuid is not null`, [county, matter, account, year])
  return row
})

/** One mediator's load of a year: all figures absolute, those of disputes taken in the year. `open`: in hand now, whenever taken. */
export type LoadRow = {
  readonly account: string; readonly name: string; readonly office: string; readonly place: string; readonly kind: string | null; readonly hours: number
  readonly took: number; readonly agreed: number; readonly failed: number; readonly kept: number; readonly gaveUp: number; readonly open: number
}

/** What the mediators of a region took in a year and what came of it, by place and name and in no other order (Art. 30.1). Asked as the platform. */
export const mediatorLoad = async (tx: Tx, { county, region, year, at }: { readonly county: string; readonly region: string; readonly year: number; readonly at: Date }): Promise<readonly LoadRow[]> => {
  const who = await mediatorsIn(tx, { county, region, at })
  const sums = await tx.query<{ account: string; office: string; took: number; agreed: number; failed: number; kept: number; gaveUp: number }>(
    `select account, office, count(*)::int as took, count(agreed)::int as agreed, count(failed)::int as failed, count(kept)::int as kept, count(gave_up)::int as "gaveUp"
     from mediated where county = $1 and extract(year from took) = $2::int and account = any ($3::uuid[]) group by 1, 2`, [county, year, who.map(one => one.account)])
  const trained = await tx.query<{ account: string; hours: number }>(
    `select account, sum(hours)::int as hours from mediator_training where county = $1 and extract(year from held) = $2::int and account = any ($3::uuid[]) group by 1`, [county, year, who.map(one => one.account)])
  return who.map(({ account, name, office, place, kind, open }) => {
    const { took = 0, agreed = 0, failed = 0, kept = 0, gaveUp = 0 } = sums.find(one => one.account === account && one.office === office) ?? {}
    return { account, name, office, place, kind, hours: trained.find(one => one.account === account)?.hours ?? 0, took, agreed, failed, kept, gaveUp, open }
  })
}

/** Enters a mediator, changes fields and languages, notes training, or ends the service. */
export const recordMediator = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['matter']]
  if (row['do'] === 'end') await tx.query('update mediator set ended = greatest(since, $3::date) where county = $1 and matter = $2::uuid and ended is null', [...key, row['ended']])
  else if (row['do'] === 'train') {
    await tx.query(
      `insert into mediator_training (county, matter, account, held, hours) values ($1, $2::uuid, $3::uuid, $4::date, $5::int)
       on conflict (county, matter, held) do update set hours = mediator_training.hours + excluded.hours`, [...key, row['account'], row['held'], row['hours']])
  } else {
    // Renewed, the service goes on: its first day stays.
    await tx.query(
      `insert into mediator (county, matter, account, office, place, kind, fields, languages, since, until) values ($1, $2::uuid, $3::uuid, $4, $5, $6, $7::text::jsonb, $8::text::jsonb, $9::date, $10::date)
       on conflict (county, matter) do update set fields = excluded.fields, languages = excluded.languages, until = excluded.until, ended = null`,
      [...key, row['account'], row['office'], row['place'], row['kind'], JSON.stringify(row['fields'] ?? []), JSON.stringify(row['languages'] ?? []), row['since'], row['until']])
  }
}

/** Which day of a mediated dispute a row tells. */
const days = { take: 'took', agree: 'agreed', fail: 'failed', keep: 'kept', giveUp: 'gave_up' } as const

const isTold = (what: unknown): what is keyof typeof days => typeof what === 'string' && Object.hasOwn(days, what)

/** What became of a dispute in a mediator's hands, handed over by the dispute itself: `{ do: take | agree | fail | keep | giveUp, county, matter, account, office, on }`. */
export const recordMediated = async (tx: Tx, row: JsonObject): Promise<void> => {
  const what = row['do']
  if (!isTold(what)) throw new Error(`nothing is known of a mediated dispute that was told as ${JSON.stringify(what)}`)
  const key = [row['county'], row['matter'], row['account']]
  if (what === 'take') await tx.query('insert into mediated (county, matter, account, office, took) values ($1, $2::uuid, $3::uuid, $4, $5::date) on conflict (county, matter, account) do update set gave_up = null', [...key, row['office'], row['on']])
  // What was agreed after all did not fail.
  else await tx.query(`update mediated set ${days[what]} = $4::date${what === 'agree' ? ', failed = null' : ''} where county = $1 and matter = $2::uuid and account = $3::uuid`, [...key, row['on']])
}
