import type { Actor } from '../../kernel/post.ts'
import type { Grant } from '../../kernel/reach.ts'
import type { Tx } from '../database.ts'

/** What grants open of a matter to the reader's post just now, the widest first. None are asked for where the post holds none. */
export const grantsOn = async (tx: Tx, actor: Actor, matter: string): Promise<readonly Grant[]> => {
  if (actor.granted !== true || actor.post === undefined) return []
  return tx.query<Grant>(
    `select id, class, facts, emergency from access_grant where account = $1::uuid and post = $2::uuid and target = $3::uuid and since <= now() and until > now() and ended is null
     order by facts is not null, app_rank(class) desc, id`, [actor.account, actor.post, matter])
}

/** The grant that opens a register of a place to the reader's post just now. */
export const grantOnRoll = async (tx: Tx, actor: Actor, register: string, region: string): Promise<Grant | undefined> => {
  if (actor.granted !== true || actor.post === undefined) return undefined
  return (await tx.query<Grant>(
    `select id, class, facts, emergency from access_grant where account = $1::uuid and post = $2::uuid and register = $3 and starts_with($4, region) and since <= now() and until > now() and ended is null
     order by emergency, id limit 1`, [actor.account, actor.post, register, region]))[0]
}

/** Whether a post holds any grant just now. Ask as the platform. */
export const holdsGrants = async (tx: Tx, post: string): Promise<boolean> =>
  (await tx.query<{ there: boolean }>('select exists (select from access_grant where post = $1::uuid and until > now() and ended is null) as there', [post]))[0]?.there === true
