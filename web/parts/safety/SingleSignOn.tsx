import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { useAsk } from '../useAsk.ts'

/** The way to the government's identity provider, where there is one; it leads back to `next`, an address of ours. */
export const SingleSignOn = ({ next, look }: { readonly next: string; readonly look: string }) => {
  const { say } = useLang()
  const ways = useAsk(paths.signInWays(), { fresh: Number.POSITIVE_INFINITY }).data
  return ways?.sso ? <a className={look} href={paths.singleSignOn(next)}>{say(ways.sso)}</a> : null
}
