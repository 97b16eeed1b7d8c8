import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'

export const Password = () => {
  const { t, say } = useLang()
  const { message } = App.useApp()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const change = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(paths.changePassword(old, fresh))
      setOld('')
      setFresh('')
      void message.success(t('密码已更改', 'The password was changed'))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={event => { event.preventDefault(); void change() }}>
      <label htmlFor="old-password">{t('现密码', 'Present password')}</label>
      <Input.Password id="old-password" autoComplete="current-password" required value={old} onChange={event => setOld(event.target.value)} />
      <label htmlFor="new-password">{t('新密码', 'New password')}</label>
      <Input.Password id="new-password" autoComplete="new-password" required value={fresh} onChange={event => setFresh(event.target.value)} />
      {problem && (
        <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
          {problem.faults?.map(fault => <p key={fault.fact}>{say(fault.why)}</p>)}
        </RefusalNote>
      )}
      <div className="submit"><Button htmlType="submit" loading={busy} disabled={old === '' || fresh === ''}>{t('更改密码', 'Change the password')}</Button></div>
    </form>
  )
}
