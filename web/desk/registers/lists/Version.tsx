import { words, type Words } from '../../../../kernel/words.ts'
import type { ListVersion } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import * as paths from '../../../parts/paths.ts'
import { links } from '../../links.ts'

const stands: { readonly [K in ListVersion['stands']]: Words } = { now: words('施行中', 'In force'), later: words('待施行', 'Not yet in force'), before: words('已失效', 'No longer in force') }

export const standing = (version: ListVersion): Words => stands[version.stands]

/** What a version is: its name, since when it holds, where it was published, and how it differs from the one before. */
export const VersionHead = ({ of, table }: { readonly of: ListVersion; /** The fact of its matter that holds the items. */ readonly table: 'items' | 'duties' }) => {
  const { t, say } = useLang()
  const until = of.until === undefined ? '' : t(`，至 ${of.until}（不含）`, `, until ${of.until} (not included)`)
  return (
    <div className="list-head">
      <h2>{of.title}</h2>
      <p>
        <b>{say(standing(of))}</b> · {t(`自 ${of.since} 起施行`, `in force from ${of.since}`)}{until} · {t(`共 ${of.items} 项`, `${of.items} items`)}
        {of.instrument !== undefined && <> · {of.instrument}</>} · <a href={links.matter(of.version)}>{t('制定经过', 'How it was made')}</a>
        <span className="no-print"> · <a href={paths.matterSheet(of.version, table)} download>{t('导出 Excel', 'Export to Excel')}</a></span>
      </p>
      {of.changes && <p className="quiet">{say(of.changes)}{of.reason !== undefined && t(`。${of.reason}`, `. ${of.reason}`)}</p>}
    </div>
  )
}
