import { useState } from 'react'
import type { HandedIn, Problem } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { handIn } from '../outbox/hand-over.ts'

/** At the office: a file from a phone, handed in by whoever wrote it, signed in there. */
export const HandIn = () => {
  const { t, say } = useLang()
  const [told, setTold] = useState<readonly HandedIn[]>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const take = async (file: File): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    setTold(undefined)
    try {
      setTold(await handIn(file))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const acts = told?.filter(one => one.photo !== true) ?? []
  const words = t('选择文件', 'Choose the file')
  return (
    <Fold icon="file" title={t('在办公室导入手机上存的文件', 'Hand in a file from a phone, at the office')}>
      <div className="stack">
        <p className="soft">{t('由本人登录后导入。导入几次、手机又联网发送，每条都只办一次。', 'Whoever wrote it signs in and hands it in. Handed in twice, or sent by the phone as well, each is still done once.')}</p>
        <label className="button file-input">
          <Icon name="file" /> {busy ? t('正在导入……', 'Handing in …') : words}
          <input type="file" aria-label={words} accept=".outbox" disabled={busy} onChange={event => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void take(file) }} />
        </label>
        {problem && <Trouble problem={problem} />}
        {told && (
          <>
            <p role="status">{t(`办成 ${acts.filter(one => one.reply).length} 条，没有办成 ${acts.filter(one => one.problem).length} 条。`, `${acts.filter(one => one.reply).length} taken, ${acts.filter(one => one.problem).length} not.`)}</p>
            <ul className="stack tight">{told.map(one => <li key={one.id}>{one.photo && t('一张照片：', 'A photo: ')}{one.reply ? one.reply.number : one.problem && say(one.problem.words)}</li>)}</ul>
          </>
        )}
      </div>
    </Fold>
  )
}
