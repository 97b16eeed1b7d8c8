import { useState } from 'react'
import type { FollowView, Problem } from '../../server/wire.ts'
import { ask, problemOf } from '../parts/api.ts'
import { Deadline } from '../parts/Deadline.tsx'
import { useLang } from '../parts/lang.ts'
import * as paths from '../parts/paths.ts'
import { Field } from '../parts/phone/inputs/Field.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { Trouble } from '../parts/phone/Trouble.tsx'
import { Way } from '../parts/phone/Way.tsx'
import { byWhen } from '../parts/phone/when.ts'
import { PlaceLine } from '../parts/phone/PlaceLine.tsx'
import { useNow } from '../parts/useNow.ts'

/** How far a matter is, for whoever holds its number and code. Neither goes into the address, which others may see. */
const Follow = () => {
  const { t } = useLang()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [found, setFound] = useState<FollowView>()
  const ready = number.trim() !== '' && code.trim() !== ''
  const look = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      setFound(await ask(paths.follow(number.trim(), code.trim())))
    } catch (error) {
      setFound(undefined)
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t('凭号查询', 'Follow by number')} lead={t('编号和查询码在报事后的凭条上，不用登录。', 'Number and code stand on the slip you got; no account needed.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <form
          className="stack no-print" noValidate
          onSubmit={event => {
            event.preventDefault()
            if (ready && !busy) void look()
          }}
        >
          <Field id="follow-number" label={t('编号', 'Number')}>
            <input id="follow-number" className="input number" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={number} onChange={event => setNumber(event.target.value)} />
          </Field>
          <Field id="follow-code" label={t('查询码', 'Code')}>
            <input id="follow-code" className="input number" autoComplete="off" autoCapitalize="characters" spellCheck={false} value={code} onChange={event => setCode(event.target.value)} />
          </Field>
          <button type="submit" className="button main large" aria-disabled={busy || !ready}>{busy ? t('正在查……', 'Looking …') : t('查询', 'Look')}</button>
        </form>
        {problem && <Trouble problem={problem} />}
        <div role="status">{found && <Found view={found} />}</div>
      </div>
    </Page>
  )
}
export default Follow

const Found = ({ view }: { readonly view: FollowView }) => {
  const { lang, t } = useLang()
  const now = useNow()
  return (
    <section className="stack" aria-labelledby="found">
      <h2 id="found">{view.title}</h2>
      <p className="soft"><span className="number">{view.number}</span><br /><PlaceLine region={view.place} /></p>
      <div className="card"><Way procedure="request" stage={view.stage} reached={view.history} /></div>
      {view.office && <p>{t('现在归 ', 'With ')}<b>{view.office.name}</b>{t(' 办', ' now')}</p>}
      {view.due && <p>{t('承诺 ', 'Promised ')}<b>{byWhen(view.due.at, lang)}</b><br /><Deadline due={view.due} now={now} /></p>}
    </section>
  )
}
