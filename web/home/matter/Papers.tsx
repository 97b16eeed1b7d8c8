import type { MatterView } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { shortStamp } from '../../parts/time.ts'

/** What was issued of it and its reader may have, to read, print or keep. */
export const Papers = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say, lang } = useLang()
  if (matter.documents.length === 0) return null
  return (
    <section className="stack tight no-print" aria-labelledby="papers">
      <h2 id="papers">{t('文书', 'Documents')}</h2>
      <ul className="list">
        {matter.documents.map(one => (
          <li key={one.name} className="line">
            <span>
              <a href={paths.documentAt(matter.id, one.name, 'html')} target="_blank" rel="noopener">{say(one)}{t('（新窗口）', ' (new window)')}</a>
              <span className="line-more">{shortStamp(one.at, lang)}</span>
            </span>
            <a className="link" href={paths.documentAt(matter.id, one.name, 'docx')} download aria-label={t(`下载${one.zh}`, `Download ${one.en}`)}><Icon name="file" />{t('下载', 'Download')}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
