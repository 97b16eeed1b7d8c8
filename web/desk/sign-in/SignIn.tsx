import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { problemOf, send, type Command } from '../../parts/api.ts'
import { setLang, useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { ByInvitation } from './ByInvitation.tsx'
import { DemoPeople } from './DemoPeople.tsx'

const SignIn = () => {
  const { lang, t } = useLang()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const enter = async (command: Command<unknown>): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(command)
      await client.resetQueries()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <main className="sign-in">
      <div className="sign-in-side">
        <header className="sign-in-head">
          <span className="seal seal-large" aria-hidden="true">善</span>
          <div>
            <h1>{t('善治 · 办公', 'Shanzhi · Desk')}</h1>
            <p>{t('基层社会治理：依条例办事，事事有回音', 'Grassroots governance, by the regulation')}</p>
          </div>
        </header>
        <form
          className="sign-in-form" aria-busy={busy}
          onSubmit={event => {
            event.preventDefault()
            const given = new FormData(event.currentTarget)
            const text = (name: string): string => { const value = given.get(name); return typeof value === 'string' ? value : '' }
            void enter(paths.signIn(text('name').trim(), text('password')))
          }}
        >
          <label htmlFor="name">{t('账号', 'Account')}</label>
          <Input id="name" name="name" size="large" autoComplete="username" required maxLength={100} />
          <label htmlFor="password">{t('密码', 'Password')}</label>
          <Input.Password id="password" name="password" size="large" autoComplete="current-password" required maxLength={200} />
          {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
          <Button type="primary" size="large" htmlType="submit" loading={busy} block>{t('登录', 'Sign in')}</Button>
        </form>
        <ByInvitation enter={(name, password) => void enter(paths.signIn(name, password))} />
        <p className="sign-in-foot">
          <button type="button" className="plain" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>{lang === 'zh' ? 'English' : '中文'}</button>
        </p>
      </div>
      <DemoPeople busy={busy} enter={person => void enter(paths.demoSignIn(person.id))} />
    </main>
  )
}

export default SignIn
