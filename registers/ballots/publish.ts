import type { Law } from '../../kernel/clock.ts'
import { digestOf, resultFormat, sumOf, type ResultFile } from '../../kernel/voting/file.ts'
import { measureOf } from '../../kernel/voting/select.ts'
import { tally } from '../../kernel/voting/tally.ts'
import { trackOf, type RollUnit } from '../../kernel/voting/track.ts'
import { isRefusal, refuse, Refused } from '../../kernel/refusal.ts'
import { isObject, type Json, type JsonObject, type Words } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { countedOf, figuresOf, limitsOf, papersOf, unready } from './count.ts'
import { no, pollOf, textOf } from './poll.ts'

const both = (value: Json | undefined): Words => (isObject(value) ? { zh: textOf(value['zh']), en: textOf(value['en']) } : { zh: textOf(value), en: textOf(value) })

/** Writes the published file of a vote, once: `{ number, place }`. Refuses while a count is missing. */
export const publish = async (tx: Tx, row: JsonObject, law: Pick<Law, 'figure'>, at: Date): Promise<void> => {
  const [county, matter] = [textOf(row['county']), textOf(row['matter'])]
  const poll = await pollOf(tx, matter, 'update')
  if (!poll) throw no('no-vote', '表决还没有开始', 'Voting has not begun')
  const [roll] = await tx.query<{ kind: RollUnit; digest: string; corrections: number; published: boolean }>(
    `select kind, encode(digest, 'hex') as digest, (select count(*)::int from roll_correction c where c.county = r.county and c.matter = r.matter) as corrections,
       exists (select from poll p where p.county = r.county and p.matter = r.matter and p.published is not null) as published from roll r where county = $1 and matter = $2::uuid`, [county, matter])
  if (!roll || roll.published) throw no('published-already', '结果已经公布', 'The result is published already')
  const counted = await countedOf(tx, poll)
  const why = unready(poll, counted)
  if (why) throw new Refused(refuse('count-missing', why))
  const measure = measureOf(trackOf(poll.track), roll.kind, law, poll.day)
  if (!measure) throw no('track-blocked', '表决规则没有现行有效的依据', 'No figure in force for this vote')
  const figures = figuresOf(counted)
  const result = tally({ unit: roll.kind, ...measure }, figures)
  if (isRefusal(result)) throw new Refused(result)
  const open = poll.manner === 'open'
  const few = law.figure('secret-ballot.few', poll.day).value as number
  const papers = sumOf(papersOf(counted))
  const file: Omit<ResultFile, 'digest'> = {
    format: resultFormat, number: textOf(row['number']), question: poll.question, place: both(row['place']), track: poll.track, manner: poll.manner, day: poll.day,
    opened: poll.opened.toISOString(), closed: (poll.closed ?? at).toISOString(), measure: { unit: roll.kind, ...measure },
    roll: { digest: roll.digest, lines: counted.lines.map(({ number, area }) => ({ number, ...(area !== null && { area }) })), corrections: roll.corrections },
    attendance: { ...counted.book, digest: await digestOf(counted.book.numbers) }, urn: { receipts: counted.receipts, digest: await digestOf(counted.receipts) },
    named: open ? counted.named : [], sheets: open ? counted.sheets.flatMap(({ place, totals }) => (totals ? [{ place, totals }] : [])) : [], papers,
    votes: figures.votes, ...(figures.area && { area: figures.area }), outcome: result.outcome, words: result.words, limits: limitsOf(poll, few, counted),
  }
  const whole: ResultFile = { ...file, digest: await digestOf(file) }
  await tx.query('update poll set result = $3, published = $4::timestamptz where county = $1 and matter = $2::uuid', [county, matter, `${JSON.stringify(whole, null, 1)}\n`, at.toISOString()])
}

/** The published file of a vote, as it was written; `undefined` before. */
export const publishedOf = async (tx: Tx, matter: string): Promise<string | undefined> =>
  (await tx.query<{ result: string | null }>('select result from poll where matter = $1::uuid', [matter]))[0]?.result ?? undefined
