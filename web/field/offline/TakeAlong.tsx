import { useState } from 'react'
import type { Me, Problem } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actId } from '../../parts/phone/act-id.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { isPin, setPin, shortest, wipe } from '../outbox/pin.ts'
import { changed } from '../outbox/signal.ts'
import { takeAlong, type Left } from '../outbox/take-along.ts'
import { useLock } from './useLock.ts'

type Going = { readonly done: number; readonly of: number }

/** Takes one's area along, under a PIN. */
export const TakeAlong = ({ me, unsent }: { readonly me: Me; readonly unsent: number }) => {
  const { t } = useLang()
  const { lock, look } = useLock()
  const [going, setGoing] = useState<Going>()
  const [done, setDone] = useState<Left>()
  const [problem, setProblem] = useState<Problem>()
  const go = async (): Promise<void> => {
    setProblem(undefined)
    setDone(undefined)
    setGoing({ done: 0, of: 0 })
    try {
      setDone(await takeAlong(me, unsent, (n, of) => setGoing({ done: n, of })))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setGoing(undefined)
    }
  }
  return (
    <section className="card stack" aria-labelledby="along">
      <h2 id="along">{t('没有信号时也能看', 'To read without a signal')}</h2>
      {lock === 'none' && <NewPin account={me.account} made={() => { look(); changed(); void go() }} />}
      {lock === 'open' && (
        <>
          <p className="soft">{t('您这片的事项、表格、地名和住户已加密存在本机，用本机密码打开；两周没有联网会自动清除。取下来和打开看一样，记入查看记录。', 'The matters, forms, places and households of your area are encrypted on this phone, behind the PIN; after two weeks without a connection they are wiped. Taking them along is entered as reading them is.')}</p>
          {going && <p role="status">{t('正在取……', 'Fetching …')} {going.of > 0 && `${going.done}/${going.of}`}<progress value={going.done} max={Math.max(going.of, 1)} aria-label={t('进度', 'Progress')} /></p>}
          {done && <p role="status">{t('已取好，没有信号也能看。', 'Fetched: it can be read without a signal.')}</p>}
          {done && done.left > 0 && <Banner kind="soon"><p>{done.more
            ? t(`本机放不下全部：列在后面的还有 ${done.left} 条以上没有取，要看请趁有信号时打开。`, `Not all had room: more than ${done.left} further down the list are not here. Open those you need while there is a signal.`)
            : t(`本机放不下全部：列在后面的 ${done.left} 条没有取，要看请趁有信号时打开。`, `Not all had room: the last ${done.left} of the list are not here. Open those you need while there is a signal.`)}</p></Banner>}
          <div className="buttons">
            <button type="button" className="button" aria-disabled={going !== undefined} onClick={() => { if (!going) void go() }}>{t('更新', 'Bring up to date')}</button>
            <button type="button" className="button quiet" onClick={() => void wipe().then(() => { look(); changed() })}>{t('从本机清除', 'Wipe it from this phone')}</button>
          </div>
        </>
      )}
      {problem && <Trouble problem={problem} />}
    </section>
  )
}

const NewPin = ({ account, made }: { readonly account: string; readonly made: () => void }) => {
  const { t } = useLang()
  const [pin, setIt] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const fault = !isPin(pin) ? t(`${shortest} 位以上数字，不要 111111、123456 这样的`, `${shortest} digits or more, and not 111111 or 123456`) : pin !== again ? t('两次不一样', 'The two differ') : undefined
  const input = (id: string, value: string, set: (to: string) => void) => <input id={id} className="input" type="password" inputMode="numeric" autoComplete="off" maxLength={12} value={value} onChange={event => set(event.target.value)} />
  return (
    <form
      className="stack" noValidate
      onSubmit={event => {
        event.preventDefault()
        setTried(true)
        if (fault === undefined) void setPin(pin, account, actId()).then(made)
      }}
    >
      <p>{t('设一个本机密码，把您这片的事项和表格带在身上：没有信号也能看、能办。', 'Set a PIN to take the matters and forms of your area along: they can be read and worked on without a signal.')}</p>
      <Field id="new-pin" label={t('本机密码', 'PIN')} hint={t(`${shortest} 位以上数字`, `${shortest} digits or more`)}>{input('new-pin', pin, setIt)}</Field>
      <Field id="new-pin-again" label={t('再输一遍', 'Once more')}>{input('new-pin-again', again, setAgain)}</Field>
      {tried && fault !== undefined && <Banner kind="late" alert>{fault}</Banner>}
      <p className="hint">{t('忘了只能清除后重取；连错 8 次自动清除。未发送的内容不靠它，不受影响。', 'Forgotten, what was read can only be wiped and fetched again; eight wrong ones in a row wipe it. What is unsent does not rest on it.')}</p>
      <button type="submit" className="button main">{t('设好并取下来', 'Set it and fetch')}</button>
    </form>
  )
}
