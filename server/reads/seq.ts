import type { Tx } from '../../store/database.ts'

/** The `seq` at which a matter stands, where the reader may see it: no fact of it is read. */
export const seqOf = async (tx: Tx, id: string): Promise<number | undefined> =>
  (await tx.query<{ seq: number }>('select seq from matter where id = $1::uuid', [id]))[0]?.seq
