import type { Tx } from '../../store/database.ts'

/**
 * A transaction in which a guard is taken out: statements lose `for update`, and whoever has sent one that `reads` holds for waits at `meet` until the other has sent it as well. So a
 * race that the lock decides is lost each time, and not once in a hundred.
 */
export const unlocked = (tx: Tx, reads: RegExp, meet: () => Promise<void>): Tx => ({
  ...tx,
  query: async <R extends object>(text: string, values?: readonly unknown[]) => {
    const rows = await tx.query<R>(text.replace(/ for update$/, ''), values)
    if (reads.test(text)) await meet()
    return rows
  },
  as: (actor, work) => tx.as(actor, own => work(unlocked(own, reads, meet))),
})
