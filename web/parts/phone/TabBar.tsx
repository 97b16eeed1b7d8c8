import { Link, useLocation } from 'wouter'
import type { Words } from '../../../kernel/words.ts'
import { useLang } from '../lang.ts'
import { Icon, type IconName } from './Icon.tsx'

/** `elsewhere` leads to another door and loads its page; `large` is the one thing most come for. */
export type Tab = { readonly href: string; readonly icon: IconName; readonly words: Words; readonly count?: number; readonly elsewhere?: true; readonly large?: true; readonly exact?: true }

const leads = (location: string, { href, exact }: Tab): boolean => location === href || (exact !== true && href !== '/' && location.startsWith(`${href}/`))

export const TabBar = ({ tabs }: { tabs: readonly Tab[] }) => {
  const { t, say } = useLang()
  const [location] = useLocation()
  return (
    <nav className="tabs" aria-label={t('主要页面', 'Main pages')}>
      {tabs.map(tab => {
        const { href, icon, words, count = 0, elsewhere, large } = tab
        const look = large ? 'tab tab-large' : 'tab'
        const inside = (
          <>
            <span className="tab-icon">
              <Icon name={icon} size={large ? 2 : 1.5} />
              {count > 0 && <span className="count" aria-hidden="true">{count > 99 ? '99+' : count}</span>}
            </span>
            {say(words)}
            {count > 0 && <span className="unseen">{t(`，${count} 条未读`, `, ${count} unread`)}</span>}
          </>
        )
        return elsewhere
          ? <a key={href} className={look} href={href}>{inside}</a>
          : <Link key={href} className={look} href={href} aria-current={leads(location, tab) ? 'page' : undefined}>{inside}</Link>
      })}
    </nav>
  )
}
