import { randomBytes } from 'node:crypto'
import fastifyCookie from '@fastify/cookie'
import { keyFor } from '../../server/settings/keys.ts'
import { asAdmin } from './admin.ts'
import type { Script } from './script.ts'
import { secret } from './world.ts'

/** Signs everybody in who acts in these lives; the cookie of each, by post, or by account for residents. Passwords are beside the point here. */
export const signIn = async (database: string, scripts: readonly Script[]): Promise<ReadonlyMap<string, string>> => {
  const actors = new Map(scripts.flatMap(script => script.map(line => [line.actor.post ?? line.actor.account, line.actor] as const)))
  const rows = [...actors.values()].map(({ account, post }) => ({ account, post, token: randomBytes(24).toString('base64url') }))
  await asAdmin(database, async client => {
    const given = [JSON.stringify(rows)]
    const from = `jsonb_to_recordset($1::jsonb) as r(account uuid, post uuid, token text)`
    await client.query(`insert into auth."user" (id, email) select distinct account, account || '@account.invalid' from ${from} on conflict (id) do nothing`, given)
    await client.query(`insert into auth.session (token, user_id, expires_at, post) select token, account, now() + interval '7 days', post from ${from}`, given)
  })
  const key = keyFor(secret, 'cookie').toString('base64url')
  return new Map(rows.map(({ account, post, token }) => [post ?? account, `shanzhi=${encodeURIComponent(fastifyCookie.sign(token, key))}`]))
}
