/** One session of a database: statements run in the order they are sent. */
export type Connection = {
  /** Several statements in one message, without values. Only for text that this folder made. */
  readonly simple: (text: string) => Promise<void>
  /** One statement with values. */
  readonly query: (text: string, values: readonly unknown[]) => Promise<readonly object[]>
}

/** How busy a pool is: sessions lent, sessions open and free, and borrowers who wait for one. */
export type PoolFigures = { readonly inUse: number; readonly idle: number; readonly waiting: number }

/** Where sessions come from. `borrow` waits for a free one; every one borrowed is given back, broken or whole. */
export type Pool = {
  readonly borrow: () => Promise<{ readonly connection: Connection; readonly giveBack: (broken?: Error) => void }>
  readonly figures: () => PoolFigures
  readonly close: () => Promise<void>
}

/** The SQLSTATE of a database error, where it has one. */
export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
