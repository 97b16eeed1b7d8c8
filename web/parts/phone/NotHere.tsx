import { Link } from 'wouter'
import { useLang } from '../lang.ts'
import { Page } from './Page.tsx'

export const NotHere = () => {
  const { t } = useLang()
  return (
    <Page title={t('没有这个页面', 'There is no such page')}>
      <Link href="/" className="button main">{t('回首页', 'To the first page')}</Link>
    </Page>
  )
}
