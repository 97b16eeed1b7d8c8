import type { Tx } from '../../store/database.ts'
import type { DemoCity } from './city.ts'

/** When invented accounts and posts began: with the regulation, since the same people made the first lists. */
const begun = '2023-02-01T00:00:00+08:00'

/** Rows in one statement: large enough that round trips don't count, small enough for one message. */
const batch = 5000

const tables: { readonly [T in 'household' | 'person' | 'account' | 'post']: string } = {
  household: `insert into household (county, id, code, village, team, address, size, since, invented)
    select county, id, code, village, team, address, size, date '2023-02-01', true
    from jsonb_to_recordset($1::text::jsonb) as r(county text, id uuid, code text, village text, team text, address text, size smallint)`,
  person: `insert into person (county, id, village, household, name, pinyin, born_decade, head, invented)
    select county, id, village, household, name, pinyin, born_decade, head, true
    from jsonb_to_recordset($1::text::jsonb) as r(county text, id uuid, village text, household uuid, name text, pinyin text, born_decade smallint, head boolean)`,
  account: `insert into account (id, name, pinyin, home, person, created, invented)
    select id, name, pinyin, home, person, '${begun}', true from jsonb_to_recordset($1::text::jsonb) as r(id uuid, name text, pinyin text, home text, person uuid)`,
  post: `insert into post (id, account, kind, office, region, clearance, since)
    select id, account, kind, office, region, clearance, '${begun}'
    from jsonb_to_recordset($1::text::jsonb) as r(id uuid, account uuid, kind text, office text, region text, clearance text)`,
}

/**
 * Writes an invented city; the reference data must be installed. Run it as the platform. `told` hears how many rows stand of how many.
 */
export const loadCity = async (tx: Tx, city: DemoCity, told: (done: number, of: number) => void = () => undefined): Promise<void> => {
  const work = [['household', city.households], ['person', city.people], ['account', city.accounts], ['post', city.posts]] as const
  const total = work.reduce((sum, [, rows]) => sum + rows.length, 0)
  let done = 0
  for (const [table, rows] of work) {
    for (let at = 0; at < rows.length; at += batch) {
      const some = rows.slice(at, at + batch)
      await tx.query(tables[table], [JSON.stringify(some)])
      told(done += some.length, total)
    }
  }
}
