import { system } from '../kernel/post.ts'
import type { DemoSeat } from '../registers/demo/people.ts'
import type { Database, Tx } from '../store/database.ts'

/** The demo city that a database holds: from which seed, for which counties, and whom to sign in as. */
export type DemoRecord = { readonly seed: number; readonly counties: readonly string[]; readonly people: readonly DemoSeat[]; readonly finished: boolean }

/** What the database says of its demo city; `undefined` where it has none. */
export const demoIn = (database: Database): Promise<DemoRecord | undefined> => database.scoped(system, async tx =>
  (await tx.query<DemoRecord>('select seed, counties, people, finished is not null as finished from demo'))[0])

export const noteDemo = async (tx: Tx, { seed, counties, people }: Omit<DemoRecord, 'finished'>, now: Date): Promise<void> => {
  await tx.query('insert into demo (seed, counties, people, made) values ($1::int, $2::text::jsonb, $3::text::jsonb, $4::timestamptz)',
    [seed, JSON.stringify(counties), JSON.stringify(people), now.toISOString()])
}

export const noteDemoFinished = async (tx: Tx, now: Date): Promise<void> => { await tx.query('update demo set finished = $1::timestamptz', [now.toISOString()]) }
