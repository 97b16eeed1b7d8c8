import { use, useState } from 'react'
import { useLang } from '../lang.ts'
import { KitContext } from './kit.ts'

type Props = { readonly id: string; readonly value: string; readonly set: (value: string) => void; /** Only what the app shows will do. */ readonly appOnly?: true }

/** Where a code is typed: that of the app, or, without the phone, a recovery code. */
export const CodeField = ({ id, value, set, appOnly }: Props) => {
  const { t } = useLang()
  const { Text } = use(KitContext)
  const [lost, setLost] = useState(false)
  return (
    <>
      {lost
        ? <Text key="recovery" id={id} label={t('恢复码', 'Recovery code')} hint={t('设置动态验证码时保存的十个之一，每个只能用一次', 'One of the ten you kept when setting it up; each is good for once')} value={value} set={set} complete="off" />
        : <Text key="app" id={id} label={t('动态验证码', 'Code from the app')} hint={t('验证器应用现在显示的六位数字', 'The six digits your authenticator app shows now')} value={value} set={set} complete="one-time-code" digits />}
      {!appOnly && (
        <p className="code-other">
          <button type="button" className="plain" onClick={() => { setLost(!lost); set('') }}>{lost ? t('用验证器应用', 'Use the app instead') : t('手机不在身边？用恢复码', 'Without your phone? Use a recovery code')}</button>
        </p>
      )}
    </>
  )
}
