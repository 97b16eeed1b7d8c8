import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { DemoPerson, Problem } from '../../../server/wire.ts'
import { problemOf, send, type Command } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { useAsk } from '../useAsk.ts'
import { goToDoor, type Door } from './doors.ts'
import { described, Field } from './inputs/Field.tsx'
import { Page } from './Page.tsx'
import { Trouble } from './Trouble.tsx'

/** An address inside this door, never another site's. */
const inside = (then: string | null): string | undefined => (then !== null && /^\/(?![/\\])/.test(then) && !then.startsWith('/sign-in') ? then : undefined)

/** Sign-in by name and password; in demo mode also as one of each kind of person, with one tap. */
export const SignIn = ({ door }: { readonly door: Door }) => {
  const { t } = useLang()
  const client = useQueryClient()
  const [, go] = useLocation()
  const then = inside(new URLSearchParams(useSearch()).get('then'))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const enter = async (command: Command<unknown>, to: Door = door): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await send(command)
      await client.resetQueries()
      // Who was on the way to something goes on with it; others go where their work is.
      if (then !== undefined && then !== '/') go(then, { replace: true })
      else if (!goToDoor(to)) go('/', { replace: true })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('登录', 'Sign in')} lead={then?.startsWith('/report') === true ? t('登录后就能提交，您填写的内容还在。', 'Sign in to send it; what you typed is kept.') : undefined}>
      <div className="stack wide">
        {problem && <Trouble problem={problem} />}
        <People door={door} busy={busy} enter={enter} />
        <Password busy={busy} enter={enter} />
      </div>
    </Page>
  )
}

type Enter = (command: Command<unknown>, to?: Door) => Promise<void>

const Password = ({ busy, enter }: { readonly busy: boolean; readonly enter: Enter }) => {
  const { t } = useLang()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const ready = name.trim() !== '' && password !== ''
  return (
    <form
      className="stack card" aria-label={t('用账号登录', 'Sign in with an account')}
      onSubmit={event => {
        event.preventDefault()
        if (ready) void enter(paths.signIn(name.trim(), password))
      }}
    >
      <h2>{t('用账号登录', 'With an account')}</h2>
      <Field id="sign-in-name" label={t('账号', 'Account name')}>
        <input id="sign-in-name" className="input" autoComplete="username" autoCapitalize="none" value={name} onChange={event => setName(event.target.value)} {...described('sign-in-name', undefined, undefined)} />
      </Field>
      <Field id="sign-in-password" label={t('密码', 'Password')}>
        <input id="sign-in-password" className="input" type="password" autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} />
      </Field>
      <button type="submit" className="button main large" aria-disabled={busy || !ready}>{busy ? t('正在登录……', 'Signing in …') : t('登录', 'Sign in')}</button>
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
