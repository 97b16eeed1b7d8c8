import { use, useState } from 'react'
import { send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { KitContext } from '../safety/kit.ts'

type Props = { readonly kind: 'email' | 'sms'; readonly doing: (work: () => Promise<unknown>) => Promise<boolean>; readonly done: () => void }

/** A mail address or a phone to be told at; a code sent there confirms it. */
export const AddAddress = ({ kind, doing, done }: Props) => {
  const { lang, t } = useLang()
  const { Text, Button } = use(KitContext)
  const [address, setAddress] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async (): Promise<void> => {
    setBusy(true)
    const added = await doing(() => send(paths.addAddress(kind, address.trim(), lang)))
    setBusy(false)
    if (added) done()
  }
  return (
    <form className="add-address" aria-label={kind === 'email' ? t('添加邮箱', 'Add a mail address') : t('添加手机号', 'Add a phone')} onSubmit={event => { event.preventDefault(); if (!busy) void add() }}>
      <Text
        id="channel-address" label={kind === 'email' ? t('邮箱', 'Mail address') : t('手机号', 'Phone')} value={address} set={setAddress} complete="off"
        hint={t('验证码会发到这里；加密保存，只用于发送通知。', 'A code is sent there. It is kept encrypted and used for notices alone.')} {...(kind === 'sms' && { digits: true as const })}
      />
      <div className="submit"><Button main submit busy={busy} disabled={address.trim().length < 5}>{t('发送验证码', 'Send the code')}</Button> <Button click={done}>{t('取消', 'Cancel')}</Button></div>
    </form>
  )
}
