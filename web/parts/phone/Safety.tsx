import { useState } from 'react'
import { useRouter, useSearch } from 'wouter'
import type { Problem, SessionView } from '../../../server/wire.ts'
import { problemOf, send } from '../api.ts'
import { deviceOf } from '../device.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { Factor } from '../safety/Factor.tsx'
import { howMade } from '../safety/how-made.ts'
import { Channels } from '../notify/Channels.tsx'
import { KitContext } from '../safety/kit.ts'
import { Link } from '../safety/Link.tsx'
import { Password } from '../safety/Password.tsx'
import { shortStamp } from '../time.ts'
import { useAsk } from '../useAsk.ts'
import { useNow } from '../useNow.ts'
import { phoneKit } from './kit.tsx'
import { Page } from './Page.tsx'
import { Failed, Trouble, Waiting } from './Trouble.tsx'

/** Where one is signed in, and what proves who one is: the same in both phone doors. */
export const Safety = () => {
  const { t, say } = useLang()
  const { base } = useRouter()
  const refused = new URLSearchParams(useSearch()).get('refused')
  const found = useAsk(paths.safety(), { fresh: 0 })
  const safety = found.data
  return (
    <Page title={t('登录与安全', 'Sign-in and safety')}>
      <KitContext value={phoneKit}>
        <div className="stack safety">
          <section className="stack" aria-labelledby="safe-sessions">
            <h2 id="safe-sessions">{t('您在这些地方登录', 'Where you are signed in')}</h2>
            <Sessions />
          </section>
          {found.isPending && <Waiting />}
          {found.isError && <Failed error={found.error} again={() => void found.refetch()} />}
          {safety && (
            <section className="card stack" aria-labelledby="safe-factor">
              <h2 id="safe-factor">{t('动态验证码', 'Second factor')}</h2>
              <Factor safety={safety} />
            </section>
          )}
          {safety?.sso && (
            <section className="card stack" aria-labelledby="safe-sso">
              <h2 id="safe-sso">{say(safety.sso.name)}</h2>
              <Link safety={safety} here={`${base}/safety`} refused={refused} />
            </section>
          )}
          <section className="card stack" aria-labelledby="safe-channels">
            <h2 id="safe-channels">{t('通知方式', 'Where notices go')}</h2>
            <NoticesOut />
          </section>
          {safety?.password === true && (
            <section className="card stack" aria-labelledby="safe-password">
              <h2 id="safe-password">{t('密码', 'Password')}</h2>
              <Password />
            </section>
          )}
        </div>
      </KitContext>
    </Page>
  )
}

const NoticesOut = () => {
  const found = useAsk(paths.channels(), { fresh: 0 })
  if (found.isPending) return <Waiting />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return <Channels found={found.data} again={found.refetch} />
}

const Sessions = () => {
  const { t } = useLang()
  const found = useAsk(paths.sessions(), { fresh: 0 })
  const [problem, setProblem] = useState<Problem>()
  const end = async (id?: string): Promise<void> => {
    setProblem(undefined)
    try {
      await send(paths.endSessions(id))
      await found.refetch()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  if (found.isPending) return <Waiting />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <>
      {problem && <Trouble problem={problem} />}
      <ul className="list">{found.data.map(session => <li key={session.id}><Session session={session} end={() => void end(session.id)} /></li>)}</ul>
      {found.data.length > 1 && <button type="button" className="button" onClick={() => void end()}>{t('退出其他所有登录', 'Sign out everywhere else')}</button>}
    </>
  )
}

const Session = ({ session, end }: { readonly session: SessionView; readonly end: () => void }) => {
  const { lang, t, say } = useLang()
  const now = useNow()
  const name = session.program === undefined ? deviceOf(session.agent) : t(`程序：${session.program}`, `Program: ${session.program}`)
  return (
    <div className="line line-go">
      <div>
        <span className="line-title">{name === '' ? t('未知设备', 'Unknown device') : name}</span>
        <p className="small soft">{say(howMade(session))}</p>
        <p className="small soft">{t('最近使用', 'last used')} <time dateTime={session.used}>{shortStamp(session.used, lang, now)}</time></p>
        {session.copy && <p className="small soft">{t('本机存有离线副本', 'Holds an offline copy')} · {t('更新于', 'as of')} {shortStamp(session.copy.synced, lang, now)}{session.copy.unsent > 0 && t(` · 当时 ${session.copy.unsent} 条未发送`, ` · ${session.copy.unsent} unsent then`)}{!session.current && t('。退出后，它下次联网时清除。', '. Ended here, it is wiped when that device is next online.')}</p>}
      </div>
      {session.current ? <span className="tag done">{t('本次', 'This one')}</span>
        : <button type="button" className="button" aria-label={`${t('退出', 'End')} ${name}`} onClick={end}>{t('退出', 'End')}</button>}
    </div>
  )
}
