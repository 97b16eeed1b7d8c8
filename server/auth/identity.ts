import type { Actor } from '../../kernel/post.ts'

/** Who is asking, as a request carries it: the session, the account and the actor of the post acted from now. */
export type Identity = { readonly session: string; readonly account: string; readonly name: string; readonly actor: Actor; readonly post?: string; /** A second factor was shown with this sign-in. */ readonly factor: boolean; /** A program's, by the name it was given. */ readonly program?: string }

type Held = { readonly answer: Promise<Identity | undefined>; readonly until: number; account?: string }

/** Milliseconds for which an identity is believed without asking again: what a post loses, it loses within this time. */
const believed = 10_000
const most = 10_000

/**
 * Identities by session token, kept for ten seconds in the order of their use. Requests that arrive together ask once. What this
 * process changes it forgets at once; what another changes, within the ten seconds.
 */
export const identities = (find: (token: string) => Promise<Identity | undefined>, now: () => number = Date.now) => {
  const held = new Map<string, Held>()

  const ask = (token: string): Promise<Identity | undefined> => {
    const answer = find(token)
    const entry: Held = { answer, until: now() + believed }
    held.set(token, entry)
    answer.then(identity => {
      if (identity) entry.account = identity.account
      else if (held.get(token) === entry) held.delete(token)
    }, () => { if (held.get(token) === entry) held.delete(token) })
    const [oldest] = held.keys()
    if (held.size > most && oldest !== undefined) held.delete(oldest)
    return answer
  }

  return {
    of: (token: string): Promise<Identity | undefined> => {
      const known = held.get(token)
      if (known && known.until > now()) return known.answer
      held.delete(token)
      return ask(token)
    },
    forget: (token: string): void => { held.delete(token) },
    /** After what may concern anybody: a post given or ended, an account closed. It costs each who is there one look. */
    forgetAll: (): void => held.clear(),
    forgetAccount: (account: string): void => {
      for (const [token, entry] of held) if (entry.account === account) held.delete(token)
    },
  }
}

export type Identities = ReturnType<typeof identities>
