import { useQueryClient } from '@tanstack/react-query'
import { use, useState } from 'react'
import type { Safety } from '../../../server/wire.ts'
import { send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { stamp } from '../time.ts'
import { refresh } from '../useAsk.ts'
import { KitContext } from './kit.ts'
import { Proof } from './Proof.tsx'
import { Refused } from './Refused.tsx'

type Props = { readonly safety: Safety; /** This page, to come back to. */ readonly here: string; readonly refused: string | null }

/** One's link to the government's identity provider: made after both have proved the person. */
export const Link = ({ safety, here, refused }: Props) => {
  const { t, say } = useLang()
  const client = useQueryClient()
  const { Button } = use(KitContext)
  const [asking, setAsking] = useState(false)
  if (!safety.sso) return null
  const { name, since } = safety.sso
  const rest = (): void => setAsking(false)
  if (asking && since === undefined) {
    return <Proof id="link" safety={safety} what={t('前往认证并关联', 'Go there and link')} act={async shown => { location.assign((await send(paths.linkMe(shown, here))).url) }} cancel={rest} />
  }
  if (asking) {
    return <Proof id="unlink" safety={safety} what={t('解除关联', 'Take back the link')} act={async shown => { await send(paths.unlinkMe(shown)); rest(); await refresh(client, '/api/me/safety') }} cancel={rest} />
  }
  return (
    <>
      <Refused code={refused} />
      <p className="safety-says">{since === undefined
        ? t(`关联后，可用“${name.zh}”登录本平台，不必输入密码。`, `Once linked, you sign in here by “${name.en}”, without a password.`)
        : <><b className="safety-on">{t('已关联', 'Linked')}</b> {say(name)} · {t('自', 'since')} {stamp(since)}</>}</p>
      <div className="submit"><Button click={() => setAsking(true)}>{since === undefined ? t('关联', 'Link') : t('解除关联', 'Take back the link')}</Button></div>
    </>
  )
}
