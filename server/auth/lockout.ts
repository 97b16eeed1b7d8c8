import { createHmac } from 'node:crypto'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Database } from '../../store/database.ts'
import { asSignIn } from './own-role.ts'

/** Wrong passwords in a row before the first wait. */
const free = 5
/** Failures are forgotten after a day without one. */
const memory = `interval '1 day'`
/** One minute after the fifth failure, doubled with each further one, at most an hour. */
const wait = `case when f.failures + 1 >= ${free} then $2::timestamptz + interval '1 minute' * least(60, power(2, least(f.failures + 1 - ${free}, 10))) end`

/** What is guessed: passwords of a user name (or, signed in, of an account), or codes of an account. Each is counted for itself. */
export type Guess = 'password' | 'code'

/** Counts wrong passwords of a user name, persisted, whether or not there is such a user; and wrong codes of an account. */
export type Lockout = {
  /** Counts one attempt before the password is looked at, so that many at once can't slip through; a refusal says until when to wait. */
  attempt(name: string, now: Date, guess?: Guess): Promise<Refusal | undefined>
  /** It was right: begin anew. */
  forget(name: string, guess?: Guess): Promise<void>
  /** Whether a name is locked now, without counting anything. */
  held(name: string, now: Date, guess?: Guess): Promise<Refusal | undefined>
}

const clockFace = (at: Date): string => at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit' })

const lockedUntil = (until: Date, now: Date, guess: Guess): Refusal => {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const [zh, en] = guess === 'password' ? ['密码', 'passwords'] : ['验证码', 'codes']
  return refuse('locked-out', words(`${zh}多次错误，已锁定至 ${clockFace(until)}（北京时间）`, `Too many wrong ${en}; locked until ${clockFace(until)} (Beijing time)`), {
    remedy: guess === 'password' ? words('请届时再试，或请管理员重设密码', 'Try again then, or ask the administrator to reset the password')
      : words('请届时再试，或请管理员重设动态验证码', 'Try again then, or ask the administrator to reset the second factor'),
    detail: { until: until.toISOString(), seconds },
  })
}

export const lockout = (database: Database, key: string): Lockout => {
  const uses = { password: 'sign-in', code: 'code' } satisfies Record<Guess, string>
  const digest = (name: string, guess: Guess): string => createHmac('sha256', key).update(`${uses[guess]} ${name}`).digest('hex')
  return {
    attempt: (name, now, guess = 'password') => asSignIn(database, async tx => {
      const [row] = await tx.query<{ until: Date | null; held: boolean }>(
        `insert into auth.failure as f (name, failures, last) values (decode($1, 'hex'), 1, $2::timestamptz)
         on conflict (name) do update set
           held = coalesce(f.until > $2::timestamptz, false),
           failures = case when f.until > $2::timestamptz then f.failures when f.last < $2::timestamptz - ${memory} then 1 else f.failures + 1 end,
           until = case when f.until > $2::timestamptz then f.until when f.last < $2::timestamptz - ${memory} then null else ${wait} end,
           last = $2::timestamptz
         returning until, held`, [digest(name, guess), now.toISOString()])
      return row?.held && row.until ? lockedUntil(row.until, now, guess) : undefined
    }),
    forget: (name, guess = 'password') => asSignIn(database, async tx => { await tx.query(`delete from auth.failure where name = decode($1, 'hex')`, [digest(name, guess)]) }),
    held: (name, now, guess = 'password') => asSignIn(database, async tx => {
      const [row] = await tx.query<{ until: Date }>(`select until from auth.failure where name = decode($1, 'hex') and until > $2::timestamptz`, [digest(name, guess), now.toISOString()])
      return row && lockedUntil(row.until, now, guess)
    }),
  }
}
