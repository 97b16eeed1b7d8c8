import { isUuid } from '../kernel/facts.ts'
import { holdingOf } from '../server/auth/account.ts'
import { credentials, type Credentials } from '../server/auth/credentials.ts'
import { makeLibrary } from '../server/auth/library.ts'
import { sessions, type Sessions } from '../server/auth/sessions.ts'
import { keyFor } from '../server/settings/keys.ts'
import { openPlace, type Place } from './place.ts'
import { Stop } from './stop.ts'

/** A place with its sign-in, for commands about somebody's account. */
export type SignInPlace = Place & {
  readonly credentials: Credentials
  readonly sessions: Sessions
  /** The open account of an id or a user name. Throws a `Stop` where there is none. */
  accountOf(who: string): Promise<string>
}

export const openSignIn = async (environment?: NodeJS.ProcessEnv): Promise<SignInPlace> => {
  const place = await openPlace(environment)
  const { database, secret, settings } = place
  const library = makeLibrary(database, { secret: keyFor(secret, 'sign-in').toString('base64url'), url: settings.PUBLIC_URL, sessionDays: settings.SESSION_DAYS })
  const known = credentials(database, library)
  return {
    ...place, credentials: known, sessions: sessions(database, library, settings.SESSION_DAYS),
    accountOf: async who => {
      const account = isUuid(who) ? who : await known.accountOf(who)
      if (account === undefined || !await holdingOf(database, account, new Date())) throw new Stop('没有这个账号', 'There is no such account')
      return account
    },
  }
}
