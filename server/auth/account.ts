import { system } from '../../kernel/post.ts'
import { actorOf, postsOf, type Account, type Post } from '../../registers/posts.ts'
import { holdsGrants } from '../../store/read/grants.ts'
import type { Database, Tx } from '../../store/database.ts'
import type { Identity } from './identity.ts'
import { needsFactor, type SecondFactor } from './needs-factor.ts'
import type { Session, Sessions } from './sessions.ts'

type Row = { readonly id: string; readonly name: string; readonly pinyin: string; readonly home: string | null; readonly person: string | null; readonly invented: boolean }

/** An account still open, with the posts it holds now. */
export type Holding = { readonly account: Account; readonly posts: readonly Post[] }

const read = async (tx: Tx, id: string, now: Date): Promise<Holding | undefined> => {
  const [[row], posts] = await Promise.all([
    tx.query<Row>('select id, name, pinyin, home, person, invented from account where id = $1::uuid and closed is null', [id]),
    postsOf(tx, id, now),
  ])
  if (!row) return undefined
  const { home, person, ...rest } = row
  return { account: { ...rest, ...(home !== null && { home }), ...(person !== null && { person }) }, posts }
}

export const holdingOf = (database: Database, account: string, now: Date): Promise<Holding | undefined> =>
  database.scoped(system, tx => read(tx, account, now))

/** Whether a post can be acted from with what was shown at sign-in. */
export const isBarred = (rule: SecondFactor, post: Post, factor: boolean): boolean => !factor && needsFactor(rule, post)

/** The post an account begins from: its first, which is that of the widest place, passing over those that want a second factor where none was shown. */
export const firstPost = ({ posts }: Holding, rule: SecondFactor, factor: boolean): string | undefined => (posts.find(post => !isBarred(rule, post, factor)) ?? posts[0])?.id

/**
 * Finds who stands behind a session. A post that has ended since, or that wants a second factor none was shown of, falls back to the person as
 * a resident; a program made for it ends with it.
 */
const behind = async (database: Database, rule: SecondFactor, session: Session | undefined): Promise<Identity | undefined> => {
  const holding = session && await holdingOf(database, session.account, new Date())
  if (!session || !holding) return undefined
  const post = holding.posts.find(one => one.id === session.post && !isBarred(rule, one, session.factor))
  const granted = post !== undefined && await database.scoped(system, tx => holdsGrants(tx, post.id))
  if (session.program !== undefined && session.post !== undefined && !post) return undefined
  return {
    session: session.id, account: session.account, name: holding.account.name, actor: { ...actorOf(holding.account, post), ...(granted && { granted }), ...(session.program !== undefined && { program: true as const }) }, factor: session.factor,
    ...(post && { post: post.id }), ...(session.program !== undefined && { program: session.program }),
  }
}

/** Who stands behind a session token. */
export const finder = (database: Database, sessions: Sessions, rule: SecondFactor) => async (token: string): Promise<Identity | undefined> =>
  behind(database, rule, await sessions.find(token))

/** Who stands behind a program, by the id of its sign-in: what it asked to be told is told by the rights it has now. */
export const programFinder = (database: Database, sessions: Sessions, rule: SecondFactor) => async (id: string): Promise<Identity | undefined> =>
  behind(database, rule, await sessions.program(id))
