import { refuse, Refused } from '../kernel/refusal.ts'
import { isWithin } from '../kernel/region.ts'
import { words, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { holdAccount } from './accounts-held.ts'
import { personKey } from './pinyin.ts'
import { standsFast, type StandingPost } from './posts-standing.ts'

const textIn = (row: JsonObject, name: string): string => {
  const value = row[name]
  if (typeof value !== 'string' || value === '') throw new Error(`an account needs ${name}`)
  return value
}

/**
 * Opens an account, renames or closes it, or has its password set anew, in the transaction of the step that decided it (Art. 20.2). The
 * administrator who acts (`by`) must hold the post at this moment; the clock, which closes what was never used, acts from none. Throws `Refused`.
 */
export const recordAccount = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const account = textIn(row, 'account')
  const by = row['by'] === undefined ? undefined : await standsFast(tx, textIn(row, 'by'), at)
  if (row['do'] === 'open') return open(tx, account, row, at)
  await holdAccount(tx, account)
  if (row['do'] === 'rename') await tx.query('update account set name = $2, pinyin = $3 where id = $1::uuid', [account, textIn(row, 'name'), personKey(textIn(row, 'name'))])
  else if (row['do'] === 'invite') await forgetProofs(tx, account)
  else if (row['do'] === 'reset') {
    refuseAdministrator(await postsHeld(tx, account, at))
    await forgetProofs(tx, account)
  } else await close(tx, account, { at, ...(by && { by, known: row['known'] === true }) })
}

const open = async (tx: Tx, account: string, row: JsonObject, at: Date): Promise<void> => {
  const [name, userName] = [textIn(row, 'name'), textIn(row, 'userName')]
  await tx.query('insert into account (id, name, pinyin, place, created) values ($1::uuid, $2, $3, $4, $5::timestamptz)', [account, name, personKey(name), textIn(row, 'region'), at.toISOString()])
  const [made] = await tx.query<{ free: boolean }>('select sign_in_opens($1::uuid, $2) as free', [account, userName])
  if (made?.free === true) return
  const why = words('用户名已被使用，请换一个', 'The user name is taken; choose another')
  throw new Refused(refuse('name-taken', why, { faults: [{ fact: 'userName', why }] }))
}

type Held = { readonly id: string; readonly kind: string; readonly region: string }

/** The posts it holds or will, of administrators of the three kinds first. */
const postsHeld = (tx: Tx, account: string, at: Date): Promise<readonly Held[]> =>
  tx.query<Held>('select id, kind, region from post where account = $1::uuid and ended is null and (until is null or until > $2::timestamptz) order by id for update', [account, at.toISOString()])

/** An administrator of accounts who could shut out the one of rights, or sign in as them, would hold both. */
const refuseAdministrator = (posts: readonly Held[]): void => {
  if (!posts.some(post => post.kind === 'systemAdmin' || post.kind === 'securityAdmin' || post.kind === 'auditor')) return
  throw new Refused(refuse('administrator-account', words('该账号任管理员，系统管理员不得单独停用或重设其密码（平台规则）', 'The account is an administrator’s: a system administrator alone neither closes it nor has its password set anew (a product rule)'), {
    remedy: words('请先免去其管理员岗位；忘记密码的，由部署人员在服务器上重设', 'Have that post ended first; a forgotten password is set at the server by who runs it'),
  }))
}

const forgetProofs = async (tx: Tx, account: string): Promise<void> => { await tx.query('select sign_in_ends($1::uuid, false)', [account]) }

/** `known`: an account not opened by the procedure must lie in the administrator's own reach, with all its posts. The clock closes what nobody came to use, whatever it was given. */
const close = async (tx: Tx, account: string, { at, by, known }: { readonly at: Date; readonly by?: StandingPost; readonly known?: boolean }): Promise<void> => {
  const posts = await postsHeld(tx, account, at)
  if (by) refuseAdministrator(posts)
  if (by && known === true) {
    const [lies] = await tx.query<{ place: string | null }>('select coalesce(place, home) as place from account where id = $1::uuid', [account])
    const places = [...posts.map(post => post.region), ...(lies?.place ? [lies.place] : [])]
    if (places.length === 0 || !places.every(place => isWithin(place, by.region))) {
      throw new Refused(refuse('beyond-reach', words('该账号或其岗位超出您的管辖范围', 'The account, or a post of it, lies beyond your own reach'), { remedy: words('请由管辖该地的系统管理员办理', 'Ask the system administrator whose area holds it') }))
    }
  }
  await tx.query('update post set ended = $2::timestamptz, until = greatest(since, $2::timestamptz) where account = $1::uuid and ended is null and (until is null or until > $2::timestamptz)', [account, at.toISOString()])
  await tx.query('update account set closed = $2::timestamptz where id = $1::uuid', [account, at.toISOString()])
  await tx.query('select sign_in_ends($1::uuid, true)', [account])
}
