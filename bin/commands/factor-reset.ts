import { words } from '../../kernel/words.ts'
import { factors } from '../../server/auth/factors.ts'
import { lockout } from '../../server/auth/lockout.ts'
import { tell } from '../../server/auth/tell.ts'
import { keyFor } from '../../server/settings/keys.ts'
import { openSignIn } from '../account.ts'
import { givenAt } from '../arguments.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

/** For somebody who lost the phone and the recovery codes: their second factor goes, and with it every sign-in. Whoever runs this has made sure who asks. */
export const factorReset: Command = {
  usage: 'factor reset ACCOUNT_OR_USERNAME', takes: 1, options: {},
  zh: '为丢失手机和恢复码的人停用动态验证码，并退出其各处登录（须先核实本人）', en: 'remove the second factor of somebody who lost phone and recovery codes, and end their sign-ins (make sure who asks)',
  run: async given => {
    const who = givenAt(given, 0)
    const place = await openSignIn()
    try {
      const { database, secret, sessions } = place
      const account = await place.accountOf(who)
      if (!await factors(database, keyFor(secret, 'factor')).remove(account)) throw new Stop('这个账号没有动态验证码', 'This account has no second factor')
      await Promise.all([sessions.end(account, { allBut: undefined }), lockout(database, keyFor(secret, 'lockout').toString('base64url')).forget(account, 'code')])
      await tell(database, account, new Date(), words('管理员已停用您的动态验证码，请重新设置。若非您本人提出，请立即联系管理员', 'An administrator removed your second factor; set it up anew. If you did not ask for it, tell them at once'))
      say('已停用，请本人登录后重新设置', 'Removed; they set it up anew once signed in')
    } finally {
      await place.database.close()
    }
  },
}
