import { refuse, Refused } from '../../kernel/refusal.ts'
import { words, type Json } from '../../kernel/words.ts'
import type { Manner, TrackName } from '../../kernel/voting/track.ts'
import type { Tx } from '../../store/database.ts'

/** A vote as it stands. `key`: what phones seal to, where they may and the vote is secret. */
export type Poll = {
  readonly county: string
  readonly matter: string
  readonly place: string
  readonly question: string
  readonly track: TrackName
  readonly manner: Manner
  readonly online: boolean
  /** Legal day whose figures apply. */
  readonly day: string
  readonly opened: Date
  readonly until: Date
  readonly closed: Date | null
  readonly key: Uint8Array | null
  /** Which counter checked the attendance book as it stands, by account. */
  readonly checked: string | null
}

const columns = `county, matter, place, question, track, manner, online, day::text as day, opened, until, closed, key, checked`

/** The vote of a matter. With `hold`, shared with others who vote and kept from being closed until this transaction ends; or alone. */
export const pollOf = async (tx: Tx, matter: string, hold?: 'share' | 'update'): Promise<Poll | undefined> =>
  (await tx.query<Poll>(`select ${columns} from poll where matter = $1::uuid${hold === undefined ? '' : ` for ${hold}`}`, [matter]))[0]

export const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const no = (code: string, zh: string, en: string, remedy?: readonly [zh: string, en: string]): Refused =>
  new Refused(refuse(code, words(zh, en), { ...(remedy && { remedy: words(...remedy) }) }))

/** The vote whose attendance book may be written: while it is open, shared or alone as `hold` says; of a hall alone also while it is counted, and then alone. What a counter checked of it is to be checked anew. */
export const openBook = async (tx: Tx, matter: string, hold: 'share' | 'update'): Promise<Poll> => {
  const seen = await pollOf(tx, matter)
  // Asked without a hold first: two who held it shared could neither of them have it alone.
  if (!seen?.closed || seen.online) return openPoll(tx, matter, hold)
  const poll = await pollOf(tx, matter, 'update') ?? seen
  const [late] = await tx.query('update poll set checked = null where county = $1 and matter = $2::uuid and published is null returning matter', [poll.county, matter])
  if (!late) throw no('published-already', '结果已经公布', 'The result is published already')
  return poll
}

/** Who has written in the attendance book, so that somebody else checks it. */
export const handIn = async (tx: Tx, { county, matter }: Poll, account: Json | undefined): Promise<void> => {
  if (typeof account === 'string') await tx.query('insert into book_hand (county, matter, account) values ($1, $2::uuid, $3::uuid) on conflict do nothing', [county, matter, account])
}

/** The vote, where it is open to be written to; throws `Refused` where there is none or it is closed. */
export const openPoll = async (tx: Tx, matter: string, hold: 'share' | 'update'): Promise<Poll> => {
  const poll = await pollOf(tx, matter, hold)
  if (!poll) throw no('no-vote', '表决还没有开始', 'Voting has not begun')
  if (poll.closed) throw no('vote-closed', '表决已经结束', 'Voting has ended', ['结果以公布为准；有异议的，在公示期提出', 'See the published result; object while it is posted'])
  return poll
}
