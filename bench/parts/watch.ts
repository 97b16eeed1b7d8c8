import type { Connection, Pool } from '../../store/connection.ts'

/** A statement as it was sent: `values` is absent where several statements went as one text; `waited`: all answers before it had come. */
export type Sent = { readonly text: string; readonly values?: readonly unknown[]; readonly waited: boolean }

/** A pool that tells every statement as it is sent. Meant for one transaction at a time. */
export const watched = (pool: Pool, told: (sent: Sent) => void): Pool => ({
  ...pool,
  borrow: async () => {
    const { connection, giveBack } = await pool.borrow()
    let outstanding = 0
    const through = <T>(sent: Omit<Sent, 'waited'>, send: () => Promise<T>): Promise<T> => {
      told({ ...sent, waited: outstanding === 0 })
      outstanding += 1
      return send().finally(() => { outstanding -= 1 })
    }
    const watching: Connection = {
      simple: text => through({ text }, () => connection.simple(text)),
      query: (text, values) => through({ text, values }, () => connection.query(text, values)),
    }
    return { connection: watching, giveBack }
  },
})
