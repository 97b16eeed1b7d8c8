import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import type { Me, Problem } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { Trouble } from '../../parts/phone/Trouble.tsx'
import { canKeep } from '../outbox/base.ts'
import { saveFiles } from '../outbox/hand-over.ts'
import { isUnsent } from '../outbox/item.ts'
import { sendNow, useStanding } from '../outbox/outbox.ts'
import { HandIn } from './HandIn.tsx'
import { ItemLine } from './ItemLine.tsx'
import { Room } from './Room.tsx'
import { TakeAlong } from './TakeAlong.tsx'

/** Lines before the rest is folded: each is opened anew from under the PIN. */
const first = 10

/** What is on its way, what wants a decision, what is held here, and how much room is left. */
const OutboxPage = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const { items, unsent, others, sending, signIn, otherSignIn, factor } = useStanding()
  const [problem, setProblem] = useState<Problem>()
  const refused = items.filter(item => item.state === 'refused')
  const waiting = items.filter(item => item.state === 'waiting').toReversed()
  const aside = items.filter(item => item.state === 'aside')
  const over = items.filter(item => !isUnsent(item))
  useEffect(() => { void sendNow(true).catch((error: unknown) => setProblem(problemOf(error))) }, [])
  if (!canKeep()) {
    return (
      <Page title={t('待发与离线', 'Unsent and offline')} back={{ href: '/', label: t('今天', 'Today') }}>
        <Banner kind="soon"><p>{t('这个网址没有加密（https），浏览器不允许在本机存放内容，所以没有信号时不能用。请改用 https 网址，或手机自带的浏览器。', 'This address is not encrypted (https), so the browser lets nothing be kept here, and the pages need a signal. Use the https address, or the phone’s own browser.')}</p></Banner>
      </Page>
    )
  }
  const list = (some: typeof items) => <ul className="list">{some.map(item => <li key={item.id}><ItemLine item={item} /></li>)}</ul>
  return (
    <Page
      title={t('待发与离线', 'Unsent and offline')} back={{ href: '/', label: t('今天', 'Today') }}
      lead={unsent === 0 ? t('都已发送。', 'Everything is sent.') : t(`${unsent} 条未发送，已加密存在本机。有信号时自动发送；关机、退出登录都不会丢。`, `${unsent} unsent, encrypted on this phone. They go by themselves once there is a signal; switching off or signing out loses none.`)}
    >
      <div className="stack wide">
        {problem && <Trouble problem={problem} />}
        {signIn && unsent > 0 && <Banner kind="soon"><p>{t('登录已过期。用同一个账号登录后继续发送。', 'The sign-in has ended. Sign in with the same account, and sending goes on.')} <Link href="/sign-in?then=/outbox">{t('登录', 'Sign in')}</Link></p></Banner>}
        {otherSignIn && unsent > 0 && <Banner kind="soon"><p>{t('这部手机现在登录的是别的账号。这些内容一直等着，由填写的账号登录后发送。', 'Another account is signed in on this phone now. These wait, for as long as it takes, until the account that wrote them signs in.')}</p></Banner>}
        {factor && unsent > 0 && <Banner kind="soon"><p>{t('填写时的岗位须有动态验证码才能办理，设置或输入后继续发送。', 'The post they were written from wants a second factor: set it up or enter its code, and sending goes on.')} <Link href="/safety">{t('登录与安全', 'Sign-in and safety')}</Link></p></Banner>}
        {others > 0 && <Banner><p>{t(`这部手机上还有 ${others} 条属于别的账号，一直等到该账号登录后才发送。`, `${others} more on this phone belong to another account, and wait until that one signs in.`)}</p></Banner>}
        {refused.length > 0 && <section className="stack" aria-labelledby="box-refused"><h2 id="box-refused">{t('要您看一看', 'For you to look at')}</h2>{list(refused)}</section>}
        {waiting.length > 0 && (
          <section className="stack" aria-labelledby="box-waiting">
            <h2 id="box-waiting">{t(`等待发送（${waiting.length}）`, `Waiting (${waiting.length})`)}</h2>
            {list(waiting.slice(0, first))}
            {waiting.length > first && <Fold title={t(`还有 ${waiting.length - first} 条`, `${waiting.length - first} more`)}>{list(waiting.slice(first))}</Fold>}
          </section>
        )}
        {aside.length > 0 && <section className="stack" aria-labelledby="box-aside"><h2 id="box-aside">{t('先放一边的', 'Set aside')}</h2>{list(aside)}</section>}
        {unsent > 0 && (
          <div className="buttons">
            <button type="button" className="button main" aria-disabled={sending} onClick={() => { if (!sending) void sendNow(true).catch((error: unknown) => setProblem(problemOf(error))) }}>{sending ? t('正在发送……', 'Sending …') : t('现在发送', 'Send now')}</button>
            <button type="button" className="button" onClick={() => void saveFiles(me.account).catch((error: unknown) => setProblem(problemOf(error)))}>{t('存成文件，带到办公室', 'Save to a file for the office')}</button>
          </div>
        )}
        <TakeAlong me={me} unsent={unsent} />
        <Room />
        <HandIn />
        {over.length > 0 && <section className="stack" aria-labelledby="box-over"><h2 id="box-over">{t('已处理', 'Done')}</h2>{list(over.slice(0, 20))}</section>}
      </div>
    </Page>
  )
}
export default OutboxPage
