import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { Icon } from '../../parts/phone/Icon.tsx'

/** The poster in large type, for the wall of a village where half have no smartphone. */
export const Poster = ({ of, matter }: { readonly of: 'schemes' | 'postings'; readonly matter: string }) => {
  const { t } = useLang()
  return (
    <>
      <a className="button no-print" href={paths.pointsPoster(of, matter, 'html')} target="_blank" rel="noreferrer"><Icon name="print" size={1.2} />{t('打印大字张贴版（新窗口）', 'Print the poster (new window)')}</a>
      <a className="button no-print" href={paths.pointsPoster(of, matter, 'docx')} download><Icon name="file" size={1.2} />{t('下载大字张贴版', 'Download the poster')}</a>
    </>
  )
}
