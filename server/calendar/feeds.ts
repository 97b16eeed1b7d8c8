import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '../../kernel/post.ts'
import { system } from '../../kernel/post.ts'
import type { Database } from '../../store/database.ts'
import type { Language } from '../views/reader.ts'

/** A calendar of one post's deadlines. */
export type Feed = { readonly id: string; readonly account: string; readonly post: string; readonly language: Language }
export type FeedLine = { readonly id: string; readonly post: string; readonly language: Language; readonly made: Date; readonly used: Date | null }

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes the address of the post acted from, in place of one before, and answers with its token: 256 bits, shown once. */
export const makeFeed = async (database: Database, actor: Actor & { readonly post: string }, language: Language, now: Date): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await database.scoped(actor, async tx => {
    await tx.query('delete from calendar_feed where post = $1::uuid', [actor.post])
    await tx.query(`insert into calendar_feed (id, account, post, digest, language, made) values ($1::uuid, $2::uuid, $3::uuid, decode($4, 'hex'), $5, $6::timestamptz)`,
      [randomUUID(), actor.account, actor.post, digestOf(token), language, now.toISOString()])
  })
  return token
}

export const endFeed = (database: Database, actor: Actor, id: string): Promise<boolean> =>
  database.scoped(actor, async tx => (await tx.query('delete from calendar_feed where id = $1::uuid and account = $2::uuid returning id', [id, actor.account])).length === 1)

export const feedsOf = (database: Database, actor: Actor): Promise<readonly FeedLine[]> =>
  database.scoped(actor, tx => tx.query<FeedLine>('select id, post, language, made, used from calendar_feed where account = $1::uuid order by made desc', [actor.account]))

/** Whose calendar stands behind a token, if anyone's; notes that it was read. */
export const feedBy = (database: Database, token: string, now: Date): Promise<Feed | undefined> =>
  database.scoped(system, async tx => (await tx.query<Feed>(
    `update calendar_feed set used = $2::timestamptz where digest = decode($1, 'hex') returning id, account, post, language`, [digestOf(token), now.toISOString()]))[0])
