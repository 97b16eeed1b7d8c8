import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../store/database.ts'
import type { Identity } from '../../auth/identity.ts'
import { postKinds } from '../../../kernel/post.ts'

export type Webhook = { readonly id: string; readonly account: string; readonly program: string; readonly url: string; readonly turn: number; readonly turned: Date; readonly made: Date; readonly ended: Date | null; readonly why: string | null }

const columns = 'id, account, program, url, turn, turned, made, ended, why'

/** Where a program's post sees all; of one that does not see an area, its office and its person decide. */
const regionOf = ({ actor }: Identity): string | null => (actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' ? actor.region : null)

export const makeWebhook = async (tx: Tx, program: Identity, url: string, now: Date): Promise<string> => {
  const id = randomUUID()
  await tx.query(
    `insert into webhook (id, account, program, post, region, office, url, turned, made) values ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6, $7, $8::timestamptz, $8::timestamptz)`,
    [id, program.account, program.session, program.post ?? null, regionOf(program), program.actor.office ?? null, url, now.toISOString()])
  return id
}

export const webhooksOf = (tx: Tx, account: string): Promise<readonly Webhook[]> =>
  tx.query<Webhook>(`select ${columns} from webhook where account = $1::uuid order by made desc, id limit 100`, [account])

export const webhook = async (tx: Tx, id: string, account?: string): Promise<Webhook | undefined> =>
  (await tx.query<Webhook>(`select ${columns} from webhook where id = $1::uuid and ($2::uuid is null or account = $2::uuid)`, [id, account ?? null]))[0]

/** Why a webhook takes no more: its person said so, its program is gone, its address answered that it is gone. */
export type End = 'ended' | 'program-gone' | 'address-gone'

export const endWebhook = async (tx: Tx, id: string, why: End, now: Date): Promise<void> => {
  await tx.query(`update webhook set ended = $2::timestamptz, why = $3 where id = $1::uuid and ended is null`, [id, now.toISOString(), why])
  await tx.query(`delete from delivery where target = $1::uuid and state = 'waiting'`, [id])
}

/** Goes on to another secret; answers which it is now. */
export const turnSecret = async (tx: Tx, id: string, now: Date): Promise<number | undefined> =>
  (await tx.query<{ turn: number }>('update webhook set turn = turn + 1, turned = $2::timestamptz where id = $1::uuid and ended is null returning turn', [id, now.toISOString()]))[0]?.turn
