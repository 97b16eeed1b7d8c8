import { system } from '../../kernel/post.ts'
import type { Words } from '../../kernel/words.ts'
import type { Database } from '../../store/database.ts'

/** Tells the holder of an account, by notice, that something about their sign-in was changed. It stands with the county they live or work in. */
export const tell = (database: Database, account: string, now: Date, words: Words): Promise<void> =>
  database.scoped(system, async tx => {
    const orders = JSON.stringify([{ to: { account }, words }])
    await tx.query(
      `select app_notify(coalesce((select left(home, 6) from account where id = $1::uuid), (select left(region, 6) from post where account = $1::uuid order by since desc limit 1), ''),
         null, $2::timestamptz, null, $3::jsonb)`, [account, now.toISOString(), orders])
  })
