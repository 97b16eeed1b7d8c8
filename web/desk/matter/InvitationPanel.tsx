import { Button } from 'antd'
import { useState } from 'react'
import type { Invitation, MatterView, Me, Problem } from '../../../server/wire.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { stamp } from '../../parts/time.ts'

const awaits: readonly string[] = ['invited', 'renewing']

/** The code for an account that awaits its first or a new password: shown once to the system administrator who asked for it. */
export const InvitationPanel = ({ matter, me }: { readonly matter: MatterView; readonly me: Me }) =>
  (matter.procedure === 'account-opening' && awaits.includes(matter.stage) && actingPost(me)?.kind === 'systemAdmin' ? <Panel key={matter.seq} account={matter.id} /> : null)

const Panel = ({ account }: { readonly account: string }) => {
  const { t } = useLang()
  const [shown, setShown] = useState<Invitation>()
  const [problem, setProblem] = useState<Problem>()
  const show = async (): Promise<void> => {
    setProblem(undefined)
    try {
      setShown(await send(paths.showInvitation(account)))
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <section className="panel" aria-labelledby="invitation-title">
      <h2 id="invitation-title">{t('邀请码', 'Invitation')}</h2>
      {shown === undefined
        ? <>
          <p className="quiet">{t('交给本人，在登录页设置密码。只显示一次，请当面或由本人接听的电话告知。', 'For the person to set a password at the sign-in page. It is shown once: tell them face to face, or on a call they answer themselves.')}</p>
          <Button onClick={() => void show()}>{t('显示邀请码', 'Show the code')}</Button>
        </>
        : <div role="status" className="changed">
          <p><code className="token">{shown.code}</code></p>
          <p className="quiet">{t(`有效至 ${stamp(shown.until)}，离开后不再显示。`, `Valid until ${stamp(shown.until)}; it will not be shown again.`)}</p>
        </div>}
      {problem && <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud />}
    </section>
  )
}
