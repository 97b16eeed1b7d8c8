import { createInterface } from 'node:readline/promises'
import { isUuid } from '../../kernel/facts.ts'
import { credentials } from '../../server/auth/credentials.ts'
import { makeLibrary } from '../../server/auth/library.ts'
import { holdingOf } from '../../server/auth/account.ts'
import { keyFor } from '../../server/settings/keys.ts'
import { textOf, type Command } from '../command.ts'
import { openPlace } from '../place.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

/** Gives an account its user name and password, read from standard input: never from the command line, which others may see. */
export const password: Command = {
  usage: 'password --account ID --name NAME', zh: '为账号设置用户名和密码（密码从标准输入读取）', en: 'give an account a user name and password (read from standard input)',
  options: { account: { type: 'string' }, name: { type: 'string' } },
  run: async given => {
    const [account, name] = [textOf(given, 'account'), textOf(given, 'name')]
    if (!isUuid(account) || name === undefined) throw new Stop('须给出 --account（账号编号）和 --name（用户名）', 'Give --account (its id) and --name (the user name)', 2)
    const { database, secret, settings } = await openPlace()
    try {
      if (!await holdingOf(database, account, new Date())) throw new Stop('没有这个账号', 'There is no such account')
      say('请输入密码：', 'Type the password:')
      const lines = createInterface({ input: process.stdin })
      const typed = (await lines[Symbol.asyncIterator]().next()).value ?? ''
      lines.close()
      const library = makeLibrary(database, { secret: keyFor(secret, 'sign-in').toString('base64url'), url: settings.PUBLIC_URL, sessionDays: settings.SESSION_DAYS })
      const refused = await credentials(database, library).set(account, name, typed)
      if (refused) throw new Stop(refused.why.zh, refused.why.en)
      say('已设置', 'Done')
    } finally {
      await database.close()
    }
  },
}
