import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { MatterView } from '../../../server/wire.ts'
import { Cites } from '../../parts/Cite.tsx'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'

/** What was issued of this matter and the reader may have: to keep as a file, or to print. */
export const Documents = ({ matter }: { readonly matter: MatterView }) => {
  const { t, say } = useLang()
  if (matter.documents.length === 0) return null
  return (
    <section className="panel" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('文书', 'Documents')}</h2>
      <ul className="documents">
        {matter.documents.map(one => (
          <li key={one.name}>
            <p><b>{say(one)}</b> <span className="quiet">{stamp(one.at)}</span></p>
            <p className="quiet"><Cites of={one.basis} /></p>
            <p className="no-print">
              <Button size="small" icon={<DownloadOutlined />} href={paths.documentAt(matter.id, one.name, 'docx')} download aria-label={t(`下载${one.zh}（Word）`, `Download ${one.en} (Word)`)}>{t('下载 Word', 'Word file')}</Button>{' '}
              <Button size="small" icon={<PrinterOutlined />} href={paths.documentAt(matter.id, one.name, 'html')} target="_blank" rel="noopener" aria-label={t(`查看、打印${one.zh}（新窗口）`, `Read or print ${one.en} (new window)`)}>{t('查看打印', 'Read, print')}</Button>
            </p>
          </li>
        ))}
      </ul>
      <p className="no-print"><Button size="small" icon={<DownloadOutlined />} href={paths.archiveAt(matter.id)} download>{t('下载整卷（文书和附件）', 'The whole file, packed')}</Button></p>
    </section>
  )
}
