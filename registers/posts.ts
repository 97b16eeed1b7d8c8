import { postKinds, type Actor, type Class, type PostKind } from '../kernel/post.ts'
import { working } from '../kernel/who.ts'
import type { Tx } from '../store/database.ts'

/** A role held now. `office` is absent for one held in a place without an office. */
export type Post = {
  readonly id: string
  readonly account: string
  readonly kind: Exclude<PostKind, 'resident'>
  readonly office?: string
  readonly region: string
  readonly clearance: Class
}

/** Who signs in. `home` is the village lived in, where known. */
export type Account = { readonly id: string; readonly name: string; readonly pinyin: string; readonly home?: string; readonly person?: string; readonly invented: boolean }

/** Acting from a post, or, without one, as a resident of the home village. */
export const actorOf = (account: Pick<Account, 'id' | 'home'>, post?: Post): Actor =>
  post === undefined
    ? { account: account.id, kind: 'resident', region: account.home ?? '', clearance: postKinds.resident.clearance }
    : { account: account.id, kind: post.kind, post: post.id, ...(post.office !== undefined && { office: post.office }), region: post.region, clearance: post.clearance }

type PostRead = Omit<Post, 'office'> & { readonly office: string | null }

const postOf = ({ office, ...rest }: PostRead): Post => ({ ...rest, ...(office !== null && { office }) })

const held = 'p.since <= $2::timestamptz and (p.until is null or p.until > $2::timestamptz)'

/** The posts an account holds at an instant, highest place first. */
export const postsOf = async (tx: Tx, account: string, at: Date): Promise<readonly Post[]> =>
  (await tx.query<PostRead>(
    `select id, account, kind, office, region, clearance from post p where account = $1::uuid and ${held} order by length(region), region, kind, id`,
    [account, at.toISOString()],
  )).map(postOf)

/** Who holds a post in an office at an instant, by name: the colleagues a matter may be assigned to. */
export const membersOf = async (tx: Tx, office: string, at: Date): Promise<readonly (Post & { readonly name: string })[]> =>
  (await tx.query<PostRead & { name: string; pinyin: string }>(
    `select p.id, p.account, p.kind, p.office, p.region, p.clearance, a.name from post p join account a on a.id = p.account
     where p.office = $1 and ${held} order by a.pinyin, p.id`,
    [office, at.toISOString()],
  )).map(row => ({ ...postOf(row), name: row.name }))

/** Those of these offices in which somebody holds, at an instant, a post that may accept what is dispatched there. */
export const staffedOffices = async (tx: Tx, offices: readonly string[], at: Date): Promise<readonly string[]> =>
  (await tx.query<{ office: string }>(
    `select office from unnest($1::text[]) as asked(office) where exists (select from post p where p.office = asked.office and p.kind = any($3::text[]) and ${held})`,
    [`{${offices.map(office => JSON.stringify(office)).join(',')}}`, at.toISOString(), `{${working.join(',')}}`],
  )).map(row => row.office)

/** Names of accounts by id, as far as the reader may see them. `any` beside an array uses the key's index; `in (select …)` read every account under its policy (7 ms at 1,000). */
export const namesOf = async (tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = accounts.length === 0 ? [] : await tx.query<{ id: string; name: string }>('select id, name from account where id = any($1::text::uuid[])', [`{${accounts.join(',')}}`])
  return new Map(rows.map(row => [row.id, row.name]))
}
