import { trackOf, tracks, type Manner, type TrackName } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'
import type { House, Recorder } from '../../store/house.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { checkBook, recordAttendance, strikeAttendance } from './attendance.ts'
import { recordCount, withdrawCount } from './counts.ts'
import { no, openPoll, pollOf, textOf } from './poll.ts'
import { publish } from './publish.ts'
import { makeKeys, openUrn } from './urn.ts'

/** Votes as steps hand them on: opened, signed in to, counted, closed, published. `house` is asked for when a row comes. */
export const ballotRecorders = (house: () => Pick<House, 'law' | 'keys'>): { readonly [name: string]: Recorder } => ({
  'poll-open': (tx, row, at) => open(tx, row, house(), at),
  'poll-close': (tx, row, at) => close(tx, row, house(), at),
  'poll-publish': (tx, row, at) => publish(tx, row, house().law, at),
  'poll-recount': recount,
  attendance: (tx, row) => recordAttendance(tx, row, house().law),
  'attendance-strike': strikeAttendance,
  'book-check': checkBook,
  'count-sheet': recordCount,
  'count-sheet-withdraw': withdrawCount,
})

/** What was counted and published is taken back, to be counted anew: sheets, signed papers and the result go; what phones cast stays, and so does the book, to be checked again. */
const recount = async (tx: Tx, row: JsonObject): Promise<void> => {
  const own = [textOf(row['county']), textOf(row['matter'])]
  const poll = await pollOf(tx, textOf(row['matter']), 'update')
  if (!poll?.closed) throw no('no-vote', '没有已经结束的表决', 'No vote has ended here')
  await tx.query(`delete from named_ballot b using attendance a where b.county = $1 and b.matter = $2::uuid and a.county = b.county and a.matter = b.matter and a.number = b.number and a.way <> 'phone'`, own)
  await tx.query('delete from count_sheet where county = $1 and matter = $2::uuid', own)
  await tx.query('update poll set result = null, published = null, checked = null where county = $1 and matter = $2::uuid', own)
}

const isTrack = (name: string): name is TrackName => Object.hasOwn(tracks, name)

const open = async (tx: Tx, row: JsonObject, { law, keys }: Pick<House, 'law' | 'keys'>, at: Date): Promise<void> => {
  const [county, matter, track, day] = [textOf(row['county']), textOf(row['matter']), textOf(row['track']), textOf(row['day'])]
  const manner = row['manner'] as Manner
  const [roll] = await tx.query<{ place: string; frozen: Date | null }>('select place, frozen from roll where county = $1 and matter = $2::uuid for update', [county, matter])
  if (!roll?.frozen) throw no('roll-open', '名册还没有固定，不能开始表决', 'The roll is not frozen; no vote can begin', ['请先造册并发出通知', 'Make the roll and give notice first'])
  if (!isTrack(track) || !trackOf(track).manners.includes(manner)) throw no('wrong-manner', '此会议不能采用这种表决方式', 'This body does not vote in this manner')
  const rule = trackOf(track).online
  const online = row['online'] === true
  if (online && !(rule !== undefined && law.figure(rule, day).value === true)) throw no('online-off', '此会议的线上表决未经确认，不能开放', 'Online voting is not confirmed for this body', ['请到会表决，或者由司法行政部门确认后再开放', 'Vote in the hall, or ask the justice office to confirm it'])
  if (Date.parse(textOf(row['until'])) <= at.getTime()) throw no('until-past', '表决截止时间须晚于现在', 'Voting must end later than now')
  const made = online && manner === 'secret' ? await makeKeys(keys.ring, matter) : undefined
  const begun = await tx.query(
    `insert into poll (county, matter, place, question, track, manner, online, day, opened, until, key) values ($1, $2::uuid, $3, $4, $5, $6, $7::boolean, $8::date, $9::timestamptz, $10::timestamptz, decode($11, 'hex'))
     on conflict do nothing returning matter`,
    [county, matter, roll.place, row['question'], track, manner, online, day, at.toISOString(), row['until'], made?.key.toString('hex') ?? null])
  if (begun.length === 0) throw no('voting-begun', '表决已经开始', 'Voting has begun already')
  if (made) await tx.query(`insert into poll_secret (county, matter, secret) values ($1, $2::uuid, decode($3, 'hex'))`, [county, matter, made.secret.toString('hex')])
}

/** Closed alone: whoever casts holds the vote shared, so that none comes after the urn is opened. */
const close = async (tx: Tx, row: JsonObject, { keys }: Pick<House, 'keys'>, at: Date): Promise<void> => {
  const poll = await openPoll(tx, textOf(row['matter']), 'update')
  await tx.query('update poll set closed = $3::timestamptz where county = $1 and matter = $2::uuid', [poll.county, poll.matter, at.toISOString()])
  if (poll.manner === 'secret') await openUrn(tx, keys.ring, poll)
}
