import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type DatabaseConnection, type Dialect } from 'kysely'
import type { Database } from '../../store/database.ts'
import { asSignIn } from './own-role.ts'

const noTransactions = (): Promise<never> => Promise.reject(new Error('each statement of sign-in is its own transaction'))

/** What better-auth speaks to the database with: our own transactions, one for each statement, as sign-in's own role. */
export const kyselyOver = (database: Database): Kysely<never> => {
  const connection: DatabaseConnection = {
    executeQuery: async ({ sql, parameters }) => ({ rows: [...(await asSignIn(database, tx => tx.query<never>(sql, parameters)))] }),
    streamQuery: () => { throw new Error('streaming is not used here') },
  }
  const dialect: Dialect = {
    createDriver: () => ({
      init: () => Promise.resolve(),
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: noTransactions,
      commitTransaction: noTransactions,
      rollbackTransaction: noTransactions,
      releaseConnection: () => Promise.resolve(),
      destroy: () => Promise.resolve(),
    }),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: db => new PostgresIntrospector(db),
  }
  return new Kysely<never>({ dialect })
}
