import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { factors } from '../server/auth/factors.ts'
import { links } from '../server/auth/sso/links.ts'
import { keyFor } from '../server/settings/keys.ts'
import { codeAt } from '../test/helpers/authenticator.ts'
import { bareEnvironment, beginData, runHere } from '../test/helpers/command.ts'
import { fillWorld, people } from '../test/helpers/world.ts'
import { openSignIn, type SignInPlace } from './account.ts'

const provider = { OIDC_ISSUER: 'https://id.example.gov.cn', OIDC_CLIENT_ID: 'shanzhi', OIDC_CLIENT_SECRET: 'a secret' }
let folder: string
let environment: NodeJS.ProcessEnv
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanzhi-account-'))
  await beginData(folder)
  environment = { ...bareEnvironment, DATA_DIR: folder, DEMO: 'off' }
})
after(() => rm(folder, { recursive: true, force: true }))

/** Works on the place itself, between two commands. */
const inside = async <T>(work: (place: SignInPlace) => Promise<T>): Promise<T> => {
  const place = await openSignIn(environment)
  try {
    return await work(place)
  } finally {
    await place.database.close()
  }
}

const run = async (args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<{ readonly code: number | null; readonly said: string }> => {
  const { code, out, err } = await runHere(args, { ...environment, ...more })
  return { code, said: out + err }
}

const notices = ({ database }: SignInPlace, account: string): Promise<readonly string[]> =>
  database.scoped({ ...people.handler, account }, async tx => (await tx.query<{ zh: string }>(`select words ->> 'zh' as zh from notice where account = $1::uuid order by at`, [account])).map(row => row.zh))

test('an administrator links an identity, takes it back, and resets a second factor; sign-ins end, and the person is told', async () => {
  const { account } = people.handler
  await inside(async place => {
    await fillWorld(place.database)
    assert.equal(await place.credentials.set(account, 'handler', 'tractor wind plum'), undefined)
    const kept = factors(place.database, keyFor(place.secret, 'factor'))
    const now = new Date()
    await kept.confirm(account, codeAt(await kept.begin(account, now), now), now)
    await place.sessions.open(account)
    await place.database.scoped(system, tx => tx.query('update account set closed = now() where id = $1::uuid', [people.urban.account]))
  })

  const without = await run(['link', 'handler', 'worker-1'])
  assert.deepEqual([without.code, /OIDC_ISSUER/.test(without.said)], [1, true], without.said)
  const closed = await run(['link', people.urban.account, 'worker-1'], provider)
  assert.deepEqual([closed.code, /没有这个账号/.test(closed.said)], [1, true], closed.said)
  assert.equal((await run(['link', 'Handler', 'worker-1'], provider)).code, 0)
  const taken = await run(['link', people.colleague.account, 'worker-1'], provider)
  assert.deepEqual([taken.code, /已关联另一个账号/.test(taken.said)], [1, true], taken.said)
  assert.equal((await run(['factor', 'reset', 'handler'])).code, 0)

  await inside(async place => {
    const kept = links(place.database, keyFor(place.secret, 'sso'), { issuer: provider.OIDC_ISSUER, claim: 'sub' })
    assert.equal(await kept.accountOf('worker-1'), account)
    assert.deepEqual(await factors(place.database, keyFor(place.secret, 'factor')).state(account), { on: false })
    assert.deepEqual(await place.sessions.list(account), [])
    assert.deepEqual((await notices(place, account)).map(zh => zh.slice(0, 9)), ['管理员已为您的账号', '管理员已停用您的动'])
    await place.sessions.open(account)
  })
  assert.equal((await run(['unlink', account], provider)).code, 0)
  await inside(async place => assert.deepEqual(await place.sessions.list(account), []))
})
