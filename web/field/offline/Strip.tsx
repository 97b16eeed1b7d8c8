import { useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { useOnline } from '../../parts/phone/online.ts'
import { shortStamp } from '../../parts/time.ts'
import { onShown, shownSince } from '../outbox/answers.ts'
import { useStanding } from '../outbox/outbox.ts'

/** On every page: how much is unsent and that it is safe, whether there is a signal, and of when it is what one sees. */
export const Strip = () => {
  const { t, lang } = useLang()
  const online = useOnline()
  const { looked, unsent, others, sending, items, signIn, otherSignIn, factor, full } = useStanding()
  const shown = useSyncExternalStore(onShown, shownSince)
  const refused = items.filter(item => item.state === 'refused').length
  return (
    <Link href="/outbox" className={refused > 0 ? 'strip late' : unsent > 0 ? 'strip waits' : 'strip'}>
      <Icon name={refused > 0 ? 'warn' : unsent > 0 ? 'shield' : 'check'} size={1.2} />
      <span role="status">
        {!looked ? t('正在看本机……', 'Looking at this phone …') : unsent === 0 ? t('没有未发送的', 'Nothing unsent') : t(`${unsent} 条未发送 · 已安全存在本机`, `${unsent} unsent · safe on this phone`)}
        {sending && unsent > 0 && online && t(' · 正在发送', ' · sending')}
        {refused > 0 && t(` · ${refused} 条要您看一看`, ` · ${refused} for you to look at`)}
        {full && t(' · 手机空间满了', ' · this phone is full')}
        {signIn && unsent > 0 && t(' · 登录后发送', ' · sign in to send')}
        {otherSignIn && unsent > 0 && t(' · 等本人账号登录后发送', ' · waiting for its own account to sign in')}
        {factor && unsent > 0 && t(' · 输入动态验证码后发送', ' · the second factor first')}
        {others > 0 && t(` · 另有 ${others} 条属于别的账号`, ` · ${others} of another account`)}
      </span>
      {(!online || shown !== undefined) && <span className="strip-when">{online ? '' : t('没有网络', 'No signal')}{shown !== undefined && <> {t('看到的是', 'as of')} {shortStamp(new Date(shown).toISOString(), lang)}</>}</span>}
    </Link>
  )
}
