import { refuse, Refused } from '../kernel/refusal.ts'
import { words } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

/** An account still open, held until the transaction is done: nobody closes it meanwhile, nor gives it a second post of administrator. Throws `Refused`. */
export const holdAccount = async (tx: Tx, account: string): Promise<void> => {
  const [open] = await tx.query('select id from account where id = $1::uuid and closed is null for no key update', [account])
  if (!open) throw new Refused(refuse('account-closed', words('没有这个账号，或已停用', 'There is no such account, or it is closed'), { remedy: words('恢复须重新开立账号', 'To come back it is opened anew') }))
}
