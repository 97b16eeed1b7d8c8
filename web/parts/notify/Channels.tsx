import { use, useState } from 'react'
import type { Problem } from '../../../server/wire.ts'
import type { ChannelView, ChannelsView } from '../../../server/wire/delivery.ts'
import { problemOf, send } from '../api.ts'
import { useLang } from '../lang.ts'
import * as paths from '../paths.ts'
import { RefusalNote } from '../RefusalNote.tsx'
import { KitContext } from '../safety/kit.ts'
import { AddAddress } from './AddAddress.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { canPush, subscribe } from './push.ts'

type Doing = (work: () => Promise<unknown>) => Promise<boolean>

const kinds = { push: { zh: '浏览器推送', en: 'Push' }, email: { zh: '邮件', en: 'Mail' }, sms: { zh: '短信', en: 'Text message' } } as const

/** Where one's notices go beside the pages: each way to turn on, off, and remove. */
export const Channels = ({ found, again }: { readonly found: ChannelsView; readonly again: () => Promise<unknown> }) => {
  const { lang, t, say } = useLang()
  const { Button } = use(KitContext)
  const [adding, setAdding] = useState<'email' | 'sms'>()
  const [problem, setProblem] = useState<Problem>()
  const [refusedPush, setRefusedPush] = useState(false)
  const doing: Doing = async work => {
    setProblem(undefined)
    setRefusedPush(false)
    try {
      await work()
      await again()
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    }
  }
  const push = async (): Promise<void> => {
    const subscription = await subscribe(found.offered.push)
    if (subscription) await send(paths.addPush(subscription, lang))
    else setRefusedPush(true)
  }
  const { email, sms } = found.offered
  return (
    <>
      <p className="quiet soft">{t('通知始终在本站。您可以让它同时发到别处：只写办理到了哪一步，没有姓名、编号和内容。关闭不影响办理、时限和站内通知。', 'Notices always stand in these pages. You may have them sent elsewhere too: they say which step was taken, with no name, number or text. Turning it off changes no handling, no deadline and no notice here.')}</p>
      {found.channels.length > 0 && (
        <ul className="channels">
          {found.channels.map(one => <li key={one.id}><Channel one={one} doing={doing} name={say(kinds[one.kind])} /></li>)}
        </ul>
      )}
      {problem && (
        <RefusalNote why={problem.words} remedy={problem.remedy} basis={problem.basis} loud>
          {problem.faults?.map(fault => <p key={fault.fact}>{say(fault.why)}</p>)}
        </RefusalNote>
      )}
      {refusedPush && <p role="alert">{t('浏览器没有允许推送。请在浏览器设置中允许本站通知后再试；在消息应用内打开的网页通常不支持。', 'The browser did not allow it. Allow notifications of this site in its settings and try again; pages opened inside a messaging app mostly can’t.')}</p>}
      {adding !== undefined && <AddAddress key={adding} kind={adding} doing={doing} done={() => setAdding(undefined)} />}
      <div className="submit channel-ways">
        {canPush() && <Button click={() => void doing(push)}>{t('在此浏览器接收推送', 'Push to this browser')}</Button>}
        {email && adding !== 'email' && <Button click={() => setAdding('email')}>{t('添加邮箱', 'Add a mail address')}</Button>}
        {sms && adding !== 'sms' && <Button click={() => setAdding('sms')}>{t('添加手机号', 'Add a phone')}</Button>}
      </div>
      {!email && !sms && <p className="quiet soft">{t('本站没有开通邮件和短信通知。', 'This site offers neither mail nor text messages.')}</p>}
    </>
  )
}

const Channel = ({ one, doing, name }: { readonly one: ChannelView; readonly doing: Doing; readonly name: string }) => {
  const { t } = useLang()
  const { Button } = use(KitContext)
  return (
    <div className="channel">
      <div className="channel-head">
        <span><b>{name}</b> <span className="channel-hint" id={`channel-${one.id}`}>{one.hint}</span></span>
        {one.verified && (
          <label className="channel-wanted">
            <input type="checkbox" aria-describedby={`channel-${one.id}`} checked={one.wanted} onChange={event => void doing(() => send(paths.wantChannel(one.id, event.target.checked)))} />
            <span>{one.wanted ? t('已开启', 'On') : t('已关闭', 'Off')}</span>
          </label>
        )}
        <Button click={() => void doing(() => send(paths.removeChannel(one.id)))}>{t('删除', 'Remove')}</Button>
      </div>
      {!one.verified && <ConfirmCode id={one.id} doing={doing} />}
      {one.dead > 0 && (
        <div className="channel-dead">
          <p role="status">{t(`有 ${one.dead} 条通知没有送达，请核对地址；站内可照常查看。`, `${one.dead} notices could not be delivered; check the address. They can be read here.`)}</p>
          <Button click={() => void doing(() => send(paths.replayChannel(one.id)))}>{t('重新发送', 'Send again')}</Button>
        </div>
      )}
    </div>
  )
}
