import { createHmac } from 'node:crypto'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Database } from '../../../store/database.ts'
import { asSignIn } from '../own-role.ts'
import { ssoRefusal } from './refusals.ts'

/** Which account an identity of the provider may sign in to: one of each at most. Only keyed digests are kept of who somebody is to the provider. */
export type Links = {
  /** Links an identity to an account, in place of the one before; refuses where it is another's. */
  set(account: string, subject: string, now: Date): Promise<Refusal | undefined>
  accountOf(subject: string): Promise<string | undefined>
  /** Since when an account is linked. */
  since(account: string): Promise<Date | undefined>
  /** Whether there was a link to remove. */
  remove(account: string): Promise<boolean>
}

/** `of` names the provider and its claim: an identity of another provider, or by another claim, is another. */
export const links = (database: Database, key: Buffer, of: { readonly issuer: string; readonly claim: string }): Links => {
  const digest = (subject: string): string => createHmac('sha256', key).update(JSON.stringify([of.issuer, of.claim, subject])).digest('hex')
  return {
    set: (account, subject, now) => asSignIn(database, async tx => {
      const [other] = await tx.query(`select from auth.link where subject = decode($2, 'hex') and account <> $1::uuid`, [account, digest(subject)])
      if (other) return ssoRefusal('link-taken')
      await tx.query(
        `insert into auth.link (account, subject, since) values ($1::uuid, decode($2, 'hex'), $3::timestamptz)
         on conflict (account) do update set subject = excluded.subject, since = excluded.since`, [account, digest(subject), now.toISOString()])
      return undefined
    }),
    accountOf: subject => asSignIn(database, async tx => (await tx.query<{ account: string }>(`select account from auth.link where subject = decode($1, 'hex')`, [digest(subject)]))[0]?.account),
    since: account => asSignIn(database, async tx => (await tx.query<{ since: Date }>('select since from auth.link where account = $1::uuid', [account]))[0]?.since),
    remove: account => asSignIn(database, async tx => (await tx.query('delete from auth.link where account = $1::uuid returning account', [account])).length > 0),
  }
}
