import { reads, type Class } from '../kernel/post.ts'
import { refuse, Refused } from '../kernel/refusal.ts'
import { isWithin } from '../kernel/region.ts'
import { words, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { emergencyFor } from './emergencies.ts'
import { standsFast } from './posts-standing.ts'

const textIn = (row: JsonObject, name: string): string => {
  const value = row[name]
  if (typeof value !== 'string' || value === '') throw new Error(`a grant needs ${name}`)
  return value
}

const beyond = (): Refused =>
  new Refused(refuse('beyond-reach', words('审批人的岗位已不足以授权', 'The post of who decides no longer reaches so far'), { basis: ['20.2'], remedy: words('请由在任且权限足够的负责人审批', 'Have a lead of sufficient reach decide') }))

/**
 * Opens a grant or closes one, in the transaction of the step that decided it (Art. 20.2). Who gives it must hold the post at this very moment and
 * read as far themselves, its row held fast; one taken in an emergency needs its order still in force. Throws `Refused`, and nothing is written.
 */
export const recordGrant = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const key = [textIn(row, 'county'), textIn(row, 'id')]
  if (row['do'] === 'close') await tx.query('update access_grant set ended = $3::timestamptz where county = $1 and id = $2::uuid and ended is null', [...key, at.toISOString()])
  else await open(tx, key, row, at)
}

const open = async (tx: Tx, key: readonly string[], row: JsonObject, at: Date): Promise<void> => {
  const [region, wanted] = [textIn(row, 'region'), textIn(row, 'class') as Class]
  const receiver = await standsFast(tx, textIn(row, 'post'), at)
  if (receiver.account !== row['account']) throw new Error('a grant goes to who asked, in the post they asked from')
  if (row['emergency'] === true) {
    if (!await emergencyFor(tx, region, at.toISOString())) throw new Refused(refuse('no-emergency', words('应急决定已结束', 'The emergency order has ended')))
  } else {
    const giver = await standsFast(tx, textIn(row, 'grantor'), at)
    if (giver.account === receiver.account || giver.kind !== 'lead' || !reads(giver.clearance, wanted) || !isWithin(region, giver.region)) throw beyond()
  }
  const facts = Array.isArray(row['facts']) ? `{${row['facts'].map(String).join(',')}}` : null
  const register = typeof row['register'] === 'string' ? row['register'] : null
  await tx.query(
    `insert into access_grant (county, id, account, post, target, register, region, class, facts, emergency, since, until)
     values ($1, $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8, $9::text[], $10, $11::timestamptz, $12::timestamptz)`,
    [...key, receiver.account, receiver.id, typeof row['target'] === 'string' ? row['target'] : null, register, register === null ? null : region, wanted, facts, row['emergency'] === true, at.toISOString(), textIn(row, 'until')])
}
