import { use, useEffect, useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import { useLang } from '../lang.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { CodeField } from './CodeField.tsx'
import { KitContext } from './kit.ts'

type Props = { readonly name: string; readonly busy: boolean; readonly problem: Problem | undefined; readonly enter: (code: string) => void; readonly back: () => void }

const field = 'sign-in-code'

/** The second step of signing in, after the password was right. */
export const CodeStep = ({ name, busy, problem, enter, back }: Props) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  const [code, setCode] = useState('')
  useEffect(() => { document.getElementById(field)?.focus() }, [])
  return (
    <form className="code-step" aria-label={t('输入动态验证码', 'Enter the code')} aria-busy={busy} onSubmit={event => { event.preventDefault(); if (!busy && code.trim() !== '') enter(code) }}>
      <h2>{t('第二步：动态验证码', 'Second step: the code')}</h2>
      <p className="code-who">{name}</p>
      <CodeField id={field} value={code} set={setCode} />
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
      <Button main submit busy={busy} disabled={code.trim() === ''}>{t('登录', 'Sign in')}</Button>
      <p className="code-other"><button type="button" className="plain" onClick={back}>{t('换一个账号', 'Use another account')}</button></p>
    </form>
  )
}
