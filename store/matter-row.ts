import type { Link, Matter, Party } from '../kernel/matter.ts'
import type { Facts, ValuesOf } from '../kernel/fact.ts'

/** A matter as the database gives it. */
export type MatterRow = {
  readonly county: string
  readonly id: string
  readonly number: string
  readonly procedure: string
  readonly version: string
  readonly region: string
  readonly stage: string
  readonly title: string
  readonly holder_office: string | null
  readonly holder_account: string | null
  readonly opened: Date
  readonly updated: Date
  readonly due: Date | null
  readonly late: boolean
  readonly seq: number
  readonly facts: ValuesOf<Facts>
  readonly clocks: Matter['clocks']
  /** Whether the reader was given what is internal of it; else that stands masked. */
  readonly inside: boolean
  /** It never leaves its village. */
  readonly confined: boolean
}

/** Where matters are read from: `m`, and `i` with what is internal of them, which is empty to who may not read it. */
export const matters = 'matter m left join matter_internal i on i.id = m.id and i.county = m.county'

/** The same joined to a table before it. */
export const joinMatters = 'join matter m on m.county = d.county and m.id = d.matter left join matter_internal i on i.id = m.id and i.county = m.county'

const own = ['county', 'id', 'number', 'procedure', 'region', 'stage', 'holder_office', 'holder_account', 'opened', 'updated', 'late', 'seq', 'clocks', 'confined'].map(name => `m.${name}`).join(', ')
  + `, nullif(m.due, 'infinity') as due, m.version::text as version`

/** The columns of a matter as whoever sees it may know them: what is internal masked. */
export const shownColumns = `${own}, m.title, m.facts`

/** The columns of a matter from `matters`. What is internal stands over its masked form where the reader is given it. */
export const columns = `${own}, coalesce(i.title, m.title) as title, case when i.id is null then m.facts else m.facts || i.facts end as facts, i.id is not null as inside`

export const toMatter = (row: MatterRow, parties: readonly Party[], links: readonly Link[]): Matter => ({
  id: row.id,
  county: row.county,
  procedure: row.procedure,
  version: row.version,
  region: row.region,
  stage: row.stage,
  title: row.title,
  holder: row.holder_office === null ? null : { office: row.holder_office, ...(row.holder_account !== null && { account: row.holder_account }) },
  opened: row.opened.toISOString(),
  updated: row.updated.toISOString(),
  seq: row.seq,
  facts: row.facts,
  parties,
  links,
  clocks: row.clocks,
  ...(row.confined && { confined: true as const }),
})

/** Parties and links as the reader may see them, beside its columns: those all may see, and the reader's own where hidden. */
export const around = `m.links, m.parties || coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'account', p.account, 'hidden', true))
  from party p where p.county = m.county and p.matter = m.id and p.hidden and p.account = (select app_account())), '[]') as parties`

export type Around = { readonly parties: readonly Party[]; readonly links: readonly Link[] }
