import { Link, useLocation } from 'wouter'
import type { Problem } from '../../../server/wire.ts'
import { problemOf } from '../api.ts'
import { useLang } from '../lang.ts'
import { RefusalNote } from '../RefusalNote.tsx'

/** What the server answered instead: why, under which article, and what can be done. */
export const Trouble = ({ problem }: { readonly problem: Problem }) => {
  const { t } = useLang()
  const [location] = useLocation()
  return (
    <RefusalNote why={problem.words} basis={problem.basis} remedy={problem.remedy} loud>
      {problem.status === 401 && !location.startsWith('/sign-in') && (
        <div className="buttons"><Link className="button" href={`/sign-in?then=${encodeURIComponent(location)}`}>{t('登录', 'Sign in')}</Link></div>
      )}
    </RefusalNote>
  )
}

export const Waiting = () => {
  const { t } = useLang()
  return <p className="wait" role="status">{t('正在取……', 'Loading …')}</p>
}

/** A list that is on its way: as many empty lines as a screen shows, so that nothing jumps when it is there. */
export const WaitingList = () => {
  const { t } = useLang()
  return (
    <div className="bones">
      <p className="wait" role="status">{t('正在取……', 'Loading …')}</p>
      <div className="list" aria-hidden="true">{[1, 2, 3, 4].map(line => <div key={line} className="bone"><i /><i /></div>)}</div>
    </div>
  )
}

/** A list or page that did not arrive, with the way to try again. */
export const Failed = ({ error, again }: { readonly error: unknown; readonly again: () => void }) => {
  const { t } = useLang()
  return (
    <div className="stack">
      <Trouble problem={problemOf(error)} />
      <button type="button" className="button" onClick={again}>{t('重试', 'Try again')}</button>
    </div>
  )
}
