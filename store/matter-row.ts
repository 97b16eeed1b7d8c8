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
}

/** The columns of a matter, from the table under this name. */
export const columns = (m: string): string =>
  ['county', 'id', 'number', 'procedure', 'region', 'stage', 'title', 'holder_office', 'holder_account', 'opened', 'updated', 'late', 'seq', 'facts', 'clocks']
    .map(name => `${m}.${name}`).join(', ') + `, nullif(${m}.due, 'infinity') as due, ${m}.version::text as version`

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
})

/** Parties and links as the reader may see them, beside its columns: those all may see, and the reader's own where hidden. */
export const around = (m: string): string => `${m}.links, ${m}.parties || coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'account', p.account, 'hidden', true))
  from party p where p.county = ${m}.county and p.matter = ${m}.id and p.hidden and p.account = (select app_account())), '[]') as parties`

export type Around = { readonly parties: readonly Party[]; readonly links: readonly Link[] }
