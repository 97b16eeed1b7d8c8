import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { words } from '../../kernel/words.ts'
import type { Site } from '../site.ts'
import { codeNeeded, type Proof } from './factors.ts'
import { tell } from './tell.ts'

/** What a person shows again before something about their sign-in is changed. */
export type Shown = { readonly password?: string; readonly code?: string }

/** Judges a code of an account under the lock-out. A recovery code that was used is told to the person, so that nobody uses theirs unseen. */
export const proveCode = async (site: Site, account: string, code: string | undefined): Promise<Proof | Refusal> => {
  if (code === undefined || code.trim() === '') return codeNeeded()
  const proof = await site.lockout.attempt(account, site.now(), 'code') ?? await site.factors.prove(account, code, site.now())
  if (isRefusal(proof)) return proof
  await site.lockout.forget(account, 'code')
  if (proof === 'recovery') {
    const state = await site.factors.state(account)
    const left = state.on ? state.left : 0
    await tell(site.house.database, account, site.now(), words(`您的一个恢复码已被使用，还剩 ${left} 个。若非本人操作，请立即修改密码`, `A recovery code of yours was used; ${left} are left. If it was not you, change your password at once`))
  }
  return proof
}

/** The password, where the account has one, and a current code, where it has a second factor; what else would be left to whoever finds a desk unlocked. */
export const proveAnew = async (site: Site, account: string, { password = '', code }: Shown): Promise<Refusal | undefined> => {
  if (await site.credentials.nameOf(account) !== undefined) {
    const refused = await site.lockout.attempt(account, site.now()) ?? await site.credentials.check(account, password)
    if (refused) return refused
    await site.lockout.forget(account)
  }
  if (!(await site.factors.state(account)).on) return undefined
  const proof = await proveCode(site, account, code)
  return isRefusal(proof) ? proof : undefined
}
