import { use, useState } from 'react'
import type { Problem, Safety } from '../../../server/wire.ts'
import { problemOf } from '../api.ts'
import { useLang } from '../lang.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { CodeField } from './CodeField.tsx'
import { KitContext } from './kit.ts'

export type Shown = { readonly password?: string; readonly code?: string }

type Props = {
  readonly id: string
  readonly safety: Safety
  readonly what: string
  /** What is done with the proof; rejects with a refusal. */
  readonly act: (shown: Shown) => Promise<void>
  readonly cancel: () => void
}

/** Password and code once more, before something about one's sign-in is changed. */
export const Proof = ({ id, safety, what, act, cancel }: Props) => {
  const { t } = useLang()
  const { Text, Button } = use(KitContext)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const ready = (!safety.password || password !== '') && (!safety.factor || code.trim() !== '')
  const go = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      await act({ ...(safety.password && { password }), ...(safety.factor && { code }) })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form aria-label={what} onSubmit={event => { event.preventDefault(); if (ready && !busy) void go() }}>
      {safety.password && <Text id={`${id}-password`} label={t('您的密码', 'Your password')} value={password} set={setPassword} complete="current-password" secret />}
      {safety.factor && <CodeField id={`${id}-code`} value={code} set={setCode} />}
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
      <div className="submit">
        <Button main submit busy={busy} disabled={!ready}>{what}</Button>
        <Button click={cancel}>{t('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
