import type { Actor } from '../../kernel/post.ts'
import { countyOf, rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../database.ts'

/** One reading as the log keeps it. */
export type ReadingRow = {
  readonly county: string
  readonly id: string
  readonly at: Date
  readonly account: string
  readonly post: string | null
  readonly office: string | null
  readonly kind: string
  readonly purpose: 'duty' | 'grant' | 'emergency'
  readonly grant_id: string | null
  readonly matter: string | null
  readonly register: string | null
  readonly region: string
  readonly facts: readonly string[]
  readonly people: number
  /** The matter's number, procedure and version, where its reader may see it. */
  readonly number: string | null
  readonly procedure: string | null
  readonly version: string | null
  readonly key: string
}

type After = { readonly at: string; readonly id: string }

const columns = `l.county, l.id, l.at, l.account, l.post, l.office, l.kind, l.purpose, l.grant_id, l.matter, l.register, l.region, l.facts, l.people, m.number, m.procedure, m.version::text as version, l.at::text as key`

/** Who looked at what is the reader's own, the newest first: readings whose showing is put off stand among them once it ends. */
export const readingsOfMine = (tx: Tx, actor: Actor, limit: number, after?: After): Promise<readonly ReadingRow[]> =>
  tx.query<ReadingRow>(
    `select ${columns} from party p join access_log l on l.county = p.county and l.matter = p.matter left join matter m on m.county = l.county and m.id = l.matter
     where p.account = $1::uuid and p.role in ('reporter', 'applicant') and l.account <> $1::uuid and ($3::timestamptz is null or (l.at, l.id) < ($3::timestamptz, $4::uuid))
     order by l.at desc, l.id desc limit $2`, [actor.account, limit, after?.at ?? null, after?.id ?? null])

/** One reading, where it is the asker's to see. */
export const readingOf = async (tx: Tx, id: string): Promise<ReadingRow | undefined> =>
  (await tx.query<ReadingRow>(`select ${columns} from access_log l left join matter m on m.county = l.county and m.id = l.matter where l.id = $1::uuid`, [id]))[0]

/** What is asked of the log by who audits it. */
export type LogAsk = { readonly region: string; readonly counties: readonly string[]; readonly account?: string; readonly matter?: string; readonly purpose?: string; readonly limit: number; readonly after?: After }

/** The readings of an area, the newest first, of one officer or one matter where that is asked. */
export const readingsIn = async (tx: Tx, ask: LogAsk): Promise<readonly ReadingRow[]> => {
  if (ask.counties.length === 0) return []
  const [from, before] = rangeOf(ask.region)
  return tx.query<ReadingRow>(
    `select ${columns} from access_log l left join matter m on m.county = l.county and m.id = l.matter
     where l.county = any ($1::text[]) and l.region >= $2 and l.region < $3 and ($4::uuid is null or l.account = $4::uuid) and ($5::uuid is null or l.matter = $5::uuid) and ($6::text is null or l.purpose = $6)
       and ($8::timestamptz is null or (l.at, l.id) < ($8::timestamptz, $9::uuid))
     order by l.at desc, l.id desc limit $7`,
    [`{${(ask.region.length >= 6 ? [countyOf(ask.region)] : ask.counties).join(',')}}`, from, before, ask.account ?? null, ask.matter ?? null, ask.purpose ?? null, ask.limit, ask.after?.at ?? null, ask.after?.id ?? null])
}
