import { use, useState } from 'react'
import type { Begun, Problem, Safety } from '../../../server/wire.ts'
import { problemOf, send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { CodeField } from './CodeField.tsx'
import { KitContext } from './kit.ts'
import { Proof } from './Proof.tsx'
import { Qr } from './Qr.tsx'

type Props = { readonly safety: Safety; readonly what: string; readonly made: (codes: readonly string[]) => void; readonly cancel: () => void }

/** Setting up a second factor, or changing it: proof, the app, a first code. */
export const SetUp = ({ safety, what, made, cancel }: Props) => {
  const [begun, setBegun] = useState<Begun>()
  if (begun === undefined) return <Proof id="factor" safety={safety} what={what} act={async shown => setBegun(await send(paths.beginFactor(shown)))} cancel={cancel} />
  return <Scan begun={begun} made={made} cancel={cancel} />
}

const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

const Scan = ({ begun, made, cancel }: { readonly begun: Begun } & Pick<Props, 'made' | 'cancel'>) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const confirm = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      made((await send(paths.confirmFactor(code))).recovery)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="set-up" aria-label={t('确认动态验证码', 'Prove the second factor')} onSubmit={event => { event.preventDefault(); if (!busy && code.trim() !== '') void confirm() }}>
      <p>{t('1. 用手机上任意一款验证器应用（支持 TOTP）扫描二维码，或手工输入密钥。', '1. Scan this with any authenticator app on your phone (TOTP), or type the key into it.')}</p>
      <div className="set-up-scan">
        <Qr text={begun.uri} />
        <p><span className="quiet soft">{t('密钥', 'Key')}</span><br /><code className="secret">{inFours(begun.secret)}</code><br /><a href={begun.uri}>{t('在本机的验证器中打开', 'Open in an app on this device')}</a></p>
      </div>
      <p>{t('2. 输入应用显示的六位数字，确认后生效。', '2. Type the six digits the app shows; it holds once they are right.')}</p>
      <CodeField id="factor-first" value={code} set={setCode} appOnly />
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
      <div className="submit">
        <Button main submit busy={busy} disabled={code.trim() === ''}>{t('确认启用', 'Confirm')}</Button>
        <Button click={cancel}>{t('取消', 'Cancel')}</Button>
      </div>
    </form>
  )
}
