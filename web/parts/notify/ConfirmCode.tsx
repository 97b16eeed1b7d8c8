import { use, useState } from 'react'
import { send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { KitContext } from '../safety/kit.ts'

/** The six digits that were sent to an address. */
export const ConfirmCode = ({ id, doing }: { readonly id: string; readonly doing: (work: () => Promise<unknown>) => Promise<boolean> }) => {
  const { t } = useLang()
  const { Text, Button } = use(KitContext)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    await doing(() => send(paths.confirmChannel(id, code)))
    setBusy(false)
  }
  return (
    <form aria-label={t('确认地址', 'Confirm the address')} onSubmit={event => { event.preventDefault(); if (!busy) void confirm() }}>
      <Text id={`code-${id}`} label={t('验证码', 'Code')} hint={t('已发送六位数字，15 分钟内有效', 'Six digits were sent; they are good for 15 minutes')} value={code} set={setCode} complete="one-time-code" digits />
      <div className="submit"><Button main submit busy={busy} disabled={code.trim().length !== 6}>{t('确认', 'Confirm')}</Button> <Button click={() => void doing(() => send(paths.sendCode(id)))}>{t('重新发送', 'Send another')}</Button></div>
    </form>
  )
}
