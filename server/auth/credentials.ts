import { APIError } from 'better-auth/api'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Database } from '../../store/database.ts'
import type { Library } from './library.ts'
import { asSignIn } from './own-role.ts'
import { weak } from './password.ts'
import { tidyName } from './user-name.ts'

const wrongPassword = (): Refusal =>
  refuse('wrong-password', words('用户名或密码不正确', 'The user name or the password is wrong'), { remedy: words('请核对后重试；连续输错会暂时锁定', 'Check both and try again; wrong ones in a row lock it for a while') })

const badName = (): Refusal =>
  refuse('bad-input', words('用户名格式不正确', 'That can’t be a user name'), { faults: [{ fact: 'name', why: words('2 至 40 个文字、数字或 . _ -', '2 to 40 letters, digits or . _ -') }] })

/** User names and passwords of accounts. An account without them can't sign in by password. */
export type Credentials = {
  /** Opens a session for a name and its password, or refuses without telling which was wrong or whether the name exists. */
  signIn(name: string, password: string): Promise<{ readonly account: string; readonly token: string } | Refusal>
  /** Gives an account a user name and password, new or in place of the old. */
  set(account: string, name: string, password: string): Promise<Refusal | undefined>
  /** The holder's own change: the old password proves it. */
  change(account: string, old: string, fresh: string): Promise<Refusal | undefined>
  /** Whether this is the account's password. */
  check(account: string, password: string): Promise<Refusal | undefined>
  /** The user name of an account that has a password. */
  nameOf(account: string): Promise<string | undefined>
  /** The account of a user name. */
  accountOf(name: string): Promise<string | undefined>
  /** Makes sure that sign-in knows an account, with no password, so that it may hold a session (demo persons). */
  admit(account: string): Promise<void>
}

const addressOf = (account: string): string => `${account}@account.invalid`

const insertUser = `insert into auth."user" (id, email) values ($1::uuid, $2) on conflict (id) do nothing`

export const credentials = (database: Database, library: Library): Credentials => {
  const admit = (account: string): Promise<void> => asSignIn(database, async tx => { await tx.query(insertUser, [account, addressOf(account)]) })
  const nameOf = (account: string): Promise<string | undefined> => asSignIn(database, async tx =>
    (await tx.query<{ username: string | null }>(`select username from auth."user" where id = $1::uuid`, [account]))[0]?.username ?? undefined)
  const write = async (account: string, password: string): Promise<void> => {
    const hash = await (await library.$context).password.hash(password)
    await asSignIn(database, async tx => {
      await tx.query(
        `insert into auth.credential (account_id, provider_id, user_id, password) values ($1::text, 'credential', $1::uuid, $2)
         on conflict (user_id, provider_id) do update set password = excluded.password, updated_at = now()`, [account, hash])
    })
  }
  return {
    admit, nameOf,
    check: (account, password) => checkOnly(library, account, password),
    accountOf: name => asSignIn(database, async tx => (await tx.query<{ id: string }>('select id from auth."user" where username = $1', [tidyName(name) ?? '']))[0]?.id),
    signIn: async (name, password) => {
      const tidy = tidyName(name)
      if (tidy === undefined) return wrongPassword()
      try {
        const { token, user } = await library.api.signInUsername({ body: { username: tidy, password } })
        return { account: user.id, token }
      } catch (error) {
        if (error instanceof APIError) return wrongPassword()
        throw error
      }
    },
    set: async (account, name, password) => {
      const tidy = tidyName(name)
      if (tidy === undefined) return badName()
      const refused = weak(password, tidy)
      if (refused) return refused
      await admit(account)
      const taken = await asSignIn(database, async tx =>
        (await tx.query(`update auth."user" set username = $2, updated_at = now() where id = $1::uuid
           and not exists (select from auth."user" other where other.username = $2 and other.id <> $1::uuid) returning id`, [account, tidy])).length === 0)
      if (taken) return refuse('name-taken', words('用户名已被使用', 'The user name is taken'), { remedy: words('请换一个', 'Choose another') })
      await write(account, password)
      return undefined
    },
    change: async (account, old, fresh) => {
      const name = await nameOf(account)
      const proved = name === undefined ? wrongPassword() : await checkOnly(library, account, old)
      if (proved) return proved
      const refused = weak(fresh, name ?? '')
      if (refused) return refused
      await write(account, fresh)
      return undefined
    },
  }
}

const checkOnly = async (library: Library, account: string, password: string): Promise<Refusal | undefined> => {
  const { internalAdapter, password: hasher } = await library.$context
  const held = await internalAdapter.findCredentialAccount(account)
  return held?.password && await hasher.verify({ hash: held.password, password }) ? undefined : wrongPassword()
}
