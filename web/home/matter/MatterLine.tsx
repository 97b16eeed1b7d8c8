import { Link } from 'wouter'
import type { MatterRow } from '../../../server/wire.ts'
import { Deadline } from '../../parts/Deadline.tsx'
import { useLang } from '../../parts/lang.ts'
import { plainStage } from '../../parts/phone/plain-stages.ts'
import { maskedText } from '../../parts/masked.ts'
import { isClosed, titleOf } from '../../parts/stages.ts'
import { shortStamp } from '../../parts/time.ts'
import { useNow } from '../../parts/useNow.ts'

/** One of my matters in a list: what it is, how far it is, until when. */
export const MatterLine = ({ row, unread }: { readonly row: MatterRow; readonly unread: boolean }) => {
  const { lang, t, say } = useLang()
  const now = useNow()
  const closed = isClosed(row.procedure, row.stage)
  return (
    <Link href={`/matters/${row.id}`} className={unread ? 'line unread' : 'line'}>
      <span className="line-title">{maskedText(row.title) ? say(titleOf(row.procedure)) : row.title}</span>
      <span>{say(plainStage(row.procedure, row.stage).now)}</span>
      {row.awaits?.map(one => <b key={one.en}>{t('等您：', 'For you: ')}{say(one)}</b>)}
      {!closed && row.due && <Deadline due={row.due} now={now} />}
      <span className="row small soft">
        {unread && <span className="tag">{t('有新消息', 'News')}</span>}
        <span className="number">{row.number}</span>
        <span>{t('更新于', 'Updated')} {shortStamp(row.updated, lang, now)}</span>
      </span>
    </Link>
  )
}
