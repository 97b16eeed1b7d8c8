/** One session of a database: statements run in the order they are sent. */
export type Connection = {
  /** Several statements in one message, without values. Only for text that this folder made. */
  readonly simple: (text: string) => Promise<void>
  /** One statement with values. */
  readonly query: (text: string, values: readonly unknown[]) => Promise<readonly object[]>
}

/** Where sessions come from. `borrow` waits for a free one; every one borrowed is given back, broken or whole. */
export type Pool = {
  readonly borrow: () => Promise<{ readonly connection: Connection; readonly giveBack: (broken?: Error) => void }>
  readonly close: () => Promise<void>
}

/** The SQLSTATE of a database error, where it has one. */
export const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined
