import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { SessionView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'

type Props = { readonly programs: readonly SessionView[]; readonly make: (program: string, url: string) => Promise<boolean> }

/** A program and the address at which it is told. */
export const NewWebhook = ({ programs, make }: Props) => {
  const { t } = useLang()
  const [program, setProgram] = useState(programs[0]?.id ?? '')
  const [url, setUrl] = useState('')
  const [busy, setBusy] = useState(false)
  const add = async (): Promise<void> => {
    setBusy(true)
    if (await make(program, url.trim())) setUrl('')
    setBusy(false)
  }
  return (
    <details className="new-program">
      <summary>{t('为程序设置推送地址', 'Give a program an address')}</summary>
      <form onSubmit={event => { event.preventDefault(); void add() }}>
        <label htmlFor="webhook-program">{t('程序', 'Program')}</label>
        <Select id="webhook-program" value={program} onChange={setProgram} options={programs.map(one => ({ value: one.id, label: one.program }))} />
        <label htmlFor="webhook-url">{t('地址（https）', 'Address (https)')}</label>
        <Input id="webhook-url" type="url" value={url} maxLength={1000} placeholder="https://" onChange={event => setUrl(event.target.value)} />
        <div className="submit"><Button htmlType="submit" loading={busy} disabled={url.trim().length < 10}>{t('设置', 'Set it up')}</Button></div>
      </form>
    </details>
  )
}
