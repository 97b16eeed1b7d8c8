import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import type { Problem } from '../../../server/wire.ts'

/** Who was named as a side joins with what stands on their notice. Number and code go into no address. */
export const Join = () => {
  const { t } = useLang()
  const me = useMe()
  const [, go] = useLocation()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const ready = number.trim() !== '' && code.trim() !== ''
  const join = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      go(`/matters/${(await send(paths.joinDispute(number.trim(), code.trim()))).id}`)
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <section className="stack tight card" aria-labelledby="join">
      <h2 id="join">{t('收到了调解告知书', 'You were given a notice')}</h2>
      <p className="soft">{me.data ? t('输入告知书上的编号和您这一方的加入码，就能查看、表态、补充材料。', 'With the number and the code of your side you see it, answer and add to it.') : t('先登录，再输入告知书上的编号和加入码。', 'Sign in first; then type the number and the code on your notice.')}</p>
      {me.data ? (
        <form className="stack tight" noValidate onSubmit={event => { event.preventDefault(); if (ready && !busy) void join() }}>
          <Field id="join-number" label={t('编号', 'Number')}><input id="join-number" className="input number" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={number} onChange={event => setNumber(event.target.value)} /></Field>
          <Field id="join-code" label={t('加入码', 'Code')}><input id="join-code" className="input number" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} onChange={event => setCode(event.target.value)} /></Field>
          <button type="submit" className="button large" aria-disabled={busy || !ready}>{busy ? t('正在加入……', 'Joining …') : t('加入', 'Join')}</button>
          {problem && <Trouble problem={problem} />}
        </form>
      ) : <p><Link className="button" href="/sign-in?then=%2Fdispute">{t('登录', 'Sign in')}</Link></p>}
    </section>
  )
}
