import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRouter, useSearch } from 'wouter'
import type { DemoPerson, Problem } from '../../../server/wire.ts'
import { problemOf, send, type Command } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { CodeStep } from '../safety/CodeStep.tsx'
import { KitContext } from '../safety/kit.ts'
import { Refused } from '../safety/Refused.tsx'
import { SingleSignOn } from '../safety/SingleSignOn.tsx'
import { usePasswordSignIn } from '../safety/usePasswordSignIn.ts'
import { useAsk } from '../useAsk.ts'
import { goToDoor, type Door } from './doors.ts'
import { described, Field } from './inputs/Field.tsx'
import { phoneKit } from './kit.tsx'
import { Page } from './Page.tsx'
import { Trouble } from './Trouble.tsx'

/** An address inside this door, never another site's. */
const inside = (then: string | null): string | undefined => (then !== null && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : undefined)

/** Sign-in by name and password; in demo mode also as one of each kind of person, with one tap. */
export const SignIn = ({ door }: { readonly door: Door }) => {
  const { t } = useLang()
  const client = useQueryClient()
  const [, go] = useLocation()
  const { base } = useRouter()
  const asked = new URLSearchParams(useSearch())
  const then = inside(asked.get('then'))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const entered = async (to: Door = door): Promise<void> => {
    await client.resetQueries()
    // Who was on the way to something goes on with it; others go where their work is.
    if (then !== undefined && then !== '/') go(then, { replace: true })
    else if (!goToDoor(to)) go('/', { replace: true })
  }
  const enter = async (command: Command<unknown>, to: Door): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await send(command)
      await entered(to)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('登录', 'Sign in')} lead={then?.startsWith('/report') === true ? t('登录后就能提交，您填写的内容还在。', 'Sign in to send it; what you typed is kept.') : undefined}>
      <div className="stack wide">
        {problem ? <Trouble problem={problem} /> : <Refused code={asked.get('refused')} />}
        <People door={door} busy={busy} enter={enter} />
        <SingleSignOn next={`${base}${then ?? '/'}`} look="button large" />
        <Password entered={entered} />
      </div>
    </Page>
  )
}

type Enter = (command: Command<unknown>, to: Door) => Promise<void>

const Password = ({ entered }: { readonly entered: () => Promise<void> }) => {
  const { t } = useLang()
  const { busy, problem, second, first, withCode, back } = usePasswordSignIn(entered)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const ready = name.trim() !== '' && password !== '' && !busy
  if (second !== undefined) {
    return <KitContext value={phoneKit}><div className="card"><CodeStep name={second} busy={busy} problem={problem} enter={code => void withCode(code)} back={() => { setPassword(''); back() }} /></div></KitContext>
  }
  return (
    <form
      className="stack card" aria-label={t('用账号登录', 'Sign in with an account')}
      onSubmit={event => {
        event.preventDefault()
        if (ready) void first(name.trim(), password)
      }}
    >
      <h2>{t('用账号登录', 'With an account')}</h2>
      <Field id="sign-in-name" label={t('账号', 'Account name')}>
        <input id="sign-in-name" className="input" autoComplete="username" autoCapitalize="none" value={name} onChange={event => setName(event.target.value)} {...described('sign-in-name', undefined, undefined)} />
      </Field>
      <Field id="sign-in-password" label={t('密码', 'Password')}>
        <input id="sign-in-password" className="input" type="password" autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} />
      </Field>
      {problem && <Trouble problem={problem} />}
      <button type="submit" className="button main large" aria-disabled={!ready}>{busy ? t('正在登录……', 'Signing in …') : t('登录', 'Sign in')}</button>
    </form>
  )
}

const People = ({ door, busy, enter }: { readonly door: Door; readonly busy: boolean; readonly enter: Enter }) => {
  const { t, say } = useLang()
  const people = useAsk(paths.demoPeople(), { fresh: 600_000 })
  if (!people.data || people.data.length === 0) return null
  const mine = people.data.filter(person => person.door === door)
  const others = people.data.filter(person => person.door !== door)
  const list = (some: readonly DemoPerson[]) => (
    <ul className="list">
      {some.map(person => (
        <li key={person.id}>
          <button type="button" className="line line-button" aria-disabled={busy} onClick={() => void enter(paths.demoSignIn(person.id), person.door)}>
            <span className="line-title">{say(person.title)} · {person.name}</span>
            <span className="soft">{say(person.place)}</span>
            <span className="small">{say(person.sees)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <section className="stack" aria-labelledby="demo-people">
      <div>
        <h2 id="demo-people">{t('演示：点一下，以这个人进入', 'Demo: enter as one of these people')}</h2>
        <p className="soft">{t('以下人物和事项都是编造的。', 'These people and their matters are invented.')}</p>
      </div>
      {list(mine)}
      {others.length > 0 && <><h3>{t('其他工作人员（进入各自的页面）', 'Others (each enters at their own door)')}</h3>{list(others)}</>}
    </section>
  )
}
