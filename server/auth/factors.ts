import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Database, Tx } from '../../store/database.ts'
import { box } from './box.ts'
import { asSignIn } from './own-role.ts'
import { codeDigest, newCodes, shownCode } from './recovery-code.ts'
import { isTimeCode, newSecret, stepOf, tidyCode } from './totp.ts'

/** What an account has beside its password. `left`: recovery codes not used yet. */
export type FactorState = { readonly on: false } | { readonly on: true; readonly since: Date; readonly left: number }

/** What a right code was. */
export type Proof = 'time' | 'recovery'

/** The second factor of accounts: codes by time, and recovery codes for who lost the phone. Attempts are counted by the lock-out, not here. */
export type Factors = {
  state(account: string): Promise<FactorState>
  /** A new secret, shown to the person; it holds once a code has proved it. The present one stays in force until then. */
  begin(account: string, now: Date): Promise<string>
  /** Puts the secret begun in force by a first code of it; answers with new recovery codes. */
  confirm(account: string, code: string, now: Date): Promise<readonly string[] | Refusal>
  /** Whether a code is right, and takes it: it is right no more. */
  prove(account: string, code: string, now: Date): Promise<Proof | Refusal>
  /** New recovery codes in place of all before. */
  renew(account: string): Promise<readonly string[]>
  /** Whether there was one to remove. */
  remove(account: string): Promise<boolean>
}

/** Minutes within which a secret that was shown must be proved. */
const patience = 15

export const codeNeeded = (): Refusal =>
  refuse('code-needed', words('请输入动态验证码', 'Enter the code of your authenticator app'), { remedy: words('打开手机上的验证器，输入现在显示的六位数字；手机不在身边时可用恢复码', 'Open the app on your phone and type the six digits it shows now; without the phone, use a recovery code') })

const wrongCode = (): Refusal =>
  refuse('wrong-code', words('验证码不正确', 'The code is wrong'), { remedy: words('请输入验证器现在显示的数字，并核对手机时间；连续输错会暂时锁定', 'Type what the app shows now, and check the phone’s clock; wrong ones in a row lock it for a while') })

const usedCode = (): Refusal =>
  refuse('used-code', words('这个验证码已经用过', 'That code was used already'), { remedy: words('每个验证码只能用一次，请等下一个', 'Each is good for once; wait for the next') })

const notBegun = (): Refusal =>
  refuse('factor-not-begun', words('设置已过期', 'The set-up has expired'), { remedy: words('请重新开始设置', 'Begin it again') })

type Row = { readonly secret: Uint8Array | null; readonly last_step: string; readonly pending: Uint8Array | null; readonly fresh: boolean | null }

/** `for update`: of two who bring the same code at once, the second finds it used. */
const held = async (tx: Tx, account: string, now: Date): Promise<Row | undefined> =>
  (await tx.query<Row>(
    `select secret, last_step::text, pending, pending_since > $2::timestamptz - make_interval(mins => ${patience}) as fresh from auth.factor where account = $1::uuid for update`, [account, now.toISOString()]))[0]

export const factors = (database: Database, key: Buffer): Factors => {
  const sealed = box(key)
  const opened = (account: string, bytes: Uint8Array): string => {
    const secret = sealed.open(bytes, account)
    if (secret === undefined) throw new Error('a second factor was sealed under another secret of the site')
    return secret
  }
  const give = async (tx: Tx, account: string): Promise<readonly string[]> => {
    const codes = newCodes()
    await tx.query('delete from auth.recovery where account = $1::uuid', [account])
    await tx.query(`insert into auth.recovery (account, digest) select $1::uuid, decode(value, 'hex') from jsonb_array_elements_text($2::jsonb)`,
      [account, JSON.stringify(codes.map(code => codeDigest(key, account, code)))])
    return codes.map(shownCode)
  }
  return {
    state: account => asSignIn(database, async tx => {
      const [row] = await tx.query<{ since: Date; left: number }>(
        'select since, (select count(*)::int from auth.recovery r where r.account = f.account) as left from auth.factor f where account = $1::uuid and secret is not null', [account])
      return row ? { on: true, ...row } : { on: false }
    }),
    begin: (account, now) => asSignIn(database, async tx => {
      const secret = newSecret()
      await tx.query(
        `insert into auth.factor (account, pending, pending_since) values ($1::uuid, $2, $3::timestamptz)
         on conflict (account) do update set pending = excluded.pending, pending_since = excluded.pending_since`, [account, sealed.seal(secret, account), now.toISOString()])
      return secret
    }),
    confirm: (account, code, now) => asSignIn(database, async tx => {
      const row = await held(tx, account, now)
      if (!row?.pending || row.fresh !== true) return notBegun()
      const step = stepOf(opened(account, row.pending), tidyCode(code), now)
      if (step === undefined) return wrongCode()
      await tx.query('update auth.factor set secret = pending, since = $2::timestamptz, last_step = $3::bigint, pending = null, pending_since = null where account = $1::uuid', [account, now.toISOString(), step])
      return give(tx, account)
    }),
    prove: (account, code, now) => asSignIn(database, async tx => {
      const row = await held(tx, account, now)
      const tidy = tidyCode(code)
      if (!row?.secret) return wrongCode()
      if (isTimeCode(tidy)) {
        const step = stepOf(opened(account, row.secret), tidy, now)
        if (step === undefined) return wrongCode()
        if (step <= Number(row.last_step)) return usedCode()
        await tx.query('update auth.factor set last_step = $2::bigint where account = $1::uuid', [account, step])
        return 'time'
      }
      const gone = await tx.query(`delete from auth.recovery where account = $1::uuid and digest = decode($2, 'hex') returning account`, [account, codeDigest(key, account, tidy)])
      return gone.length > 0 ? 'recovery' : wrongCode()
    }),
    renew: account => asSignIn(database, tx => give(tx, account)),
    remove: account => asSignIn(database, async tx => (await tx.query('delete from auth.factor where account = $1::uuid returning account', [account])).length > 0),
  }
}
