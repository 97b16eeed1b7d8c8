import { system } from '../../kernel/post.ts'
import type { Database, Tx } from '../../store/database.ts'

/**
 * Runs `work` in one transaction under sign-in's own role, which sees the schema `auth` and nothing else. The application's
 * role may take it on and inherits nothing of it, so that no other statement can read a password's hash by mistake.
 */
export const asSignIn = <T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.scoped(system, async tx => {
    const [, result] = await Promise.all([tx.query('set local role shanzhi_auth', []), work(tx)])
    return result
  })
