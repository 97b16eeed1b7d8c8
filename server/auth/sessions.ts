import type { Database } from '../../store/database.ts'
import type { Library } from './library.ts'
import { asSignIn } from './own-role.ts'

/** A sign-in that lasts: whose, from which post, until when. */
export type Session = { readonly id: string; readonly account: string; readonly post?: string; readonly expires: Date; /** A second factor was shown. */ readonly factor: boolean; /** A program's, by its name. */ readonly program?: string }

/** How a sign-in was made. */
export type Means = 'password' | 'sso' | 'demo' | 'program'

/** One of one's own sessions, for the list of them. */
export type SessionLine = { readonly id: string; readonly since: Date; readonly used: Date; readonly agent: string; readonly means: Means; readonly factor: boolean; readonly program: string | null; readonly until: Date; /** The copy of its area that the device holds: when it was last brought up to date, and what it had not sent then. */ readonly synced: Date | null; readonly unsent: number | null }

/** The sessions of the site. Tokens are 32 random characters; only the browser and this table hold them. */
export type Sessions = {
  open(account: string): Promise<string>
  /** Notes with a new session how it was made, on which device, and from which post it acts. */
  dress(token: string, how: { readonly agent: string; readonly post: string | undefined; readonly means: Means; readonly factor: boolean }): Promise<void>
  /** Makes a new session a program's own: its name, the post it acts from for good, the days it lasts, and whether its maker had shown a second factor. */
  employ(token: string, program: string, post: string | undefined, days: number, factor: boolean): Promise<void>
  find(token: string): Promise<Session | undefined>
  /** A program's session by its id. */
  program(id: string): Promise<Session | undefined>
  actFrom(id: string, post: string | undefined): Promise<void>
  /** Notes with a session that a second factor was shown, or with all of an account that there is none any more. */
  proved(id: string): Promise<void>
  unproved(account: string): Promise<void>
  list(account: string): Promise<readonly SessionLine[]>
  /** Ends one session of an account, or all of them but one. */
  end(account: string, which: { readonly id: string } | { readonly allBut: string | undefined }): Promise<void>
  /** Takes back a session whose token was given to nobody. */
  drop(token: string): Promise<void>
  /** Removes what expired; returns how many. */
  sweep(now: Date): Promise<number>
}

type Row = { readonly id: string; readonly user_id: string; readonly post: string | null; readonly expires_at: Date; readonly factor: boolean; readonly program: string | null }

const sessionOf = ({ id, user_id, post, expires_at, factor, program }: Row): Session =>
  ({ id, account: user_id, expires: expires_at, factor, ...(post !== null && { post }), ...(program !== null && { program }) })

export const sessions = (database: Database, library: Library, days: number): Sessions => ({
  open: async account => (await (await library.$context).internalAdapter.createSession(account)).token,
  dress: (token, { agent, post, means, factor }) => asSignIn(database, async tx => {
    await tx.query('update auth.session set user_agent = $2, post = $3::uuid, means = $4, factor = $5 where token = $1', [token, agent.slice(0, 200), post ?? null, means, factor])
  }),
  employ: (token, program, post, lasts, factor) => asSignIn(database, async tx => {
    await tx.query(
      `update auth.session set program = $2, post = $3::uuid, means = 'program', factor = $5, expires_at = now() + make_interval(days => $4::int) where token = $1`, [token, program, post ?? null, lasts, factor])
  }),
  // One statement finds the session and, once a day, carries its end forward; a program's ends on its day.
  find: token => asSignIn(database, async tx => {
    const [row] = await tx.query<Row>(
      `with used as (update auth.session set expires_at = now() + make_interval(days => $2::int), updated_at = now()
         where token = $1 and program is null and expires_at > now() and updated_at < now() - interval '1 day' returning id, user_id, post, expires_at, factor, program)
       select * from used union all
       select id, user_id, post, expires_at, factor, program from auth.session where token = $1 and expires_at > now() limit 1`, [token, days])
    return row && sessionOf(row)
  }),
  program: id => asSignIn(database, async tx =>
    (await tx.query<Row>('select id, user_id, post, expires_at, factor, program from auth.session where id = $1::uuid and program is not null and expires_at > now()', [id])).map(sessionOf)[0]),
  actFrom: (id, post) => asSignIn(database, async tx => { await tx.query('update auth.session set post = $2::uuid where id = $1::uuid', [id, post ?? null]) }),
  proved: id => asSignIn(database, async tx => { await tx.query('update auth.session set factor = true where id = $1::uuid', [id]) }),
  unproved: account => asSignIn(database, async tx => { await tx.query('update auth.session set factor = false where user_id = $1::uuid', [account]) }),
  list: account => asSignIn(database, tx => tx.query<SessionLine>(
    `select id, created_at as since, updated_at as used, coalesce(user_agent, '') as agent, means, factor, program, expires_at as until, synced, unsent from auth.session
     where user_id = $1::uuid and expires_at > now() order by updated_at desc limit 50`, [account])),
  // A device whose sign-in is ended learns, by the id of its copy, that it is to wipe it.
  end: (account, which) => asSignIn(database, async tx => {
    const gone = 'id' in which ? 'id = $2::uuid' : 'id is distinct from $2::uuid'
    await tx.query(
      `with gone as (delete from auth.session where user_id = $1::uuid and ${gone} returning copy)
       insert into auth.ended_copy (copy, ended) select copy, now() from gone where copy is not null on conflict do nothing`, [account, 'id' in which ? which.id : which.allBut ?? null])
  }),
  drop: token => asSignIn(database, async tx => { await tx.query('delete from auth.session where token = $1', [token]) }),
  sweep: now => asSignIn(database, async tx => {
    await tx.query(`delete from auth.ended_copy where ended < $1::timestamptz - interval '400 days'`, [now.toISOString()])
    return (await tx.query('delete from auth.session where expires_at < $1::timestamptz returning id', [now.toISOString()])).length
  }),
})
