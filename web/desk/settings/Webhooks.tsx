import { Button } from 'antd'
import { useState } from 'react'
import type { Problem, SessionView } from '../../../server/wire.ts'
import type { WebhookView } from '../../../server/wire/delivery.ts'
import { problemOf, send } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { Failed, Loading } from '../states.tsx'
import { Deliveries } from './Deliveries.tsx'
import { NewWebhook } from './NewWebhook.tsx'
import { Once } from './Once.tsx'

const ends = {
  'ended': { zh: '已停用', en: 'Ended' },
  'program-gone': { zh: '程序令牌已失效', en: 'Its program’s token has ended' },
  'address-gone': { zh: '对方答复地址已不存在（410）', en: 'The address answered that it is gone (410)' },
} as const
const endOf = (why: string) => Object.entries(ends).find(([name]) => name === why)?.[1] ?? ends.ended

/** Where programs are told of what happens in matters they may read: addresses, failures, and sending again. */
export const Webhooks = () => {
  const { t, say } = useLang()
  const found = useAsk(paths.webhooks(), { fresh: 0 })
  const sessions = useAsk(paths.sessions(), { fresh: 0 })
  const [secret, setSecret] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const doing = async (work: () => Promise<unknown>): Promise<boolean> => {
    setProblem(undefined)
    try {
      await work()
      await found.refetch()
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    }
  }
  if (found.isPending || sessions.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const programs: readonly SessionView[] = sessions.data?.filter(one => one.program !== undefined) ?? []
  return (
    <>
      <p className="quiet">{t('程序有权查看的事项有新的办理记录时，向它的地址推送（CloudEvents 1.0，按 Standard Webhooks 签名）。只推送编号、环节和序号，内容由程序凭令牌读取。', 'A program is told at its address whenever a matter it may read gets a new entry (CloudEvents 1.0, signed by Standard Webhooks): number, stage and place in the record alone. What was given it reads with its token.')}</p>
      {found.data.map(one => (
        <section key={one.id} className="webhook" aria-label={one.url}>
          <p><b>{one.program === '' ? t('已失效的程序', 'A program that ended') : one.program}</b> <code className="token">{one.url}</code></p>
          <p className="quiet">
            {one.ended === undefined ? <>{t('创建于', 'made')} {stamp(one.made)}</> : <>{say(endOf(one.why ?? ''))} {stamp(one.ended)}</>}
            {' · '}{t(`待发 ${one.waiting} · 已送达 ${one.sent} · 失败 ${one.dead}`, `${one.waiting} waiting · ${one.sent} delivered · ${one.dead} failed`)}
          </p>
          {one.ended === undefined && <Acts one={one} doing={doing} told={setSecret} />}
          {one.waiting + one.sent + one.dead > 0 && <Deliveries webhook={one} doing={doing} />}
        </section>
      ))}
      {problem && (
        <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
          {problem.faults?.map(fault => <p key={fault.fact}>{say(fault.why)}</p>)}
        </RefusalNote>
      )}
      {programs.length === 0
        ? <p className="quiet">{t('先在上面为程序创建令牌，再设置推送地址。', 'Make a token for the program above first.')}</p>
        : <NewWebhook programs={programs} make={async (program, url) => doing(async () => setSecret((await send(paths.makeWebhook(program, url))).secret))} />}
      {secret !== undefined && <Once label={t('签名密钥：请现在复制到接收程序，离开后不再显示。', 'The secret it is signed with. Copy it into the receiving program now; it will not be shown again.')} value={secret} />}
    </>
  )
}

type ActsProps = { readonly one: WebhookView; readonly doing: (work: () => Promise<unknown>) => Promise<boolean>; readonly told: (secret: string) => void }

const Acts = ({ one, doing, told }: ActsProps) => {
  const { t } = useLang()
  return (
    <p className="webhook-acts">
      <Button size="small" onClick={() => void doing(() => send(paths.tryWebhook(one.id)))}>{t('发送测试事件', 'Send a trial')}</Button>
      {one.dead > 0 && <Button size="small" onClick={() => void doing(() => send(paths.replayWebhook(one.id)))}>{t('重发全部失败的', 'Send all failed again')}</Button>}
      <Button size="small" onClick={() => void doing(async () => told((await send(paths.turnWebhook(one.id))).secret))}>{t('更换密钥', 'New secret')}</Button>
      <Button size="small" onClick={() => void doing(() => send(paths.endWebhook(one.id)))}>{t('停用', 'End')}</Button>
    </p>
  )
}
