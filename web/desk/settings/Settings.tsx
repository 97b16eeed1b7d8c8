import { App, Button, Radio } from 'antd'
import { useSearch } from 'wouter'
import { classes } from '../../../kernel/post.ts'
import type { Me } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { setLang, useLang, type Lang } from '../../parts/lang.ts'
import { signOut, useActAs } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { pathText } from '../../parts/Place.tsx'
import { Factor } from '../../parts/safety/Factor.tsx'
import { KitContext } from '../../parts/safety/kit.ts'
import { Link } from '../../parts/safety/Link.tsx'
import { Password } from '../../parts/safety/Password.tsx'
import { useAsk } from '../../parts/useAsk.ts'
import { deskKit } from '../kit.tsx'
import { links } from '../links.ts'
import { postName } from '../shell/PostSwitch.tsx'
import { Calendars } from './Calendars.tsx'
import { NoticesOut } from './NoticesOut.tsx'
import { Sessions } from './Sessions.tsx'
import { Webhooks } from './Webhooks.tsx'
import { setTextSize, textSizes, useTextSize } from './text-size.ts'

const Settings = ({ me }: { readonly me: Me }) => {
  const { lang, t, say } = useLang()
  const size = useTextSize()
  const { message } = App.useApp()
  const actAs = useActAs()
  const trying = async (doing: () => Promise<void>): Promise<void> => {
    try {
      await doing()
    } catch (error) {
      void message.error(say(problemOf(error).words))
    }
  }
  const sizeNames = [t('标准', 'Standard'), t('较大', 'Larger'), t('最大', 'Largest')]
  return (
    <div className="settings">
      <div className="page-head"><h1>{t('设置', 'Settings')}</h1></div>
      <section className="panel" aria-labelledby="set-lang">
        <h2 id="set-lang">{t('语言', 'Language')}</h2>
        <Radio.Group value={lang} onChange={event => setLang(event.target.value as Lang)} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} aria-labelledby="set-lang" />
      </section>
      <section className="panel" aria-labelledby="set-size">
        <h2 id="set-size">{t('文字大小', 'Text size')}</h2>
        <Radio.Group value={size} onChange={event => setTextSize(textSizes.find(one => one === event.target.value) ?? 14)} options={textSizes.map((one, i) => ({ value: one, label: sizeNames[i] ?? '' }))} aria-labelledby="set-size" />
      </section>
      <section className="panel" aria-labelledby="set-post">
        <h2 id="set-post">{t('当前岗位', 'The post you act from')}</h2>
        <Radio.Group
          className="post-list" value={me.acting ?? 'resident'} aria-labelledby="set-post"
          onChange={event => void trying(() => actAs(event.target.value === 'resident' ? null : String(event.target.value)))}
          options={[
            ...me.posts.map(post => ({
              value: post.id,
              label: <span className="post-item"><b>{postName(post, say)}</b><span>{pathText(post.region)} · {t('可看到：', 'reads up to: ')}{say(classes[post.clearance])}</span></span>,
            })),
            ...(me.home ? [{ value: 'resident', label: <span className="post-item"><b>{t('居民（本人）', 'Resident, for myself')}</b><span>{pathText(me.home)}</span></span> }] : []),
          ]}
        />
      </section>
      <section className="panel" aria-labelledby="set-sessions">
        <h2 id="set-sessions">{t('登录的设备', 'Where you are signed in')}</h2>
        <Sessions />
      </section>
      <section className="panel" aria-labelledby="set-webhooks">
        <h2 id="set-webhooks">{t('向程序推送事件', 'Events to programs')}</h2>
        <Webhooks />
      </section>
      <section className="panel channels-panel" aria-labelledby="set-channels">
        <h2 id="set-channels">{t('通知方式', 'Where notices go')}</h2>
        <NoticesOut />
      </section>
      <section className="panel" aria-labelledby="set-calendar">
        <h2 id="set-calendar">{t('日历订阅', 'Calendar')}</h2>
        <Calendars me={me} />
      </section>
      <Safety />
      <section className="panel" aria-labelledby="set-out">
        <h2 id="set-out">{me.name}</h2>
        <Button onClick={() => void trying(() => signOut(links.todo))}>{t('退出登录', 'Sign out')}</Button>
      </section>
    </div>
  )
}

/** What proves who one is: second factor, single sign-on, password. */
const Safety = () => {
  const { t, say } = useLang()
  const safety = useAsk(paths.safety(), { fresh: 0 }).data
  const refused = new URLSearchParams(useSearch()).get('refused')
  if (!safety) return null
  return (
    <KitContext value={deskKit}>
      <section className="panel safety" aria-labelledby="set-factor">
        <h2 id="set-factor">{t('动态验证码（第二因素）', 'Second factor')}</h2>
        <Factor safety={safety} />
      </section>
      {safety.sso && (
        <section className="panel safety" aria-labelledby="set-sso">
          <h2 id="set-sso">{say(safety.sso.name)}</h2>
          <Link safety={safety} here={links.settings} refused={refused} />
        </section>
      )}
      {safety.password && (
        <section className="panel safety" aria-labelledby="set-password">
          <h2 id="set-password">{t('密码', 'Password')}</h2>
          <Password />
        </section>
      )}
    </KitContext>
  )
}

export default Settings
