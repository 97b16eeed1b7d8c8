import { Link } from 'wouter'
import { useLang } from '../../parts/lang.ts'
import { Banner } from '../../parts/phone/Banner.tsx'

/** The report got through, its answer was lost, and it was changed since: said plainly, so that it is not reported twice by mistake. */
export const SentBefore = ({ drop, renew }: { readonly drop: () => void; readonly renew: () => void }) => {
  const { t } = useLang()
  return (
    <Banner kind="soon">
      <b>{t('刚才那一次其实已经收到了', 'It did arrive the first time')}</b>
      <p>{t('收到的是修改前的内容。可以在“我的事项”里补充；如果是另一件事，就另报一件。', 'It arrived as it was before you changed it. Add to it under My matters; if this is another matter, report it apart.')}</p>
      <div className="buttons">
        <Link className="button main" href="/matters" onClick={drop}>{t('去我的事项补充', 'Add to it')}</Link>
        <button type="button" className="button" onClick={renew}>{t('另报一件', 'Report it apart')}</button>
      </div>
    </Banner>
  )
}
