import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Me } from '../../../server/wire.ts'
import { holdAnswers, tellClock } from '../../parts/api.ts'
import { DeliverContext, straight } from '../../parts/deliver.ts'
import { DraftsContext } from '../../parts/drafts.ts'
import { useLang } from '../../parts/lang.ts'
import { meKey } from '../../parts/me.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { pictureFacts } from '../../parts/phone/exif.ts'
import { KeepingContext, type Keeping } from '../../parts/phone/keeping.ts'
import { LeavingContext, type Leaving } from '../../parts/phone/leaving.ts'
import { shrink } from '../../parts/phone/shrink.ts'
import { answers } from '../outbox/answers.ts'
import { canKeep } from '../outbox/base.ts'
import { drafts, forgetDrafts, useBegun } from '../outbox/drafts.ts'
import { saveFiles } from '../outbox/hand-over.ts'
import { begin, deliverAs, mayLeave, sendNow, useStanding, wake } from '../outbox/outbox.ts'
import { wipe } from '../outbox/pin.ts'
import { dropPhoto, keepPhoto, pictureOf } from '../outbox/store.ts'

holdAnswers(answers)
tellClock()

const keepingFor = (account: string): Keeping => ({
  keep: async (id, name, picture, original) => {
    const isPicture = original.type.startsWith('image/')
    const [facts, small] = isPicture ? [pictureFacts(await original.arrayBuffer()), await shrink(picture, 320).catch(() => undefined)] : [{}, undefined]
    await keepPhoto(account, id, name, picture, small, facts.taken)
    // With a signal it goes ahead while the rest is typed.
    void sendNow().catch(() => undefined)
  },
  show: pictureOf,
  drop: dropPhoto,
})

/** Everything this door does goes through its outbox: what is done with a signal and without takes the same way. */
export const Offline = ({ me, children }: { readonly me: Me | null | undefined; readonly children: ReactNode }) => {
  const { t } = useLang()
  const account = me?.account
  const acting = me?.acting
  const { unsent, signIn, otherSignIn } = useStanding()
  const begun = useBegun()
  const client = useQueryClient()
  useEffect(() => {
    // Sending found out first that the sign-in has ended, or is another's by now.
    if (signIn || otherSignIn) void client.invalidateQueries({ queryKey: meKey })
  }, [signIn, otherSignIn, client])
  const known = me !== undefined
  useEffect(() => {
    void (known ? begin(account) : wake()).catch(() => undefined)
  }, [known, account])
  const able = account !== undefined && canKeep()
  const deliver = useMemo(() => (able ? deliverAs({ account, ...(acting !== undefined && { acting }) }) : straight), [able, account, acting])
  const keeping = useMemo(() => (able ? keepingFor(account) : undefined), [able, account])
  const [saved, setSaved] = useState(false)
  const leaving = useMemo((): Leaving => {
    const why = mayLeave(begun)
    const save = async (): Promise<void> => {
      if (account !== undefined) await saveFiles(account)
      setSaved(true)
    }
    return {
      ...(why && {
        held: {
          problem: why.problem,
          way: leave => (
            <div className="buttons">
              {unsent > 0 && <button type="button" className="button" onClick={() => void save()}>{t('存成文件', 'Save to a file')}</button>}
              {unsent === 0 && <button type="button" className="button" onClick={leave}>{t('不要了，退出', 'Let them go, and sign out')}</button>}
              {unsent > 0 && saved && <button type="button" className="button" onClick={leave}>{t('文件已存好，退出', 'The file is saved: sign out')}</button>}
            </div>
          ),
        },
      }),
      forget: async () => {
        if (!canKeep()) return
        if (account !== undefined) await forgetDrafts(account)
        await wipe()
      },
    }
  }, [unsent, begun, account, saved, t])
  return (
    <DeliverContext value={deliver}>
      <KeepingContext value={keeping}>
        <DraftsContext value={able ? drafts : undefined}><LeavingContext value={leaving}>{children}</LeavingContext></DraftsContext>
      </KeepingContext>
    </DeliverContext>
  )
}

/** A new version waits to be taken over. */
export const NewVersion = ({ take }: { readonly take: () => void }) => {
  const { t } = useLang()
  return (
    <div className="offline">
      <Banner kind="soon" icon="info">
        <p><b>{t('有新版本。', 'There is a new version.')}</b> {t('点一下换用，页面会重新打开；已填写和未发送的都在。', 'Tap to change over: the pages open anew, and what is typed or unsent stays.')}</p>
        <button type="button" className="button" onClick={take}>{t('换用新版本', 'Change over')}</button>
      </Banner>
    </div>
  )
}
