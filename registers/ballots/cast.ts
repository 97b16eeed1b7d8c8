import type { Bytes } from '../../kernel/outbox/envelope.ts'
import { keyIdOf } from '../../kernel/outbox/envelope.ts'
import { isEnvelopeTo, receiptOf } from '../../kernel/voting/envelope.ts'
import { ways, type Choice, type Way } from '../../kernel/voting/track.ts'
import { Refused, type Refusal } from '../../kernel/refusal.ts'
import { system } from '../../kernel/post.ts'
import type { Database, Tx } from '../../store/database.ts'
import { no, openPoll, type Poll } from './poll.ts'

/** A vote by phone: sealed where the vote is secret, in words where it is by name. */
export type Cast = { readonly account: string; readonly matter: string; readonly number: number; readonly envelope?: Bytes; readonly choice?: Choice }

/** The receipt of a secret ballot; of one by name there is none, for it stands in the book. `repeated`: it was here already. */
export type CastReceipt = { readonly receipt?: string; readonly repeated: boolean }

/**
 * Casts one vote. The attendance book and the urn are written together or not at all; the book's key lets one vote of a unit in, whichever way it comes and
 * however many come at once. No entry, no act and no time is kept of it. The same envelope sent again is answered as before.
 */
export const cast = async (database: Database, vote: Cast, at: Date): Promise<CastReceipt | Refusal> => {
  try {
    return await database.scoped(system, tx => castIn(tx, vote, at))
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

const castIn = async (tx: Tx, vote: Cast, at: Date): Promise<CastReceipt> => {
  const poll = await openPoll(tx, vote.matter, 'share')
  if (!poll.online) throw no('not-online', '此次表决不开放线上投票', 'This vote is not held online', ['请到会、委托或者交书面表决票', 'Come, send somebody where that is allowed, or hand in a paper'])
  if (at >= poll.until) throw no('vote-over', '线上投票时间已过', 'The time for voting by phone is over', ['请到会表决', 'Vote in the hall'])
  const mine = await tx.query('select from roll_voter v join roll_unit u using (county, matter, number) where v.county = $1 and v.matter = $2::uuid and v.number = $3::int and v.account = $4::uuid and u.struck is null',
    [poll.county, poll.matter, vote.number, vote.account])
  if (mine.length === 0) throw no('not-on-roll', '您的账号不能为这一序号投票', 'Your account can’t cast the vote of this number', ['请核对名册；有遗漏的向村（居）委会提出', 'Look at the roll; if you are missing, tell the committee'])
  return poll.manner === 'secret' ? castSecret(tx, poll, vote) : castByName(tx, poll, vote)
}

const signIn = async (tx: Tx, { county, matter }: Poll, number: number): Promise<boolean> =>
  (await tx.query(`insert into attendance (county, matter, number, way) values ($1, $2::uuid, $3::int, 'phone') on conflict do nothing returning number`, [county, matter, number])).length > 0

const tookPart = async (tx: Tx, { county, matter }: Poll, number: number): Promise<Refused> => {
  const [there] = await tx.query<{ way: Way }>('select way from attendance where county = $1 and matter = $2::uuid and number = $3::int', [county, matter, number])
  const way = ways[there?.way ?? 'hall']
  return no('already-took-part', `${number}号已经参加表决（${way.zh}）`, `Number ${number} has taken part already (${way.en.toLowerCase()})`, ['一个表决单位只能投一次；有疑问请向监票人提出', 'Each votes once; ask the scrutineers if something is wrong'])
}

const castSecret = async (tx: Tx, poll: Poll, { number, envelope }: Cast): Promise<CastReceipt> => {
  const ours = envelope && poll.key && isEnvelopeTo(await keyIdOf(new Uint8Array(poll.key)), envelope)
  if (!envelope || ours !== true) throw no('not-an-envelope', '选票没有按此次表决的密钥封好', 'The ballot is not sealed to the key of this vote', ['请刷新页面后重新投票', 'Reload the page and vote again'])
  const receipt = await receiptOf(envelope)
  const own = [poll.county, poll.matter, receipt]
  if (!await signIn(tx, poll, number)) {
    // Sent again on a bad line: whoever holds this envelope cast it. That it is theirs is not kept, and so not asked.
    const [here] = await tx.query(`select from urn where county = $1 and matter = $2::uuid and digest = decode($3, 'hex')`, own)
    if (here) return { receipt, repeated: true }
    throw await tookPart(tx, poll, number)
  }
  const put = await tx.query(`insert into urn (county, matter, digest, envelope) values ($1, $2::uuid, decode($3, 'hex'), decode($4, 'hex')) on conflict do nothing returning digest`, [...own, Buffer.from(envelope).toString('hex')])
  if (put.length === 0) throw no('envelope-used', '这张选票已经在票箱里', 'This very envelope lies in the urn already', ['请刷新页面后重新投票', 'Reload the page and vote again'])
  return { receipt, repeated: false }
}

const castByName = async (tx: Tx, poll: Poll, { number, choice }: Cast): Promise<CastReceipt> => {
  if (choice === undefined) throw no('no-choice', '请选择赞成、反对或者弃权', 'Choose: for, against or abstain')
  const own = [poll.county, poll.matter, number]
  if (!await signIn(tx, poll, number)) {
    const [same] = await tx.query('select from named_ballot where county = $1 and matter = $2::uuid and number = $3::int and mark = $4', [...own, choice])
    if (same) return { repeated: true }
    throw await tookPart(tx, poll, number)
  }
  await tx.query('insert into named_ballot (county, matter, number, mark) values ($1, $2::uuid, $3::int, $4)', [...own, choice])
  return { repeated: false }
}

/** Whether the envelope of a receipt (64 hexadecimal digits) lies in the urn of a vote. */
export const inUrn = (database: Database, matter: string, receipt: string): Promise<boolean> =>
  database.scoped(system, async tx => (await tx.query(`select from urn where matter = $1::uuid and digest = decode($2, 'hex')`, [matter, receipt])).length > 0)
