import { isUuid } from '../kernel/facts.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { asPlatform, type Loader } from '../store/house.ts'
import type { LiveDirectory } from './live-directory.ts'

/** A matter named by another, as far as that one needs to know it, and only where the asker may see it: `{ matter }`. */
export const deliberationAt = (live: LiveDirectory): Loader => async (tx, { matter }) => {
  if (!isUuid(matter)) return undefined
  const [row] = await tx.query<{ procedure: string; stage: string; region: string; number: string }>('select procedure, stage, region, number from matter where id = $1::uuid', [matter])
  const name = row && (live.now.region(row.region)?.name ?? row.region)
  return row && { ...row, place: { zh: name, en: name } }
}

/**
 * The number of the topic that is to adopt a draft and has not ended, or was declined and may still be reviewed: `{ matter, except? }`, where `except` is
 * the topic that asks. Asked as the platform: it may not be public yet.
 */
export const topicOn = asPlatform(async (tx, { matter, except }): Promise<string | undefined> =>
  (await tx.query<{ number: string }>(
    `select m.number from link l join matter m on m.county = l.county and m.id = l.matter
     where l.other = $1::uuid and l.kind = 'adopts' and m.procedure = 'deliberation' and m.id is distinct from $2::uuid and (m.open or m.stage = 'declined') order by m.opened limit 1`, [matter, except ?? null]))[0]?.number)

/** A draft that a vote would adopt, where the asker may see it, and the topic that puts it to the vote already: `{ matter, except }`. */
export const draftAt = (live: LiveDirectory): Loader => Object.assign(async (tx: Tx, ask: JsonObject) => {
  const draft = await deliberationAt(live)(tx, ask)
  const topic = draft === undefined ? undefined : await topicOn(tx, ask)
  return typeof draft === 'object' ? { ...draft, ...(topic !== undefined && { topic }) } : undefined
}, { alone: true as const })

/** How many matters that point to one by a link of a kind still wait to be answered or done: `{ county, matter, kind }`. They are public. */
export const unanswered: Loader = async (tx, { county, matter, kind }) => {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from link l join matter m on m.county = l.county and m.id = l.matter
     where l.county = $1 and l.other = $2::uuid and l.kind = $3 and m.stage in ('waiting', 'doing')`, [county, matter, kind])
  return row?.n ?? 0
}

/** A topic, a hearing round or a task as everyone may read it: public facts alone, of matters that are published. `day`s are legal days. */
export type PublicMatter = { readonly id: string; readonly county: string; readonly number: string; readonly region: string; readonly stage: string; readonly title: string; readonly opened: Date; readonly due: Date | null; readonly facts: JsonObject }

const asPublic = (procedure: 'deliberation' | 'hearing-round' | 'hearing-opinion' | 'deliberation-comment' | 'resolution-task', more: string): string =>
  `select m.id, m.county, m.number, m.region, m.stage, m.title, m.opened, case when isfinite(m.due) then m.due end as due, m.facts from matter m where m.published and m.procedure = '${procedure}' and ${more}`

/** What a village talked over and decided, the newest first, a hundred at most. Ask as the platform. */
export const topicsIn = (tx: Tx, county: string, village: string): Promise<readonly PublicMatter[]> =>
  tx.query<PublicMatter>(`${asPublic('deliberation', 'm.county = $1 and m.region = $2')} order by m.opened desc limit 100`, [county, village])

/** The topics of a year, or of any span of time (instants, its end not in it), the oldest first. Ask as the platform. */
export const topicsOfYear = (tx: Tx, county: string, village: string, [from, to]: readonly [from: string, to: string]): Promise<readonly PublicMatter[]> =>
  tx.query<PublicMatter>(`${asPublic('deliberation', 'm.county = $1 and m.region = $2 and m.opened >= $3::timestamptz and m.opened < $4::timestamptz')} order by m.opened`, [county, village, from, to])

export const topicOf = async (tx: Tx, id: string): Promise<PublicMatter | undefined> => (await tx.query<PublicMatter>(asPublic('deliberation', 'm.id = $1::uuid'), [id]))[0]

/** Hearing rounds of a village: those to come and those of the last year, the latest day first. */
export const roundsIn = (tx: Tx, county: string, village: string): Promise<readonly PublicMatter[]> =>
  tx.query<PublicMatter>(`${asPublic('hearing-round', 'm.county = $1 and m.region = $2')} order by m.facts ->> 'day' desc limit 24`, [county, village])

const pointing = (procedure: 'deliberation-comment' | 'hearing-opinion' | 'resolution-task', order: string) => (tx: Tx, county: string, matter: string, kind: string): Promise<readonly PublicMatter[]> =>
  tx.query<PublicMatter>(`${asPublic(procedure, 'm.county = $1 and exists (select from link l where l.county = m.county and l.matter = m.id and l.other = $2::uuid and l.kind = $3)')} order by ${order} limit 300`, [county, matter, kind])

/** What was said on a topic or in a hearing round, and the tasks of a resolution. Ask as the platform. */
export const commentsOn = pointing('deliberation-comment', 'm.opened desc')
export const opinionsIn = pointing('hearing-opinion', 'm.opened')
export const tasksOf = pointing('resolution-task', `m.facts ->> 'until', m.opened`)

/** What a village did in a year, counted from its records (Art. 25): topics by what became of them, tasks, hearing rounds and what was answered. Ask as the platform. */
export type YearOfTalk = {
  readonly raised: number; readonly accepted: number; readonly declined: number; readonly called: number; readonly passed: number; readonly failed: number; readonly noQuorum: number; readonly talked: number
  readonly tasks: number; readonly done: number; readonly late: number; readonly comments: number; readonly answered: number; readonly rounds: number; readonly held: number; readonly missed: number; readonly opinions: number
}

export const yearOfTalk = async (tx: Tx, county: string, village: string, [from, to]: readonly [from: string, to: string]): Promise<YearOfTalk> => {
  const [row] = await tx.query<YearOfTalk>(
    `with m as (select procedure, stage, facts from matter where county = $1 and region = $2 and opened >= $3::timestamptz and opened < $4::timestamptz
       and procedure in ('deliberation', 'resolution-task', 'deliberation-comment', 'hearing-round', 'hearing-opinion'))
     select ${[
      counted('raised', 'deliberation', 'true'), counted('accepted', 'deliberation', `facts ? 'chosen'`), counted('declined', 'deliberation', `stage in ('declined', 'reviewing', 'declinedForGood')`), counted('called', 'deliberation', `facts ? 'noticeOn'`),
      ...['passed', 'failed', 'noQuorum'].map(outcome => counted(outcome, 'deliberation', `facts ->> 'outcome' = '${outcome}'`)), counted('talked', 'deliberation', `facts ->> 'outcome' in ('agreed', 'notAgreed')`),
      counted('tasks', 'resolution-task', 'true'), counted('done', 'resolution-task', `stage = 'done'`), counted('late', 'resolution-task', `facts ->> 'late' = 'true'`),
      counted('comments', 'deliberation-comment', 'true'), counted('answered', 'deliberation-comment', `stage = 'answered'`),
      counted('rounds', 'hearing-round', `stage <> 'cancelled'`), counted('held', 'hearing-round', `stage in ('held', 'closed')`), counted('missed', 'hearing-round', `facts ->> 'missed' = 'true'`), counted('opinions', 'hearing-opinion', 'true'),
    ].join(', ')} from m`, [county, village, from, to])
  return row ?? Promise.reject(new Error('no counts'))
}

const counted = (name: string, procedure: string, where: string): string => `(count(*) filter (where procedure = '${procedure}' and ${where}))::int as "${name}"`

export const roundOf = async (tx: Tx, id: string): Promise<PublicMatter | undefined> => (await tx.query<PublicMatter>(asPublic('hearing-round', 'm.id = $1::uuid'), [id]))[0]

/** The stages a matter has reached, each when it was reached first. Ask as the platform. */
export const stagesReached = async (tx: Tx, county: string, matter: string): Promise<readonly { readonly stage: string; readonly at: string }[]> =>
  (await tx.query<{ stage: string; at: Date }>('select stage, min(at) as at from entry where county = $1 and matter = $2::uuid group by stage order by min(seq)', [county, matter])).map(one => ({ stage: one.stage, at: one.at.toISOString() }))

/** The last entry of a matter, as a print names what it was made from. Ask as the platform. */
export const lastEntry = async (tx: Tx, county: string, matter: string): Promise<{ readonly seq: number; readonly hash: string }> =>
  (await tx.query<{ seq: number; hash: string }>(`select seq, encode(hash, 'hex') as hash from entry where county = $1 and matter = $2::uuid order by seq desc limit 1`, [county, matter]))[0] ?? { seq: 0, hash: '' }
