import { createHash, randomInt } from 'node:crypto'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Database } from '../../store/database.ts'
import type { Library } from './library.ts'
import { asSignIn } from './own-role.ts'
import { weak } from './password.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen easily read characters in groups of four: 78 bits, beyond guessing within the limit of a route. */
const newCode = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => alphabet.charAt(randomInt(alphabet.length))).join('')).join('-')

/** As it may be typed: small letters, without the hyphens, with spaces. */
const digestOf = (code: string): string => createHash('sha256').update(code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '')).digest('hex')

const unknown = (): Refusal =>
  refuse('no-invitation', words('邀请码不正确、已使用或已过期', 'The code is wrong, was used, or has run out'), { remedy: words('请核对后重试，或请系统管理员重发邀请码', 'Check it and try again, or ask the system administrator for a new one') })

/** Codes by which a person sets the password of an account opened for them. Only digests are kept. */
export type Invitations = {
  /** Makes the code of one act on the account's matter, in place of any before; `undefined` where that act's was made already: it is shown once. */
  make(account: string, act: number, until: Date): Promise<string | undefined>
  /**
   * Sets the password of whoever the code is for, once, and says which account and user name it was. `before` hears of the account once code
   * and password are good and nothing is written: what must not be missed if the program ends half-way.
   */
  accept(code: string, password: string, now: Date, before: (account: string) => Promise<void>): Promise<{ readonly account: string; readonly name: string } | Refusal>
}

export const invitations = (database: Database, library: Library): Invitations => ({
  make: (account, act, until) => asSignIn(database, async tx => {
    const code = newCode()
    const rows = await tx.query(
      `insert into auth.invitation as i (account, act, digest, until) values ($1::uuid, $2::int, decode($3, 'hex'), $4::timestamptz)
       on conflict (account) do update set act = excluded.act, digest = excluded.digest, until = excluded.until where i.act < excluded.act returning account`,
      [account, act, digestOf(code), until.toISOString()])
    return rows.length === 1 ? code : undefined
  }),
  accept: async (code, password, now, before) => {
    const asked = [digestOf(code), now.toISOString()]
    const standing = await asSignIn(database, tx => tx.query<{ account: string; name: string | null }>(
      `select u.id as account, u.username as name from auth.invitation i join auth."user" u on u.id = i.account where i.digest = decode($1, 'hex') and i.until > $2::timestamptz`, asked))
    const [{ account, name } = { account: '', name: null }] = standing
    if (name === null) return unknown()
    const refused = weak(password, name)
    if (refused) return refused
    await before(account)
    const hash = await (await library.$context).password.hash(password)
    // The code goes and the password comes in one transaction: of two that use it at once, one does.
    return asSignIn(database, async tx => {
      const [taken] = await tx.query<{ account: string }>(`delete from auth.invitation where digest = decode($1, 'hex') and until > $2::timestamptz returning account`, asked)
      if (!taken) return unknown()
      await tx.query(
        `insert into auth.credential (account_id, provider_id, user_id, password) values ($1::uuid::text, 'credential', $1::uuid, $2)
         on conflict (user_id, provider_id) do update set password = excluded.password, updated_at = now()`, [taken.account, hash])
      return { account: taken.account, name }
    })
  },
})
