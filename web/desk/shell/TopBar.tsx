import { BellOutlined, LogoutOutlined } from '@ant-design/icons'
import { App, Badge, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Me } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { setLang, useLang } from '../../parts/lang.ts'
import { signOut } from '../../parts/me.ts'
import { links } from '../links.ts'
import { PostSwitch } from './PostSwitch.tsx'
import { SearchBox } from './SearchBox.tsx'

const Notices = lazy(() => import('./Notices.tsx'))

/** What is always in the same place: search, notices, language, the post one acts from, sign-out. */
export const TopBar = ({ me }: { readonly me: Me }) => {
  const { lang, t, say } = useLang()
  const { message } = App.useApp()
  const [notices, setNotices] = useState<'never' | 'open' | 'closed'>('never')
  const leave = async (): Promise<void> => {
    try {
      await signOut(links.todo)
    } catch (error) {
      void message.error(say(problemOf(error).words))
    }
  }
  return (
    <header className="topbar">
      <SearchBox />
      <div className="topbar-end">
        <Badge count={me.unread} size="small" overflowCount={99} offset={[-8, 6]}>
          <Button type="text" icon={<BellOutlined />} onClick={() => setNotices('open')} aria-label={t(`消息，${me.unread} 条未读`, `Notices, ${me.unread} unread`)}>
            <span className="topbar-word">{t('消息', 'Notices')}</span>
          </Button>
        </Badge>
        <Button type="text" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')} lang={lang === 'zh' ? 'en' : 'zh-CN'}>{lang === 'zh' ? 'English' : '中文'}</Button>
        <PostSwitch me={me} />
        <Button type="text" icon={<LogoutOutlined />} onClick={() => void leave()} aria-label={t('退出登录', 'Sign out')}><span className="topbar-word">{t('退出', 'Sign out')}</span></Button>
      </div>
      {notices !== 'never' && <Suspense><Notices open={notices === 'open'} close={() => setNotices('closed')} /></Suspense>}
    </header>
  )
}
