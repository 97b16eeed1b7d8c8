import { words } from '../../kernel/words.ts'
import { links, type Links } from '../../server/auth/sso/links.ts'
import { providerIn } from '../../server/auth/sso/settings.ts'
import { tell } from '../../server/auth/tell.ts'
import { keyFor } from '../../server/settings/keys.ts'
import { openSignIn, type SignInPlace } from '../account.ts'
import { givenAt } from '../arguments.ts'
import type { Command } from '../command.ts'
import { say } from '../say.ts'
import { Stop } from '../stop.ts'

const linksOf = ({ database, secret, settings }: SignInPlace): Links => {
  const provider = providerIn(settings)
  if (!provider) throw new Stop('尚未设置 OIDC_ISSUER 等单点登录设置', 'No identity provider is set: OIDC_ISSUER and its fellows')
  return links(database, keyFor(secret, 'sso'), provider)
}

/** Links an identity of the provider to an open account, so that it may sign in to it. */
export const link: Command = {
  usage: 'link ACCOUNT_OR_USERNAME SUBJECT', takes: 2, options: {},
  zh: '把统一身份（OIDC_CLAIM 声明的值）关联到账号，本人方可单点登录', en: 'link an identity of the provider (the value of its claim OIDC_CLAIM) to an account, which lets it sign in',
  run: async given => {
    const [who, subject] = [givenAt(given, 0), givenAt(given, 1)]
    const place = await openSignIn()
    try {
      const kept = linksOf(place)
      const account = await place.accountOf(who)
      await place.credentials.admit(account)
      const refused = await kept.set(account, subject, new Date())
      if (refused) throw new Stop(refused.why.zh, refused.why.en)
      await tell(place.database, account, new Date(), words('管理员已为您的账号关联统一身份认证', 'An administrator linked your account to single sign-on'))
      say('已关联', 'Linked')
    } finally {
      await place.database.close()
    }
  },
}

/** Takes a link back; sign-ins made by it end. */
export const unlink: Command = {
  usage: 'unlink ACCOUNT_OR_USERNAME', takes: 1, options: {},
  zh: '解除账号的统一身份关联，并退出该账号的各处登录', en: 'take back an account’s link to the provider, and end its sign-ins',
  run: async given => {
    const who = givenAt(given, 0)
    const place = await openSignIn()
    try {
      const account = await place.accountOf(who)
      if (!await linksOf(place).remove(account)) throw new Stop('这个账号没有关联', 'This account is not linked')
      await place.sessions.end(account, { allBut: undefined })
      await tell(place.database, account, new Date(), words('管理员已解除您账号的统一身份关联', 'An administrator took back your account’s link to single sign-on'))
      say('已解除', 'Done')
    } finally {
      await place.database.close()
    }
  },
}
