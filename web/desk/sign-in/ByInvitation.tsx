import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'

/** A first or a new password by the code that an administrator handed over; whoever set it is signed in with it. */
export const ByInvitation = ({ enter }: { readonly enter: (name: string, password: string) => void }) => {
  const { t } = useLang()
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [name, setName] = useState<string>()
  const accept = async (): Promise<void> => {
    setProblem(undefined)
    try {
      const accepted = await send(paths.acceptInvitation(code, password))
      setName(accepted.name)
      enter(accepted.name, password)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <details className="by-invitation">
      <summary>{t('首次登录：用邀请码设置密码', 'First sign-in: set a password by your code')}</summary>
      <form className="sign-in-form" onSubmit={event => { event.preventDefault(); void accept() }}>
        <label htmlFor="invitation-code">{t('邀请码', 'Code')}</label>
        <Input id="invitation-code" value={code} autoComplete="one-time-code" maxLength={60} onChange={event => setCode(event.target.value)} />
        <label htmlFor="invitation-password">{t('设置密码', 'Choose a password')}</label>
        <Input.Password id="invitation-password" value={password} autoComplete="new-password" maxLength={200} onChange={event => setPassword(event.target.value)} />
        {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
        {name !== undefined && <p role="status">{t(`密码已设置。您的用户名是 ${name}，以后用它登录。`, `The password is set. Your user name is ${name}: sign in by it from now on.`)}</p>}
        <Button htmlType="submit" disabled={code.trim() === '' || password === ''} block>{t('设置密码并登录', 'Set it and sign in')}</Button>
      </form>
    </details>
  )
}
