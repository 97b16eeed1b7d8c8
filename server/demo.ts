import { system } from '../kernel/post.ts'
import { words, type Words } from '../kernel/words.ts'
import type { DemoSeat } from '../registers/demo/people.ts'
import type { Database, Tx } from '../store/database.ts'

/** The demo city that a database holds: from which seed, for which counties, as of when, whom to sign in as, and whether its history stands to the end. */
export type DemoRecord = { readonly seed: number; readonly counties: readonly string[]; readonly people: readonly DemoSeat[]; readonly made: Date; readonly finished: boolean }

/** A city made before places had English names holds them in Chinese alone. */
type Kept = Omit<DemoRecord, 'people'> & { readonly people: readonly (Omit<DemoSeat, 'place'> & { readonly place: string | Words })[] }

/** What the database says of its demo city; `undefined` where it has none. */
export const demoIn = (database: Database): Promise<DemoRecord | undefined> => database.scoped(system, async tx => {
  const [kept] = await tx.query<Kept>('select seed, counties, people, made, finished is not null as finished from demo')
  return kept && { ...kept, people: kept.people.map(({ place, ...seat }) => ({ ...seat, place: typeof place === 'string' ? words(place, place) : place })) }
})

/** Notes a city whose people stand and whose history is to come. */
export const noteDemo = async (tx: Tx, { seed, counties, people, made }: Omit<DemoRecord, 'finished'>): Promise<void> => {
  await tx.query('insert into demo (seed, counties, people, made) values ($1::int, $2::text::jsonb, $3::text::jsonb, $4::timestamptz)',
    [seed, JSON.stringify(counties), JSON.stringify(people), made.toISOString()])
}

export const noteDemoFinished = async (tx: Tx, now: Date): Promise<void> => { await tx.query('update demo set finished = $1::timestamptz', [now.toISOString()]) }
