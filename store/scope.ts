import { postKinds, type Actor, type Reach } from '../kernel/post.ts'

const plain = /^[A-Za-z0-9/_:-]*$/

const checked = (value: string): string => {
  if (!plain.test(value)) throw new Error(`not a plain setting: ${JSON.stringify(value)}`)
  return value
}

const reachOf = (actor: Actor): Reach | 'all' => (actor.kind === 'clock' || actor.kind === 'system' ? 'all' : postKinds[actor.kind].reach)

const acts = (actor: Actor): boolean => actor.kind === 'clock' || actor.kind === 'system' || postKinds[actor.kind].acts

const uuid = /^[0-9a-f-]{36}$/

/**
 * Who is asking, as one transaction-local setting that the policies read. Sent as text because only `SET LOCAL` reaches
 * the workers of a distributed database; every value is checked to be plain. One setting, since six took half a millisecond.
 */
export const settings = (actor: Actor): string => {
  const values = [uuid.test(actor.account) ? actor.account : '', actor.office ?? '', actor.region, reachOf(actor), actor.clearance, acts(actor) ? 'on' : 'off',
    actor.post ?? '', actor.granted === true ? 'on' : 'off', actor.program === true ? 'on' : 'off']
  return `set local app.who = '${values.map(checked).join('|')}'`
}
