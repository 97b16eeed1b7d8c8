import { isAdministrator, unfitPost, whyNotConfirm, whyNotEnd, whyNotPropose, type WantedPost } from '../kernel/appoint.ts'
import { legalDay } from '../kernel/calendar.ts'
import { classes, postKinds, type Class, type PostKind } from '../kernel/post.ts'
import { refuse, Refused, type Refusal } from '../kernel/refusal.ts'
import { words, type JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import { holdAccount } from './accounts-held.ts'
import { standFast, standsFast } from './posts-standing.ts'

const textIn = (row: JsonObject, name: string): string => {
  const value = row[name]
  if (typeof value !== 'string' || value === '') throw new Error(`a post needs ${name}`)
  return value
}

const isKind = (kind: string): kind is PostKind => Object.hasOwn(postKinds, kind)
const isClass = (name: string): name is Class => Object.hasOwn(classes, name)

const wantedOf = (row: JsonObject): WantedPost => {
  const [kind, clearance, office] = [textIn(row, 'kind'), textIn(row, 'clearance'), row['office']]
  if (!isKind(kind) || !isClass(clearance)) throw new Error(`no such post: ${kind} ${clearance}`)
  return { account: textIn(row, 'account'), kind, clearance, region: textIn(row, 'region'), ...(typeof office === 'string' && { office }) }
}

const hold = (refused: Refusal | undefined): void => {
  if (refused) throw new Refused(refused)
}

/**
 * Gives a post or ends one, in the transaction of the step that decided it (Art. 20.2). Whoever proposed and whoever confirms must hold their
 * posts at this very moment, and those must still reach as far: what was decided on before is asked again with both rows held fast. Throws
 * `Refused`, and nothing is written.
 */
export const recordPost = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  if (row['do'] === 'end') await end(tx, row, at)
  else await give(tx, row, at)
}

/** From which post it was proposed, as its first entry says. */
const proposedFrom = async (tx: Tx, county: string, matter: string): Promise<string> => {
  const [entry] = await tx.query<{ post: string | null }>(`select actor ->> 'post' as post from entry where county = $1 and matter = $2::uuid and seq = 1`, [county, matter])
  if (!entry?.post) throw new Error(`the appointment ${matter} was proposed from no post`)
  return entry.post
}

const give = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const [id, by, wanted] = [textIn(row, 'post'), textIn(row, 'by'), wantedOf(row)]
  const from = await proposedFrom(tx, textIn(row, 'county'), id)
  const standing = await standFast(tx, [from, by], at)
  const [proposer, confirmer] = [standing.get(from), standing.get(by)]
  if (!proposer || !confirmer) throw new Error('both stood a moment ago')
  hold(unfitPost(wanted) ?? whyNotPropose(proposer, wanted) ?? whyNotConfirm(confirmer, wanted, proposer.account))
  await refuseEnded(tx, wanted.region, at)
  await holdAccount(tx, wanted.account)
  if (isAdministrator(wanted.kind)) await refuseSecond(tx, wanted, row)
  await tx.query(
    `insert into post (id, account, kind, office, region, clearance, since, until) values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz)`,
    [id, wanted.account, wanted.kind, wanted.office ?? null, wanted.region, wanted.clearance, textIn(row, 'since'), textIn(row, 'until')])
}

/** A grid that was split or merged since it was proposed: nobody is given the wider place in its stead. */
const refuseEnded = async (tx: Tx, region: string, at: Date): Promise<void> => {
  const [ended] = await tx.query('select code from region where code = $1 and until <= $2::date', [region, legalDay(at)])
  if (ended) throw new Refused(refuse('place-ended', words('岗位所在的网格已撤销', 'The grid of the post has ended'), { remedy: words('请按新网格重新提出任命', 'Propose it anew for one of the new grids') }))
}

/** The three stand apart. The database holds to it as well, but can't say so in words. */
const refuseSecond = async (tx: Tx, { account, kind }: WantedPost, row: JsonObject): Promise<void> => {
  const [other] = await tx.query<{ kind: PostKind }>(
    `select kind from post where account = $1::uuid and kind <> $2 and kind in ('systemAdmin', 'securityAdmin', 'auditor')
       and tstzrange(since, until) && tstzrange($3::timestamptz, $4::timestamptz) limit 1`, [account, kind, textIn(row, 'since'), textIn(row, 'until')])
  if (!other) return
  const { zh, en } = postKinds[other.kind]
  throw new Refused(refuse('two-administrators', words(`该账号同期已任${zh}，三类管理员不得兼任`, `The account is ${en.toLowerCase()} at that time; no account holds two kinds of administrator`), {
    remedy: words('请先免去原管理员岗位，或任命他人', 'End that post first, or appoint somebody else'),
  }))
}

const end = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  const by = await standsFast(tx, textIn(row, 'by'), at)
  const [held] = await tx.query<Omit<WantedPost, 'office'> & { readonly office: string | null }>(
    `select account, kind, region, office, clearance from post where id = $1::uuid and ended is null and (until is null or until > $2::timestamptz) for update`, [textIn(row, 'post'), at.toISOString()])
  if (!held) throw new Refused(refuse('post-ended', words('该岗位已经结束', 'That post has ended already')))
  const { office, ...rest } = held
  hold(whyNotEnd(by, { ...rest, ...(office !== null && { office }) }))
  await tx.query('update post set ended = $2::timestamptz, until = greatest(since, $2::timestamptz) where id = $1::uuid', [textIn(row, 'post'), at.toISOString()])
}
