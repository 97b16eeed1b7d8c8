import { AuditOutlined, BookOutlined, DashboardOutlined, DatabaseOutlined, EnvironmentOutlined, ProfileOutlined, SettingOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import { postKinds } from '../../../kernel/post.ts'
import type { Me } from '../../../server/wire.ts'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { links } from '../links.ts'

type Entry = { readonly label: Words; readonly to: string; readonly at: (path: string) => boolean; readonly Icon: ComponentType; /** Whose page it is; everybody's where left out. */ readonly only?: (me: Me) => boolean }

/** Who reads a whole place, not only what lies with their office. */
const hasArea = (me: Me): boolean => { const post = actingPost(me); return post !== undefined && postKinds[post.kind].reach === 'region' }

/** By work. Only pages that exist: an entry is added with its page. */
const entries: readonly Entry[] = [
  { label: { zh: '待办', en: 'To do' }, to: links.todo, at: path => path === '/', Icon: AuditOutlined },
  { label: { zh: '辖区', en: 'My area' }, to: links.area(), at: path => path.startsWith('/area') || path.startsWith('/map'), Icon: EnvironmentOutlined, only: hasArea },
  { label: { zh: '负担', en: 'Burden' }, to: links.burden(), at: path => path.startsWith('/burden'), Icon: DashboardOutlined },
  { label: { zh: '事项', en: 'Matters' }, to: links.matters(), at: path => path.startsWith('/matter') || path.startsWith('/new'), Icon: ProfileOutlined },
  { label: { zh: '台账', en: 'Registers' }, to: links.registers(), at: path => path.startsWith('/registers'), Icon: DatabaseOutlined },
  { label: { zh: '职责', en: 'Duties' }, to: links.law(), at: path => path.startsWith('/law') || path.startsWith('/targets'), Icon: BookOutlined },
  { label: { zh: '设置', en: 'Settings' }, to: links.settings, at: path => path.startsWith('/settings'), Icon: SettingOutlined },
]

export const Rail = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [path] = useLocation()
  return (
    <nav className="rail" aria-label={t('主导航', 'Main')}>
      <a className="brand" href={links.todo}>
        <span className="seal" aria-hidden="true">善</span>
        <span className="brand-name">{t('善治', 'Shanzhi')}</span>
      </a>
      <ul>
        {entries.filter(one => one.only?.(me) !== false).map(({ label, to, at, Icon }) => (
          <li key={to}>
            <a href={to} className="rail-link" aria-current={at(path) ? 'page' : undefined}>
              <Icon /><span>{say(label)}</span>
            </a>
          </li>
        ))}
      </ul>
      {me.demo && <p className="rail-demo">{t('演示：人物与事项均为虚构', 'Demo: people and matters are invented')}</p>}
    </nav>
  )
}
