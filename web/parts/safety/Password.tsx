import { use, useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { KitContext } from './kit.ts'

/** Changing one's password; every other sign-in ends with it. */
export const Password = () => {
  const { t, say } = useLang()
  const { Text, Button } = use(KitContext)
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [busy, setBusy] = useState(false)
  const [changed, setChanged] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const change = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    setChanged(false)
    try {
      await send(paths.changePassword(old, fresh))
      setOld('')
      setFresh('')
      setChanged(true)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const ready = old !== '' && fresh !== ''
  return (
    <form aria-label={t('更改密码', 'Change the password')} onSubmit={event => { event.preventDefault(); if (ready && !busy) void change() }}>
      <Text id="old-password" label={t('现密码', 'Present password')} value={old} set={setOld} complete="current-password" secret />
      <Text id="new-password" label={t('新密码', 'New password')} value={fresh} set={setFresh} complete="new-password" secret />
      {problem && (
        <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
          {problem.faults?.map(fault => <p key={fault.fact}>{say(fault.why)}</p>)}
        </RefusalNote>
      )}
      {changed && <p role="status">{t('密码已更改，其他各处登录已退出', 'The password was changed, and every other sign-in ended')}</p>}
      <div className="submit"><Button submit busy={busy} disabled={!ready}>{t('更改密码', 'Change the password')}</Button></div>
    </form>
  )
}
