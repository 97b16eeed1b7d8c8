import { App, Button } from 'antd'
import { problemOf, send } from '../../parts/api.ts'
import { deviceOf } from '../../parts/device.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { howMade } from '../../parts/safety/how-made.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'
import { NewProgram } from './NewProgram.tsx'

/** Where this account is signed in, each to be ended. */
export const Sessions = () => {
  const { t, say } = useLang()
  const { message } = App.useApp()
  const found = useAsk(paths.sessions(), { fresh: 0 })
  const end = async (id?: string): Promise<void> => {
    try {
      await send(paths.endSessions(id))
      await found.refetch()
    } catch (error) {
      void message.error(say(problemOf(error).words))
    }
  }
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  return (
    <>
      <ul className="sessions">
        {found.data.map(session => (
          <li key={session.id}>
            {session.program === undefined ? <span title={session.agent}>{deviceOf(session.agent)}</span> : <span>{t('程序', 'Program')} <b>{session.program}</b></span>}
            <span className="quiet">
              {session.program === undefined && <>{say(howMade(session))} · </>}
              {session.until === undefined
                ? <>{t('登录于', 'since')} {stamp(session.since)} · {t('最近使用', 'last used')} {stamp(session.used)}</>
                : <>{t('创建于', 'made')} {stamp(session.since)} · {t('有效至', 'valid to')} {stamp(session.until)}</>}
              {session.copy && <> · {t('存有离线副本，更新于', 'holds an offline copy as of')} {stamp(session.copy.synced)}</>}
            </span>
            {session.current ? <b>{t('本次', 'this one')}</b> : <Button size="small" onClick={() => void end(session.id)}>{t('结束', 'End')}</Button>}
          </li>
        ))}
      </ul>
      {found.data.length > 1 && <Button onClick={() => void end()}>{t('结束其他所有登录和程序', 'End all others, programs too')}</Button>}
      <NewProgram made={() => void found.refetch()} />
    </>
  )
}
