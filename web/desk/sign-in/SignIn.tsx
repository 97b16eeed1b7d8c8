import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { navigate } from 'wouter/use-browser-location'
import type { DemoPerson, Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { setLang, useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { CodeStep } from '../../parts/safety/CodeStep.tsx'
import { KitContext } from '../../parts/safety/kit.ts'
import { Refused } from '../../parts/safety/Refused.tsx'
import { SingleSignOn } from '../../parts/safety/SingleSignOn.tsx'
import { usePasswordSignIn } from '../../parts/safety/usePasswordSignIn.ts'
import { deskKit } from '../kit.tsx'
import { base } from '../links.ts'
import { ByInvitation } from './ByInvitation.tsx'
import { DemoPeople } from './DemoPeople.tsx'

const SignIn = () => {
  const { lang, t } = useLang()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [location] = useLocation()
  const asked = new URLSearchParams(useSearch())
  const refused = asked.get('refused')
  asked.delete('refused')
  const here = `${base}${location}${asked.size > 0 ? `?${asked.toString()}` : ''}`
  const entered = async (): Promise<void> => {
    // Why one was not let in before is over with this.
    if (refused !== null) navigate(here, { replace: true })
    await client.resetQueries()
  }
  const byDemo = async (person: DemoPerson): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await send(paths.demoSignIn(person.id))
      await entered()
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
        <div className="sign-in-form">
          {problem ? <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud /> : <Refused code={refused} />}
          <ByPassword entered={entered} next={here} />
        </div>
        <p className="sign-in-foot">
          <button type="button" className="plain" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>{lang === 'zh' ? 'English' : '中文'}</button>
        </p>
      </div>
      <DemoPeople busy={busy} enter={person => void byDemo(person)} />
    </main>
  )
}

type Props = { readonly entered: () => Promise<void>; readonly next: string }

const ByPassword = ({ entered, next }: Props) => {
  const { t } = useLang()
  const { busy, problem, second, first, withCode, back } = usePasswordSignIn(entered)
  if (second !== undefined) return <KitContext value={deskKit}><CodeStep name={second} busy={busy} problem={problem} enter={code => void withCode(code)} back={back} /></KitContext>
  return (
    <>
      <form
        aria-busy={busy}
        onSubmit={event => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          const text = (name: string): string => { const value = given.get(name); return typeof value === 'string' ? value : '' }
          void first(text('name').trim(), text('password'))
        }}
      >
        <label htmlFor="name">{t('账号', 'Account')}</label>
        <Input id="name" name="name" size="large" autoComplete="username" required maxLength={100} />
        <label htmlFor="password">{t('密码', 'Password')}</label>
        <Input.Password id="password" name="password" size="large" autoComplete="current-password" required maxLength={200} />
        {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
        <Button type="primary" size="large" htmlType="submit" loading={busy} block>{t('登录', 'Sign in')}</Button>
      </form>
      <SingleSignOn next={next} look="sso-button" />
      <ByInvitation enter={(name, password) => void first(name, password)} />
    </>
  )
}

export default SignIn
