import type { Actor } from '../kernel/post.ts'
import { sqlState, type Connection, type Pool, type PoolFigures } from './connection.ts'
import { settings } from './scope.ts'

/** One transaction. Statements run in order; `values` fill `$1`, `$2`, …. The row type is the caller's word for what the statement selects. */
export type Tx = {
  readonly query: <R extends object>(text: string, values?: readonly unknown[]) => Promise<readonly R[]>
  /** Sends a statement whose answer nobody needs; its failure fails the transaction. */
  readonly send: (text: string, values: readonly unknown[]) => void
  /** Goes on as another actor inside the same transaction (the platform's follow-ups), then back. */
  readonly as: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** The owner's transaction: it may also run texts of several statements (migrations). */
export type OwnerTx = Tx & { readonly simple: (text: string) => Promise<void> }

/**
 * A database with everything it holds under row-level security. Two kinds stand behind it: PGlite in a worker thread and
 * a PostgreSQL server, on the same SQL.
 */
export type Database = {
  readonly kind: 'pglite' | 'server'
  /** Runs `work` in one transaction as the unprivileged role, with this actor's settings. Throws roll back. */
  readonly scoped: <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Runs `work` in one transaction as the owner of the tables: migrations and sign-in's own schema only. */
  readonly owner: <T>(work: (tx: OwnerTx) => Promise<T>) => Promise<T>
  /** How busy the sessions are from which `scoped` takes its own. */
  readonly pool: () => PoolFigures
  readonly close: () => Promise<void>
}

/** How deep in `as` the statements now sent stand: one of another depth would be answered as somebody else. */
type Depth = { now: number }

const txOver = (connection: Connection, sent: Promise<unknown>[], actor?: Actor, depth: Depth = { now: 0 }): OwnerTx => {
  const own = depth.now
  const inTurn = (): void => {
    if (depth.now !== own) throw new Error('a statement of one actor amid those of another: what goes on as another is waited for')
  }
  const tx: OwnerTx = {
    simple: text => connection.simple(text),
    query: async <R extends object>(text: string, values: readonly unknown[] = []) => {
      inTurn()
      return (await connection.query(text, values)) as readonly R[]
    },
    send: (text, values) => {
      inTurn()
      const answer = connection.query(text, values)
      answer.catch(() => undefined)
      sent.push(answer)
    },
    as: async (other, work) => {
      // Not waited for: were it refused, so would be the statement after it.
      const become = (one: Actor): void => {
        const answer = connection.simple(settings(one))
        answer.catch(() => undefined)
        sent.push(answer)
      }
      inTurn()
      become(other)
      depth.now += 1
      try {
        return await work(txOver(connection, sent, other, depth))
      } finally {
        depth.now -= 1
        if (actor) become(actor)
      }
    },
  }
  return tx
}

/** A broken session is not lent again. */
const isBroken = (error: unknown): boolean => {
  const state = sqlState(error)
  return state !== undefined && (state.startsWith('08') || state.startsWith('57P') || state === 'ECONNRESET' || state === 'EPIPE')
}

const transaction = async <T>(pool: Pool, begin: string, actor: Actor | undefined, work: (tx: OwnerTx) => Promise<T>): Promise<T> => {
  const { connection, giveBack } = await pool.borrow()
  let broken: Error | undefined
  try {
    // Sent together with the first statement of `work`; a failure here fails that statement too.
    const begun = connection.simple(begin)
    begun.catch(() => undefined)
    const sent: Promise<unknown>[] = [begun]
    const result = await work(txOver(connection, sent, actor))
    // A commit after a failed statement rolls back and says so to nobody: what was sent must have gone well.
    const committed = connection.simple('commit')
    committed.catch(() => undefined)
    await Promise.all(sent)
    await committed
    return result
  } catch (error) {
    await connection.simple('rollback').catch(() => { broken = new Error('rollback failed') })
    if (isBroken(error)) broken = new Error('session broken', { cause: error })
    throw error
  } finally {
    giveBack(broken)
  }
}

/** The database over its pools: `app` for everything, `owner` for migrations. `role` is taken on where the session is not already it. */
export const databaseOver = (kind: Database['kind'], app: Pool, owner: () => Promise<Pool>, role?: string): Database => {
  const prefix = role === undefined ? 'begin' : `begin; set local role ${role}`
  return {
    kind,
    scoped: (actor, work) => transaction(app, `${prefix}; ${settings(actor)}`, actor, work),
    owner: async work => transaction(await owner(), 'begin', undefined, work),
    pool: () => app.figures(),
    close: () => app.close(),
  }
}
