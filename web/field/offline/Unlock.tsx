import { useEffect, useRef, useState } from 'react'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Field } from '../../parts/phone/inputs/Field.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { lockOf, unlock, wipe } from '../outbox/pin.ts'

type Said = { readonly kind: 'wrong'; readonly wait: number; readonly left: number } | { readonly kind: 'wiped' }

/** Stands before everything that was read: what is held opens with the PIN alone. */
export const Unlock = ({ done }: { readonly done: () => void }) => {
  const { t } = useLang()
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said>()
  const [sure, setSure] = useState(false)
  const [digits, setDigits] = useState<number>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    void lockOf().then(lock => { if (lock) setDigits(lock.digits) }, () => undefined)
  }, [])
  const enter = async (typed: string): Promise<void> => {
    setBusy(true)
    const tried = await unlock(typed)
    setBusy(false)
    setPin('')
    field.current?.focus()
    if (tried === 'wiped') setSaid({ kind: 'wiped' })
    else if (typeof tried === 'object') setSaid({ kind: 'wrong', ...tried })
    else done()
  }
  // The last digit opens: nothing more is to be pressed.
  const type = (typed: string): void => {
    if (busy) return
    setPin(typed)
    if (typed.length === digits) void enter(typed)
  }
  return (
    <Page title={t('输入本机密码', 'Enter the PIN')} lead={t('这部手机上存的内容要用它打开。', 'What this phone holds opens with it.')}>
      <form className="stack wide" noValidate onSubmit={event => { event.preventDefault(); if (!busy && pin !== '') void enter(pin) }}>
        <Field id="pin" label={t('本机密码', 'PIN')}>
          <input ref={field} id="pin" className="input pin" type="password" inputMode="numeric" pattern="[0-9]*" enterKeyHint="go" autoComplete="off" maxLength={12} value={pin} onChange={event => type(event.target.value.replaceAll(/\D/g, ''))} />
        </Field>
        {said?.kind === 'wrong' && (
          <Banner kind="late" alert>
            <p><b>{t('密码不对。', 'That is not the PIN.')}</b> {said.wait > 0 && t(`请等 ${said.wait} 秒再试。`, `Wait ${said.wait} seconds before the next try.`)}</p>
            <p>{t(`再错 ${said.left} 次，读过的内容会从这部手机上清除；未发送的不受影响。`, `After ${said.left} more wrong ones, what was read is wiped from this phone; what is unsent stays.`)}</p>
          </Banner>
        )}
        {said?.kind === 'wiped' && (
          <Banner kind="late" alert>
            <p><b>{t('错的次数太多，读过的内容已从这部手机上清除。', 'Too many wrong ones: what was read is wiped from this phone.')}</b></p>
            <p>{t('未发送的仍在，没有人能在手机上看到内容。联网登录后会照常发送。', 'What is unsent is still here, and nobody can read it on the phone. It is sent once you are online and signed in.')}</p>
            <button type="button" className="button" onClick={done}>{t('继续', 'Go on')}</button>
          </Banner>
        )}
        <button type="submit" className="button main large" aria-disabled={busy || pin === ''}>{busy ? t('正在打开……', 'Opening …') : t('打开', 'Open')}</button>
        {!sure
          ? <button type="button" className="button quiet" onClick={() => setSure(true)}>{t('忘了密码', 'I forgot it')}</button>
          : (
            <Banner kind="soon">
              <p>{t('忘了就打不开了：可以清除读过的内容，联网后重新取，另设密码。未发送的不受影响。', 'It can’t be opened without it: wipe what was read, fetch it again when online, and set another. What is unsent stays.')}</p>
              <button type="button" className="button" onClick={() => void wipe().then(done)}>{t('清除读过的内容', 'Wipe what was read')}</button>
            </Banner>
          )}
      </form>
    </Page>
  )
}
