import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useState, type ReactNode } from 'react'
import { setLang, useLang } from '../lang.ts'
import { useMe } from '../me.ts'
import * as paths from '../paths.ts'
import { useAsk } from '../useAsk.ts'
import { useOnline } from './online.ts'
import { Banner } from './Banner.tsx'
import { Person } from './Person.tsx'
import { TabBar, type Tab } from './TabBar.tsx'
import { TextSizes } from './TextSize.tsx'

type Props = { readonly tabs: readonly Tab[]; /** Stands on every page below who one is. */ readonly strip?: ReactNode; readonly offline?: ReactNode; readonly children: ReactNode }

/** What stands around every page of a phone door, always in the same place: the place, text size, language, who one acts as, sign-out. */
export const Frame = ({ tabs, strip, offline, children }: Props) => {
  const { lang, t } = useLang()
  const client = useQueryClient()
  const [sizing, setSizing] = useState(false)
  const online = useOnline()
  const me = useMe()
  // The topmost region is the place this platform serves.
  const name = useAsk(paths.regionsIn(''), { fresh: Number.POSITIVE_INFINITY }).data?.[0]?.name
  const change = (): void => {
    setLang(lang === 'zh' ? 'en' : 'zh')
    // The server answers in the reader's language.
    void client.invalidateQueries()
  }
  return (
    <>
      <a className="skip" href="#main">{t('跳到正文', 'Skip to content')}</a>
      <header>
        <div className="head">
          <div className="head-row">
            <Link href="/" className="brand">
              <b>{t('善治', 'Shanzhi')}</b>
              {name !== undefined && <span>{name}</span>}
            </Link>
            <button type="button" className="head-button" aria-expanded={sizing} aria-controls="text-sizes" onClick={() => setSizing(!sizing)}>{t('字号', 'Text')}</button>
            <button type="button" className="head-button" lang={lang === 'zh' ? 'en' : 'zh-CN'} onClick={change}>
              {lang === 'zh' ? 'English' : '中文'}
            </button>
          </div>
        </div>
        {sizing && <TextSizes id="text-sizes" />}
        <p className="only-print">{t('善治', 'Shanzhi')}{name !== undefined && ` · ${name}`} · {location.origin}</p>
        <Person me={me.data} />
      </header>
      <TabBar tabs={tabs} />
      {strip}
      {offline ?? (!online && (
        <div className="offline">
          <Banner kind="soon">{t('现在没有网络。已填写的内容保存在这部手机上，有网后再发送。', 'No connection. What you typed is kept on this phone; send it when you are back online.')}</Banner>
        </div>
      ))}
      {children}
    </>
  )
}
